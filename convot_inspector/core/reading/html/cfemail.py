"""Email addresses that Cloudflare obfuscated: ``[email protected]`` with the address in ``data-cfemail``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.reading.html.tokens import tokens
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source

_ATTRIBUTE = "data-cfemail"
_MAX_LENGTH = 1000


def decode_addresses(source: Source) -> Source:
    """Replace each element that has a ``data-cfemail`` by its address; return the text itself if there is none."""
    if _ATTRIBUTE not in source.text:
        return source
    builder = SourceMapBuilder(source)
    at = 0
    for token in tokens(source.text):
        if token.type != "tag" or _ATTRIBUTE not in token.attributes or token.start < at:
            continue
        start, end = token.attributes[_ATTRIBUTE]
        address = decode_cfemail(source.text[start:end])
        closing = source.text.find("<", token.end, token.end + _MAX_LENGTH)
        close = f"</{token.name}>"
        if address is None or source.text[closing : closing + len(close)].lower() != close:
            continue
        builder.copy(at, token.start)
        at = closing + len(close)
        builder.substitute(address, token.start, at)
    if at == 0:
        return source
    builder.copy(at, len(source.text))
    return builder.build()


def decode_cfemail(digits: str) -> str | None:
    """Decode hex digits, whose first byte is the XOR key of all others; None if they are not valid UTF-8 or hex."""
    if not 4 <= len(digits) <= _MAX_LENGTH:
        return None
    try:
        key, *rest = bytes.fromhex(digits)
        return bytes(byte ^ key for byte in rest).decode()
    except ValueError:
        return None
