"""Functions of browsers that only compute, and those that run a function later."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote_to_bytes

from convot_inspector.core.reading.javascript.evaluation.json_values import parsed_json
from convot_inspector.core.reading.javascript.evaluation.operators import LONGEST_TEXT
from convot_inspector.core.reading.javascript.evaluation.values import (
    Accessor,
    Class,
    Function,
    List,
    Native,
    Object,
    Primitive,
    Promise,
    UncertainError,
    Unknown,
    count_of,
    json_of,
    key_of,
    name_of,
    number_of,
    text_of,
    truth_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.reading.javascript.evaluation.properties import Properties
    from convot_inspector.core.reading.javascript.evaluation.values import (
        Place,
        Value,
    )

_UNRESERVED = "-_.!~*'()"
_DIGITS = re.compile(r"0|[1-9][0-9]{0,14}")


def run_native(machine: Properties, name: str, given: list[Value], at: Place) -> Value | None:
    """Return what a function of the browser returns; None for one that is not understood. Raises UncertainError."""
    if name.startswith("console."):
        return machine.undefined(at)
    first: Value = given[0] if given else machine.undefined(at)
    if name in _LATER:
        if not isinstance(first, Function):
            raise UncertainError
        machine.later(first, *given[2:])
        return Unknown(at)
    if name == "Object.assign":
        return _assign(machine, first, given[1:])
    if name == "Array.of":
        return machine.list_of(given, at)
    if name in _CHANGES_OBJECTS:
        raise UncertainError
    function = _OF_ONE.get(name)
    return function(machine, first, at) if function is not None and len(given) == 1 else None


_LATER = ("setTimeout", "queueMicrotask", "requestAnimationFrame")
_CHANGES_OBJECTS = ("Object.defineProperty", "Object.defineProperties", "Object.setPrototypeOf", "Object.create")


def _to_text(machine: Properties, value: Value, at: Place) -> Value:
    text = text_of(value)
    return Unknown(at) if text is None else machine.text(text, at)


def _to_boolean(_: Properties, value: Value, at: Place) -> Value:
    truth = truth_of(value)
    return Unknown(at) if truth is None else Primitive("boolean", truth, at)


def _to_json(machine: Properties, value: Value, at: Place) -> Value:
    machine.spend(count_of(value, LONGEST_TEXT + 1))
    if isinstance(value, (Object, List)):
        _check_reliable(machine, value)
    text = json_of(value)
    return machine.text(text, at) if text else Unknown(at)


def _resolved(_: Properties, value: Value, at: Place) -> Value:
    if isinstance(value, Object) and "then" in value.members:
        raise UncertainError
    return value if isinstance(value, Promise) else Promise(value, at)


def _all(machine: Properties, value: Value, at: Place) -> Value:
    values = [one.value if isinstance(one, Promise) else one for one in machine.items_of(value)]
    return Promise(machine.list_of(values, at), at)


def _is_array(_: Properties, value: Value, at: Place) -> Value:
    return Unknown(at) if isinstance(value, Unknown) else Primitive("boolean", isinstance(value, List), at)


def _copied(machine: Properties, value: Value, at: Place) -> Value:
    return machine.list_of(machine.items_of(value), at)


def _keys(machine: Properties, value: Value, at: Place) -> Value:
    return machine.list_of([key_of(value, name) for name in machine.own_names(value)], at)


def _values(machine: Properties, value: Value, at: Place) -> Value:
    return machine.list_of([machine.get(value, name, at) for name in machine.own_names(value)], at)


def _entries(machine: Properties, value: Value, at: Place) -> Value:
    pairs: list[Value] = [
        machine.list_of([key_of(value, name), machine.get(value, name, at)], at) for name in machine.own_names(value)
    ]
    return machine.list_of(pairs, at)


def _from_entries(machine: Properties, value: Value, at: Place) -> Value:
    made = Object(at, machine.tick())
    for pair in machine.items_of(value):
        items = machine.items_of(pair)
        if len(items) < 2:
            raise UncertainError
        machine.set(made, name_of(items[0]), items[1])
    return made


def _frozen(_: Properties, value: Value, __: Place) -> Value:
    if isinstance(value, (Object, List)):
        value.is_frozen = True
    return value


def _assign(machine: Properties, target: Value, given: list[Value]) -> Value:
    if not isinstance(target, Object):
        raise UncertainError
    for one in given:
        if isinstance(one, Primitive) and one.is_nullish:
            continue
        for each in machine.own_names(one):
            machine.set(target, each, machine.get(one, each, one.at))
    return target


def _parsed(machine: Properties, value: Value, _: Place) -> Value:
    if isinstance(value, Unknown):
        return machine.doubt(value.at)
    if not isinstance(value, Primitive) or value.kind != "text":
        raise UncertainError
    return parsed_json(machine, value)


def _number(_: Properties, value: Value, at: Place) -> Value:
    if isinstance(value, Unknown):
        return Unknown(at)
    if isinstance(value, Primitive) and value.kind == "text":
        if _DIGITS.fullmatch(str(value.value)) is None:
            raise UncertainError
        return Primitive("number", float(str(value.value)), at)
    if not isinstance(value, Primitive):
        raise UncertainError
    return Primitive("number", number_of(value), at)


def _decoded(name: str, text: str) -> str:
    try:
        match name:
            case "atob":
                data = base64.b64decode(text.encode("ascii"), validate=True)
                return data.decode("latin-1")
            case "decodeURIComponent":
                if re.search(r"%(?![0-9A-Fa-f]{2})", text):
                    raise UncertainError
                return unquote_to_bytes(text).decode()
        return quote(text, safe=_UNRESERVED)
    except (binascii.Error, UnicodeError) as error:
        raise UncertainError from error


def _clone(machine: Properties, value: Value, at: Place) -> Value:
    match value:
        case Primitive() | Unknown():
            return value
        case List():
            return machine.list_of([_clone(machine, item, at) for item in machine.items_of(value)], value.at)
        case Object() if value.methods is None:
            parts = {name: _clone(machine, machine.get(value, name, value.at), at) for name in machine.own_names(value)}
            return Object(value.at, machine.tick(), members=dict(parts))
    raise UncertainError


def _check_reliable(machine: Properties, value: Value | Accessor) -> None:
    match value:
        case List() if machine.is_reliable(value):
            for item in value.items:
                _check_reliable(machine, item)
        case Object() if machine.is_reliable(value):
            for member in value.members.values():
                _check_reliable(machine, member)
        case Primitive():
            return
        case Class() | Function() | Native() | Accessor() | _:
            raise UncertainError


def _decoder(name: str) -> Callable[[Properties, Value, Place], Value]:
    def decode(machine: Properties, value: Value, at: Place) -> Value:
        text = text_of(value)
        return Unknown(at) if text is None else machine.text(_decoded(name, text), at)

    return decode


_OF_ONE: dict[str, Callable[[Properties, Value, Place], Value]] = {
    "JSON.parse": _parsed,
    "JSON.stringify": _to_json,
    "String": _to_text,
    "Boolean": _to_boolean,
    "Number": _number,
    "structuredClone": _clone,
    "Promise.resolve": _resolved,
    "Promise.all": _all,
    "Array.isArray": _is_array,
    "Array.from": _copied,
    "Object.keys": _keys,
    "Object.values": _values,
    "Object.entries": _entries,
    "Object.fromEntries": _from_entries,
    "Object.freeze": _frozen,
    "Object.seal": _frozen,
    **{name: _decoder(name) for name in ("atob", "encodeURIComponent", "decodeURIComponent")},
}
