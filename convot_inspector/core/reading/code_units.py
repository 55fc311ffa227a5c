"""Code units of UTF-8 and UTF-16, by their numbers, as escapes write them."""

from __future__ import annotations

_UTF8_LENGTHS = ((0xF0, 4), (0xE0, 3), (0xC0, 2), (0, 1))


def utf8_length(lead: int) -> int:
    """Return how many bytes the character has in UTF-8 whose first byte is ``lead``."""
    return next(length for least, length in _UTF8_LENGTHS if lead >= least)


def join_surrogates(high: int, low: int) -> str:
    """Return the character that two code units of UTF-16 make."""
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
