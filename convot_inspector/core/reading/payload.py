"""Identify calls made of names and values, for all notations except JavaScript objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.model import Field, IdentifyCall
from convot_inspector.core.reading.kinds import kind_of_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convot_inspector.core.model import Kind
    from convot_inspector.core.reading.source import Source


class Entry(NamedTuple):
    """A name with its value.

    ``name``: the path of a nested entry, such as ``custom_data.plan``. ``value``: the text that the browser sends, or
    the source text if that is unknown. ``start``, ``end``: the span of the value in the source's text.
    """

    name: str
    value: str
    kind: Kind
    start: int
    end: int


def make_call(
    source: Source, entries: Iterable[Entry], start: int, end: int, *, last_wins: bool = True
) -> IdentifyCall:
    """Return the call of these entries, whose span in the source's text is ``start`` to ``end``.

    Of several entries with one name the last is the field, as in JavaScript and in JSON; the others become
    ``repeated``. Without ``last_wins`` programs differ in which of them they take, so an identity field with several
    values is unclear.
    """
    fields: dict[str, Field] = {}
    repeated: list[Field] = []
    for entry in entries:
        if entry.name in fields:
            repeated.append(fields[entry.name])
        kind = kind_of_text(entry.name, entry.value) if entry.kind == "text" else entry.kind
        if not last_wins and entry.name in IDENTITY_FIELDS and entry.name in fields:
            before = fields[entry.name]
            kind = kind if (before.kind, before.value) == (kind, entry.value) else "unclear"
        line, column = source.place(entry.start)
        fields[entry.name] = Field(entry.name, entry.value, kind, line, column, *source.span(entry.start, entry.end))
    line, column = source.place(start)
    return IdentifyCall(fields, line, column, *source.span(start, end), tuple(repeated))
