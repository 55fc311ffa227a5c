"""Methods of arrays and texts (ECMA-262 §23.1.3, §22.1.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.evaluation.operators import binary
from convot_inspector.core.reading.javascript.evaluation.values import (
    Function,
    List,
    Native,
    Primitive,
    UncertainError,
    Unknown,
    number_of,
    text_of,
    truth_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.reading.javascript.evaluation.properties import Properties
    from convot_inspector.core.reading.javascript.evaluation.values import Place, Value

_PER_ITEM = ("forEach", "map", "filter", "find", "some", "every", "flatMap")


def list_method(machine: Properties, of: List, name: str, given: list[Value], at: Place) -> Value:
    """Return what a method of an array returns."""
    if name in _PER_ITEM:
        return _per_item(machine, of, name, given, at)
    match name:
        case "push":
            machine.change(of)
            machine.spend(len(given))
            of.items += given
            if of.is_leaked:
                machine.leak(*given)
            return Primitive("number", float(len(of.items)), at)
        case "concat":
            return _concat(machine, of, given, at)
        case "slice":
            return machine.list_of(machine.items_of(of)[slice(*_bounds(given))], at)
        case "at" if len(given) == 1 and isinstance(given[0], Primitive):
            items, place = machine.items_of(of), _whole(given[0])
            return items[place] if -len(items) <= place < len(items) else machine.undefined(at)
        case "join":
            separator = text_of(given[0]) if given else ","
            return _join(machine, of, separator, at)
        case "includes" if len(given) == 1:
            found = [binary("===", item, given[0], at) for item in machine.items_of(of)]
            return Primitive("boolean", any(_is_true(one) for one in found), at)
        case "reduce" if given:
            return _reduce(machine, of, given, at)
    raise UncertainError


def _per_item(machine: Properties, of: List, name: str, given: list[Value], at: Place) -> Value:
    machine.items_of(of)
    if len(given) != 1 or not isinstance(given[0], (Function, Native)):
        raise UncertainError
    results = []
    for item, result in _results(machine, of, given[0], at):
        match name:
            case "find" if _is_true(result):
                return item
            case "some" | "every" if _is_true(result) == (name == "some"):
                return Primitive("boolean", name == "some", at)
            case "filter":
                results += [item] if _is_true(result) else []
            case "flatMap":
                results += machine.items_of(result) if isinstance(result, List) else [result]
            case "map":
                results.append(result)
    match name:
        case "forEach" | "find":
            return machine.undefined(at)
        case "some" | "every":
            return Primitive("boolean", name == "every", at)
    return machine.list_of(results, at)


def _results(machine: Properties, of: List, function: Value, at: Place) -> Iterator[tuple[Value, Value]]:
    count = len(of.items)
    for number in range(count):
        if len(machine.items_of(of)) < count:
            raise UncertainError  # removed while it is walked
        item = of.items[number]
        yield item, machine.call(function, None, [item, Primitive("number", float(number), at), of], at)


def _join(machine: Properties, of: List, separator: str | None, at: Place) -> Value:
    items = machine.items_of(of)
    texts = ["" if isinstance(item, Primitive) and item.is_nullish else text_of(item) for item in items]
    if separator is None or None in texts:
        return Unknown(at)
    machine.spend(sum(len(text or "") for text in texts) + len(separator) * len(texts))
    return machine.text(separator.join(text or "" for text in texts), at)


def _concat(machine: Properties, of: List, given: list[Value], at: Place) -> Value:
    items = machine.items_of(of)
    for one in given:
        if isinstance(one, Unknown):
            raise UncertainError
        items += machine.items_of(one) if isinstance(one, List) else [one]
    return machine.list_of(items, at)


def _reduce(machine: Properties, of: List, given: list[Value], at: Place) -> Value:
    items = machine.items_of(of)
    if len(given) > 2 or not isinstance(given[0], Function) or (len(given) == 1 and not items):
        raise UncertainError
    first = 0 if len(given) == 2 else 1
    result = given[1] if len(given) == 2 else items[0]
    for number in range(first, len(items)):
        result = machine.call(given[0], None, [result, items[number], Primitive("number", float(number), at), of], at)
    return result


def _is_true(value: Value) -> bool:
    truth = truth_of(value)
    if truth is None:
        raise UncertainError
    return truth


def _whole(value: Value) -> int:
    if not isinstance(value, Primitive) or number_of(value) != number_of(value) // 1:
        raise UncertainError
    return int(number_of(value))


def _bounds(given: list[Value]) -> tuple[int, int | None]:
    if len(given) > 2:
        raise UncertainError
    whole = [_whole(one) for one in given]
    return whole[0] if whole else 0, whole[1] if len(whole) > 1 else None


def text_method(machine: Properties, of: Primitive, name: str, given: list[Value], at: Place) -> Value:
    """Return what a method of a text returns."""
    text = str(of.value)
    if any(isinstance(one, Unknown) for one in given):
        return Unknown(at)
    if name == "concat":
        return machine.text(text + "".join(text_of(one) or "" for one in given), at)
    if not text.isascii():
        raise UncertainError  # lengths in UTF-16, and other tables of letters
    texts = [str(one.value) for one in given if isinstance(one, Primitive) and one.kind == "text"]
    match name:
        case "toString" | "trim" | "toLowerCase" | "toUpperCase" if not given:
            changed = {
                "toString": text,
                "trim": text.strip("\t\n\v\f\r "),
                "toLowerCase": text.lower(),
                "toUpperCase": text.upper(),
            }
            return machine.text(changed[name], at)
        case "slice":
            return machine.text(text[slice(*_bounds(given))], at)
        case "split" if len(texts) == len(given) == 1:
            machine.spend(text.count(texts[0]))
            parts = text.split(texts[0]) if texts[0] else list(text)
            return machine.list_of([machine.text(part, at) for part in parts], at)
        case "replace" | "replaceAll" if len(texts) == len(given) == 2 and "$" not in texts[1] and texts[0]:
            machine.spend(text.count(texts[0]) * len(texts[1]))
            return machine.text(text.replace(texts[0], texts[1], 1 if name == "replace" else -1), at)
        case "startsWith" | "endsWith" | "includes" if len(texts) == len(given) == 1:
            found = {"startsWith": text.startswith, "endsWith": text.endswith, "includes": text.__contains__}
            return Primitive("boolean", found[name](texts[0]), at)
    raise UncertainError
