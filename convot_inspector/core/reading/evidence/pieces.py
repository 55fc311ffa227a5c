"""Pieces of a text that may be a value: the text between two places where a value can begin and end."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from convot_inspector.core.reading.data.invisible import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

QUOTES = "\"'`“”„‘’«»‹›"
_QUOTE_ENDS = {'"': '"', "'": "'", "`": "`", "“": "”", "„": "“", "‘": "’", "«": "»", "‹": "›"}
LONGEST_PIECE = 400  # characters; identifiers are short
_MOST_ENDS = 20  # ends that are tried for one beginning
_MOST_STARTS = 4_000  # beginnings in one line
_LONGEST_LINE = 64 * 1024

# A value can end before one of these and begin after it. A full stop and the like only end a value at a word's end.
_BOUNDARY = re.compile(
    rf"[\s{INVISIBLE}"
    "\"'`<>()\\[\\]{}=:,;|&?#/\\\\*~«»“”„‘’‚‹›¦│┃║•→。，；：！？（）「」『』【】《》、]"
    "|[.!?_…](?=[\\s\"'`)\\]}>*_]|\\Z)|(?<![\\w])[_-]"
)
_NAME = re.compile(
    r"([^\W\d][\w$.-]{0,40}(?:[ _-][\w$.-]{1,20}){0,2})[\"'`*_)\]\\]{0,4}[ \t]{0,20}"
    r"(?:=>|->|:=|[:=>|\t]|[ \t][-–—.](?=[ \t]))"
    r"(?:\W{0,8}|\W{0,4}\w{1,8}\(\W{0,4}|\W{0,4}[bBuU]\W{1,2}|\W{0,4}<?mailto:)\Z"
)
_SQUEEZED = re.compile(r"[\s_.-]")


class Piece(NamedTuple):
    """A piece of text from ``start`` to ``end``. A tuple, because it takes half the time of a frozen dataclass."""

    text: str
    start: int
    end: int


def pieces_of_line(text: str, start: int, end: int, cut: Callable[[], None] = lambda: None) -> Iterator[Piece]:
    """Yield every piece of one line, the whole line first. ``cut`` is called if the line is too long for all of it."""
    if end - start > _LONGEST_LINE:
        cut()
        end = start + _LONGEST_LINE
    if 0 < end - start <= LONGEST_PIECE:
        yield from _bare(text, start, end)
    starts, ends = [start], []
    for boundary in _BOUNDARY.finditer(text, start, end):
        ends.append(boundary.start())
        starts.append(boundary.end())
    ends.append(end)
    first_end = 0
    if len(starts) > _MOST_STARTS:
        cut()
    for begin in starts[:_MOST_STARTS]:
        while first_end < len(ends) and ends[first_end] <= begin:
            first_end += 1
        for stop in ends[first_end : first_end + _MOST_ENDS]:
            if stop - begin > LONGEST_PIECE:
                break
            piece = text[begin:stop]
            if piece.strip() == piece:
                yield Piece(piece, begin, stop)
            else:
                yield from _bare(text, begin, stop)


def _bare(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield a piece without the blanks at its ends, which belong to a value only inside quotes."""
    piece = text[start:end]
    has_blanks = piece[:1].isspace() or piece[-1:].isspace()
    if has_blanks and not (_is_quote(text[max(start - 1, 0) : start]) and _is_quote(text[end : end + 1])):
        end = start + len(piece.rstrip())
        start += len(piece) - len(piece.lstrip())
    if end > start:
        yield Piece(text[start:end], start, end)


def _is_quote(character: str) -> bool:
    return character != "" and character in QUOTES


def is_quoted(text: str) -> bool:
    """Return whether a text is a whole text in quotes: the quotes are those of the text around it, no one's value."""
    if len(text) > 3 and text[0] == text[-2] == "\\" and text[1] == text[-1]:
        return text[1] in _QUOTE_ENDS
    return len(text) > 1 and _QUOTE_ENDS.get(text[0]) == text[-1]


def lines_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of a part, without their line ends (LF, CRLF or CR)."""
    ends = [start, *(m.end() for m in _LINE_END.finditer(text, start, end))]
    for begin, stop in pairwise((*ends, end) if ends[-1] < end else ends):
        length = len(text[begin:stop].rstrip("\r\n"))
        if length:
            yield begin, begin + length


_LINE_END = re.compile(r"\r\n|\n|\r")


def name_before(text: str, start: int) -> str:
    """Return the name before a position, reduced to lower-case letters and digits; "" if there is none."""
    found = _NAME.search(text, max(0, start - 80), start)
    return _SQUEEZED.sub("", found[1]).lower() if found else ""
