"""A request's body → calls: JSON, or a form that is URL-encoded, multipart or plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.reading.data.json_text import read_json
from convot_inspector.core.reading.requests.form import read_pairs
from convot_inspector.core.reading.requests.multipart import read_multipart
from convot_inspector.core.reading.requests.plain_form import read_plain_form

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading, Source


def read_body(source: Source) -> Reading | None:
    """Return the calls in a body; None if it names no identity.

    The body's own first character tells more than its declared type: beacons send JSON as text/plain, and a command
    that somebody shortened has lost its headers.
    """
    text = source.text
    stripped = text.lstrip()
    if stripped[:1] in ("{", "[", '"'):
        return read_json(source)
    if stripped.startswith("--"):
        return read_multipart(source)
    return read_plain_form(source) or read_pairs(source, len(text) - len(stripped), len(text.rstrip()))
