"""Request bodies: JSON, or a form that is URL-encoded, multipart or plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.reading.data.json_text import read_json
from convot_inspector.core.reading.requests.form import read_pairs
from convot_inspector.core.reading.requests.multipart import read_multipart
from convot_inspector.core.reading.requests.plain_form import read_plain_form

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading, Source


def read_body(source: Source) -> Reading | None:
    """Return the calls in a body; None if it has no identity field.

    The body's beginning decides, not its Content-Type: beacons send JSON as text/plain, and a shortened command has
    lost its headers.
    """
    text = source.text
    stripped = text.lstrip()
    if stripped[:1] in ("{", "[", '"'):
        return read_json(source)
    if stripped.startswith("--"):
        return read_multipart(source)
    return read_plain_form(source) or read_pairs(source, len(text) - len(stripped), len(text.rstrip()))
