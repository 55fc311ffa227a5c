"""Base class of the hand-written parsers, modeled on the tokenizer of pypa/packaging."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from convot_inspector.core.reading.errors import NotThisNotationError
from convot_inspector.core.reading.literal import Literal, text_literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.reading.source import Source


class Tokenizer:
    """Parser state: a text and a position in it. A token is a regular expression, a mark is a literal string.

    ``end``: the limit of the position; a list that extends beyond it is rejected. ``SPACE``: the white space and
    comments that ``skip`` skips.
    """

    SPACE = re.compile(r"\s*")

    def __init__(self, source: Source, position: int, end: int | None = None) -> None:
        self.source, self.text, self.position = source, source.text, position
        self.end = len(source.text) if end is None else end

    def peek(self, token: re.Pattern[str]) -> re.Match[str] | None:
        """Return the token at the position without moving; None if it does not match."""
        return token.match(self.text, self.position)

    def read(self, token: re.Pattern[str]) -> re.Match[str] | None:
        """Return the token at the position and move past it; None if it does not match."""
        found = token.match(self.text, self.position)
        if found is not None:
            self.position = found.end()
        return found

    def check(self, mark: str) -> bool:
        """Return whether the mark is at the position."""
        return self.text.startswith(mark, self.position)

    def consume(self, mark: str) -> bool:
        """Move past the mark if it is at the position; return whether it is."""
        found = self.text.startswith(mark, self.position)
        if found:
            self.position += len(mark)
        return found

    def expect(self, mark: str) -> None:
        """Move past the mark. Raises NotThisNotationError if it is not at the position."""
        if not self.consume(mark):
            self.fail()

    def skip(self) -> None:
        """Move past white space and comments."""
        self.read(self.SPACE)

    def items(self, closing: str) -> Iterator[int]:
        """Yield the index of each item up to ``closing``, which is consumed; the caller reads the item itself.

        Items are separated by commas; a trailing comma is allowed. Raises NotThisNotationError.
        """
        count = 0
        self.skip()
        while not self.consume(closing):
            yield count
            count += 1
            self.skip()
            if self.position > self.end:
                self.fail()
            if not self.consume(","):
                self.expect(closing)
                return
            self.skip()

    def fail(self) -> NoReturn:
        """Raise NotThisNotationError at the position."""
        raise NotThisNotationError(self.position)

    def expression(self, start: int) -> Literal:
        """Return the text from ``start`` to the position as an expression, whose value only execution would give."""
        return Literal("expression", self.text[start : self.position], start, self.position)

    def text_from(self, start: int, text: str | None) -> Literal:
        """Return ``text`` as the literal from ``start`` to the position; an expression if it is None, not known."""
        return self.expression(start) if text is None else text_literal(text, start, self.position)
