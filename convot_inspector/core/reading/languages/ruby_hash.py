"""Ruby hashes, as written and as ``inspect`` prints them (before and since Ruby 3.4), and Rails' ``Parameters:`` logs.

Elixir maps and Perl hashes of strings have the same syntax and are read too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.errors import NotThisNotationError, TooDeepError
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.languages.code_tokenizer import CodeTokenizer
from convot_inspector.core.reading.languages.ruby_string import read_string
from convot_inspector.core.reading.limits import MAX_DEPTH
from convot_inspector.core.reading.literal import Collector, Literal, collect_literals, mapping, sequence

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading, Source

_SPACE = re.compile(r"(?:[\s]|#(?![<{])[^\n]*)*")
_START = re.compile(r"""\{(?=\s{0,200}(?:["']|:[A-Za-z_"]|[A-Za-z_]\w{0,60}[?!]?:\s|\*\*))""")
_LABEL = re.compile(r"([A-Za-z_]\w*[?!]?):(?!:)")
_SYMBOL = re.compile(r":([A-Za-z_]\w*[?!]?)")
_ARROW = re.compile(r"\s*=>")
_AFTER_KEY = re.compile(r"\s*=>|:")
_CONCATENATED = re.compile(r"""\s*(?:\+|\\\r?\n)\s*(?=["'])""")
_COMPUTED_KEY = re.compile(r"[A-Za-z_@][\w.@:()]{0,200}(?=\s*=>)")
_NUMBER = re.compile(r"[+-]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?(?:[eE][+-]?\d+)?(?![\w.])")
_WORD = re.compile(r"(nil|true|false|null)\b(?![.:?!(\[])")
_VALUE_END = re.compile(r"\s*(?:#[^\n<{]*\n\s*)*(?=[,}\]])")


def read_ruby(source: Source) -> Reading | None:
    """Return the calls in the hashes of a text; None if there is none, or all of them are also JavaScript objects."""
    if not names_identity(source.text):
        return None
    collector = Collector(source)
    starts = collect_literals(source, _START, lambda start: _read_hash(source, start), collector)
    is_rails = any(source.text[max(start - 20, 0) : start].rstrip(" %").endswith("Parameters:") for start in starts)
    return collector.reading("log" if is_rails else "ruby")


def _read_hash(source: Source, start: int) -> Literal | None:
    reader = _HashReader(source, start)
    try:
        root = reader.hash(0)
    except TooDeepError:
        if reader.is_ruby:
            raise
        return None  # it may be JavaScript, whose reader reports the nesting
    if not reader.is_ruby:
        reader.fail()
    return root


class _HashReader(CodeTokenizer):
    """Parser of one hash. Raises NotThisNotationError and TooDeepError.

    ``is_ruby``: whether the hash has syntax that JavaScript rejects or reads differently.
    """

    SPACE, NUMBER, PLUS = _SPACE, _NUMBER, _CONCATENATED
    is_ruby = False

    def hash(self, depth: int) -> Literal:
        start = self.position
        self.expect("{")
        members: list[tuple[str | None, Literal]] = []
        for _ in self.items("}"):
            if self.check("**"):
                members.append((None, self.code()))
                continue
            name = self._key(depth)
            self.skip()
            members.append((name, self._value(depth + 1)))
        return mapping(self.source, members, start, self.position)

    def _key(self, depth: int) -> str | None:
        """Read ``"name" =>``, ``:name =>``, ``name:`` or ``"name":``; return the name, None if it is computed."""
        if label := self.read(_LABEL):
            return label[1]
        if self.read(_COMPUTED_KEY):
            self.is_ruby = True
            self.read(_ARROW)
            return None
        key = self._value(depth + 1)
        if key.kind == "text" and self.consume(":"):
            return key.text
        if not self.read(_ARROW):
            self.fail()
        self.is_ruby = True
        return key.text if key.kind in ("text", "number") else None

    def _value(self, depth: int) -> Literal:
        if depth > MAX_DEPTH:
            raise TooDeepError
        start = self.position
        literal = self._literal(depth)
        is_key = literal.kind in ("text", "number") and self.peek(_AFTER_KEY)
        if literal.kind == "expression" or is_key or self.peek(_VALUE_END):
            return literal
        self.position = start
        return self.code()  # "a" + b, "a".strip, nil.to_s

    def _literal(self, depth: int) -> Literal:
        start = self.position
        if self.check("{") or self.check("%{"):
            self.consume("%")
            return self.hash(depth)
        if self.consume("["):
            items = [self._value(depth + 1) for _ in self.items("]")]
            return sequence(self.source, items, start, self.position)
        if self.check('"') or self.check("'"):
            return self.string()
        if symbol := self.read(_SYMBOL):
            self.is_ruby = True
            return Literal("text", symbol[1], start, self.position)
        if self.check(':"'):
            self.is_ruby = True
            self.consume(":")
            value = self.string()
            return Literal(value.kind, value.text, start, self.position)
        if word := self.read(_WORD):
            self.is_ruby = self.is_ruby or word[1] == "nil"
            is_null = word[1] in ("nil", "null")
            return Literal("null" if is_null else "boolean", "null" if is_null else word[1], start, self.position)
        return self.number() or self.code()

    def quoted(self) -> str | None:
        string = read_string(self.text, self.position, self.end)
        if string is None:
            raise NotThisNotationError(self.end)
        self.is_ruby = self.is_ruby or string.is_ruby
        self.position = string.end
        return string.text
