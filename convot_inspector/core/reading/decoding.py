"""Decoding of files. Strict, because one wrongly decoded character would make a right hash look wrong."""

from __future__ import annotations

import codecs

from convot_inspector.core.model import Problem
from convot_inspector.core.reading.problems import message

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str | Problem:
    """Decode UTF-8, or UTF-16 with a byte order mark; return a problem ("image-or-binary", "not-text") otherwise."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        binary = b"\0" in data[:4096] or data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"%PDF"))
        id_ = "image-or-binary" if binary else "not-text"
        return Problem(id_, message(id_))
