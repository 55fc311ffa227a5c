"""Lines of a name, a tab and a value: two columns of a spreadsheet, tables of Firefox's developer tools."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.javascript.numbers import number_text, parse_number
from convot_inspector.core.reading.javascript.strings import unescape
from convot_inspector.core.reading.limits import MAX_FIELDS
from convot_inspector.core.reading.literal import Collector
from convot_inspector.core.reading.payload import Entry, make_call

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import IdentifyCall, Kind
    from convot_inspector.core.reading.source import Reading, Source

_ROW = re.compile(r"(?:([^\t\r\n]{1,100})\t)?([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_TEXT = re.compile(r"([\"'`])(?:[^\\]|\\.)*\1")
_ESCAPE = re.compile(r"\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|.)")
_OBJECT = re.compile(r"\{…?\}|(?:\(\d+\) ?)?\[…?\]|.*[\[{].*…")


def read_columns(source: Source) -> Reading | None:
    """Read each block of rows as a call; None if none has two identity fields, one of them a hash."""
    text = source.text
    if "\t" not in text or not names_identity(text):
        return None
    collector = Collector(source)
    rows: list[re.Match[str]] = []
    for row in _ROW.finditer(text):
        if row[0].strip() and len(rows) < MAX_FIELDS:
            rows += [row] if rows or row[1] is not None else []
            continue
        if collector.is_full(row.start()):
            return collector.reading("tsv")
        collector.add(_calls(source, rows))
        rows = []
    return collector.reading("tsv")


def _calls(source: Source, rows: list[re.Match[str]]) -> Iterator[IdentifyCall]:
    names = [row[1] for row in rows if row[1] in IDENTITY_FIELDS]
    if len(names) < 2 or not any(name.endswith("_hash") for name in names):
        return
    # Firefox quotes all strings.
    is_quoted = all(_is_quoted(row[2]) for row in rows if (row[1] or "").endswith("_hash"))
    entries: list[Entry] = []
    is_nested = False
    for row in rows:
        # Members of an object and further lines of a text are rows like others, and nothing marks their end.
        is_nested = is_nested or row[1] is None or "\t" in row[2]
        if row[1] is not None:
            entry = _firefox_entry(row) if is_quoted else _plain_entry(row)
            entries.append(entry._replace(value=row[2], kind="expression") if is_nested else entry)
        is_nested = is_nested or _OBJECT.fullmatch(row[2]) is not None
    yield make_call(source, entries, rows[0].start(), rows[-1].end(2), last_wins=False)


def _is_quoted(value: str) -> bool:
    return _TEXT.fullmatch(value) is not None


def _firefox_entry(row: re.Match[str]) -> Entry:
    """Return the entry of a value as Firefox displays it; unknown if it has spaces, which may have been U+00A0."""
    value = row[2]
    kind: Kind = "expression"
    if _is_quoted(value):
        inside = value[1:-1]
        kind = "text" if not {" ", "…"} & set(inside) else "redacted"
        value = _ESCAPE.sub(lambda escape: unescape(escape[0]) or "", inside)
    elif value in ("true", "false"):
        kind = "boolean"
    elif value in ("null", "undefined"):
        kind = "null"
    elif _is_number(value):
        kind = "number"
    return Entry(row[1], value, kind, *row.span(2))


def _is_number(value: str) -> bool:
    """Return whether the text is a number as JavaScript prints it."""
    try:
        number = parse_number(value.removeprefix("-"))
    except ValueError:
        return False
    return number is not None and number_text(number) == value.removeprefix("-")


def _plain_entry(row: re.Match[str]) -> Entry:
    """Return the entry of an unquoted value; a word for null may also be a text."""
    value, (start, end) = row[2], row.span(2)
    kind: Kind = "expression" if value in ("null", "NULL", "undefined", "None") else "text"
    return Entry(row[1], value, kind, start if value else start - 1, end)
