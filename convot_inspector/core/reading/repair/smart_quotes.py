"""Curly quotes that a chat, a mail program or a word processor put in place of straight ones: ``email: “a@b.c”``.

They are a syntax error in JavaScript, so the page must have had straight ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source

DOUBLE, SINGLE = "“”„‟«»", "‘’‚‛‹›"
QUOTES = DOUBLE + SINGLE
_MAX_LENGTH = 320  # characters between curly quotes
_MAX_PAIRS = 100_000
_MAX_WASTED = 4  # characters searched after unclosed quotes, for each character of the text

_QUOTE_OR_LINE_END = re.compile(rf"[\"'{QUOTES}\r\n]")
_BEFORE = re.compile(r"[\s:,({\[+=>]")
_ENDS = r"(?=[ \t\u00a0]*(?:[,:)}\]+;\r\n]|=>|//|\Z))"
_CLOSING = {
    '"': re.compile(rf"[{DOUBLE}]{_ENDS}|(?=[\r\n])"),
    "'": re.compile(rf"[{SINGLE}]{_ENDS}|(?=[\r\n])"),
}
_STRAIGHT = {quote: re.compile(rf"(?:[^{quote}\\\r\n]|\\.)*") for quote in "\"'"}


def straighten(source: Source) -> Source | None:
    """Replace curly quotes that delimit a string by straight ones; None if there are none.

    A curly quote inside straight quotes, or the apostrophe of a word, is left as it is.
    """
    text = source.text
    if not any(quote in text for quote in QUOTES):
        return None
    builder = SourceMapBuilder(source)
    copied = at = wasted = 0
    max_wasted = _MAX_WASTED * len(text) + 64 * 1024
    open_line: set[str] = set()  # straight quotes that are not closed on this line
    pairs = 0
    while pairs < _MAX_PAIRS and wasted < max_wasted and (found := _QUOTE_OR_LINE_END.search(text, at)):
        sign, at = found[0], found.end()
        if sign in "\r\n":
            open_line.clear()
        elif sign in _STRAIGHT:
            if sign not in open_line:
                end = _STRAIGHT[sign].match(text, at).end()  # type: ignore[union-attr]  # it matches nothing too
                if text.startswith(sign, end):
                    at = end + 1
                else:
                    open_line.add(sign)
        elif found.start() == 0 or _BEFORE.match(text, found.start() - 1):
            quote = '"' if sign in DOUBLE else "'"
            closing = _CLOSING[quote].search(text, at, at + _MAX_LENGTH)
            if closing is None or not closing[0]:
                wasted += (closing.start() if closing is not None else at + _MAX_LENGTH) - at + 1
                continue
            builder.copy(copied, found.start())
            builder.substitute(quote, found.start(), at)
            copied = _append_content(builder, text, at, closing.start(), quote)
            builder.substitute(quote, closing.start(), closing.end())
            copied = at = closing.end()
            pairs += 1
    if not copied:
        return None
    builder.copy(copied, len(text))
    return builder.build()


def _append_content(builder: SourceMapBuilder, text: str, start: int, end: int, quote: str) -> int:
    """Append the content of a string, with straight quotes in it escaped; return where it ends."""
    while (at := text.find(quote, start, end)) >= 0:
        builder.copy(start, at)
        if text[at - 1] != "\\":
            builder.substitute("\\", at, at)
        builder.copy(at, at + 1)
        start = at + 1
    builder.copy(start, end)
    return end
