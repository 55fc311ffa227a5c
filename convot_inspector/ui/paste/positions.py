"""Mapping between text indices and positions in a QTextDocument."""

from __future__ import annotations

import re
from bisect import bisect_left

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """Map from ``str`` indices to document positions: two for a non-BMP character (UTF-16), one for a CRLF."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [] if text.isascii() else [found.start() for found in _WIDE.finditer(text)]
        self._pairs = [found.start() for found in re.finditer("\r\n", text)] if "\r" in text else []

    def __getitem__(self, index: int) -> int:
        index = min(index, self._length)
        return index + bisect_left(self._wide, index) - bisect_left(self._pairs, index)

    def index(self, position: int) -> int:
        """Return the index of the character at a position of the document."""
        return bisect_left(range(self._length), position, key=self.__getitem__)
