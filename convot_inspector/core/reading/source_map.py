"""Text taken out of another text, character by character, with the way back to where each one stood."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from convot_inspector.core.reading.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence


class WayBack:
    """Where the pieces of an inner text stand in the outer one."""

    def __init__(self, outer: Source, starts: Sequence[int], pieces: Sequence[tuple[int, int, bool]]) -> None:
        self.outer = outer
        self._starts, self._pieces = starts, pieces

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A part of the inner text as indices into the pasted text."""
        return self.outer.span(*self.inner_span(start, end))

    def inner_span(self, start: int, end: int) -> tuple[int, int]:
        """A part of the inner text as indices into the outer text."""
        if not self._pieces:
            return 0, 0
        first = self._index(start, at_end=False)
        return first, max(first, self._index(end, at_end=True)) if end > start else first

    def _index(self, index: int, *, at_end: bool) -> int:
        # The end of a part belongs to the piece before it: nothing behind the part was taken from further on.
        row = max(bisect_right(self._starts, index - 1 if at_end else index) - 1, 0)
        outer_start, outer_end, is_same = self._pieces[row]
        if is_same:
            return min(outer_start + index - self._starts[row], outer_end)
        return outer_end if at_end else outer_start


class Decoding:
    """Builds an inner text from an outer one: ``same`` for what stands there as it is, ``become`` for an escape.

    >>> outer = Source(r"a\u0040b")
    >>> decoding = Decoding(outer)
    >>> decoding.same(0, 1); decoding.become("@", 1, 7); decoding.same(7, 8)
    >>> inner = decoding.source()
    >>> inner.text, inner.span(1, 2)
    ('a@b', (1, 7))
    """

    def __init__(self, outer: Source) -> None:
        self._outer = outer
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._pieces: list[tuple[int, int, bool]] = []
        self._length = 0

    def same(self, start: int, end: int) -> None:
        """The outer text from ``start`` to ``end`` as it is."""
        if end > start:
            self._add(self._outer.text[start:end], start, end, is_same=True)

    def become(self, text: str, start: int, end: int) -> None:
        """``text`` in the place of what stands in the outer text from ``start`` to ``end``."""
        if text:
            self._add(text, start, end, is_same=False)

    def source(self) -> Source:
        """The inner text."""
        return Source("".join(self._texts), WayBack(self._outer, self._starts, self._pieces))

    def _add(self, text: str, start: int, end: int, *, is_same: bool) -> None:
        self._texts.append(text)
        self._starts.append(self._length)
        self._pieces.append((start, end, is_same))
        self._length += len(text)


def part(outer: Source, start: int, end: int) -> Source:
    """A piece of a text as a text of its own."""
    decoding = Decoding(outer)
    decoding.same(start, end)
    return decoding.source()
