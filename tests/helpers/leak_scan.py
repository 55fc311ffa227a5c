"""Finds a secret of 64 hex digits in bytes, whole or in part, in the encodings in which it could leak."""

from __future__ import annotations

import base64
import gzip
import io
import zipfile
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_PART = 16  # hex digits; any part of 24 digits or more contains one that begins at a multiple of 8


def needles(secret: str) -> dict[str, bytes]:
    """Return the bytes to search for, by the name of the encoding. Letters are in lower case except in base64."""
    hex_ = secret.lower()
    raw = bytes.fromhex(secret)
    forms: dict[str, bytes] = {}
    for at in range(0, len(hex_) - _PART + 1, 8):
        part = hex_[at : at + _PART]
        forms[f"hex from {at}"] = part.encode()
        forms[f"UTF-16LE from {at}"] = part.encode("utf-16-le")
        forms[f"UTF-16BE from {at}"] = part.encode("utf-16-be")
        forms[f"UTF-32 from {at}"] = part.encode("utf-32-le")
        forms[f"reversed from {at}"] = part[::-1].encode()
        forms[f"with colons from {at}"] = ":".join(part[i : i + 2] for i in range(0, _PART, 2)).encode()
        forms[f"with dashes from {at}"] = "-".join(part[i : i + 2] for i in range(0, _PART, 2)).encode()
    return forms | {f"raw from {at}": raw[at : at + 8] for at in range(0, 25, 4)}


def _base64_needles(secret: str) -> dict[str, bytes]:
    """Return the base64 forms: both alphabets, and the three alignments that depend on the bytes before."""
    forms: dict[str, bytes] = {}
    contents = {
        "hex": secret.encode(),
        "HEX": secret.upper().encode(),
        "raw": bytes.fromhex(secret),
        "UTF-16": secret.encode("utf-16-le"),
    }
    for name, content in contents.items():
        for before in range(3):
            whole = base64.b64encode(b"\0" * before + content)
            inner = whole[
                4 : 4 + 24
            ]  # independent of the bytes before, and short enough to be found in a truncated copy
            forms[f"base64 of {name} +{before}"] = inner
            forms[f"base64url of {name} +{before}"] = inner.replace(b"+", b"-").replace(b"/", b"_")
    return forms


def leaks_in(data: bytes, secret: str) -> list[str]:
    """Return the encodings in which the secret is in some bytes, or in their decompressed content."""
    found: list[str] = []
    exact = _base64_needles(secret)
    lower = needles(secret)
    for how, content in _unpacked(data):
        folded = content.lower()
        found += [
            f"{how}{name}" for name, needle in lower.items() if needle in folded or _is_raw(name, needle, content)
        ]
        found += [f"{how}{name}" for name, needle in exact.items() if needle in content]
    return found


def _is_raw(name: str, needle: bytes, content: bytes) -> bool:
    """Return whether a needle of raw bytes is in the content; unlike text, it is compared with its case."""
    return name.startswith("raw") and needle in content


def _unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    yield "", data
    if data.startswith(b"\x1f\x8b"):
        try:
            yield "gzip: ", gzip.decompress(data)
        except (OSError, EOFError, zlib.error):
            return
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield "zip: ", archive.read(name)
    elif data[:1] == b"\x78":
        try:
            yield "zlib: ", zlib.decompress(data)
        except zlib.error:
            return


def leaks_under(folders: Iterable[Path], secret: str) -> list[str]:
    """Return every file under these folders that contains the secret in its content or name, with the encoding."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            found += [f"{path} (its name): {form}" for form in leaks_in(path.name.encode(), secret)]
            if path.is_file() and not path.is_symlink():
                found += [f"{path}: {form}" for form in leaks_in(path.read_bytes(), secret)]
    return found
