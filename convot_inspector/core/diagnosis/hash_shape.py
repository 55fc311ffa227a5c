"""The kind of a text that stands in a hash field and can never be a right hash."""

from __future__ import annotations

import re
from typing import Final, Literal

Shape = Literal[
    "unset",  # what a missing value prints as: undefined, null, NaN, None, nil, true, false
    "promise",  # a JavaScript Promise that was not awaited
    "object",  # an object or array that was turned into text
    "bytes",  # a byte array's name or listing in place of its bytes
    "number",  # a number in scientific notation, as spreadsheets write long digits
    "blanks",  # 64 lower-case hex digits with white space at their ends
    "capitals",  # 64 hex digits, some of them capitals
    "base64",  # 32 bytes in base64, as long as a SHA-256 digest
    "short",  # fewer than 64 hex digits
    "long",  # more than 64 hex digits
    "other",
]

_UNSET: Final = frozenset(("undefined", "null", "nan", "none", "nil", "true", "false", "n/a", "nothing"))
_SHAPES: tuple[tuple[Shape, re.Pattern[str]], ...] = (
    ("promise", re.compile(r"\[object (?:Promise|AsyncFunction|AsyncGenerator)\]|Promise \{.{0,80}\}", re.DOTALL)),
    ("bytes", re.compile(r"\[[BC]@[0-9a-f]{1,16}|(?:System\.)?Byte\[\]|<Buffer [^>]{0,400}>", re.IGNORECASE)),
    ("bytes", re.compile(r"\[object (?:ArrayBuffer|Uint8Array|DataView)\]|<memory at 0x[0-9a-fA-F]{1,16}>")),
    ("object", re.compile(r"\{\}|\[\]|\[object \w{1,40}\]|Object|Array|#<\w[\w:]{0,80}(?::0x[0-9a-f]{1,16})?.{0,80}>")),
    ("number", re.compile(r"(?=.*[.,+])[0-9]{1,3}(?:[.,][0-9]{1,20})?[eE]\+?[0-9]{1,3}")),
    ("blanks", re.compile(r"[0-9a-f]{64}")),
    ("capitals", re.compile(r"[0-9a-fA-F]{64}")),
    ("base64", re.compile(r"[0-9A-Za-z+/]{43}=|[0-9A-Za-z_-]{43}=?")),
    ("short", re.compile(r"[0-9a-fA-F]{1,63}")),
    ("long", re.compile(r"[0-9a-fA-F]{65,}")),
)
"""In order: the first that matches all of the text."""


def hash_shape(text: str) -> Shape:
    """Return the kind of a text that is not 64 lower-case hex digits. White space at its ends only counts for one."""
    text = text.strip()
    if text.lower() in _UNSET:
        return "unset"
    return next((shape for shape, pattern in _SHAPES if pattern.fullmatch(text)), "other")
