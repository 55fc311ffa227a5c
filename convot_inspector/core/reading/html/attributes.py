"""An identity in the attributes of an element: ``data-email="…"``, ``onclick="Convot.identify(…)"``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.data.json_text import read_json
from convot_inspector.core.reading.html.entities import decode_entities
from convot_inspector.core.reading.identity import has_identity, names_identity
from convot_inspector.core.reading.javascript.calls import read_calls
from convot_inspector.core.reading.limits import MAX_CALLS
from convot_inspector.core.reading.payload import Entry, make_call
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from convot_inspector.core.model import Kind
    from convot_inspector.core.reading.html.tokens import Token
    from convot_inspector.core.reading.source import Source

_DATA = re.compile(r"data-(?:convot-)?(.+)")


def read_attributes(source: Source, found: list[Token]) -> list[Reading]:
    """Return the calls in the attributes of a page's tags.

    Any button may have a ``data-email`` for purposes of its own, so an element with neither a hash nor Convot's name
    is left out if the page has an element with one, or a script that mentions Convot.
    """
    readings: list[Reading] = []
    unsigned: list[Reading] = []
    for token in found:
        if token.type != "tag" or not token.attributes or len(readings) > MAX_CALLS:
            continue
        entries = _entries(source, token)
        names = {entry.name for entry in entries}
        if has_identity(names):
            call = make_call(source, entries, token.start, token.end)
            if token.name == "script" and "src" in token.attributes and _mentions_convot(source, token):
                call = replace(call, sent_by="not-identify", callee=f"<script data-{_hash_attribute(names)}>")
            reading = Reading("html", (call,))
            (readings if names & {"user_hash", "shop_hash"} or _mentions_convot(source, token) else unsigned).append(
                reading
            )
        readings += _embedded_calls(source, token)
    if readings or any(token.type == "raw" and "Convot" in source.text[token.start : token.end] for token in found):
        return _limited(readings)
    return _limited(unsigned)


def _limited(readings: list[Reading]) -> list[Reading]:
    """Return the readings of the first ``MAX_CALLS`` elements, and a problem where the others begin."""
    rest = tuple(problems.more_calls(reading.calls[0]) for reading in readings[MAX_CALLS : MAX_CALLS + 1])
    return [*readings[:MAX_CALLS], *([Reading("html", problems=rest)] if rest else [])]


def _hash_attribute(names: set[str]) -> str:
    """Return the name of the attribute that stands for the identity in a message."""
    first = next((name for name in ("user_hash", "external_id", "email", "shop") if name in names), "user_hash")
    return first.replace("_", "-")


def _entries(source: Source, token: Token) -> list[Entry]:
    entries = []
    for attribute, (start, end) in token.attributes.items():
        name = _DATA.fullmatch(attribute)
        if name is not None:
            value = decode_entities(source, start, end, is_attribute=True).text
            kind: Kind = "expression" if _is_jsx(source.text, start, end) else "text"
            entries.append(Entry(name.group(1).replace("-", "_"), value, kind, *_display_span(source.text, start, end)))
    return entries


def _display_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span to show for a value; of an empty one its quotes, or the character before it if it has none."""
    return (start, end) if end > start else (start - 1, end + (text[start - 1 : start] == text[end : end + 1]))


def _is_jsx(text: str, start: int, end: int) -> bool:
    """Return whether the value is a JSX expression, ``data-email={user.email}``, and not a template, ``{{email}}``."""
    return text[start - 1 : start] == "=" and text[start:end].startswith("{") and not text.startswith("{{", start)


def _mentions_convot(source: Source, token: Token) -> bool:
    return "convot" in source.text[token.start : token.end].lower()


def _embedded_calls(source: Source, token: Token) -> list[Reading]:
    """Return the calls in event handler attributes and in the JSON of ``data-`` attributes."""
    readings = []
    for attribute, (start, end) in token.attributes.items():
        raw = source.text[start:end]
        if attribute.startswith("on") and "identify" in raw:
            reading = read_calls(decode_entities(source, start, end, is_attribute=True))
        elif attribute.startswith("data-") and "{" in raw and names_identity(raw):
            reading = read_json(decode_entities(source, start, end, is_attribute=True))
        else:
            continue
        if reading is not None and reading.calls:
            readings.append(reading)
    return readings
