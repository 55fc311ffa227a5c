"""The external_id named beside a proven pair: Convot signs it instead of the email where it is passed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.model import Field
from convot_inspector.core.reading.evidence.unclear import has_one_reading

if TYPE_CHECKING:
    from convot_inspector.core.model import Kind
    from convot_inspector.core.reading.source import Source

_FAR = 2_000  # characters before and after a hash; beyond that another record may begin
_BLANK_LINE = re.compile(r"\n[ \t>|]*\r?\n")
_NAMED = re.compile(
    r"(?i)(?<![A-Za-z])external[_ -]?id[\"'`*\]\\]{0,4}[ \t]{0,9}"
    r"(?:(?:</?\w{1,20}>\s{0,9}){1,4}|=>|->|:=|[:=>|,\t]|[-–—](?=[ \t]))[ \t]{0,9}"
    r"(?:\"([^\"\r\n]{0,400})\"|'([^'\r\n]{0,400})'|([^\r\n,;)}\]|&<\t]{0,400}))"
)
_NOTHING = re.compile(
    r"(?:Optional|Some)?\(?(?:null|nil|none|undefined|nothing|<nil>|<null>|~|\(null\)|\(none\))?\)?", re.IGNORECASE
)


def external_id_beside(source: Source, place: int) -> Field | None:
    """Return the only external_id in the same paragraph as a position; None if there is none or more than one."""
    text = source.text
    before = [found.end() for found in _BLANK_LINE.finditer(text, max(0, place - _FAR), place)]
    behind = _BLANK_LINE.search(text, place, place + _FAR)
    start = before[-1] if before else max(0, place - _FAR)
    end = behind.start() if behind is not None else min(len(text), place + _FAR)
    named = list(_NAMED.finditer(text, start, end))
    if len(named) != 1:
        return None
    group = named[0].lastindex or 0
    value = named[0][group].strip()
    if _NOTHING.fullmatch(value):
        return None
    begin = named[0].start(group) + len(named[0][group]) - len(named[0][group].lstrip())
    stop = begin + len(value)
    line, column = source.place(begin)
    kind: Kind = "text" if has_one_reading(value) else "unclear"
    return Field(convot.EXTERNAL_ID, value, kind, line, column, *source.span(begin, stop))
