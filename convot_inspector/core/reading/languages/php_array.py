"""PHP: an array as it is written, ``['email' => …]`` and ``array('email' => …)``, and what ``var_export`` prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.errors import NotThisNotationError, TooDeepError
from convot_inspector.core.reading.languages.php_string import array_literal, read_heredoc, read_string
from convot_inspector.core.reading.limits import MAX_CODE, MAX_DEPTH, MAX_DIGITS, MAX_LITERAL
from convot_inspector.core.reading.literal import (
    Collector,
    Literal,
    calls_in,
    names_identity,
    number_literal,
    text_literal,
)

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading, Source

_SPACE = re.compile(r"(?:\s|//[^\n]*|#(?!\[)[^\n]*|/\*[^*]*\*+(?:[^*/][^*]*\*+)*/)*")
_START = re.compile(r"""(?:\[|\barray\s{0,20}\()(?=\s{0,200}(?:["'][^"'\n]{0,60}["']\s{0,60}=>|\.\.\.|//|/\*))""", re.I)
_ARRAY = re.compile(
    r"(?:\(object\)\s*)?(?:\[|array\s*\()|(?:\\?[A-Za-z_][\w\\]*)::__set_state\(\s*array\s*\(", re.IGNORECASE
)
_NUMBER = re.compile(r"[+-]?(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])")
_WORD = re.compile(r"(null|true|false)\b(?!\s*[(:\\])", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:,|\]|\)|=>)|\s*(?://|#|/\*)")
_CONCATENATED = re.compile(r"""\s*\.\s*(?=["'])""")
_CODE = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[\"']|[\[({]|[\])}]|,", re.DOTALL)


def read_php(source: Source) -> Reading | None:
    """The arrays in the text; None if there is none."""
    text = source.text
    if "=>" not in text or not names_identity(text):
        return None
    collector = Collector(source)
    read_to = 0
    for found in _START.finditer(text):
        start = found.start()
        if start < read_to:
            continue
        if collector.is_full(start):
            break
        try:
            root, read_to = _Reader(source, start).array(start, 0)
        except NotThisNotationError as error:
            collector.waste(error.at - start)
            continue
        except TooDeepError:
            collector.add([problems.at(source, start, "too-deep")])
            break
        collector.add(calls_in(source, root))
    return collector.reading("php")


class _Reader:
    """Reads one array of the source's text. Raises NotThisNotationError and TooDeepError."""

    def __init__(self, source: Source, start: int) -> None:
        self._end = start + MAX_LITERAL
        self._source, self._text = source, source.text

    def array(self, at: int, depth: int) -> tuple[Literal, int]:
        """The array that begins at ``at``, and where it ends."""
        start = at
        opening = _ARRAY.match(self._text, at)
        if opening is None or depth > MAX_DEPTH:
            raise TooDeepError if opening else NotThisNotationError(at)
        closing = "]" if opening[0].endswith("[") else ")"
        members: list[tuple[str | None, Literal]] = []
        next_index = 0
        at = self._skip(opening.end())
        while not self._text.startswith(closing, at):
            name: str | None = str(next_index)
            value, at = self._value(at, depth + 1)
            behind = self._skip(at)
            if value.text.startswith("...") and value.kind == "expression":
                name = None
            elif self._text.startswith("=>", behind):
                name = value.text if value.kind in ("text", "number") else None
                value, at = self._value(self._skip(behind + 2), depth + 1)
            else:
                next_index += 1
            members.append((name, value))
            at = self._next(at, closing)
        at += 1
        if "__set_state" in opening[0]:
            at = self._skip(at)
            if not self._text.startswith(")", at):
                raise NotThisNotationError(at)
            at += 1
        return array_literal(self._source, members, start, at), at

    def _value(self, at: int, depth: int) -> tuple[Literal, int]:
        literal, end = self._literal(at, depth)
        if literal.kind != "expression" and not _ENDS.match(self._text, end):
            return self._code(at)  # "a" . $b, null ?? 1
        return literal, end

    def _literal(self, at: int, depth: int) -> tuple[Literal, int]:
        character = self._text[at : at + 1]
        if character in ('"', "'"):
            return self._string(at)
        if character == "<" and (heredoc := read_heredoc(self._text, at, self._end)) is not None:
            if heredoc.text is None:
                return Literal("expression", self._text[at : heredoc.end], at, heredoc.end), heredoc.end
            return text_literal(heredoc.text, at, heredoc.end), heredoc.end
        if _ARRAY.match(self._text, at):
            return self.array(at, depth)
        if word := _WORD.match(self._text, at):
            kind = word[1].lower()
            return Literal("null" if kind == "null" else "boolean", kind, at, word.end()), word.end()
        number = _NUMBER.match(self._text, at)
        if number and number.end() - at < MAX_DIGITS and not re.match(r"[+-]?0\d", number[0]):
            written = number[0].replace("_", "")
            whole = written.lstrip("+-").isdigit()
            return number_literal(int(written) if whole else float(written), at, number.end()), number.end()
        return self._code(at)

    def _string(self, at: int) -> tuple[Literal, int]:
        """Texts, also several put together: ``var_export`` writes a NUL so, ``'a' . "\\0" . 'b'``."""
        start = at
        parts: list[str | None] = []
        while True:
            string = read_string(self._text, at, self._end)
            if string is None or string.end > self._end:
                raise NotThisNotationError(self._end)
            parts.append(string.text)
            more = _CONCATENATED.match(self._text, string.end)
            if more is None:
                break
            at = more.end()
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            return Literal("expression", self._text[start : string.end], start, string.end), string.end
        return text_literal("".join(known), start, string.end), string.end

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
                arrow = self._text.find("=>", at, end)
                if arrow > at:
                    end = at + len(self._text[at:arrow].rstrip())
                return Literal("expression", self._text[at:end], at, end), end
            depth += 1 if what in "[({" else -1 if what in "])}" else 0
        raise NotThisNotationError(min(at + MAX_CODE, len(self._text)))

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at
