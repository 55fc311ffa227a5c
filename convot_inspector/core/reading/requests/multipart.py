"""``multipart/form-data`` (RFC 7578): form fields, each in its own part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.identity import has_identity, names_identity
from convot_inspector.core.reading.limits import MAX_FIELDS
from convot_inspector.core.reading.payload import Entry, make_call
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from convot_inspector.core.model import Kind
    from convot_inspector.core.reading.source import Source

_BOUNDARY = re.compile(r"\s*--([^\r\n]{1,200})\r?\n")
_HEAD_END = re.compile(r"\r?\n\r?\n")
_NAME = re.compile(r'content-disposition:[^\r\n]{0,200}?\bname="([^"\r\n]{0,200})"([^\r\n]{0,500})', re.IGNORECASE)
# The only escapes of browsers in field names (WHATWG HTML).
_NAME_ESCAPES = (("%22", '"'), ("%0D", "\r"), ("%0A", "\n"))


def read_multipart(source: Source) -> Reading | None:
    """Return the call of the fields, without files; None if the text is not multipart or has no identity field."""
    first = _BOUNDARY.match(source.text)
    if first is None:
        return None
    delimiter = "\n--" + first.group(1).rstrip()
    is_as_sent = first.group().endswith("\r\n")
    entries: list[Entry] = []
    at = first.end()
    while (head_end := _HEAD_END.search(source.text, at)) is not None:
        if len(entries) >= MAX_FIELDS:
            return Reading("form", problems=(problems.at(source, at, "too-large"),))
        end = source.text.find(delimiter, head_end.end() - 1)
        if end < 0:
            break  # cut off, so the value is incomplete
        value_end = end - 1 if source.text[end - 1 : end] == "\r" else end
        found = _NAME.search(source.text, at, head_end.start())
        if found is not None and "filename" not in found.group(2):
            start, value_end = head_end.end(), max(head_end.end(), value_end)
            value = source.text[start:value_end]
            # Line breaks are sent as CRLF. A copy with other line breaks has changed those of the value too.
            kind: Kind = "text" if is_as_sent or "\n" not in value else "redacted"
            entries.append(Entry(_name(found.group(1)), value, kind, start, value_end))
        at = end + len(delimiter)
    if not has_identity(entry.name for entry in entries):
        return None
    rest = _BOUNDARY.search(source.text, at)
    is_cut = rest is not None and names_identity(source.text, rest.end())
    more = (problems.at(source, rest.start(1), "too-large", "more-calls"),) if rest is not None and is_cut else ()
    return Reading("form", (make_call(source, entries, first.start(), at, last_wins=False),), more)


def _name(text: str) -> str:
    for escape, character in _NAME_ESCAPES:
        text = text.replace(escape, character)
    return text
