"""logfmt: lines such as ``level=info email=a@b.c user_hash=… msg="…"``."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.limits import MAX_FIELDS, MAX_LINE
from convot_inspector.core.reading.literal import Collector
from convot_inspector.core.reading.payload import Entry, make_call

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.reading.source import Reading, Source

# Only ASCII spaces separate pairs; programs disagree on other white space in unquoted values.
_PAIR = re.compile(r'(?:(?<=[ \t])|^)([A-Za-z_][\w.]{0,60})=("(?:[^"\\\n]|\\.)*"|[^ \t\r\n"]*)(?=[ \t\r\n]|$)', re.M)
_NULLS = ("null", "nil", "None", "<nil>")
_UNREAD = re.compile(
    rf"(?:(?<=[ \t])|^)({'|'.join(IDENTITY_FIELDS)})=([^ \t\r\n][^\r\n]{{0,400}}?)"
    r"(?=[ \t]+[A-Za-z_][\w.]{0,60}=|[\r\n]|$)",
    re.M,
)
_NAME = re.compile("(?:" + "|".join(IDENTITY_FIELDS) + ")=")


def read_logfmt(source: Source) -> Reading | None:
    """Read each line with two identity fields as a call; None if there is none."""
    text = source.text
    if not names_identity(text):
        return None
    collector = Collector(source)
    at = 0
    while found := _NAME.search(text, at):
        if collector.is_full(found.start()):
            break
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        end = at = len(text) if end < 0 else end
        if end - start > MAX_LINE:
            collector.leave_out(found.start())
            continue
        collector.waste(end - start)
        pairs = list(islice(_PAIR.finditer(text, start, end), MAX_FIELDS + 1))
        if len(pairs) > MAX_FIELDS:
            collector.leave_out(pairs[0].start())
            continue
        bare = ["" if pair[2].startswith('"') else pair[2] for pair in pairs]
        if any(value.endswith((",", ";")) for value in bare[:-1]) or any("&" in value for value in bare):
            continue  # a comma-separated list or a form body
        entries = sorted([*map(_entry, pairs), *_unread(text, start, end, pairs)], key=lambda entry: entry.start)
        if sum(entry.name in IDENTITY_FIELDS for entry in entries) >= 2:
            start = entries[0].start - len(entries[0].name) - 1
            collector.add([make_call(source, entries, start, entries[-1].end, last_wins=False)])
    return collector.reading("log")


def _unread(text: str, start: int, end: int, pairs: list[re.Match[str]]) -> Iterator[Entry]:
    """Yield the identity fields whose value is quoted in another way, so that they do not count as not sent."""
    read = {pair.start(1) for pair in pairs}
    for found in _UNREAD.finditer(text, start, end):
        if found.start(1) not in read:
            yield Entry(found[1], found[2], "unclear", *found.span(2))


def _entry(pair: re.Match[str]) -> Entry:
    name, raw = pair[1], pair[2]
    start, end = pair.span(2)
    if raw in _NULLS:
        return Entry(name, "null", "null", start, end)
    if not raw.startswith('"'):
        return Entry(name, raw, "text", start if raw else start - 1, end)
    try:
        return Entry(name, str(json.loads(raw, strict=False)), "text", start, end)
    except ValueError:  # another language's escape
        return Entry(name, raw, "expression", start, end)
