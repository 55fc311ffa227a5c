"""JSON, queries and requests that stand encoded in a text.

In base64, as the payload of a JWT (RFC 7519), as a parameter of another query, and in Burp Suite's exports.
"""

from __future__ import annotations

import base64
import json
import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.reading.source import Source

# All JSON objects that begin with a name begin with these letters in base64: {" and white space between them.
_BASE64_JSON = re.compile(r"(?<![A-Za-z0-9+/_-])e(?:yJ|yAi|woi|w0K|wog)[A-Za-z0-9+/_-]{40,20000}={0,2}")
_INNER_QUERY = re.compile(r"=((?:https?%3A%2F%2F|%2F|%3F)[^\s&\"'<>]{40,20000})", re.IGNORECASE)
_BURP = re.compile(
    r"<request base64=\"true\">\s{0,9}(?:<!\[CDATA\[)?([A-Za-z0-9+/\s]{40,400000}={0,2})\s{0,9}(?:\]\]>)?<"
)
_MOST_TRIED = 1_000


def embedded(source: Source) -> Iterator[Source]:
    """Yield the decoded texts that name an identity."""
    for found in islice(_BASE64_JSON.finditer(source.text), _MOST_TRIED):
        text = _json(found[0])
        if text is not None and names_identity(text):
            yield _decoded(source, text, *found.span())
    for found in islice(_BURP.finditer(source.text), _MOST_TRIED):
        text = _request(found[1])
        if text is not None and names_identity(text):
            yield _decoded(source, text, *found.span(1))
    for found in islice(_INNER_QUERY.finditer(source.text), _MOST_TRIED):
        text = unquote(found[1])
        if names_identity(text):
            yield _decoded(source, text, *found.span(1))


def _json(written: str) -> str | None:
    data = written.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        text = base64.b64decode(data + "=" * (-len(data) % 4)).decode()
        json.loads(text)
    except (ValueError, RecursionError):
        return None
    return text


def _request(written: str) -> str | None:
    try:
        return base64.b64decode("".join(written.split())).decode()
    except ValueError:
        return None


def _decoded(source: Source, text: str, start: int, end: int) -> Source:
    builder = SourceMapBuilder(source)
    builder.substitute(text, start, end)
    return builder.build()
