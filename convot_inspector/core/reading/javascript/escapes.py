"""The text of a JavaScript or JSON string literal, with a map back to the position of each character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.code_units import join_surrogates
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source

# JSON's escapes are a subset of JavaScript's. Two escapes that make one character are decoded together.
_ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u\{(0*[0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})"
    r"|x([0-9a-fA-F]{2})|([0-3][0-7]{0,2}|[4-7][0-7]?)|(\r\n|[\s\S]))"
)
_SINGLE = {"n": "\n", "t": "\t", "b": "\b", "v": "\v", "f": "\f", "r": "\r"}
_LINE_ENDS = frozenset(("\r\n", "\n", "\r", "\u2028", "\u2029"))


def decode_string(outer: Source, start: int, end: int) -> Source:
    """Decode the contents of a string literal; ``start`` and ``end`` exclude the quotes."""
    builder = SourceMapBuilder(outer)
    at = start
    for found in _ESCAPE.finditer(outer.text, start, end):
        builder.copy(at, found.start())
        builder.substitute(_meaning(found), *found.span())
        at = found.end()
    builder.copy(at, end)
    return builder.build()


def _meaning(found: re.Match[str]) -> str:
    high, low, braces, four, two, octal, other = found.groups()
    if high:
        return join_surrogates(int(high, 16), int(low, 16))
    digits = braces or four or two
    if digits:
        code = int(digits, 16)
        return chr(code) if code <= 0x10FFFF else found.group()
    if octal:
        return chr(int(octal, 8))
    return "" if other in _LINE_ENDS else _SINGLE.get(other, other)
