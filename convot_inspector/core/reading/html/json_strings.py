"""Markup in the strings of a JSON text, without JSON's escapes."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING

from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.reading.source import Source

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPES = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\.", re.DOTALL)
_MARKUP = re.compile(r"&[#\w]{1,32};|<|\\u003c")
_MOST = 1_000


def strings_with_markup(source: Source) -> Iterator[Source] | None:
    """Return the strings with markup or character references that name an identity; None if the text is not JSON."""
    if source.text.lstrip()[:1] not in ("{", "[", '"'):
        return None
    try:
        json.loads(source.text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return None
    return _strings(source)


def _strings(source: Source) -> Iterator[Source]:
    for found in islice(_STRING.finditer(source.text), _MOST):
        if not _MARKUP.search(found[1]) or not names_identity(found[1]):
            continue
        builder = SourceMapBuilder(source)
        at = found.start(1)
        for escape in _ESCAPES.finditer(source.text, *found.span(1)):
            builder.copy(at, escape.start())
            builder.substitute(str(json.loads(f'"{escape[0]}"')), *escape.span())
            at = escape.end()
        builder.copy(at, found.end(1))
        yield builder.build()
