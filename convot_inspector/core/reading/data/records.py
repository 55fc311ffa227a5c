"""Names and values that a command passes in pairs: SQL's INSERT and COPY, ``form.append(…)``, maps of PHP and Erlang.

Each is read only as far as its own grammar fixes what the values are; a value with an escape is not known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.limits import MAX_SNIPPET
from convot_inspector.core.reading.literal import Collector
from convot_inspector.core.reading.payload import Entry, make_call

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import Kind
    from convot_inspector.core.reading.source import Reading, Source

_COLUMNS = r"\(([^()]{1,2000})\)"
_INSERT = re.compile(
    rf"\b(?:INSERT|REPLACE)\s+(?:IGNORE\s+)?INTO\s+[\w.`\"\[\]]{{1,200}}\s*{_COLUMNS}\s*VALUES\s*", re.IGNORECASE
)
_SQL_VALUE = re.compile(
    r"\s*(?:[NnEe]?'((?:[^']|''){0,10000})'|(NULL)|(-?\d{1,30}(?:\.\d{1,30})?)|([^\s',()][^',()]{0,200}(?:\([^()']{0,100}\))?))"
    r"\s*([,)])",
    re.IGNORECASE,
)
_COPY = re.compile(
    rf"^COPY\s+[\w.\"]{{1,200}}\s*{_COLUMNS}\s+FROM\s+stdin\b[^\n]{{0,200}}\n", re.IGNORECASE | re.MULTILINE
)
_CELL = re.compile(r"([^\t\r\n]*)(\t|\r?\n|\Z)")
_APPEND = re.compile(
    r"\b([\w$.]{1,60})\.(?:append|set|put|add|addFormDataPart|addQueryParameter)\(\s*(?:\"(\w{1,60})\"|'(\w{1,60})')\s*,\s*"
)
_LITERAL = re.compile(r"\"((?:[^\"\\\r\n]|\\.)*)\"\s*\)|'((?:[^'\\\r\n]|\\.)*)'\s*\)")
_REST = re.compile(r"[^\r\n]*")
_NOT_PLAIN = re.compile(r"[\\$]|#\{")
_ERLANG = re.compile(
    r"(\w{1,60}|<<\"\w{1,60}\">>)\s*=>\s*(?:<<\"((?:[^\"\\]|\\.)*)\"(?:/utf8)?>>|\"((?:[^\"\\]|\\.)*)\"|(-?\d{1,30})|([^\s,{}\[\]()]{1,100}))"
)
_BETWEEN = re.compile(r"[\s,]{0,200}")
_NEXT_ROW = re.compile(r"\s*,\s*(?=\()")
_ERLANG_MAP = re.compile(r"#\{")
_SERIALIZED = re.compile(r"(?:a:\d{1,6}|O:\d{1,4}:\"[\w\\]{1,200}\":\d{1,6}):\{")
_SERIALIZED_TEXT = re.compile(r"s:(\d{1,7}):\"")
_SERIALIZED_OTHER = re.compile(r"(?:i|d):(-?[\d.E+-]{1,40});|(N);|b:([01]);")
_NAME_QUOTES = ' \t\r\n`"[]'


def read_records(source: Source) -> Reading | None:
    """Return a call for each record; None if the text has none."""
    text = source.text
    if len(text) > MAX_SNIPPET or not names_identity(text):
        return None
    collector = Collector(source)
    for format_, read in _READERS:
        for entries in read(text):
            known = {entry.name for entry in entries if entry.name in IDENTITY_FIELDS}
            if len(known) < 2:
                continue
            if collector.is_full(entries[0].start):
                break
            start, end = min(entry.start for entry in entries), max(entry.end for entry in entries)
            collector.add([make_call(source, entries, start, end, last_wins=False)])
        reading = collector.reading(format_)
        if reading is not None:
            return reading
    return None


def _inserted(text: str) -> Iterator[list[Entry]]:
    """Yield the rows of SQL's ``INSERT INTO t (columns) VALUES (…), (…)``; MySQL's backslashes are unknown."""
    for statement in _INSERT.finditer(text):
        names = [name.strip(_NAME_QUOTES) for name in statement[1].split(",")]
        at = statement.end()
        while text[at : at + 1] == "(":
            entries: list[Entry] = []
            at += 1
            while found := _SQL_VALUE.match(text, at):
                entries.append(_sql_entry(names[len(entries)] if len(entries) < len(names) else "", found))
                at = found.end()
                if found[5] == ")":
                    break
            else:
                break
            if len(entries) != len(names):
                break
            yield entries
            following = _NEXT_ROW.match(text, at)
            at = following.end() if following is not None else len(text)


def _sql_entry(name: str, found: re.Match[str]) -> Entry:
    if found[1] is not None:
        is_known = "\\" not in found[1]
        start, end = found.start(1) - 1, found.end(1) + 1
        written = found[1].replace("''", "'") if is_known else found.string[start:end]
        return Entry(name, written, "text" if is_known else "expression", start, end)
    if found[2] is not None:
        return Entry(name, "null", "null", *found.span(2))
    group = 3 if found[3] is not None else 4
    return Entry(name, found[group].strip(), "text" if group == 3 else "expression", *found.span(group))


def _copied(text: str) -> Iterator[list[Entry]]:
    """Yield the rows of PostgreSQL's ``COPY t (columns) FROM stdin``: cells between tabs, ``\\N`` for no value."""
    for statement in _COPY.finditer(text):
        names = [name.strip(_NAME_QUOTES) for name in statement[1].split(",")]
        at = statement.end()
        while at < len(text) and not text.startswith("\\.", at):
            entries: list[Entry] = []
            while found := _CELL.match(text, at):
                at = found.end()
                if len(entries) < len(names):
                    kind: Kind = "null" if found[1] == "\\N" else "expression" if "\\" in found[1] else "text"
                    span = found.span(1) if found[1] else (max(found.start(1) - 1, 0), found.start(1))
                    entries.append(Entry(names[len(entries)], "null" if kind == "null" else found[1], kind, *span))
                if found[2] != "\t":
                    break
            if len(entries) != len(names):
                break
            yield entries


def _appended(text: str) -> Iterator[list[Entry]]:
    """Yield the pairs that calls such as ``form.append("name", "value")`` add to one object, without others between."""
    entries: list[Entry] = []
    receiver = ""
    for found in _APPEND.finditer(text):
        name = found[2] or found[3]
        if found[1] != receiver or any(entry.name == name for entry in entries):
            yield entries
            entries, receiver = [], found[1]
        literal = _LITERAL.match(text, found.end())
        group = literal.lastindex if literal is not None else None
        if literal is None or group is None or _NOT_PLAIN.search(literal[group]):
            rest = _REST.match(text, found.end())
            written = rest[0] if rest is not None else ""
            entries.append(Entry(name, written, "expression", found.end(), found.end() + len(written)))
        else:
            start, end = literal.span(group)
            entries.append(Entry(name, literal[group], "text", start - 1, end + 1))
    yield entries


def _erlang(text: str) -> Iterator[list[Entry]]:
    """Yield the pairs of Erlang's maps of binaries: ``#{email => <<"…"/utf8>>}``."""
    for opening in _ERLANG_MAP.finditer(text):
        entries: list[Entry] = []
        at = _behind(_BETWEEN, text, opening.end())
        while found := _ERLANG.match(text, at):
            at = _behind(_BETWEEN, text, found.end())
            group = next(number for number in (2, 3, 4, 5) if found[number] is not None)
            is_known = group != 5 and "\\" not in found[group]
            name = found[1].strip('<>"')
            entries.append(Entry(name, found[group], "text" if is_known else "expression", *found.span(group)))
        if text.startswith("}", at):
            yield entries


def _behind(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return at if found is None else found.end()


def _serialized(text: str) -> Iterator[list[Entry]]:
    """Yield the pairs of PHP's ``serialize``; lengths are in bytes."""
    for opening in _SERIALIZED.finditer(text):
        entries: list[Entry] = []
        at = opening.end()
        while (name := _serialized_value(text, at)) is not None and name.name == "text":
            value = _serialized_value(text, name.end)
            if value is None:
                break
            written, start, end = value.value, value.start, value.end
            entries.append(Entry(name.value, written, value.kind, start, end - (2 if value.name == "text" else 1)))
            at = end
        if text.startswith("}", at):
            yield entries


def _serialized_value(text: str, at: int) -> Entry | None:
    """Return a value with what it is as its name; its end is behind the sign that ends it."""
    found = _SERIALIZED_TEXT.match(text, at)
    if found is not None:
        piece = text[found.end() : found.end() + int(found[1])]
        content = piece.encode(errors="surrogatepass")[: int(found[1])].decode(errors="replace")
        end = found.end() + len(content)
        return Entry("text", content, "text", found.end(), end + 2) if text.startswith('";', end) else None
    other = _SERIALIZED_OTHER.match(text, at)
    if other is None:
        return None
    if other[2] is not None:
        return Entry("null", "null", "null", other.start(), other.end())
    if other[3] is not None:
        return Entry("flag", "true" if other[3] == "1" else "false", "boolean", other.start(3), other.end())
    return Entry("number", other[1], "text", other.start(1), other.end())


_READERS = (
    ("table", _inserted), ("tsv", _copied), ("form", _appended), ("php", _serialized), ("console", _erlang),
)  # fmt: skip
