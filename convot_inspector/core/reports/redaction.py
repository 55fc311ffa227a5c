"""Redaction: what of a paste may be passed on as it is, masked, or not at all. Done here and only here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.characters.visible import visible
from convot_inspector.core.convot import SHOP_DOMAIN_ENDING

if TYPE_CHECKING:
    from convot_inspector.core.model import Field, Redaction

_EMAIL = re.compile(r"([^@\s])[^@\s]*@([^@\s]+)")
_DIGEST = re.compile(r"[0-9a-fA-F]{32,}")


def redacted(field: Field, redaction: Redaction) -> str | None:
    """Return a field's value as it may be passed on: as it is, masked (``j***@example.com``), or None for removed."""
    if redaction == "none" or field.kind in ("boolean", "null"):
        return printable(field.value)
    return None if redaction == "remove" else mask(field.value)


def mask(value: str) -> str:
    """Return enough of a value to recognise it and too little to use it."""
    value = printable(value)
    if _DIGEST.fullmatch(value):
        return f"{value[:4]}…{value[-4:]}"
    email = _EMAIL.fullmatch(value)
    if email:
        return f"{email[1]}***@{email[2]}"
    domain = SHOP_DOMAIN_ENDING if value.endswith(SHOP_DOMAIN_ENDING) else ""
    return value[:1] + "***" + domain


def printable(value: str) -> str:
    """Replace lone surrogates, which UTF-8 cannot encode, by their escapes."""
    return value.encode("utf-8", "backslashreplace").decode()


def quoted(text: str, redaction: Redaction) -> str | None:
    """Return a signed text as it may be passed on; None where it is removed."""
    if redaction == "remove":
        return None
    if redaction == "none":
        return visible(text)
    inner = text.strip()
    start = text.index(inner)
    return visible(text[:start] + mask(inner) + text[start + len(inner) :])
