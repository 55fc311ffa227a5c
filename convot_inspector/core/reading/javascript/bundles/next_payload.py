"""The data that Next.js writes into a page for React: ``self.__next_f.push([1,"5:[…]\\n"])``.

All pushed texts make one stream of rows: an id in hex digits, a colon, and JSON up to the line's end, or ``T``, a
length in bytes, a comma and a text (React's Flight protocol, ReactFlightClient). A text that begins with ``$`` is a
reference; ``$$`` stands for ``$``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.javascript.call_places import call_places
from convot_inspector.core.reading.javascript.calls import read_calls
from convot_inspector.core.reading.javascript.data import read_object
from convot_inspector.core.reading.javascript.strings import add_string
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.kinds import kind_of_text
from convot_inspector.core.reading.source import Reading
from convot_inspector.core.reading.source_map import SourceMapBuilder, part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import Field, IdentifyCall
    from convot_inspector.core.reading.source import Source

_PUSH = re.compile(r'__next_f(?:\s?=\s?[^;\n]{0,60}?)?\)?\.push\(\[1,\s{0,9}("(?:[^"\\\r\n]|\\.){0,400000}+")\]\)')
_MOST = 2_000
_NO_TEXTS = ("object", "number", "boolean", "null", "expression")
_ROW = re.compile(r"([0-9a-f]{0,8}):(?:T([0-9a-f]{1,8}),|([A-Z]{0,3}))")


def read_next_payload(source: Source) -> Reading | None:
    """Return the objects with identity fields, and the calls in texts, of what a page was pushed; None if none is."""
    if "__next_f" not in source.text:
        return None
    stream = _stream(source)
    if stream is None or not names_identity(stream.text):
        return None
    calls: list[IdentifyCall] = []
    for start, end, is_text in _rows(stream.text):
        if not names_identity(stream.text[start:end]):
            continue
        row = part(stream, start, end)
        has_call = is_text and next(iter(call_places(row.text)), None) is not None
        reading = read_calls(row) if has_call else None if is_text else read_object(row)
        calls += map(_decoded, reading.calls) if reading is not None else ()
    return Reading("javascript", tuple(calls)) if calls else None


def _stream(source: Source) -> Source | None:
    builder = SourceMapBuilder(source)
    for number, found in enumerate(_PUSH.finditer(source.text)):
        start, end = found.span(1)
        tree = SyntaxTree(source.text[start:end], start)
        node = tree.node_at(start)
        while node is not None and node.type != "string":
            node = node.parent
        if node is None or number == _MOST or not add_string(builder, node, tree):
            return None
    return builder.build() if builder.length else None


def _rows(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the content of each row, and whether it is a plain text."""
    at = 0
    while found := _ROW.match(text, at):
        if found[2] is not None:
            end = _behind_bytes(text, found.end(), int(found[2], 16))
            yield found.end(), end, True
            at = end
            continue
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        yield found.end(), end, False
        at = end + 1


def _behind_bytes(text: str, start: int, count: int) -> int:
    """Return the index behind so many bytes of UTF-8."""
    piece = text[start : start + count]
    return start + len(piece.encode(errors="surrogatepass")[:count].decode(errors="ignore"))


def _decoded(call: IdentifyCall) -> IdentifyCall:
    """Return the call with the texts that begin with ``$`` decoded; those of code are as they are."""
    if not any(field.value.startswith("$") for field in call.fields.values()):
        return call
    return replace(call, fields={name: _dereferenced(field) for name, field in call.fields.items()})


def _dereferenced(field: Field) -> Field:
    if field.kind in _NO_TEXTS or not field.value.startswith("$"):
        return field
    if field.value.startswith("$$"):
        text = field.value[1:]
        return replace(field, value=text, kind=kind_of_text(field.name, text))
    if field.value == "$undefined":
        return replace(field, value="undefined", kind="null")
    return replace(field, kind="expression")
