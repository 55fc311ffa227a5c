"""A call alone in its text, with nothing but literals, as the help article writes it: read without a syntax tree.

Whatever is written otherwise, if only by a comment or an escape, is left to the grammar. Both give the same call.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.payload import Entry, make_call

if TYPE_CHECKING:
    from convot_inspector.core.model import IdentifyCall, Kind
    from convot_inspector.core.reading.source import Source

_LONGEST = 2 * 1024  # characters
_CALL = re.compile(r"[ \t\r\n]*((?:window\.)?Convot\.identify\([ \t\r\n]*\{)")
_TEXT = r""""[^"\\\n\r\0\u2028\u2029\ud800-\udfff]*"|'[^'\\\n\r\0\u2028\u2029\ud800-\udfff]*'"""
_MEMBER = re.compile(
    rf"[ \t\r\n]*(?:([A-Za-z_$][\w$]*)|({_TEXT}))[ \t\r\n]*:[ \t\r\n]*"
    rf"(?:({_TEXT})|(0|[1-9][0-9]{{0,14}})|(true|false)|(null|undefined))[ \t\r\n]*(?:,|(?=\}}))",
    re.ASCII,
)
_KINDS: dict[int, Kind] = {3: "text", 4: "number", 5: "boolean", 6: "null"}  # by the group that matched
_END = re.compile(r"[ \t\r\n]*\}[ \t\r\n]*\)")
_REST = re.compile(r"[ \t\r\n;]*")


def read_plain_call(source: Source) -> IdentifyCall | None:
    """Return the call if the text is written as plainly as that; None otherwise."""
    text = source.text
    opening = _CALL.match(text) if len(text) <= _LONGEST else None
    if opening is None:
        return None
    entries: list[Entry] = []
    at = opening.end()
    while (member := _MEMBER.match(text, at)) is not None:
        name, quoted = member.group(1, 2)
        group = member.lastindex or 0
        start, end = member.span(group)
        value = text[start + 1 : end - 1] if group == 3 else text[start:end]
        entries.append(Entry(name or quoted[1:-1], value, _KINDS[group], start, end))
        at = member.end()
    closing = _END.match(text, at)
    rest = _REST.match(text, closing.end()) if closing is not None else None
    if closing is None or rest is None or rest.end() < len(text):
        return None
    return make_call(source, entries, opening.start(1), closing.end())
