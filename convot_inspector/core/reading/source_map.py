"""Builder of a text that is derived from another one, with a source map."""

from __future__ import annotations

from convot_inspector.core.reading.source import Source, SourceMap


class SourceMapBuilder:
    r"""Builder of an inner text from an outer one: ``copy`` copies text, ``substitute`` replaces an escape.

    >>> outer = Source(r"a\u0040b")
    >>> builder = SourceMapBuilder(outer)
    >>> builder.copy(0, 1); builder.substitute("@", 1, 7); builder.copy(7, 8)
    >>> inner = builder.build()
    >>> inner.text, inner.span(1, 2)
    ('a@b', (1, 7))
    """

    def __init__(self, outer: Source) -> None:
        self._outer = outer
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._pieces: list[tuple[int, int, bool]] = []
        self._length = 0

    def copy(self, start: int, end: int) -> None:
        """Append the outer text from ``start`` to ``end``."""
        if end > start:
            self._add(self._outer.text[start:end], start, end, is_same=True)

    def substitute(self, text: str, start: int, end: int) -> None:
        """Append ``text`` for the outer text from ``start`` to ``end``."""
        if text:
            self._add(text, start, end, is_same=False)

    @property
    def length(self) -> int:
        """The number of characters that the inner text has so far."""
        return self._length

    def build(self, script_starts: tuple[int, ...] = ()) -> Source:
        """Return the inner text with its source map. ``script_starts``: see ``Source``."""
        return Source("".join(self._texts), SourceMap(self._outer, self._starts, self._pieces), script_starts)

    def _add(self, text: str, start: int, end: int, *, is_same: bool) -> None:
        self._texts.append(text)
        self._starts.append(self._length)
        self._pieces.append((start, end, is_same))
        self._length += len(text)


def part(outer: Source, start: int, end: int) -> Source:
    """Return the part of a text from ``start`` to ``end`` as a source of its own."""
    builder = SourceMapBuilder(outer)
    builder.copy(start, end)
    return builder.build()
