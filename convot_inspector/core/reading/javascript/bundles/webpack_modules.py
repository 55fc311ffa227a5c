"""Modules that webpack's development builds hold as texts: ``eval("…//# sourceURL=webpack://…")``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.calls import read_calls
from convot_inspector.core.reading.javascript.scopes.exposure import MODULE_MARK
from convot_inspector.core.reading.javascript.strings import string_inside
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.source import Reading
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.reading.source import Source

_MODULE = re.compile(
    r"""\beval\((?:__webpack_require__\.ts\()?("(?:[^"\\\r\n]|\\.){1,400000}+"|'(?:[^'\\\r\n]|\\.){1,400000}+')\)"""
)
_MOST = 200


def read_modules(source: Source) -> Reading | None:
    """Return the calls of the modules, and those of the rest of the text; None if no module has one."""
    text = source.text
    if MODULE_MARK not in text or "Convot" not in text:
        return None
    readings: list[Reading] = []
    rest = SourceMapBuilder(source)
    at = 0
    for start, end, module in _modules(source):
        reading = read_calls(module)
        if reading is not None and reading.calls:
            readings.append(reading)
        rest.copy(at, start)
        at = end
    if not readings:
        return None
    rest.copy(at, len(text))
    beside = read_calls(rest.build())
    readings += [beside] if beside is not None and beside.calls else []
    calls = sorted((call for reading in readings for call in reading.calls), key=lambda call: call.start)
    return Reading("javascript", tuple(calls), tuple(each for reading in readings for each in reading.problems))


def _modules(source: Source) -> Iterator[tuple[int, int, Source]]:
    """Yield the modules that call Convot, each with the span of its literal."""
    count = 0
    for found in _MODULE.finditer(source.text):
        start, end = found.span(1)
        if source.text.find("Convot", start, end) < 0 or source.text.find(MODULE_MARK, start, end) < 0:
            continue
        tree = SyntaxTree(source.text[start:end], start)
        node = tree.node_at(start)
        while node is not None and node.type != "string":
            node = node.parent
        module = string_inside(node, tree, source) if node is not None and not tree.root.has_error else None
        if module is not None:
            yield start, end, module
            count += 1
        if count == _MOST:
            return
