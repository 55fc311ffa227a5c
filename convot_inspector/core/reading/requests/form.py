"""URL-encoded forms and query strings: ``email=john%40example.com&user_hash=…``."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.code_units import utf8_length
from convot_inspector.core.reading.data.json_text import read_json
from convot_inspector.core.reading.identity import has_identity, names_identity
from convot_inspector.core.reading.limits import MAX_BODY, MAX_CALLS, MAX_FIELDS
from convot_inspector.core.reading.payload import Entry, make_call
from convot_inspector.core.reading.requests.multipart import read_multipart
from convot_inspector.core.reading.source import Reading
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from convot_inspector.core.model import IdentifyCall, Kind
    from convot_inspector.core.reading.source import Source

_SHAPE = re.compile(r"[A-Za-z_][^\s=&?/:{}\"'<>()]*+=[^\s\"'<>`{}&]*+&[^\s\"'<>`{}]*+")
_URL = re.compile(r"(?:https?://|//|/)?[^\s\"'<>`?#]{0,4000}\?([^\s\"'<>`#]+)(?:#\S*)?")
_WORD = re.compile(r"[^\s\"'<>`]+")
_QUERY = re.compile(r"(?:https?://|/)[^?#]{1,4000}\?([^#]+)")
_WRAPPED_AMPERSAND = re.compile(r"(?:&[ \t]{0,9}\r?\n|\r?\n[ \t]{0,9}&)[ \t]{0,9}(?=\w)")
_TRAILING_PUNCTUATION = ".,;:!?)]}*_|"
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_PERCENT = re.compile(r"\+|(?:%[0-9a-fA-F]{2})+")


def read_form(source: Source) -> Reading | None:
    """Return the call of a form alone: two or more pairs with an identity field, or multipart; None for other texts."""
    if not names_identity(source.text):
        return None
    if source.text.lstrip().startswith("--") and "form-data" in source.text:
        return read_multipart(source)
    source = _unwrap_lines(source)
    start, end = _stripped(source.text)
    return read_pairs(source, start, end) if _SHAPE.fullmatch(source.text, start, end) else None


def _unwrap_lines(source: Source) -> Source:
    """Join a form that was wrapped at ``&`` for display; forms are never sent with line breaks."""
    breaks = list(islice(_WRAPPED_AMPERSAND.finditer(source.text), MAX_FIELDS))
    if not breaks:
        return source
    builder = SourceMapBuilder(source)
    at = 0
    for found in breaks:
        builder.copy(at, found.start())
        builder.substitute("&", *found.span())
        at = found.end()
    builder.copy(at, len(source.text))
    return builder.build()


def read_query(source: Source) -> Reading | None:
    """Return the calls of a URL alone, or of all URLs in a text whose query has a hash.

    In a longer text, ``?email=`` without a hash is an ordinary link.
    """
    if "?" not in source.text or not names_identity(source.text):
        return None
    start, end = _stripped(source.text)
    alone = _URL.fullmatch(source.text, start, end)
    if alone is not None:
        return read_pairs(source, *alone.span(1), format_="query")
    calls: list[IdentifyCall] = []
    for word in _WORD.finditer(source.text):
        at = word.group().find("http") if "_hash=" in word.group() else -1
        at = 0 if at < 0 and "_hash=" in word.group() and word.group()[0] == "/" else at  # a path in a server's log
        found = _QUERY.match(source.text, word.start() + at, word.end()) if at >= 0 else None
        if found is None:
            continue
        if len(calls) >= MAX_CALLS:
            return Reading("query", tuple(calls), (problems.at(source, found.start(), "too-large", "more-calls"),))
        start = found.start(1)
        reading = read_pairs(source, start, start + len(found.group(1).rstrip(_TRAILING_PUNCTUATION)), format_="query")
        calls += reading.calls if reading is not None else ()
    return Reading("query", tuple(calls)) if calls else None


def read_url(source: Source) -> Reading | None:
    """Return the calls in the query of a URL; None if it has no identity field."""
    end = source.text.find("#")
    end = len(source.text) if end < 0 else end
    question = source.text.find("?", 0, end)
    return read_pairs(source, question + 1, end, format_="query") if question >= 0 else None


def read_pairs(source: Source, start: int, end: int, *, format_: str = "form") -> Reading | None:
    """Return the call of the pairs from ``start`` to ``end``, also nested in a name or in JSON; else None."""
    text = source.text[start:end]
    if not names_identity(text):
        return None
    if len(text) > MAX_BODY or text.count("&") > MAX_FIELDS:
        return Reading(format_, problems=(problems.at(source, start, "too-large"),))
    entries = []
    at = start
    for pair in text.split("&"):
        if not pair:
            at += 1
            continue
        if pair.startswith("amp;"):  # of an address in HTML
            pair, at = pair.removeprefix("amp;"), at + len("amp;")
        name, equals, value = pair.partition("=")
        value_start = at + len(name) + len(equals)
        value_end = value_start + len(value)
        decoded = decode_component(value)
        # Browsers encode "#" as "%23"; an unencoded one may begin the fragment.
        kind: Kind = "text" if decoded is not None and "#" not in value else "expression"
        content = value if decoded is None else decoded
        # An empty value is highlighted by the character before it.
        entries.append(Entry(_path(name), content, kind, value_start if value else value_start - 1, value_end))
        at += len(pair) + 1
    for candidate in (entries, _unnest(entries)):
        if has_identity(entry.name for entry in candidate):
            return Reading(format_, (make_call(source, candidate, start, end, last_wins=False),))
    return _json_value(source, entries, format_)


def decode_component(text: str) -> str | None:
    """Decode a URL-encoded name or value; None if its bytes are not UTF-8, which servers decode differently."""
    try:
        return unquote_to_bytes(text.replace("+", " ")).decode()
    except UnicodeError:
        return None


def _path(name: str) -> str:
    """Decode a name, and convert ``user[email]`` to the path ``user.email`` that all notations use."""
    decoded = decode_component(name)
    return name if decoded is None else _BRACKETS.sub(r".\1", decoded)


def _unnest(entries: list[Entry]) -> list[Entry]:
    """Return the pairs nested in a single name, as in ``visitor[email]=…``; empty if several have identity fields."""
    names = {entry.name.partition(".")[0] for entry in entries if entry.name.partition(".")[2] in IDENTITY_FIELDS}
    if len(names) != 1 or names & {"custom_data"}:
        return []
    before = names.pop() + "."
    return [
        Entry(entry.name.removeprefix(before), entry.value, entry.kind, entry.start, entry.end)
        for entry in entries
        if entry.name.startswith(before)
    ]


def _json_value(source: Source, entries: list[Entry], format_: str) -> Reading | None:
    """Return the calls in JSON values: ``payload=%7B%22email%22…``."""
    calls: list[IdentifyCall] = []
    for entry in entries:
        if entry.kind == "text" and entry.value[:1] in ("{", "[") and names_identity(entry.value):
            reading = read_json(_decoded(source, entry.start, entry.end))
            calls += reading.calls if reading is not None else ()
    return Reading(format_, tuple(calls)) if calls else None


def _decoded(source: Source, start: int, end: int) -> Source:
    """Decode a value whose bytes are known to be UTF-8, with a source map."""
    builder = SourceMapBuilder(source)
    at = start
    for found in _PERCENT.finditer(source.text, start, end):
        builder.copy(at, found.start())
        at = found.start()
        if found.group() == "+":
            builder.substitute(" ", at, at + 1)
        while at < found.end() and source.text[at] == "%":
            lead = int(source.text[at + 1 : at + 3], 16)
            size = 3 * utf8_length(lead)
            builder.substitute(unquote_to_bytes(source.text[at : at + size]).decode("utf-8", "replace"), at, at + size)
            at += size
        at = found.end()
    builder.copy(at, end)
    return builder.build()


def _stripped(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip())
