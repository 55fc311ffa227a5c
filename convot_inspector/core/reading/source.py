"""What a reader hands back, and where things stand in the pasted text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convot_inspector.core.model import IdentifyCall, Problem
    from convot_inspector.core.reading.source_map import WayBack

_BLOCK = 16 * 1024


@dataclass(frozen=True)
class Reading:
    """The calls that a notation's reader found, in the order of the text, and what it could not read."""

    format: str
    calls: tuple[IdentifyCall, ...] = ()
    problems: tuple[Problem, ...] = ()


class Source:
    """A text to read that can say where each part of it stands in what was pasted.

    Most sources are the pasted text itself. One that was taken out of another (the JSON in a shell's quotes, a script
    with HTML's entities, a quoted mail) is made by a ``Decoding`` and knows the way back, so that a reader needs to
    know nothing of what its text was wrapped in.

    Lines and columns count from 1. A line ends at LF, CRLF or CR, as in editors. The text is counted in blocks, so that
    ten million lines are no table.
    """

    def __init__(self, text: str, way_back: WayBack | None = None) -> None:
        self.text = text
        self._way_back = way_back
        self._has_returns = "\r" in text

    @property
    def is_pasted(self) -> bool:
        """Whether this is the pasted text itself and not something taken out of it."""
        return self._way_back is None

    @property
    def pasted(self) -> str:
        """The pasted text that this one was taken out of; itself if it is that."""
        source = self
        while source._way_back is not None:
            source = source._way_back.outer
        return source.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a part of this text stands in the pasted one, as indices."""
        return (start, end) if self._way_back is None else self._way_back.span(start, end)

    def place(self, index: int) -> tuple[int, int]:
        """Line and column in the pasted text of an index into this one."""
        if self._way_back is not None:
            return self._way_back.outer.place(self._way_back.inner_span(index, index)[0])
        if index < _BLOCK and not self._has_returns:  # nearly always, so the short way is worth its lines
            return self.text.count("\n", 0, index) + 1, index - self.text.rfind("\n", 0, index)
        block, rest = divmod(index, _BLOCK)
        ends, start = self._blocks[block]
        at = index - rest
        return ends + self._ends(at, index) + 1, index - self._last_start(at, index, start) + 1

    @cached_property
    def _blocks(self) -> list[tuple[int, int]]:
        """For every block, how many lines end before it and where the last line before it starts."""
        blocks = [(0, 0)]
        for at in range(_BLOCK, len(self.text) + 1, _BLOCK):
            ends, start = blocks[-1]
            blocks.append((ends + self._ends(at - _BLOCK, at), self._last_start(at - _BLOCK, at, start)))
        return blocks

    def _ends(self, start: int, end: int) -> int:
        """How many lines end in a piece; CRLF does at its LF."""
        count = self.text.count
        if not self._has_returns:
            return count("\n", start, end)
        return count("\n", start, end) + count("\r", start, end) - count("\r\n", start, end + 1)

    def _last_start(self, start: int, end: int, before: int) -> int:
        """Where the last line that starts in a piece does; ``before`` if none does."""
        feed = self.text.rfind("\n", start, end)
        if not self._has_returns:
            return before if feed < 0 else feed + 1
        from_ = max(start, feed + 1)
        carriage = self.text.rfind("\r", from_, end)
        if carriage >= 0 and self.text.startswith("\n", carriage + 1):
            carriage = self.text.rfind("\r", from_, carriage)
        last = max(feed, carriage)
        return before if last < 0 else last + 1
