"""Expanded objects of Firefox's console: after the preview, a line for each member, and for members of members.

Before each of these is a line with one zero-width space for each level of nesting. Members are sorted by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.reading.limits import MAX_DEPTH, MAX_FIELDS
from convot_inspector.core.reading.literal import Literal, mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from convot_inspector.core.reading.source import Source

_ROW = re.compile(rf"\r?\n(\u200b{{1,{MAX_DEPTH}}})\r?\n(?:([^\r\n]{{1,200}}?): )?([^\r\n]*)")
_DEPTH = re.compile(rf"\n(\u200b{{1,{MAX_DEPTH}}})\r?\n[^\r\n]{{0,200}}\Z")
_LAST = "<prototype>"


@dataclass(frozen=True, slots=True)
class _Row:
    """A member of an object. ``start``, ``end``: the span of its value."""

    depth: int
    name: str
    start: int
    end: int


def expand(source: Source, preview: Literal, value: Callable[[int, int], Literal]) -> Literal:
    """Return the object with the members that its preview leaves out; the preview itself if it is not expanded.

    ``value`` reads the value of a span.
    """
    text = source.text
    own = _DEPTH.search(text, max(0, preview.start - 300), preview.start)
    rows = list(_rows(text, preview.end, 0 if own is None else len(own[1])))
    return _RowReader(source, rows, value).merge(preview, 0, len(rows)) if rows else preview


def _rows(text: str, at: int, above: int) -> Iterator[_Row]:
    for _ in range(MAX_FIELDS):
        found = _ROW.match(text, at)
        if found is None or len(found[1]) <= above:
            return
        if found[2] is not None:
            yield _Row(len(found[1]), found[2], *found.span(3))
        at = found.end()


class _RowReader:
    def __init__(self, source: Source, rows: list[_Row], value: Callable[[int, int], Literal]) -> None:
        self._source, self._rows, self._value = source, rows, value

    def merge(self, preview: Literal, first: int, last: int) -> Literal:
        """Return the object of a preview with the members in the rows from ``first`` to ``last``, exclusive."""
        expanded = dict(self._members(first, last))
        is_complete = expanded.pop(_LAST, None) is not None
        shown = [
            (name, value) for name, value in preview.members or () if not (is_complete and value.kind == "redacted")
        ]
        is_sorted = all(value.kind != "redacted" for _, value in preview.members or ())
        members = [(name, expanded.get(name or "", value) if _is_partial(value) else value) for name, value in shown]
        names = {name for name, _ in members}
        members += [(name, value) for name, value in expanded.items() if name not in names]
        end = self._rows[last - 1].end
        if is_sorted:
            return mapping(self._source, members, preview.start, end)
        # The order in which the members were sent is unknown, so there is no JSON of the object.
        return Literal("expression", self._source.text[preview.start : end], preview.start, end, tuple(members))

    def _members(self, first: int, last: int) -> Iterator[tuple[str, Literal]]:
        rows, at = self._rows, first
        while at < last:
            row = rows[at]
            after = at + 1
            while after < last and rows[after].depth > row.depth:
                after += 1
            value = self._value(row.start, row.end)
            yield row.name, self.merge(value, at + 1, after) if value.members is not None and after > at + 1 else value
            at = after


def _is_partial(value: Literal) -> bool:
    """Return whether a value of a preview may be shown only in part."""
    return value.kind in ("expression", "redacted")
