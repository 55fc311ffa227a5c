"""Identify calls from evaluated values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.model import Field, IdentifyCall
from convot_inspector.core.reading.javascript.evaluation.values import (
    Accessor,
    List,
    Object,
    Primitive,
    count_of,
    json_of,
    ordered_names,
    text_of,
)
from convot_inspector.core.reading.kinds import kind_of_text
from convot_inspector.core.reading.limits import MAX_FIELDS, MAX_NAMED_DEPTH

if TYPE_CHECKING:
    from convot_inspector.core.model import Kind
    from convot_inspector.core.reading.javascript.evaluation.properties import Properties
    from convot_inspector.core.reading.javascript.evaluation.values import (
        Place,
        Value,
    )

_MOST_VALUES = 500  # in an object or list of a field


class CallMaker:
    """Maker of calls from what ``Convot.identify`` is given."""

    def __init__(self, machine: Properties) -> None:
        self._machine = machine

    def call(self, given: Value, at: Place) -> IdentifyCall | None:
        """Return the call; None if what is given is not known."""
        if not isinstance(given, Object) or not self._machine.is_reliable(given):
            return None
        if len(given.members) + len(given.repeated) > MAX_FIELDS:
            return None
        fields: dict[str, Field] = {}
        for name in ordered_names(list(given.members)):
            self._add(fields, name, self._value(given, name), 0)
        inherited = given.methods.methods if given.methods is not None else {}
        for name in IDENTITY_FIELDS:
            if isinstance(inherited.get(name), Accessor) and name not in fields:
                fields[name] = _field(name, "expression", given.at)
        repeated = tuple(fields_of[name] for name, value in given.repeated if (fields_of := self._single(name, value)))
        line, column = at.source.place(at.start)
        return IdentifyCall(fields, line, column, *at.source.span(at.start, at.end), repeated)

    def _value(self, of: Object, name: str) -> Value:
        member = of.members[name]
        return self._machine.get(of, name, of.at) if isinstance(member, Accessor) else member

    def _single(self, name: str, value: Value) -> dict[str, Field]:
        fields: dict[str, Field] = {}
        self._add(fields, name, value, MAX_NAMED_DEPTH)
        return fields

    def _add(self, fields: dict[str, Field], name: str, value: Value, depth: int) -> None:
        match value:
            case Primitive(kind="text"):
                text = str(value.value)
                fields[name] = _field(name, kind_of_text(name, text), value.at, text)
            case Primitive(kind="number"):
                text = text_of(value) or ""
                is_finite = text not in ("NaN", "Infinity", "-Infinity")
                fields[name] = _field(name, "number" if is_finite else "null", value.at, text)
            case Primitive():
                kind: Kind = "null" if value.is_nullish else "boolean"
                fields[name] = _field(name, kind, value.at, text_of(value) or "")
            case Object() | List() if self._is_small(value) and (written := json_of(value)):
                fields[name] = _field(name, "object", value.at, written)
                if isinstance(value, Object) and depth < MAX_NAMED_DEPTH:
                    for inner in ordered_names(list(value.members)):
                        self._add(fields, f"{name}.{inner}", self._value(value, inner), depth + 1)
            case _:
                fields[name] = _field(name, "expression", value.at)

    def _is_small(self, value: Object | List) -> bool:
        return self._machine.is_reliable(value) and count_of(value, _MOST_VALUES + 1) <= _MOST_VALUES


def _field(name: str, kind: Kind, at: Place, text: str | None = None) -> Field:
    line, column = at.source.place(at.start)
    written = at.source.text[at.start : at.end] if text is None else text
    return Field(name, written, kind, line, column, *at.source.span(at.start, at.end))
