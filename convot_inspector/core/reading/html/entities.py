"""HTML character references (``&quot;``, ``&#39;``, ``&#x1F600;``), decoded with a source map."""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import TYPE_CHECKING

from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source

_REFERENCE = re.compile(r"&(?:#([xX][0-9a-fA-F]{1,8}|[0-9]{1,8});?|([A-Za-z][A-Za-z0-9]{1,32};?))|\r\n?")
_UNDEFINED_IN_CP1252 = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))


def decode_entities(outer: Source, start: int, end: int, *, is_attribute: bool = False) -> Source:
    """Decode the text from ``start`` to ``end`` as a browser does.

    In an attribute a named reference without a semicolon before ``=``, such as ``&copy=``, is literal text (WHATWG
    HTML, named character reference state).
    """
    builder = SourceMapBuilder(outer)
    add_decoded(builder, outer, start, end, is_attribute=is_attribute)
    return builder.build()


def add_decoded(builder: SourceMapBuilder, outer: Source, start: int, end: int, *, is_attribute: bool = False) -> None:
    """Append the decoded text from ``start`` to ``end`` to ``builder``, as ``decode_entities`` decodes it."""
    at = start
    for found in _REFERENCE.finditer(outer.text, start, end):
        decoded = _decode_reference(found, outer.text, is_attribute=is_attribute)
        if decoded is not None:
            builder.copy(at, found.start())
            builder.substitute(decoded, *found.span())
            at = found.end()
    builder.copy(at, end)


def _decode_reference(found: re.Match[str], text: str, *, is_attribute: bool) -> str | None:
    number, name = found.groups()
    if number is not None:
        return _character(int(number[1:], 16) if number[0] in "xX" else int(number))
    if name is None:
        return "\n"  # browsers normalize CRLF and CR to LF before parsing
    if name in html5 and name.endswith(";"):
        return html5[name]
    if is_attribute:
        is_before_equals = text[found.end() : found.end() + 1] == "="
        return html5.get(name) if not is_before_equals and not name.endswith(";") else None
    decoded = html.unescape(found.group())
    return decoded if decoded != found.group() else None


def _character(code: int) -> str:
    if 0x80 <= code <= 0x9F:
        return bytes([code]).decode("cp1252", "replace") if code not in _UNDEFINED_IN_CP1252 else chr(code)
    return "\ufffd" if code == 0 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF else chr(code)
