"""Common base of the parsers for PHP and Ruby literals: numbers, concatenated strings, expressions."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from convot_inspector.core.reading.errors import NotThisNotationError
from convot_inspector.core.reading.limits import MAX_CODE, MAX_DIGITS, MAX_LITERAL
from convot_inspector.core.reading.literal import number_literal
from convot_inspector.core.reading.tokenizer import Tokenizer

if TYPE_CHECKING:
    from convot_inspector.core.reading.literal import Literal
    from convot_inspector.core.reading.source import Source

_CODE = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[\"']|[\[({]|[\])}]|,", re.DOTALL)
_OCTAL = re.compile(r"[+-]?0\d")


class CodeTokenizer(Tokenizer, ABC):
    """Parser of one literal of at most ``MAX_LITERAL`` characters."""

    NUMBER: re.Pattern[str]
    PLUS: re.Pattern[str]
    """The operator between two strings that are concatenated."""

    def __init__(self, source: Source, position: int) -> None:
        super().__init__(source, position, position + MAX_LITERAL)

    def number(self) -> Literal | None:
        """Read the number at the position; None if there is none, or an octal one."""
        start, found = self.position, self.peek(self.NUMBER)
        if found is None or found.end() - start >= MAX_DIGITS or _OCTAL.match(found[0]):
            return None
        self.position = found.end()
        written = found[0].replace("_", "")
        is_whole = written.lstrip("+-").isdigit()
        return number_literal(int(written) if is_whole else float(written), start, self.position)

    @abstractmethod
    def quoted(self) -> str | None:
        """Read the quoted string at the position; return its text, or None if only execution would give it."""

    def string(self) -> Literal:
        """Read the string at the position and those concatenated to it."""
        start = self.position
        parts = [self.quoted()]
        while self.read(self.PLUS):
            parts.append(self.quoted())
        known = [part for part in parts if part is not None]
        return self.text_from(start, "".join(known) if len(known) == len(parts) else None)

    def code(self, stop: str = "") -> Literal:
        """Read code up to the comma or bracket that ends it, or up to ``stop``, as an expression.

        Raises NotThisNotationError if it is longer than ``MAX_CODE`` characters or a quote is not closed.
        """
        start, depth = self.position, 0
        for token in _CODE.finditer(self.text, start, start + MAX_CODE):
            what = token[0]
            if what in ("'", '"'):
                break  # unclosed
            if depth == 0 and (what == "," or what in "])}"):
                self.position = start + len(self.text[start : token.start()].rstrip())
                if self.position == start:
                    self.fail()
                before = self.text.find(stop, start, self.position) if stop else -1
                if before > start:
                    self.position = start + len(self.text[start:before].rstrip())
                return self.expression(start)
            depth += 1 if what in "[({" else -1 if what in "])}" else 0
        raise NotThisNotationError(min(start + MAX_CODE, len(self.text)))
