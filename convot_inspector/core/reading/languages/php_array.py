"""PHP array literals, ``['email' => …]`` and ``array('email' => …)``, also as ``var_export`` prints them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.errors import NotThisNotationError, TooDeepError
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.languages.code_tokenizer import CodeTokenizer
from convot_inspector.core.reading.languages.php_string import array_literal, read_heredoc, read_string
from convot_inspector.core.reading.limits import MAX_DEPTH
from convot_inspector.core.reading.literal import Collector, Literal, collect_literals

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading, Source

_SPACE = re.compile(r"(?:\s|//[^\n]*|#(?!\[)[^\n]*|/\*[^*]*\*+(?:[^*/][^*]*\*+)*/)*")
_START = re.compile(r"""(?:\[|\barray\s{0,20}\()(?=\s{0,200}(?:["'][^"'\n]{0,60}["']\s{0,60}=>|\.\.\.|//|/\*))""", re.I)
_ARRAY = re.compile(
    r"(?:\(object\)\s*)?(?:\[|array\s*\()|(?:\\?[A-Za-z_][\w\\]*)::__set_state\(\s*array\s*\(", re.IGNORECASE
)
_NUMBER = re.compile(r"[+-]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])")
_WORD = re.compile(r"(null|true|false)\b(?!\s*[(:\\])", re.IGNORECASE)
_VALUE_END = re.compile(r"\s*(?:,|\]|\)|=>)|\s*(?://|#|/\*)")
_CONCATENATED = re.compile(r"""\s*\.\s*(?=["'])""")


def read_php(source: Source) -> Reading | None:
    """Return the calls in the arrays of a text; None if there is none."""
    if "=>" not in source.text or not names_identity(source.text):
        return None
    collector = Collector(source)
    collect_literals(source, _START, lambda start: _ArrayReader(source, start).array(0), collector)
    return collector.reading("php")


class _ArrayReader(CodeTokenizer):
    """Parser of one array. Raises NotThisNotationError and TooDeepError."""

    SPACE, NUMBER, PLUS = _SPACE, _NUMBER, _CONCATENATED

    def array(self, depth: int) -> Literal:
        start = self.position
        opening = self.read(_ARRAY)
        if opening is None:
            self.fail()
        if depth > MAX_DEPTH:
            raise TooDeepError
        members: list[tuple[str | None, Literal]] = []
        next_index = 0
        for _ in self.items("]" if opening[0].endswith("[") else ")"):
            name: str | None = str(next_index)
            value = self._value(depth + 1)
            self.skip()
            if value.text.startswith("...") and value.kind == "expression":
                name = None
            elif self.consume("=>"):
                self.skip()
                name = value.text if value.kind in ("text", "number") else None
                value = self._value(depth + 1)
            else:
                next_index += 1
            members.append((name, value))
        if "__set_state" in opening[0]:
            self.skip()
            self.expect(")")
        return array_literal(self.source, members, start, self.position)

    def _value(self, depth: int) -> Literal:
        start = self.position
        literal = self._literal(depth)
        if literal.kind == "expression" or self.peek(_VALUE_END):
            return literal
        self.position = start
        return self.code("=>")  # "a" . $b, null ?? 1

    def _literal(self, depth: int) -> Literal:
        start = self.position
        if self.check('"') or self.check("'"):
            return self.string()
        if self.check("<") and (heredoc := read_heredoc(self.text, start, self.end)) is not None:
            self.position = heredoc.end
            return self.text_from(start, heredoc.text)
        if self.peek(_ARRAY):
            return self.array(depth)
        if word := self.read(_WORD):
            kind = word[1].lower()
            return Literal("null" if kind == "null" else "boolean", kind, start, self.position)
        return self.number() or self.code("=>")

    def quoted(self) -> str | None:
        string = read_string(self.text, self.position, self.end)
        if string is None:
            raise NotThisNotationError(self.end)
        self.position = string.end
        return string.text
