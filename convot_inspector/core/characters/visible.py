"""Visible forms of text: invisible characters of a value, and the shape of a hash."""

from __future__ import annotations

import re

from convot_inspector.core.language import plural, tr
from convot_inspector.core.shown import Shown, visible_character

_HEX_LOWER, _HEX = re.compile(r"[0-9a-f]+"), re.compile(r"[0-9a-fA-F]+")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]+={0,2}")


def visible(value: str) -> Shown:
    """Return a value with invisible characters replaced: ``⏎``, ``⇥``, ``⍽``, ``␣`` at the ends, ``⟨U+200B⟩``."""
    inner = value.strip(" ")
    leading = len(value) - len(value.lstrip(" "))
    trailing = len(value) - leading - len(inner)
    return Shown("␣" * leading + "".join(map(visible_character, inner)) + "␣" * trailing)


def signed_text(data: bytes) -> str:
    """Decode signed bytes as UTF-8; invalid bytes become escapes such as ``\\xfc``."""
    return data.decode("utf-8", "backslashreplace")


def shape(text: str) -> Shown:
    """Describe the length and the alphabet of a hash in words. It does not tell whether the hash is right."""
    count = len(text)
    if not text:
        return tr("empty")
    if _HEX_LOWER.fullmatch(text):
        return plural("{count} lower-case hex digits", "1 lower-case hex digit", count)
    if _HEX.fullmatch(text):
        return plural("{count} hex digits with capitals", "1 hex digit, a capital", count)
    if _BASE64.fullmatch(text):
        return plural("{count} characters that could be base64", "1 character that could be base64", count)
    return plural("{count} characters, not only hex digits", "1 character, no hex digit", count)
