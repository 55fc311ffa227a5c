"""Visible forms of text: invisible characters of a value, and the shape of a hash."""

from __future__ import annotations

import re
import unicodedata

from convot_inspector.core.language import plural, tr

_NAMED = {"\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽"}
_HEX_LOWER, _HEX = re.compile(r"[0-9a-f]+"), re.compile(r"[0-9a-fA-F]+")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]+={0,2}")


def visible(value: str) -> str:
    """Return a value with invisible characters replaced: ``⏎``, ``⇥``, ``⍽``, ``␣`` at the ends, ``⟨U+200B⟩``."""
    inner = value.strip(" ")
    leading = len(value) - len(value.lstrip(" "))
    trailing = len(value) - leading - len(inner)
    return "␣" * leading + "".join(map(_visible_character, inner)) + "␣" * trailing


def _visible_character(character: str) -> str:
    if character in _NAMED:
        return _NAMED[character]
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") or (
        character.isspace() and character != " "
    )
    return f"⟨U+{ord(character):04X}⟩" if hidden else character


def signed_text(data: bytes) -> str:
    """Decode signed bytes as UTF-8; invalid bytes become escapes such as ``\\xfc``."""
    return data.decode("utf-8", "backslashreplace")


def shape(text: str) -> str:
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
