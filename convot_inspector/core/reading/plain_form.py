"""``text/plain``: a form's fields, a line each, ``name=value`` as it is; the reader of bodies asks it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript_object import MOST_FIELDS
from convot_inspector.core.reading.payload import Entry, has_identity, make_call
from convot_inspector.core.reading.reading import Reading

if TYPE_CHECKING:
    from convot_inspector.core.reading.reading import Source

_LINE = re.compile(r"(?:([A-Za-z_][\w.\[\]-]{0,100})=)?([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_ENCODED = re.compile(r"[!-~]*&[!-~]*(?=[\r\n])")


def read_plain_form(source: Source) -> Reading | None:
    """The fields as a call; None if the text has one line, is encoded as other forms are, or names no identity.

    Nothing tells a line end in a value from the one behind it: what a line without a name goes on is not known.
    """
    text = source.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if not re.search(r"[\r\n]", text[start:end]) or _ENCODED.match(text, start):
        return None
    entries: list[Entry] = []
    for line in _LINE.finditer(text, start, end):
        if len(entries) >= MOST_FIELDS:
            break
        if line[1] is not None:
            entries.append(Entry(line[1], line[2], "text", *line.span(2)))
        elif entries and line.start() < end:
            last = entries[-1]
            entries[-1] = replace(last, value=text[last.start : line.end(2)], kind="expression", end=line.end(2))
    if not has_identity(entry.name for entry in entries):
        return None
    return Reading("form", (make_call(source, entries, start, end),))
