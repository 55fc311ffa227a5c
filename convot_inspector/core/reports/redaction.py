"""Redaction: what of a paste may be passed on as it is, masked, or not at all. Done here and only here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from convot_inspector.core import convot
from convot_inspector.core.characters.visible import visible

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection, Field, Redaction
    from convot_inspector.core.shown import Shown

Hashes = Literal["whole", "short"]
"""How hashes are written where values are not redacted; otherwise they are masked or removed like other values."""

_EMAIL = re.compile(r"([^@\s])[^@\s]*@([^@\s]+)")
_DIGEST = re.compile(r"[0-9a-fA-F]{32,}")
_MAY_BE_A_DIGEST = re.compile(r"[0-9A-Za-z+/_-]{32,}")  # in hex or base64


def redacted(field: Field, redaction: Redaction) -> str | None:
    """Return a field's value as it may be passed on: as it is, masked (``j***@example.com``), or None for removed."""
    if redaction == "none" or field.kind in ("boolean", "null"):
        return printable(field.value)
    return None if redaction == "remove" else mask(field.value)


def redacted_field(field: Field, call: CallInspection, redaction: Redaction, hashes: Hashes) -> str | None:
    """Return the value of a field of ``call`` as it may be passed on. ``short`` masks a hash that is not redacted."""
    if redaction == "none" and hashes == "short" and field.known and is_hash(field, call):
        redaction = "mask"
    return redacted(field, redaction)


def is_hash(field: Field, call: CallInspection) -> bool:
    """Return whether a field holds one of the call's hashes, under any name."""
    places = {verdict.proof.place for verdict in (call.user, call.shop) if verdict.proof is not None}
    return field.name in (convot.USER_HASH, convot.SHOP_HASH) or field.name in places


def is_digest(value: str) -> bool:
    """Return whether a value is a digest in hex of any usual length, in any letter case."""
    return _DIGEST.fullmatch(value) is not None


def mask(value: str) -> str:
    """Return enough of a value to recognise it and too little to use it."""
    value = printable(value)
    if is_digest(value):
        return f"{value[:4]}…{value[-4:]}"
    email = _EMAIL.fullmatch(value)
    if email and not _MAY_BE_A_DIGEST.search(email[2]):
        return f"{email[1]}***@{email[2]}"
    domain = convot.SHOP_DOMAIN_ENDING if value.endswith(convot.SHOP_DOMAIN_ENDING) else ""
    return value[:1] + "***" + domain


def printable(value: str) -> str:
    """Replace lone surrogates, which UTF-8 cannot encode, by their escapes."""
    return value.encode("utf-8", "backslashreplace").decode()


def quoted(text: str, redaction: Redaction) -> Shown | None:
    """Return a signed text as it may be passed on; None where it is removed."""
    if redaction == "remove":
        return None
    if redaction == "none":
        return visible(text)
    inner = text.strip()
    start = text.index(inner)
    return visible(text[:start] + mask(inner) + text[start + len(inner) :])
