"""Base64 and plain digests of a text."""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import re
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.search.changes import Changed


def base64_text(value: str) -> Iterator[Changed]:
    """Yield the text in base64, and decoded from base64."""
    data = value.encode()
    for encoded in (base64.b64encode(data), base64.urlsafe_b64encode(data)):
        yield encoded, lazy_tr("in base64")
        yield encoded.rstrip(b"="), lazy_tr("in base64, without =")
        yield encoded + b"\n", lazy_tr("in base64, with a line feed")
    yield base64.encodebytes(data), lazy_tr("in base64, with line feeds")
    yield in_lines(base64.b64encode(data)), lazy_tr("in base64, with line feeds")
    if len(value) >= 4 and re.fullmatch(r"[A-Za-z0-9+/_-]+={0,2}", value):
        padded = value.rstrip("=").replace("-", "+").replace("_", "/")
        with contextlib.suppress(binascii.Error, ValueError):
            yield base64.b64decode(padded + "=" * (-len(padded) % 4), validate=True), lazy_tr("decoded from base64")


def hashed(value: str) -> Iterator[Changed]:
    """Yield plain digests of the text in hex."""
    data = value.encode()
    for name, shown in (
        ("md5", "MD5"), ("sha1", "SHA-1"), ("sha256", "SHA-256"), ("sha512", "SHA-512"), ("sha384", "SHA-384"),
        ("sha224", "SHA-224"), ("sha3_256", "SHA3-256"),
    ):  # fmt: skip
        digest = hashlib.new(name, data, usedforsecurity=False)
        yield digest.hexdigest(), shown
        yield digest.hexdigest().upper(), lazy_tr("{algorithm} in capitals", algorithm=shown)


def in_lines(encoded: bytes, width: int = 60) -> bytes:
    """Encode in base64 in lines of 60 characters, each with a line feed, as Ruby's ``encode64`` writes it."""
    return b"".join(encoded[at : at + width] + b"\n" for at in range(0, len(encoded), width))
