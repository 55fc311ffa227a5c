"""Names and values → an identify call, for every notation but JavaScript's own objects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.model import Field, IdentifyCall
from convot_inspector.core.reading.kinds import kind_of_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convot_inspector.core.model import Kind
    from convot_inspector.core.reading.source import Source


@dataclass(frozen=True, slots=True)
class Entry:
    """A name with its value. ``value``: the text that the browser sends, or the source text where that is unknown.

    ``start`` and ``end``: where the value stands, as indices into the source's text. The name of a nested entry has the
    names around it before it, ``custom_data.plan``.
    """

    name: str
    value: str
    kind: Kind
    start: int
    end: int


def make_call(source: Source, entries: Iterable[Entry], start: int, end: int) -> IdentifyCall:
    """Return the call of these entries; it stands from ``start`` to ``end`` in the source's text.

    Of a name that stands twice the last one counts, as in JavaScript, JSON and the readers of forms.
    """
    fields: dict[str, Field] = {}
    repeated: list[Field] = []
    for entry in entries:
        if entry.name in fields:
            repeated.append(fields[entry.name])
        kind = kind_of_text(entry.name, entry.value) if entry.kind == "text" else entry.kind
        line, column = source.place(entry.start)
        fields[entry.name] = Field(entry.name, entry.value, kind, line, column, *source.span(entry.start, entry.end))
    line, column = source.place(start)
    return IdentifyCall(fields, line, column, *source.span(start, end), tuple(repeated))
