"""HTTP/1.1 messages (RFC 9112): a request line, headers, an empty line, the body. Also ``.http`` files."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.limits import MAX_BODY, MAX_CALLS
from convot_inspector.core.reading.requests.body import read_body
from convot_inspector.core.reading.requests.form import read_url
from convot_inspector.core.reading.requests.receiver import marked_by_receiver
from convot_inspector.core.reading.source import Reading
from convot_inspector.core.reading.source_map import SourceMapBuilder, part

if TYPE_CHECKING:
    from convot_inspector.core.model import IdentifyCall, Problem
    from convot_inspector.core.reading.source import Source

_METHODS = ("GET ", "POST ", "PUT ", "PATCH ", "DELETE ", "OPTIONS ", "HEAD ")
_REQUEST = re.compile(
    r"^(?:GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD) ([^\s]{1,65536})"
    r"(?: HTTP/[\d.]{1,3}[ \t]*\r?$|(?=[ \t]*\r?\n[\w-]{1,80}: ))",
    re.MULTILINE,
)
_BODY_END = re.compile(r"^(?:HTTP/[\d.]{1,3} \d{3}\b|###)", re.MULTILINE)  # a response; a separator of .http files
_HEAD_END = re.compile(r"\r?\n[ \t]*\r?\n")
_CHUNKED = re.compile(r"^transfer-encoding:[ \t]*chunked[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_CHUNK = re.compile(r"\r?\n?([0-9a-fA-F]{1,8})[^\r\n]{0,100}\r?\n")
_HOST = re.compile(r"^host:[ \t]*([^\s]{1,253})", re.IGNORECASE | re.MULTILINE)
_MAX_REQUESTS = 2_000


def read_http(source: Source) -> Reading | None:
    """Return the calls in the body or URL of all requests; None if there is none."""
    text = source.text
    if ("HTTP/" not in text and ": " not in text) or not any(map(text.__contains__, _METHODS)):
        return None
    found_requests = list(islice(_REQUEST.finditer(text), _MAX_REQUESTS + 1))
    calls: list[IdentifyCall] = []
    found_problems: list[Problem] = []
    for number, found in enumerate(found_requests, 1):
        end = found_requests[number].start() if number < len(found_requests) else len(text)
        if not names_identity(text, found.start(), end):
            continue
        if len(calls) >= MAX_CALLS or number > _MAX_REQUESTS:
            found_problems.append(problems.at(source, found.start(), "too-large", "more-calls"))
            break
        reading = _read_request(source, found, end)
        if reading is not None:
            calls += reading.calls
            found_problems += reading.problems
    return Reading("http", tuple(calls), tuple(found_problems)) if calls or found_problems else None


def _read_request(source: Source, found: re.Match[str], end: int) -> Reading | None:
    head_end = _HEAD_END.search(source.text, found.end(), end)
    if head_end is not None:
        answer = _BODY_END.search(source.text, head_end.end(), end)
        end = end if answer is None else answer.start()
        if end - head_end.end() > MAX_BODY:
            return Reading("http", problems=(problems.at(source, head_end.end(), "too-large"),))
        body = part(source, head_end.end(), end)
        if _CHUNKED.search(source.text, found.end(), head_end.end()):
            body = _without_chunks(body)
        reading = read_body(body)
        if reading is not None:
            host = _HOST.search(source.text, found.end(), head_end.end())
            is_whole = found[1].lower().startswith("http")
            return marked_by_receiver(reading, found[1] if is_whole or host is None else f"https://{host[1]}{found[1]}")
    return read_url(part(source, *found.span(1)))


def _without_chunks(source: Source) -> Source:
    """Decode chunked transfer coding (RFC 9112 §7.1); return the text itself if it has no chunks."""
    builder = SourceMapBuilder(source)
    at = 0
    while (found := _CHUNK.match(source.text, at)) is not None:
        size = int(found.group(1), 16)
        if size == 0:
            return builder.build()
        start = found.end()
        at = start + len(source.text[start : start + size].encode("utf-8", "replace")[:size].decode("utf-8", "ignore"))
        builder.copy(start, at)
    return source if at == 0 else builder.build()
