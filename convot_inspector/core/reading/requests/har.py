"""HAR 1.2 files, in which browsers save requests: calls in bodies, URLs and WebSocket messages."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.data.json_cursor import JsonCursor
from convot_inspector.core.reading.identity import has_identity, names_identity
from convot_inspector.core.reading.javascript.escapes import decode_string
from convot_inspector.core.reading.limits import MAX_BODY, MAX_CALLS, MAX_FIELDS
from convot_inspector.core.reading.payload import Entry, make_call
from convot_inspector.core.reading.requests.body import read_body
from convot_inspector.core.reading.requests.form import decode_component, read_url
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from convot_inspector.core.model import Problem
    from convot_inspector.core.reading.source import Source

_ORIGIN = re.compile(r"[a-z]+://[^/?#]*", re.IGNORECASE)
_ENCODED = re.compile(r"(?:[A-Za-z0-9*._+~()!'-]|%[0-9A-Fa-f]{2})*")


@dataclass(frozen=True)
class _RequestReading:
    """The calls of one request, and the origin to which it was sent."""

    origin: str
    reading: Reading


def read_har(source: Source) -> Reading | None:
    """Return the calls of all requests to Convot; None if the text is not a HAR."""
    text = source.text
    if not text.lstrip().startswith("{") or '"entries"' not in text or '"log"' not in text:
        return None
    cursor = JsonCursor(text)
    found_requests: list[_RequestReading] = []
    found_problems: list[Problem] = []
    in_log = False
    count = 0
    try:
        for _ in _entries(cursor):
            in_log = True
            if count >= MAX_CALLS:
                found_problems.append(problems.at(source, cursor.at, "too-large", "more-calls"))
                break
            start, entry = cursor.at, cursor.value()
            if isinstance(entry, dict) and any(map(names_identity, _sent_texts(entry))):
                found_requests += (read := _read_entry(source, start))
                count += sum(len(found.reading.calls) + len(found.reading.problems) for found in read)
    except RecursionError:
        found_problems.append(problems.at(source, cursor.at, "too-deep"))
    except json.JSONDecodeError as error:
        if not in_log:
            return None  # other JSON, left to read_json
        rest = text[error.pos :].strip()
        id_ = "unterminated" if not rest or rest.startswith('"') else "bad-json"
        found_problems.append(problems.at(source, min(error.pos, len(text) - 1), id_))
    if not in_log:
        return None
    if not found_problems and names_identity(text, cursor.at):
        found_problems.append(problems.at(source, cursor.at, "too-large", "more-calls"))
    readings = [found.reading for found in _only_convot(found_requests)]
    calls = tuple(call for reading in readings for call in reading.calls)
    found_problems[:0] = [problem for reading in readings for problem in reading.problems]
    if not calls and not found_problems:
        found_problems.append(problems.at(source, 0, "no-identify-call"))
    return Reading("har", calls, tuple(found_problems))


def _entries(cursor: JsonCursor) -> Iterator[int]:
    """Yield the index of each entry of the log, each time with the cursor at the entry."""
    for name in cursor.names():
        if name != "log" or cursor.character != "{":
            cursor.value()
            continue
        for part in cursor.names():
            if part == "entries" and cursor.character == "[":
                yield from cursor.items()
            else:
                cursor.value()


def _only_convot(found_requests: list[_RequestReading]) -> list[_RequestReading]:
    """Remove requests to other products: a page sends its visitor's email to many.

    Convot's origins are those with its name, and those that receive an identity hash. If there are none, all requests
    are kept.
    """
    origins = {
        found.origin for found in found_requests if "convot" in found.origin.lower() or _is_signed(found.reading)
    }
    return [found for found in found_requests if found.origin in origins] if origins else found_requests


def _is_signed(reading: Reading) -> bool:
    return any("user_hash" in call.fields or "shop_hash" in call.fields for call in reading.calls)


def _sent_texts(entry: dict[str, object]) -> Iterator[str]:
    """Yield the sent texts of an entry: URL, body, parameter names and WebSocket messages."""
    request, messages = entry.get("request"), entry.get("_webSocketMessages")
    if isinstance(request, dict):
        data = request.get("postData")
        texts = [request.get("url")]
        if isinstance(data, dict):
            texts += [data.get("text"), *(each.get("name") for each in _dicts(data.get("params")))]
        yield from (text for text in texts if isinstance(text, str))
    for message in _dicts(messages):
        if message.get("type") == "send" and isinstance(text := message.get("data"), str):
            yield text


def _read_entry(source: Source, at: int) -> list[_RequestReading]:
    """Return the readings of the entry at ``at``: of the request and of the WebSocket messages."""
    cursor = JsonCursor(source.text, at)
    origin = ""
    found: list[_RequestReading] = []
    for name in cursor.names():
        start = cursor.at
        value = cursor.value()
        if name == "request" and isinstance(value, dict):
            url = value.get("url")
            match = _ORIGIN.match(url) if isinstance(url, str) else None
            origin = match.group() if match else ""
            reading = _read_request(source, start)
            found += [_RequestReading(origin, reading)] if reading is not None else []
        elif name == "_webSocketMessages" and isinstance(value, list):
            found += [_RequestReading(origin, reading) for reading in _read_messages(source, start)]
    return found


def _read_request(source: Source, at: int) -> Reading | None:
    """Return the calls in a request's body, or else in its URL."""
    url: Reading | None = None
    body: Reading | None = None
    cursor = JsonCursor(source.text, at)
    for name in cursor.names():
        if name == "postData" and cursor.character == "{":
            body = _read_post_data(source, cursor)
        elif name == "url":
            url = _read_text(source, cursor, read_url)
        else:
            cursor.value()
    return body or url


def _read_text(source: Source, cursor: JsonCursor, read: Callable[[Source], Reading | None]) -> Reading | None:
    """Read the content of the JSON string at the cursor with ``read``; None if it has no identity field."""
    start, value = cursor.at, cursor.value()
    end = cursor.at
    if not isinstance(value, str) or not names_identity(value):
        return None
    if len(value) > MAX_BODY:
        return Reading("har", problems=(problems.at(source, start, "too-large"),))
    return read(decode_string(source, start + 1, end - 1))


def _read_post_data(source: Source, cursor: JsonCursor) -> Reading | None:
    text: Reading | None = None
    params: Reading | None = None
    for name in cursor.names():
        if name == "text":
            text = _read_text(source, cursor, read_body)
        elif name == "params" and cursor.character == "[":
            start, size = cursor.at, len(_list(cursor.value()))
            if size <= MAX_FIELDS:
                params = _read_params(source, start)
        else:
            cursor.value()
    return text or params


def _read_messages(source: Source, at: int) -> Iterator[Reading]:
    """Yield the calls in messages that the page sent over a WebSocket (Chrome's ``_webSocketMessages``)."""
    cursor = JsonCursor(source.text, at)
    for _ in cursor.items():
        start, message = cursor.at, cursor.value()
        if not isinstance(message, dict) or message.get("type") != "send":
            continue
        inner = JsonCursor(source.text, start)
        for name in inner.names():
            if name != "data":
                inner.value()
            elif (reading := _read_text(source, inner, read_body)) is not None:
                yield reading


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _dicts(value: object) -> Iterator[dict[str, object]]:
    return (each for each in _list(value) if isinstance(each, dict))


def _read_params(source: Source, at: int) -> Reading | None:
    """Read a form's ``params``, names with values, for programs that do not save the body's text."""
    raw: list[tuple[str, str, int, int]] = []
    cursor = JsonCursor(source.text, at)
    for _ in cursor.items():
        if cursor.character != "{":
            cursor.value()
            continue
        name, value, start, end = "", None, 0, 0
        for part in cursor.names():
            begin, content = cursor.at, cursor.value()
            if part == "name" and isinstance(content, str):
                name = content
            elif part == "value" and isinstance(content, str):
                value, start, end = content, begin, cursor.at
        if value is not None:
            raw.append((name, value, start, end))
    entries = list(_param_entries(raw))
    if not has_identity(entry.name for entry in entries):
        return None
    return Reading("har", (make_call(source, entries, at, cursor.at, last_wins=False),))


def _param_entries(raw: list[tuple[str, str, int, int]]) -> Iterator[Entry]:
    """Yield decoded names and values.

    HAR does not specify whether they are percent-encoded: Chrome encodes them, others do not. They are taken for
    encoded if there is a ``%`` and no character that would have been encoded. If there is neither, a value with ``+``
    is ambiguous and therefore unknown.
    """
    may_be_encoded = all(_ENCODED.fullmatch(text) for name, value, *_ in raw for text in (name, value))
    is_encoded = may_be_encoded and any("%" in text for name, value, *_ in raw for text in (name, value))
    for name, value, start, end in raw:
        decoded = decode_component(value) if is_encoded else value
        if decoded is None or (may_be_encoded and not is_encoded and "+" in value):
            yield Entry(name, value, "expression", start, end)
        else:
            yield Entry(decode_component(name) or name if is_encoded else name, decoded, "text", start, end)
