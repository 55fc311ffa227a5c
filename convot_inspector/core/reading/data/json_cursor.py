"""Incremental JSON parser with positions, which needs memory for the largest value only, not for the document."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = re.compile(r"[ \t\r\n]*")
# Numbers are kept as text: Python refuses to convert more than 4,300 digits.
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str)


class JsonCursor:
    """A position at a value of a JSON text. Its methods raise JSONDecodeError if the text is not JSON.

    While iterating over ``names`` or ``items``, the caller must consume each value, by ``value`` or by iterating over
    it. ``decoder``: of the values.
    """

    def __init__(self, text: str, at: int = 0, decoder: json.JSONDecoder = _DECODER) -> None:
        self._text, self._decoder = text, decoder
        self.at = _skip_space(text, at)

    @property
    def character(self) -> str:
        """The value's first character, which distinguishes objects, arrays and strings."""
        return self._text[self.at : self.at + 1]

    def value(self) -> object:
        """Return the value and move past it."""
        value, self.at = self._decoder.raw_decode(self._text, self.at)
        return value

    def names(self) -> Iterator[str]:
        """Yield the names of an object's members, each time with the cursor at the member's value."""
        self._expect("{")
        if self._consume("}"):
            return
        while True:
            name = self.value()
            if not isinstance(name, str):
                raise json.JSONDecodeError("no name", self._text, self.at)
            self._expect(":")
            yield name
            if self._consume("}"):
                return
            self._expect(",")

    def items(self) -> Iterator[int]:
        """Yield the indices of an array, each time with the cursor at the value."""
        self._expect("[")
        if self._consume("]"):
            return
        count = 0
        while True:
            yield count
            count += 1
            if self._consume("]"):
                return
            self._expect(",")

    def _expect(self, mark: str) -> None:
        if not self._consume(mark):
            raise json.JSONDecodeError(f"no {mark}", self._text, self.at)

    def _consume(self, mark: str) -> bool:
        at = _skip_space(self._text, self.at)
        found = self._text.startswith(mark, at)
        self.at = _skip_space(self._text, at + 1) if found else at
        return found


def _skip_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return at if found is None else found.end()
