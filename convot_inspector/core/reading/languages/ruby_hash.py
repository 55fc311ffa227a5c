"""Ruby: a hash as it is written or as ``inspect`` prints it (before and since 3.4), Rails' ``Parameters:`` too.

Elixir's maps and Perl's hashes have the same look where they hold texts, and are read along.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.errors import NotThisNotationError, TooDeepError
from convot_inspector.core.reading.languages.ruby_string import read_string
from convot_inspector.core.reading.limits import MAX_CODE, MAX_DEPTH, MAX_DIGITS, MAX_LITERAL
from convot_inspector.core.reading.literal import (
    Collector,
    Literal,
    calls_in,
    mapping,
    names_identity,
    number_literal,
    sequence,
    text_literal,
)

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading, Source

_SPACE = re.compile(r"(?:[\s]|#(?![<{])[^\n]*)*")
_START = re.compile(r"""\{(?=\s{0,200}(?:["']|:[A-Za-z_"]|[A-Za-z_]\w{0,60}[?!]?:\s|\*\*))""")
_LABEL = re.compile(r"([A-Za-z_]\w*[?!]?):(?!:)")
_SYMBOL = re.compile(r":([A-Za-z_]\w*[?!]?)")
_ARROW = re.compile(r"\s*=>")
_BEHIND_KEY = re.compile(r"\s*=>|:")
_ADDED = re.compile(r"""\s*(?:\+|\\\r?\n)\s*(?=["'])""")
_COMPUTED_KEY = re.compile(r"[A-Za-z_@][\w.@:()]{0,200}(?=\s*=>)")
_NUMBER = re.compile(r"[+-]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?(?:[eE][+-]?\d+)?(?![\w.])")
_WORD = re.compile(r"(nil|true|false|null)\b(?![.:?!(\[])")
_ENDS = re.compile(r"\s*(?:#[^\n<{]*\n\s*)*(?=[,}\]])")
_CODE = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[\"']|[\[({]|[\])}]|,|#<", re.DOTALL)


def read_ruby(source: Source) -> Reading | None:
    """The hashes in the text; None if there is none, or nothing in them that is not JavaScript too."""
    text = source.text
    if not names_identity(text):
        return None
    collector = Collector(source)
    read_to = 0
    is_rails = False
    for found in _START.finditer(text):
        start = found.start()
        if start < read_to:
            continue
        if collector.is_full(start):
            break
        reader = _Reader(source, start)
        try:
            root, end = reader.hash(start, 0)
        except NotThisNotationError as error:
            collector.waste(error.at - start)
            continue
        except TooDeepError:
            if not reader.is_ruby:  # another reader's
                break
            collector.add([problems.at(source, start, "too-deep")])
            break
        if not reader.is_ruby:
            collector.waste(end - start)
            continue
        if collector.add(calls_in(source, root)):
            is_rails = is_rails or text[max(start - 20, 0) : start].rstrip(" %").endswith("Parameters:")
        read_to = end
    return collector.reading("log" if is_rails else "ruby")


class _Reader:
    """Reads one hash of the source's text. Raises NotThisNotationError and TooDeepError."""

    def __init__(self, source: Source, start: int) -> None:
        self._end = start + MAX_LITERAL
        self._source, self._text = source, source.text
        self.is_ruby = False  # whether anything was seen that JavaScript reads otherwise, or not at all

    def hash(self, at: int, depth: int) -> tuple[Literal, int]:
        """The hash whose brace stands at ``at``, and where it ends."""
        start = at
        members: list[tuple[str | None, Literal]] = []
        at = self._skip(at + 1)
        while not self._text.startswith("}", at):
            if self._text.startswith("**", at):
                value, at = self._code(at)
                members.append((None, value))
            else:
                name, at = self._key(at, depth)
                value, at = self._value(self._skip(at), depth + 1)
                members.append((name, value))
            at = self._next(at, "}")
        return mapping(self._source, members, start, at + 1), at + 1

    def _key(self, at: int, depth: int) -> tuple[str | None, int]:
        """``"name" =>``, ``:name =>``, ``name:`` or ``"name":``."""
        label = _LABEL.match(self._text, at)
        if label:
            return label[1], label.end()
        if computed := _COMPUTED_KEY.match(self._text, at):
            self.is_ruby = True
            arrow = _ARROW.match(self._text, computed.end())
            return None, arrow.end() if arrow else at
        key, at = self._value(at, depth + 1)
        if key.kind == "text" and self._text.startswith(":", at):
            return key.text, at + 1
        arrow = _ARROW.match(self._text, at)
        if arrow is None:
            raise NotThisNotationError(at)
        self.is_ruby = True
        return (key.text if key.kind in ("text", "number") else None), arrow.end()

    def _value(self, at: int, depth: int) -> tuple[Literal, int]:
        if depth > MAX_DEPTH:
            raise TooDeepError
        literal, end = self._literal(at, depth)
        is_key = literal.kind in ("text", "number") and _BEHIND_KEY.match(self._text, end)
        if literal.kind != "expression" and not is_key and not _ENDS.match(self._text, end):
            return self._code(at)  # "a" + b, "a".strip, nil.to_s
        return literal, end

    def _literal(self, at: int, depth: int) -> tuple[Literal, int]:
        character = self._text[at : at + 1]
        if character == "{":
            return self.hash(at, depth)
        if character == "%" and self._text.startswith("%{", at):
            return self.hash(at + 1, depth)
        if character == "[":
            return self._array(at, depth)
        if character in ('"', "'"):
            return self._string(at)
        if character == ":" and (symbol := _SYMBOL.match(self._text, at)):
            self.is_ruby = True
            return Literal("text", symbol[1], at, symbol.end()), symbol.end()
        if character == ":" and self._text.startswith(':"', at):
            self.is_ruby = True
            value, end = self._string(at + 1)
            return Literal(value.kind, value.text, at, end), end
        if word := _WORD.match(self._text, at):
            self.is_ruby = self.is_ruby or word[1] == "nil"
            null = word[1] in ("nil", "null")
            return Literal("null" if null else "boolean", "null" if null else word[1], at, word.end()), word.end()
        number = _NUMBER.match(self._text, at)
        if number and number.end() - at < MAX_DIGITS and not re.match(r"[+-]?0\d", number[0]):
            written = number[0].replace("_", "")
            whole = written.lstrip("+-").isdigit()
            return number_literal(int(written) if whole else float(written), at, number.end()), number.end()
        return self._code(at)

    def _string(self, at: int) -> tuple[Literal, int]:
        """A text, also in pieces: ``pp`` breaks a long one, ``"one\\n" + "two"``."""
        start = at
        parts: list[str | None] = []
        while True:
            string = read_string(self._text, at, self._end)
            if string is None or string.end > self._end:
                raise NotThisNotationError(self._end)
            self.is_ruby = self.is_ruby or string.is_ruby
            parts.append(string.text)
            more = _ADDED.match(self._text, string.end)
            if more is None:
                break
            at = more.end()
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            return Literal("expression", self._text[start : string.end], start, string.end), string.end
        return text_literal("".join(known), start, string.end), string.end

    def _array(self, at: int, depth: int) -> tuple[Literal, int]:
        start = at
        items: list[Literal] = []
        at = self._skip(at + 1)
        while not self._text.startswith("]", at):
            item, at = self._value(at, depth + 1)
            items.append(item)
            at = self._next(at, "]")
        return sequence(self._source, items, start, at + 1), at + 1

    def _next(self, at: int, closing: str) -> int:
        """Behind the comma, or at the closing bracket."""
        at = self._skip(at)
        if at > self._end:
            raise NotThisNotationError(at)
        if self._text.startswith(",", at):
            return self._skip(at + 1)
        if not self._text.startswith(closing, at):
            raise NotThisNotationError(at)
        return at

    def _code(self, at: int) -> tuple[Literal, int]:
        """What would have to be run: up to the comma or the bracket that ends it."""
        depth = 0
        for token in _CODE.finditer(self._text, at, at + MAX_CODE):
            what = token[0]
            if what in ("'", '"'):
                break  # nothing closes it
            if depth == 0 and (what == "," or what in "])}"):
                end = at + len(self._text[at : token.start()].rstrip())
                if end == at:
                    raise NotThisNotationError(at)
                return Literal("expression", self._text[at:end], at, end), end
            depth += 1 if what in "[({" else -1 if what in "])}" else 0
        raise NotThisNotationError(min(at + MAX_CODE, len(self._text)))

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at
