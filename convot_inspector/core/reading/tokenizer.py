"""A small tokenizer for the hand-written grammars, in the manner of pypa/packaging's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from convot_inspector.core.reading.errors import NotThisNotationError
from convot_inspector.core.reading.literal import Literal, text_literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.reading.source import Source


class Tokenizer:
    """Reads a text from ``position`` on. Tokens are patterns, marks are strings.

    ``end``: a list that goes on behind it is not of the notation. ``SPACE``: what ``skip`` leaves out.
    """

    SPACE = re.compile(r"\s*")

    def __init__(self, source: Source, position: int, end: int | None = None) -> None:
        self.source, self.text, self.position = source, source.text, position
        self.end = len(source.text) if end is None else end

    def peek(self, token: re.Pattern[str]) -> re.Match[str] | None:
        """Return the token at the position, which stays where it is; None if there is another."""
        return token.match(self.text, self.position)

    def read(self, token: re.Pattern[str]) -> re.Match[str] | None:
        """Return the token at the position and move behind it; None if there is another."""
        found = token.match(self.text, self.position)
        if found is not None:
            self.position = found.end()
        return found

    def check(self, mark: str) -> bool:
        """Return whether the mark stands at the position."""
        return self.text.startswith(mark, self.position)

    def consume(self, mark: str) -> bool:
        """Move behind the mark if it stands at the position; return whether it does."""
        found = self.text.startswith(mark, self.position)
        if found:
            self.position += len(mark)
        return found

    def expect(self, mark: str) -> None:
        """Move behind the mark. Raises NotThisNotationError where it does not stand at the position."""
        if not self.consume(mark):
            self.fail()

    def skip(self) -> None:
        """Move behind white space and comments."""
        self.read(self.SPACE)

    def items(self, closing: str) -> Iterator[int]:
        """Count the items of a list up to ``closing``, which is consumed; the caller reads each.

        Items are separated by commas, and one may stand behind the last. Raises NotThisNotationError.
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
        """Return the text from ``start`` to the position as a value that only running it would tell."""
        return Literal("expression", self.text[start : self.position], start, self.position)

    def text_from(self, start: int, text: str | None) -> Literal:
        """Return the text that stands from ``start`` to the position; None: it is not known."""
        return self.expression(start) if text is None else text_literal(text, start, self.position)
