"""Text made visible: what a person cannot see in a value, and what a hash looks like from outside."""

from __future__ import annotations

import re
import unicodedata

from convot_inspector.core.language import plural, tr

_NAMED = {"\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽"}
_HEX_LOWER, _HEX = re.compile(r"[0-9a-f]+"), re.compile(r"[0-9a-fA-F]+")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]+={0,2}")


def visible(value: str) -> str:
    """A value with every invisible character shown: ``⏎``, ``⇥``, ``⍽``, ``␣`` at the ends, ``⟨U+200B⟩``."""
    inner = value.strip(" ")
    leading = len(value) - len(value.lstrip(" "))
    trailing = len(value) - leading - len(inner)
    return "␣" * leading + "".join(map(_shown, inner)) + "␣" * trailing


def _shown(character: str) -> str:
    if character in _NAMED:
        return _NAMED[character]
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") or (
        character.isspace() and character != " "
    )
    return f"⟨U+{ord(character):04X}⟩" if hidden else character


def signed_text(data: bytes) -> str:
    """Bytes that were signed as a text; those that are no UTF-8 as ``\\xfc``."""
    return data.decode("utf-8", "backslashreplace")


def shape(text: str) -> str:
    """What a hash looks like: how long, in which alphabet. Says nothing about whether it is right."""
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
