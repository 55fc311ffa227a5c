"""What a reader hands back, and where things stand in the pasted text."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convot_inspector.core.model import IdentifyCall, Problem

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Reading:
    """The calls that a notation's reader found, in the order of the text, and what it could not read."""

    format: str
    calls: tuple[IdentifyCall, ...] = ()
    problems: tuple[Problem, ...] = ()


class Source:
    """A pasted text that can say on which line and column an index stands, both counted from 1."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def place(self, index: int) -> tuple[int, int]:
        """Line and column of ``index``; logarithmic after the first call."""
        line = bisect_left(self._line_starts, index + 1)
        return line, index - self._line_starts[line - 1] + 1
