"""Requests that identify a visitor to another server than Convot's: nothing of them reaches the widget."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading

_URL = re.compile(r"[\"']?https?://([\w.-]{1,253})(?::\d{1,5})?(/[^?#\s\"']{0,500})?", re.IGNORECASE)
_IDENTIFY = re.compile(r"/identify/?\Z", re.IGNORECASE)


def marked_by_receiver(reading: Reading | None, url: str) -> Reading | None:
    """Return the reading with its calls as not received where a request goes to another product's ``/identify``.

    A server of another name at any other path may be anything: a copy of the page's call, or its own log of it.
    """
    found = _URL.match(url) if reading is not None and reading.calls else None
    if reading is None or found is None or "convot" in found[1].lower() or not _IDENTIFY.search(found[2] or ""):
        return reading
    callee = f"POST {found[1]}{found[2]}"[:60]
    calls = tuple(replace(call, sent_by="not-identify", callee=callee) for call in reading.calls)
    return replace(reading, calls=calls)
