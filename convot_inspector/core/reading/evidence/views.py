"""A text as it was before a program wrapped it: lines joined, quoted-printable decoded, line prefixes removed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.reading.source import Source

_LONGEST = 256 * 1024  # characters; each soft line end becomes a piece of the source map
_MOST_ENDS = 20_000
_QUOTED_PRINTABLE = re.compile(r"=[ \t]*\r?\n|((?:=[0-9A-F]{2})+)")
_BYTES = re.compile(r"((?:\\x[0-9a-fA-F]{2})+)")
_MARKED_END = re.compile(r"\r?\n[ \t]*(?:[0-9a-f]{3}0: |>[> ]*|\|[ \t]?|#[ \t]?|\+|[ \t]+)")
_BARE_END = re.compile(r"\r?\n")
_BACKSLASH_END = re.compile(r"\\\r?\n[ \t]*")


def views(source: Source) -> Iterator[Source]:
    """Yield the text itself, then versions from before wrapping, each with a map back to positions in the paste."""
    yield source
    if len(source.text) > _LONGEST:
        return
    for pattern in (_QUOTED_PRINTABLE, _BYTES, _BACKSLASH_END, _MARKED_END, _BARE_END):
        joined = _unwrapped(source, pattern)
        if joined is not None:
            yield joined


def _unwrapped(source: Source, pattern: re.Pattern[str]) -> Source | None:
    """Return the text without what the pattern matches; its group holds UTF-8 bytes in hex."""
    builder = SourceMapBuilder(source)
    at = joins = 0
    for found in pattern.finditer(source.text):
        joins += 1
        if joins > _MOST_ENDS:
            return None
        builder.copy(at, found.start())
        at = found.end()
        if found.lastindex:
            builder.substitute(
                bytes.fromhex(found[1].replace("=", "").replace("\\x", "")).decode("utf-8", "replace"), *found.span()
            )
    if not joins:
        return None
    builder.copy(at, len(source.text))
    return builder.build()
