"""JSON of which the numbers are indices: what Nuxt and SvelteKit (devalue) and React Router (turbo-stream) send.

All values stand in one array, and inside its objects and lists a number is the index of a value. A list that begins
with a text is a value of another type, such as ``["Date","…"]`` or Nuxt's ``["Reactive",1]``. In turbo-stream's objects
the names are indices too: ``{"_1":2}``.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.data.json_cursor import JsonCursor
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.javascript.data import read_object
from convot_inspector.core.reading.javascript.strings import string_inside
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.limits import MAX_BODY
from convot_inspector.core.reading.source import Reading
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeGuard

    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.reading.source import Source

_MARK = re.compile(
    r'"(?:email|external_id|user_hash|shop|shop_hash)\\?"\s{0,9}:\s{0,9}-?\d|"_\d{1,6}\\?"\s{0,9}:\s{0,9}-?\d'
)
_OPENING = re.compile(r"\[(?=\s{0,200}[\[{])")
_STREAM = re.compile(r'streamController\.enqueue\(\s{0,9}("(?:[^"\\\r\n]|\\.){0,400000}+")\s{0,9}\)')
_INDEX_NAME = re.compile(r"_(\d{1,6})")
# Longer numbers are no indices, and Python refuses to convert more than 4,300 digits.
_DECODER = json.JSONDecoder(parse_int=lambda written: int(written) if len(written) < 8 else 0.5)
_MOST_TRIED = 200  # arrays
_MOST_ELEMENTS = 200_000
_MOST_WRITTEN = 20_000  # values
_MOST_LEVELS = 4
_UNKNOWN = "unknown()"  # an expression, of which no value is known
_NO_INDEX = -100
_TYPES = ("BigInt", "B", "Date", "D", "URL", "U")


def read_flattened(source: Source) -> Reading | None:
    """Return the objects with identity fields of the first flattened array of a text; None if it has none."""
    text = source.text
    if len(text) > MAX_BODY or _MARK.search(text) is None or not names_identity(text):
        return None
    for stream in _streams(source):
        reading = _read_array(stream)
        if reading is not None:
            return reading
    return _read_array(source)


def _streams(source: Source) -> Iterator[Source]:
    """Yield the texts that React Router's pages hand to the stream of their data."""
    for found in _STREAM.finditer(source.text) if "streamController" in source.text else ():
        start, end = found.span(1)
        tree = SyntaxTree(source.text[start:end], start)
        node = tree.node_at(start)
        while node is not None and node.type != "string":
            node = node.parent
        inside = string_inside(node, tree, source) if node is not None and not tree.root.has_error else None
        if inside is not None:
            yield inside


def _read_array(source: Source) -> Reading | None:
    text, read_to = source.text, 0
    for number, found in enumerate(_OPENING.finditer(text)):
        if number >= _MOST_TRIED:
            break
        if found.start() < read_to:
            continue
        elements = _elements(text, found.start())
        if elements is None:
            continue
        calls, rest = problems.limited(_Array(source, elements).calls())
        if calls:
            return Reading("json", calls, rest)
        read_to = elements[-1].end
    return None


class _Element:
    """An element of the array: its value, and where it stands."""

    __slots__ = ("end", "start", "value")

    def __init__(self, value: object, start: int, end: int) -> None:
        self.value, self.start, self.end = value, start, end


def _elements(text: str, start: int) -> list[_Element] | None:
    """Return the elements of an array whose objects and lists hold indices only; None for any other text."""
    cursor = JsonCursor(text, start, _DECODER)
    elements: list[_Element] = []
    try:
        for count in cursor.items():
            at = cursor.at
            elements.append(_Element(cursor.value(), at, cursor.at))
            if count >= _MOST_ELEMENTS:
                return None
    except (ValueError, RecursionError):
        return None
    values = [element.value for element in elements]
    objects = [value for value in values if isinstance(value, dict)]
    if not objects or not isinstance(values[0], dict | list) or not any(isinstance(value, str) for value in values):
        return None
    is_flat = all(_is_index(each, len(values)) for value in objects for each in value.values())
    return elements if is_flat else None


def _is_index(value: object, count: int) -> TypeGuard[int]:
    """Return whether a value is an index or one of the constants from -1 to -7, such as undefined."""
    return type(value) is int and -7 <= value < count


class _Array:
    def __init__(self, source: Source, elements: list[_Element]) -> None:
        self._source, self._elements = source, elements
        self._builder = SourceMapBuilder(source)
        self._left = _MOST_WRITTEN
        self._written: set[int] = set()

    def calls(self) -> Iterator[IdentifyCall]:
        """Yield the objects with identity fields, with the values that their indices stand for."""
        for index, element in enumerate(self._elements):
            if index in self._written or not isinstance(element.value, dict) or self._left < 0:
                continue
            if not any(self._name(name) in IDENTITY_FIELDS for name in element.value):
                continue
            self._builder = SourceMapBuilder(self._source)
            self._write(index, 0)
            reading = read_object(self._builder.build())
            yield from map(_around_fields, reading.calls) if reading is not None else ()

    def _name(self, name: str) -> str | None:
        """Return the name that a member's name stands for."""
        found = _INDEX_NAME.fullmatch(name)
        if found is None:
            return name
        index = int(found[1])
        value = self._elements[index].value if index < len(self._elements) else None
        return value if isinstance(value, str) else None

    def _write(self, index: int, level: int) -> None:
        """Write the value that an index stands for as JavaScript."""
        self._left -= 1
        if not 0 <= index < len(self._elements):
            return self._put(_UNKNOWN if index != -1 else "undefined", index)
        element = self._elements[index]
        value = element.value
        if not isinstance(value, dict | list):
            return self._builder.copy(element.start, element.end)
        if level >= _MOST_LEVELS or self._left < 0:
            return self._put(_UNKNOWN, index)
        if isinstance(value, dict):
            self._written.add(index)
            return self._write_object(element, list(value.items()), level)
        if value and isinstance(value[0], str):
            return self._write_typed(element, value, level)
        self._builder.copy(element.start, element.start + 1)
        for each in value:
            self._write_index(each, level)
            self._put(", ", index)
        return self._builder.copy(element.end - 1, element.end)

    def _write_object(self, element: _Element, members: list[tuple[str, object]], level: int) -> None:
        at = element.start
        self._builder.copy(at, at + 1)
        for name, value in members:
            known = self._name(name)
            self._builder.substitute(f"[{_UNKNOWN}]" if known is None else json.dumps(known), at, at)
            self._builder.substitute(": ", at, at)
            self._write_index(value, level)
            self._builder.substitute(", ", at, at)
        self._builder.copy(element.end - 1, element.end)

    def _write_typed(self, element: _Element, value: list[object], level: int) -> None:
        """Write a value of another type: a type of the page's own with one index is what the index stands for."""
        at = element.start
        if value[0] in ("null", "N"):
            members = [(str(name), each) for name, each in zip(value[1::2], value[2::2], strict=False)]
            self._write_object(element, members, level)
        elif value[0] not in _TYPES and len(value) == 2 and _is_index(value[1], len(self._elements)):
            self._write_index(value[1], level)
        else:
            self._builder.substitute(_UNKNOWN, at, element.end)

    def _write_index(self, value: object, level: int) -> None:
        self._write(value if _is_index(value, len(self._elements)) else _NO_INDEX, level + 1)

    def _put(self, written: str, index: int) -> None:
        element = self._elements[index if 0 <= index < len(self._elements) else 0]
        self._builder.substitute(written, element.start, element.start)


def _around_fields(call: IdentifyCall) -> IdentifyCall:
    """Return the call with a span that covers the values, which stand elsewhere in the array."""
    places = [(call.start, call.line, call.column), *((f.start, f.line, f.column) for f in call.fields.values())]
    start, line, column = min(places)
    end = max(call.end, *(field.end for field in call.fields.values()))
    return replace(call, start=start, line=line, column=column, end=end)
