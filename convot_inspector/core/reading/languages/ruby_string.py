r"""Strings of Ruby: ``'…'`` with two escapes, ``"…"`` with ``\e``, ``\u{1F600 1F601}``, ``\#{``, bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DOUBLE = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"', re.DOTALL)
_SINGLE = re.compile(r"'([^'\\]*(?:\\.[^'\\]*)*)'", re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:u\{\s*([0-9a-fA-F]{1,6}(?:\s+[0-9a-fA-F]{1,6})*)\s*\}|u([0-9a-fA-F]{4})|((?:x[0-9a-fA-F]{1,2}|[0-7]{1,3}))"
    r"|(\r\n|.))",
    re.DOTALL,
)
_NAMED = {"n": "\n", "t": "\t", "r": "\r", "e": "\x1b", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "s": " "}
_NOT_JAVASCRIPT = re.compile(r"(?<!\\)(?:\\\\)*\\(?:[eas#]|u\{[^}]*\s|x[89a-fA-F])")
# "#$" and "#@" interpolate only before a variable name: "#${" and "#@1" are literal text.
_INTERPOLATION = re.compile(r"(?<!\\)(?:\\\\)*#(?:\{|\$(?:-?[\w~*$?!@/\\;,.=:<>\"&`'+]|\Z)|@@?[^\W\d])")


@dataclass(frozen=True, slots=True)
class RubyString:
    """A string of Ruby.

    ``text``: None if only execution would give it. ``end``: the index after the string. ``is_ruby``: whether JavaScript
    would read it differently.
    """

    text: str | None
    end: int
    is_ruby: bool


def read_string(text: str, at: int, end: int) -> RubyString | None:
    """Read the string at ``at``; None if it is not closed before ``end``."""
    if text[at] == "'":
        found = _SINGLE.match(text, at, end)
        if found is None:
            return None
        return RubyString(re.sub(r"\\([\\'])", r"\1", found[1]), found.end(), is_ruby=False)
    found = _DOUBLE.match(text, at, end)
    if found is None:
        return None
    body = found[1]
    if _INTERPOLATION.search(body):
        return RubyString(None, found.end(), is_ruby=True)
    if "\\" not in body:
        return RubyString(body, found.end(), is_ruby=False)
    return RubyString(_unescape(body), found.end(), is_ruby=_NOT_JAVASCRIPT.search(body) is not None)


def _unescape(body: str) -> str | None:
    """Decode escapes; None if one is not supported, or the bytes are not UTF-8."""
    data = bytearray()
    at = 0
    for found in _ESCAPE.finditer(body):
        data += body[at : found.start()].encode("utf-8", "surrogatepass")
        at = found.end()
        several, four, byte, other = found.groups()
        if several is not None or four is not None:
            codes = [int(code, 16) for code in (several or four).split()]
            if max(codes) > 0x10FFFF:
                return None
            data += "".join(map(chr, codes)).encode("utf-8", "surrogatepass")
        elif byte is not None:
            data.append(int(byte[1:], 16) if byte[0] == "x" else int(byte, 8) & 0xFF)
        elif other in "uxcCMNLPU_":  # rare escapes of Ruby, and escapes of YAML
            return None
        elif other not in ("\n", "\r\n"):
            data += _NAMED.get(other, other).encode("utf-8", "surrogatepass")
    data += body[at:].encode("utf-8", "surrogatepass")
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
