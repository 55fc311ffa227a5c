"""Calls that stand only in comments: ``//``, ``/* … */`` and ``<!-- … -->``. No browser runs them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS, SHOP_HASH, USER_HASH
from convot_inspector.core.reading.javascript.call_places import call_places, passes_something
from convot_inspector.core.reading.javascript.calls import read_calls
from convot_inspector.core.reading.javascript.template_comments import template_comment_around
from convot_inspector.core.reading.source import Reading
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.reading.source import Source

_MOST_PLACES = 20
_LONGEST = 16 * 1024  # characters of one comment
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_SLASHES = re.compile(r"[ \t]*//+[ \t]?")
_STAR = re.compile(r"[ \t]*\*(?!/)[ \t]?")
_SCRIPT_TAG = re.compile(r"</?script\b[^<>]{0,300}>|[ \t]*<!--", re.IGNORECASE)
_TEMPLATE_MARK = re.compile(
    r"[ \t]*(?:[{<]{1,2}[~-]?(?:[#%*!]|/\*)[-#\s]{0,4}(?:comment\b[^%]{0,200}%\})?|\{\{--|@\*|</?script\b[^<>]{0,300}>"
    r"|(?:#|--~?\}|\*@|--%>|\*/|\*\}).*)"
)


def read_commented(source: Source) -> Reading | None:
    """Return the calls with a hash in the comments of a text in which no other call was found."""
    calls: list[IdentifyCall] = []
    text, read_to = source.text, 0
    for place in islice(call_places(text), _MOST_PLACES):
        if place < read_to or not passes_something(text, place):
            continue
        found = _comment_around(text, place)
        if found is None or found[1] - found[0] > _LONGEST:
            continue
        read_to = found[1]
        reading = read_calls(_content(source, *found))
        calls += [replace(call, runs=False) for call in (reading.calls if reading is not None else ()) if _tells(call)]
    return Reading("javascript", tuple(calls)) if calls else None


def _tells(call: IdentifyCall) -> bool:
    """Return whether a call holds a hash and is no mere mention in an explanation."""
    has_hash = any((field := call.sent(name)) is not None and field.known for name in (USER_HASH, SHOP_HASH))
    return has_hash and any(
        (field := call.sent(name)) is not None and field.known
        for name in IDENTITY_FIELDS
        if name not in (USER_HASH, SHOP_HASH)
    )


def _comment_around(text: str, place: int) -> tuple[int, int, re.Pattern[str]] | None:
    """Return start and end of the comment around a place, and what precedes the content of its lines."""
    template = template_comment_around(text, place)
    if template is not None:
        return *template, _TEMPLATE_MARK
    nearest = max(0, place - _LONGEST)
    line = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
    slashes = text.find("//", line, place)
    if slashes >= 0 and text[max(slashes - 1, 0) : slashes] != ":":
        return slashes, _end_of_lines(text, place), _SLASHES
    opened, closed = text.rfind("/*", nearest, place), text.rfind("*/", nearest, place)
    if opened > closed:
        end = text.find("*/", place)
        return opened + 2, len(text) if end < 0 else end, _STAR
    opened, closed = text.rfind("<!--", nearest, place), text.rfind("-->", nearest, place)
    if opened > closed:
        end = text.find("-->", place)
        return opened, len(text) if end < 0 else end, _SCRIPT_TAG
    return None


def _end_of_lines(text: str, place: int) -> int:
    """Return the end of the comment lines from the one of a place on."""
    found = _LINE.match(text, place)
    end = found.end() if found is not None else len(text)
    while end < len(text) and _SLASHES.match(text, end):
        found = _LINE.match(text, end)
        if found is None or found.end() == end:
            break
        end = found.end()
    return end


def _content(source: Source, start: int, end: int, mark: re.Pattern[str]) -> Source:
    """Return the content of a comment, without the marks at the beginning of its lines."""
    builder = SourceMapBuilder(source)
    at = start
    while at < end:
        found = _LINE.match(source.text, at, end)
        line_end = found.end() if found is not None and found.end() > at else end
        while (sign := mark.match(source.text, at, line_end)) is not None and sign.end() > at:
            at = sign.end()
            if mark is not _SCRIPT_TAG:
                break
        builder.copy(at, line_end)
        at = line_end
    return builder.build()
