"""YAML as programs print it: mappings and lists in block or flow style.

A library would be a dependency only for anchors and tags, which do not occur in pasted identities. Values on which
YAML's versions or libraries disagree (``0123``, ``yes``, ``1e3``, dates) are treated as unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.data.yaml_block import is_header, read_block
from convot_inspector.core.reading.data.yaml_flow import end_of_line, read_flow
from convot_inspector.core.reading.data.yaml_scalar import read_key, read_scalar
from convot_inspector.core.reading.errors import NotThisNotationError, TooDeepError
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.limits import MAX_DEPTH, MAX_SNIPPET
from convot_inspector.core.reading.literal import Collector, Literal, calls_in, mapping, sequence

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading, Source

_LINE = re.compile(r"([ ]*)([^\r\n]*)(?:\r\n|\n|\r|$)")
_DOCUMENT_START = re.compile(r"^---(?:[ \t]+!ruby/\S{1,100})?[ \t]*(?:\r\n|\n|\r)", re.MULTILINE)
_UNSUPPORTED = ("|", ">", "&", "*", "!", "%", "@", "`", "{", "[", "?")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with content: its indentation in spaces, and the span of the content."""

    indent: int
    start: int
    end: int


def read_yaml(source: Source) -> Reading | None:
    """Return the calls of all documents; None if the text is not YAML, or only ``key: value`` lines."""
    text = source.text
    if not names_identity(text):
        return None
    begin = _DOCUMENT_START.search(text)
    start = begin.end() if begin else 0
    if (begin is None and len(text) > MAX_SNIPPET) or len(text) - start > 8 * MAX_SNIPPET:
        return None
    collector = Collector(source)
    for document in _documents(text, start):
        if collector.is_full(start):
            break
        try:
            reader = _Reader(source, document)
            root = reader.read()
        except NotThisNotationError:
            break
        except TooDeepError:
            collector.add([problems.at(source, document[0].start, "too-deep")])
            break
        if begin is None and not reader.is_yaml:
            return None
        collector.add(calls_in(source, root, last_wins=False))
    return collector.reading("yaml")


def _documents(text: str, start: int) -> list[list[_Line]]:
    """Split the text into documents at ``---`` and ``...``; return the lines of each without comments and blanks."""
    documents: list[list[_Line]] = [[]]
    for found in _LINE.finditer(text, start):
        content = found[2].rstrip()
        if found.start() == len(text) and not content:
            break
        if not found[1] and (content in ("---", "...") or content.startswith("--- ")):
            documents.append([])
        elif content and not content.startswith("#"):
            documents[-1].append(_Line(len(found[1]), found.start(2), found.start(2) + len(content)))
    return [document for document in documents if document]


class _Reader:
    """Parser of one document. Raises NotThisNotationError and TooDeepError."""

    def __init__(self, source: Source, lines: list[_Line]) -> None:
        self._source, self._text = source, source.text
        self._lines, self._at = lines, 0
        self.is_yaml = False  # whether there was any syntax that plain lines of names and values do not have

    def read(self) -> Literal:
        """Read the whole document."""
        first = self._lines[0]
        is_flow = self._text[first.start] in "{["
        root = self._flow(first.start) if is_flow else self._block(first.indent, 0)
        if self._at < len(self._lines):
            raise NotThisNotationError(self._lines[self._at].start)
        return root

    def _block(self, indent: int, depth: int) -> Literal:
        if depth > MAX_DEPTH:
            raise TooDeepError
        line = self._lines[self._at]
        if self._is_item(line):
            return self._list(indent, depth)
        return self._mapping(indent, depth)

    def _is_item(self, line: _Line) -> bool:
        return self._text.startswith("- ", line.start) or self._text[line.start : line.end] == "-"

    def _list(self, indent: int, depth: int) -> Literal:
        start = self._lines[self._at].start
        items = []
        while self._at < len(self._lines) and (line := self._lines[self._at]).indent == indent and self._is_item(line):
            content = self._text[line.start + 1 : line.end]
            inner = line.start + 1 + len(content) - len(content.lstrip())
            if inner >= line.end:
                self._at += 1
                items.append(self._nested(line, indent, depth))
                continue
            inner_line = _Line(indent + inner - line.start, inner, line.end)
            if self._is_item(inner_line) or read_key(self._text, inner, line.end) is not None:
                self._lines[self._at] = inner_line
                items.append(self._block(inner_line.indent, depth + 1))
            else:
                self._at += 1
                items.append(self._scalar(inner, line.end, indent))
        self.is_yaml = self.is_yaml or any(len(item.members or ()) > 1 for item in items)
        return sequence(self._source, items, start, self._lines[self._at - 1].end)

    def _mapping(self, indent: int, depth: int) -> Literal:
        start = self._lines[self._at].start
        members: list[tuple[str | None, Literal]] = []
        while self._at < len(self._lines) and (line := self._lines[self._at]).indent == indent:
            key = read_key(self._text, line.start, line.end)
            if key is None:
                raise NotThisNotationError(line.start)
            self.is_yaml = self.is_yaml or key.is_symbol
            self._at += 1
            value = self._scalar(key.end, line.end, indent) if key.end < line.end else None
            members.append((key.name, value or self._nested(line, indent, depth)))
        if self._at < len(self._lines) and self._lines[self._at].indent > indent:
            raise NotThisNotationError(self._lines[self._at].start)
        if depth and len(members) > 1:
            self.is_yaml = True
        return mapping(self._source, members, start, self._lines[self._at - 1].end)

    def _nested(self, line: _Line, indent: int, depth: int) -> Literal:
        """Read the value on the lines below a key or dash; null if there is none."""
        if self._at < len(self._lines):
            following = self._lines[self._at]
            if following.indent > indent or (following.indent == indent and not self._is_item(line)
                                             and self._is_item(following)):  # fmt: skip
                if not self._is_item(following) and read_key(self._text, following.start, following.end) is None:
                    self._at += 1
                    return self._scalar(following.start, following.end, indent)
                return self._block(following.indent, depth + 1)
        return Literal("null", "null", line.end - 1, line.end)

    def _block_scalar(self, start: int, end: int, indent: int) -> Literal:
        """Read the block scalar on the lines below its header."""
        self.is_yaml = True
        while self._at < len(self._lines) and self._lines[self._at].indent > indent:
            self._at += 1
        stop = self._lines[self._at].start if self._at < len(self._lines) else len(self._text)
        return read_block(self._text, start, end, stop, indent)

    def _flow(self, start: int) -> Literal:
        """Read a flow collection over one or more lines; only a comment may follow it on the last one."""
        self.is_yaml = True
        value = read_flow(self._source, start)
        end = end_of_line(self._text, value.end)
        while self._at < len(self._lines) and self._lines[self._at].start < end:
            self._at += 1
        return value

    def _scalar(self, start: int, end: int, indent: int) -> Literal:
        """Read the value on a key's line. A plain scalar that continues below, an alias and a tag are unknown."""
        if is_header(self._text[start:end]):
            return self._block_scalar(start, end, indent)
        if self._text[start] in "{[" and self._text[start:end] not in ("{}", "[]"):
            self._at -= 1
            return self._flow(start)
        continues = self._at < len(self._lines) and self._lines[self._at].indent > indent
        while self._at < len(self._lines) and self._lines[self._at].indent > indent:
            end = self._lines[self._at].end
            self._at += 1
        raw = self._text[start:end]
        if raw in ("{}", "[]"):
            return Literal("object", raw, start, end)
        if continues or raw.startswith(_UNSUPPORTED):
            return Literal("expression", raw, start, end)
        literal = read_scalar(raw, start)
        if literal is None:
            raise NotThisNotationError(start)
        return literal
