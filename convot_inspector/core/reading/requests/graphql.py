"""GraphQL operations (spec of October 2021, §2.9) whose arguments hold the fields, alone or in a request's JSON."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.reading.data.json_text import read_json
from convot_inspector.core.reading.errors import NotThisNotationError, TooDeepError
from convot_inspector.core.reading.field_names import canonical_name
from convot_inspector.core.reading.javascript.escapes import decode_string
from convot_inspector.core.reading.limits import MAX_CALLS, MAX_DEPTH, MAX_DIGITS, MAX_SNIPPET, MAX_VALUES
from convot_inspector.core.reading.literal import Collector, Literal, calls_in, mapping, number_literal, sequence
from convot_inspector.core.reading.source_map import part
from convot_inspector.core.reading.tokenizer import Tokenizer

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading, Source

_WORDS = ("mutation", "query", "subscription")
_OPERATION = re.compile(r"^[ \t>]{0,40}(?:mutation|query|subscription)\b[\s\w]{0,120}[({]", re.MULTILINE)
_REQUEST = re.compile(r"\"query\"\s{0,9}:\s{0,9}(\")(?:\\[nrt]|\s){0,20}(?:mutation|query|subscription)\b")
_OPENING = re.compile(r"(?<=\w)\s{0,9}\((?=\s{0,99}[A-Za-z_]\w{0,60}\s{0,9}:)")
_NAME = re.compile(r"[A-Za-z_]\w{0,100}")
_VARIABLE = re.compile(r"\$[A-Za-z_]\w{0,100}")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])")
_STRING = re.compile(r'"((?:[^"\\\n\r]|\\.)*)"')
_BLOCK = re.compile(r'"""((?:[^"\\]|\\(?!""")|\\"""|"(?!""))*)"""')
_CONSTANTS = {"true": "boolean", "false": "boolean", "null": "null"}
_VARIABLES = re.compile(r"^\s*(?=\{\s*\")", re.MULTILINE)


def read_graphql(source: Source) -> Reading | None:
    """Return the calls in the arguments of an operation, else those in its variables; None for any other text."""
    text = source.text
    if not any(map(text.__contains__, _WORDS)):
        return None
    if text.lstrip()[:1] == "{":
        return _read_request(source)
    if _OPERATION.search(text) is None:
        return None
    collector = Collector(source)
    for opening in _OPENING.finditer(text):
        if collector.is_full(opening.start()):
            break
        parser = _Arguments(source, opening.end())
        try:
            collector.add(calls_in(source, parser.members(")", 0, opening.end() - 1), last_wins=False))
        except (NotThisNotationError, TooDeepError):
            collector.waste(parser.position - opening.end())
    return collector.reading("graphql") or _read_variables(source)


def _read_request(source: Source) -> Reading | None:
    """Read the JSON of a request: its variables, else the arguments in its query."""
    found = _REQUEST.search(source.text) if len(source.text) <= MAX_SNIPPET else None
    if found is None:
        return None
    reading = read_json(source)
    if reading is not None:
        return replace(reading, format="graphql") if reading.calls else None
    text = _STRING.match(source.text, found.start(1))
    return None if text is None else read_graphql(decode_string(source, text.start(1), text.end(1)))


def _read_variables(source: Source) -> Reading | None:
    for found, _ in zip(_VARIABLES.finditer(source.text), range(MAX_CALLS), strict=False):
        reading = read_json(part(source, found.end(), len(source.text)))
        if reading is not None and reading.calls:
            return replace(reading, format="graphql")
    return None


class _Arguments(Tokenizer):
    SPACE = re.compile(r"(?:[\s,\ufeff]|#[^\n\r]*)*")

    def members(self, closing: str, depth: int, start: int) -> Literal:
        """Read ``name: value`` up to a closing mark. Raises NotThisNotationError and TooDeepError."""
        if depth > MAX_DEPTH:
            raise TooDeepError
        found: list[tuple[str | None, Literal]] = []
        self.skip()
        while not self.consume(closing):
            name = self.read(_NAME)
            if name is None or len(found) > MAX_VALUES:
                self.fail()
            self.skip()
            self.expect(":")
            self.skip()
            right = canonical_name(name[0], by_spelling_only=True)[0]
            found.append((right or name[0], self.value(depth + 1)))
            self.skip()
        return mapping(self.source, found, start, self.position)

    def value(self, depth: int) -> Literal:
        """Read the value at the position."""
        start = self.position
        if self.consume("{"):
            return self.members("}", depth, start)
        if self.consume("["):
            return self._list(depth, start)
        if block := self.read(_BLOCK):
            return self.text_from(start, _block_text(block[1]))
        if string := self.read(_STRING):
            text = decode_string(self.source, string.start(1), string.end(1)).text
            return self.text_from(start, text)
        if number := self.read(_NUMBER):
            if len(number[0]) > MAX_DIGITS:
                return self.expression(start)
            is_whole = number[0].lstrip("-").isdigit()
            return number_literal(int(number[0]) if is_whole else float(number[0]), start, self.position)
        if name := self.read(_NAME):
            match _CONSTANTS.get(name[0]):
                case "boolean":
                    return Literal("boolean", name[0], start, self.position)
                case "null":
                    return Literal("null", "null", start, self.position)
            return self.expression(start)
        if self.read(_VARIABLE) is None:
            self.fail()
        return self.expression(start)

    def _list(self, depth: int, start: int) -> Literal:
        if depth > MAX_DEPTH:
            raise TooDeepError
        items: list[Literal] = []
        self.skip()
        while not self.consume("]"):
            if len(items) > MAX_VALUES:
                self.fail()
            items.append(self.value(depth + 1))
            self.skip()
        return sequence(self.source, items, start, self.position)


def _block_text(raw: str) -> str:
    """Return the text of a block string without its common indentation and blank lines around it (§2.9.4)."""
    lines = re.split(r"\r\n|\n|\r", raw.replace('\\"""', '"""'))
    indents = [len(line) - len(line.lstrip(" \t")) for line in lines[1:] if line.strip(" \t")]
    common = min(indents, default=0)
    lines = [lines[0], *(line[common:] for line in lines[1:])]
    while lines and not lines[0].strip(" \t"):
        del lines[0]
    while lines and not lines[-1].strip(" \t"):
        del lines[-1]
    return "\n".join(lines)
