"""Words of a command line, built from pieces with positions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source

_NO_LINE_END = re.compile(r"[^\r\n]+")
MAX_WORDS = 2_000
"""Words in one command."""
LOST = "\ufffd"
"""Replacement for a character that was lost in copying."""


@dataclass
class Word:
    """A word. ``pieces``: text, start and end of each; a text of None means the source text of that span."""

    start: int
    pieces: list[tuple[str | None, int, int]] = field(default_factory=list)

    def copy(self, start: int, end: int) -> None:
        """Append the source text from ``start`` to ``end``."""
        if end > start:
            self.pieces.append((None, start, end))

    def substitute(self, text: str, start: int, end: int) -> None:
        """Append ``text`` for the source text from ``start`` to ``end``."""
        self.pieces.append((text, start, end))

    def add_escape(self, text: str, at: int, special: str) -> int:
        """Append the character that the backslash at ``at`` escapes; return the index after it.

        As in double quotes of POSIX shells (XCU §2.2.3), the backslash is literal unless a character of ``special`` or
        a line feed follows; the latter is removed with it.
        """
        following = text[at + 1 : at + 2]
        if following and following in special:
            self.substitute(following, at, at + 2)
        elif following != "\n":
            self.copy(at, at + 2)
        return at + 2

    def text(self, source: Source) -> str:
        """Return the word as the program receives it."""
        return "".join(source.text[start:end] if text is None else text for text, start, end in self.pieces)

    def without_prefix(self, count: int) -> Word:
        """Return the word without its first ``count`` characters."""
        pieces: list[tuple[str | None, int, int]] = []
        for text, start, end in self.pieces:
            size = end - start if text is None else len(text)
            if count >= size:
                count -= size
            else:
                pieces.append((None, start + count, end) if text is None else (text[count:], start, end))
                count = 0
        return Word(self.start, pieces)

    def prefix(self, count: int) -> Word:
        """Return the first ``count`` characters of the word."""
        pieces: list[tuple[str | None, int, int]] = []
        for text, start, end in self.pieces:
            size = end - start if text is None else len(text)
            if count <= 0:
                break
            pieces.append((None, start, min(end, start + count)) if text is None else (text[:count], start, end))
            count -= size
        return Word(self.start, pieces)

    def without_line_ends(self, source: Source) -> Word:
        """Return the word without line breaks, which curl strips from a file unless it is read by ``--data-binary``."""
        word = Word(self.start)
        for text, start, end in self.pieces:
            if text is not None:
                word.substitute(text.replace("\r", "").replace("\n", ""), start, end)
                continue
            for found in _NO_LINE_END.finditer(source.text, start, end):
                word.copy(*found.span())
        return word

    def add_to(self, builder: SourceMapBuilder) -> None:
        """Append the word to the text that is being built."""
        for text, start, end in self.pieces:
            if text is None:
                builder.copy(start, end)
            else:
                builder.substitute(text, start, end)

    def add_encoded_to(self, builder: SourceMapBuilder, source: Source) -> None:
        """Append the word percent-encoded, with the position of each character."""
        for text, start, end in self.pieces:
            if text is not None:
                builder.substitute(_encoded(text), start, end)
                continue
            for at in range(start, end):
                builder.substitute(_encoded(source.text[at]), at, at + 1)

    def source(self, outer: Source) -> Source:
        """Return the word as a source of its own."""
        builder = SourceMapBuilder(outer)
        self.add_to(builder)
        return builder.build()


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")
