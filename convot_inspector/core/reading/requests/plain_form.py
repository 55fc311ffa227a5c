"""Forms sent as ``text/plain``: one field per line, ``name=value`` without encoding (WHATWG HTML)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.identity import has_identity, names_identity
from convot_inspector.core.reading.limits import MAX_FIELDS
from convot_inspector.core.reading.payload import Entry, make_call
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from convot_inspector.core.model import Kind
    from convot_inspector.core.reading.source import Source

_LINE = re.compile(r"(?:([A-Za-z_][\w.\[\]-]{0,100})=)?([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_ENCODED = re.compile(r"[!-~]*")


def read_plain_form(source: Source) -> Reading | None:
    """Return the call of the fields; None if the text has one line, is URL-encoded, or has no identity field.

    A line break inside a value is not distinguishable from the one after it, so a value that is followed by a line
    without a name is unknown.
    """
    text = source.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    lines = [line for line in _LINE.finditer(text, start, end) if line.start() < end]
    if len(lines) < 2 or ("&" in lines[0][2] and _ENCODED.fullmatch(lines[0][2])):
        return None
    named = [number for number, line in enumerate(lines) if line[1] is not None]
    if len(named) > MAX_FIELDS:
        return Reading("form", problems=(problems.at(source, start, "too-large"),)) if names_identity(text) else None
    entries: list[Entry] = []
    for number, following in pairwise([*named, len(lines)]):
        line, last = lines[number], lines[following - 1]
        kind: Kind = "text" if line is last else "expression"
        entries.append(Entry(line[1], text[line.start(2) : last.end(2)], kind, line.start(2), last.end(2)))
    if not has_identity(entry.name for entry in entries):
        return None
    return Reading("form", (make_call(source, entries, start, end, last_wins=False),))
