"""Code units of UTF-8 and UTF-16 as numbers, as escapes write them."""

from __future__ import annotations

_UTF8_LENGTHS = ((0xF0, 4), (0xE0, 3), (0xC0, 2), (0, 1))


def utf8_length(lead: int) -> int:
    """Return the length in bytes of the UTF-8 sequence that begins with the byte ``lead`` (RFC 3629 §3)."""
    return next(length for least, length in _UTF8_LENGTHS if lead >= least)


def join_surrogates(high: int, low: int) -> str:
    """Return the character of a surrogate pair of UTF-16."""
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
