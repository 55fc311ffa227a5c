"""A text to read, the map from it to the pasted text, and what a reader returns."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.core.model import IdentifyCall, Problem

_BLOCK = 16 * 1024


@dataclass(frozen=True)
class Reading:
    """The result of a reader: calls in text order, and problems. ``format``: a key of ``FORMATS``, or "none".

    ``is_cut``: whether the text has more pieces than could be tried as the values of its hashes.
    """

    format: str
    calls: tuple[IdentifyCall, ...] = ()
    problems: tuple[Problem, ...] = ()
    is_cut: bool = False


class Source:
    """A text to read, with the positions of its parts in the pasted text.

    Most sources are the pasted text itself. A text derived from another one (JSON in a shell's quotes, a script with
    HTML entities, a quoted mail) is made by ``SourceMapBuilder`` and carries a source map, so that readers do not need
    to know what their text was wrapped in.

    ``script_starts``: of a text that was joined from a page's scripts, where each of them begins.

    Lines and columns count from 1. A line ends at LF, CRLF or CR, as in editors. Lines are counted in blocks of
    ``_BLOCK`` characters: an index of every line would take too much memory for a text of ten million lines.
    """

    def __init__(self, text: str, source_map: SourceMap | None = None, script_starts: tuple[int, ...] = ()) -> None:
        self.text, self.script_starts = text, script_starts
        self._source_map = source_map
        self._has_returns = "\r" in text

    @property
    def is_pasted(self) -> bool:
        """Whether this is the pasted text itself, not a text derived from it."""
        return self._source_map is None

    @property
    def pasted(self) -> str:
        """The pasted text, through any number of source maps."""
        source = self
        while source._source_map is not None:
            source = source._source_map.outer
        return source.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map the span of a part of this text to its span in the pasted text."""
        return (start, end) if self._source_map is None else self._source_map.span(start, end)

    def place(self, index: int) -> tuple[int, int]:
        """Map an index into this text to its line and column in the pasted text, both counted from 1."""
        if self._source_map is not None:
            return self._source_map.outer.place(self._source_map.inner_span(index, index)[0])
        if index < _BLOCK and not self._has_returns:  # the common case needs no table of blocks
            return self.text.count("\n", 0, index) + 1, index - self.text.rfind("\n", 0, index)
        if self.text.startswith("\r\n", index - 1):
            index -= 1  # no editor has a column between CR and LF
        block, rest = divmod(index, _BLOCK)
        ends, start = self._blocks[block]
        at = index - rest
        return ends + self._ends(at, index) + 1, index - self._last_start(at, index, start) + 1

    @cached_property
    def _blocks(self) -> list[tuple[int, int]]:
        """For each block, the number of line ends before it, and the start of the last line that starts before it."""
        blocks = [(0, 0)]
        for at in range(_BLOCK, len(self.text) + 1, _BLOCK):
            ends, start = blocks[-1]
            blocks.append((ends + self._ends(at - _BLOCK, at), self._last_start(at - _BLOCK, at, start)))
        return blocks

    def _ends(self, start: int, end: int) -> int:
        """Return the number of lines that end from ``start`` to ``end``; CRLF ends at its LF."""
        count = self.text.count
        if not self._has_returns:
            return count("\n", start, end)
        return count("\n", start, end) + count("\r", start, end) - count("\r\n", start, end + 1)

    def _last_start(self, start: int, end: int, before: int) -> int:
        """Return the start of the last line that starts from ``start`` to ``end``; ``before`` if there is none."""
        feed = self.text.rfind("\n", start, end)
        if not self._has_returns:
            return before if feed < 0 else feed + 1
        from_ = max(start, feed + 1)
        carriage = self.text.rfind("\r", from_, end)
        if carriage >= 0 and self.text.startswith("\n", carriage + 1):
            carriage = self.text.rfind("\r", from_, carriage)
        last = max(feed, carriage)
        return before if last < 0 else last + 1


class SourceMap:
    """Map from indices into an inner text to indices into the outer text that it was derived from.

    ``starts``: the start of each piece in the inner text, ascending. ``pieces``: the span of each in the outer text,
    and whether the piece is the same text in both.
    """

    def __init__(self, outer: Source, starts: Sequence[int], pieces: Sequence[tuple[int, int, bool]]) -> None:
        self.outer = outer
        self._starts, self._pieces = starts, pieces

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map the span of a part of the inner text to its span in the pasted text."""
        return self.outer.span(*self.inner_span(start, end))

    def inner_span(self, start: int, end: int) -> tuple[int, int]:
        """Map the span of a part of the inner text to its span in the outer text."""
        if not self._pieces:
            return 0, 0
        first = self._index(start, at_end=False)
        return first, max(first, self._index(end, at_end=True)) if end > start else first

    def _index(self, index: int, *, at_end: bool) -> int:
        # An exclusive end belongs to the piece before it: the next piece may be elsewhere in the outer text.
        row = max(bisect_right(self._starts, index - 1 if at_end else index) - 1, 0)
        outer_start, outer_end, is_same = self._pieces[row]
        if is_same:
            return min(outer_start + index - self._starts[row], outer_end)
        return outer_end if at_end else outer_start
