"""Python dicts, as written and as printed, ``dict(email=…)`` and the repr of dataclasses. Parsed, never evaluated."""

from __future__ import annotations

import ast
import json
import re
from itertools import accumulate
from typing import TYPE_CHECKING

from convot_inspector.core.model import IdentifyCall
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.limits import MAX_DEPTH, MAX_LITERAL
from convot_inspector.core.reading.literal import (
    Collector,
    Literal,
    Openings,
    calls_in,
    mapping,
    number_literal,
    sequence,
    starts_as_object,
    text_literal,
)

if TYPE_CHECKING:
    from convot_inspector.core.model import Problem
    from convot_inspector.core.reading.source import Reading, Source

# A brace and a key, or a parenthesis and a keyword argument. A pattern that begins with a name would try every word.
_START = re.compile(
    r"""\{(?=\s{0,200}(?:#[^\n]{0,200}\n\s{0,200}){0,3}(?:[uUrR]?["']|\*\*))|(?<=\w)\((?=[A-Za-z_]\w{0,60}\s?=(?!=)|\[\(["'])"""
)
_BARE_TEXT = re.compile(r"[0-9a-fA-F]{32,128}|[^\s@\"'()]{1,64}@[^\s@\"'()]{1,255}")
_NAME_BEFORE = re.compile(r"[A-Za-z_]\w{0,60}\Z")
_TOKEN = re.compile(
    r"(?P<string>(?P<prefix>(?:\b[A-Za-z]{1,2})?)(?:'''(?:[^\\]|\\.)*?'''|\"\"\"(?:[^\\]|\\.)*?\"\"\""
    r"|'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"))"
    r"|(?P<unclosed>[\"'])|#[^\n\r]*|(?P<open>[\[({])|(?P<close>[])}])",
    re.DOTALL,
)
# Escapes that Python warns of, such as "\/" and "\d": JavaScript removes the backslash, Python keeps it.
_FOREIGN_ESCAPE = re.compile(
    r"\\(?:[^\n\r\\'\"abfnrtv0-7xuUN]|x(?![0-9a-fA-F]{2})|u(?![0-9a-fA-F]{4})|U(?![0-9a-fA-F]{8})|N(?!\{)|[4-7][0-7]{2})"
)
_ESCAPED_BACKSLASH = re.compile(r"\\\\")
_FOREIGN_NAMES = ("true", "false", "null", "undefined", "NaN", "Infinity")
_ADJACENT = re.compile(r"'(?!'')(?:[^'\\\n]|\\.)*''|\"(?!\"\")(?:[^\"\\\n]|\\.)*\"\"")


def read_python(source: Source) -> Reading | None:
    """Return the calls in Python literals of the text; None if there is none."""
    text = source.text
    if not names_identity(text):
        return None
    collector = Collector(source)
    openings = Openings(source, _START, collector, root=starts_as_object(text), start_of=_start)
    for start in openings:
        end = _closing_bracket_end(text, start)
        if end is None:
            collector.waste(min(len(text) - start, MAX_LITERAL))
            continue
        if not names_identity(text[start:end]):
            openings.read_to = end
            collector.waste(0)
            continue
        try:
            root = _Reader(source, start, end).root()
        except RecursionError:
            collector.add([problems.at(source, start, "too-deep")])
            openings.read_to = end
            continue
        calls = list(calls_in(source, root)) if root is not None else []
        if not any(map(_has_bare_text, calls)) and collector.add(calls):
            openings.read_to = end
        else:
            collector.waste(end - start)
    return collector.reading("python")


def _has_bare_text(call: IdentifyCall | Problem) -> bool:
    """Return whether an address or a digest stands without quotes: another language's printout, and no Python."""
    fields = call.fields.values() if isinstance(call, IdentifyCall) else ()
    return any(field.kind == "expression" and _BARE_TEXT.fullmatch(field.value) for field in fields)


def _start(opening: re.Match[str]) -> int:
    """Return the start of a literal: of ``dict(`` and the like, that of the name before the parenthesis."""
    text, start = opening.string, opening.start()
    name = _NAME_BEFORE.search(text, max(start - 62, 0), start) if text[start] == "(" else None
    return start if name is None else name.start()


def _closing_bracket_end(text: str, start: int) -> int | None:
    """Return the index after the bracket that closes the first one from ``start`` on; None if it is not closed.

    None also if a string has an escape that is not Python's.
    """
    depth = 0
    for token in _TOKEN.finditer(text, start, start + MAX_LITERAL):
        if token["unclosed"]:
            return None
        if token["open"]:
            depth += 1
        elif token["close"]:
            depth -= 1
            if depth <= 0:
                return token.end() if depth == 0 else None
        elif token["string"] and _has_foreign_escape(token["string"], token["prefix"]):
            return None
    return None


def _has_foreign_escape(string: str, prefix: str) -> bool:
    return "r" not in prefix.lower() and bool(_FOREIGN_ESCAPE.search(_ESCAPED_BACKSLASH.sub("", string)))


def _unwrap_lists(members: list[tuple[str | None, Literal]]) -> list[tuple[str | None, Literal]]:
    """Unwrap values that are all lists of one string, as from ``parse_qs`` and in Django's ``QueryDict``."""
    alone = [value.items[0] for _, value in members if value.items is not None and len(value.items) == 1]
    if not alone or len(alone) < len(members) or any(value.kind != "text" for value in alone):
        return members
    return [(name, value) for (name, _), value in zip(members, alone, strict=True)]


def _is_signed_text(key: ast.expr | None) -> bool:
    """Return whether a key is a text with a sign, which is that of a line in a diff."""
    return isinstance(key, ast.UnaryOp) and isinstance(key.operand, ast.Constant) and isinstance(key.operand.value, str)


class _Reader:
    """Parser of one expression in the source's text."""

    def __init__(self, source: Source, start: int, end: int) -> None:
        self._source, self._start, self._end = source, start, end
        self._lines = [start]
        self._lines += [start + line.end() for line in re.finditer(r"\r\n?|\n", source.text[start:end])]
        self._bytes: dict[int, dict[int, int]] = {}

    def root(self) -> Literal | None:
        """Parse the expression; None if it is not Python. Raises RecursionError."""
        if self._is_json():
            return None
        try:
            tree = ast.parse(self._source.text[self._start : self._end], mode="eval").body
        except MemoryError as error:  # raised by the parser for very deep nesting
            raise RecursionError from error
        except (SyntaxError, ValueError):
            return None
        if any(isinstance(node, ast.Name) and node.id in _FOREIGN_NAMES for node in ast.walk(tree)):
            return None
        if any(isinstance(node, ast.Dict) and any(map(_is_signed_text, node.keys)) for node in ast.walk(tree)):
            return None
        return self._read(tree, 0)

    def _is_json(self) -> bool:
        """Return whether the text is JSON, whose numbers are JavaScript's although Python could read it."""
        try:
            json.loads(self._source.text[self._start : self._end], parse_int=str, parse_float=str)
        except ValueError:
            return False
        except RecursionError:  # too deep, but JSON down to that level
            return True
        return True

    def _read(self, node: ast.expr, depth: int) -> Literal:
        if depth > MAX_DEPTH:
            raise RecursionError
        start, end = self._span(node)
        match node:
            case ast.Constant(value=str(text)):
                if _ADJACENT.match(self._source.text, start, end):  # a doubled quote is an escape in YAML and SQL
                    return Literal("expression", self._source.text[start:end], start, end)
                return text_literal(text, start, end)
            case ast.Constant(value=bool(flag)):
                return Literal("boolean", "true" if flag else "false", start, end)
            case ast.Constant(value=int(number) | float(number)):
                return self._number(number, start, end)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(number) | float(number))):
                return self._number(-number, start, end)
            case ast.Constant(value=None) | ast.Name(id="nothing"):  # Julia's printouts look like Python's
                return Literal("null", "null", start, end)
            case ast.List(elts=items) | ast.Tuple(elts=items):
                return sequence(self._source, [self._read(item, depth + 1) for item in items], start, end)
            case ast.Dict(keys=keys, values=values):
                members = [self._member(key, value, depth) for key, value in zip(keys, values, strict=True)]
                return mapping(self._source, _unwrap_lists(members), start, end)
            case ast.Call(args=args, keywords=keywords):
                return self._call(args, keywords, start, end, depth)
        return Literal("expression", self._source.text[start:end], start, end)

    def _number(self, number: float, start: int, end: int) -> Literal:
        try:
            return number_literal(number, start, end)
        except ValueError:  # more digits than Python converts
            return Literal("expression", self._source.text[start:end], start, end)

    def _member(self, key: ast.expr | None, value: ast.expr, depth: int) -> tuple[str | None, Literal]:
        content = self._read(value, depth + 1)
        match key:
            case ast.Constant(value=str(name)):
                return name, content
            case ast.Constant(value=int(number)) if not isinstance(number, bool) and abs(number) < 10**18:
                return str(number), content
        return None, content

    def _call(self, args: list[ast.expr], keywords: list[ast.keyword], start: int, end: int, depth: int) -> Literal:
        """Read ``dict(email=…)``, the repr of a dataclass, ``OrderedDict([("email", …)])``, as an expression."""
        members: list[tuple[str | None, Literal]] = []
        if len(args) == 1 and isinstance(args[0], ast.List):
            for item in args[0].elts:
                match item:
                    case ast.Tuple(elts=[key, value]):
                        members.append(self._member(key, value, depth))
        members += [(keyword.arg, self._read(keyword.value, depth + 1)) for keyword in keywords]
        source = self._source.text[start:end]
        return (
            Literal("expression", source, start, end, members=tuple(members))
            if members
            else Literal("expression", source, start, end, items=tuple(self._read(arg, depth + 1) for arg in args))
        )

    def _span(self, node: ast.expr) -> tuple[int, int]:
        start = self._index(node.lineno, node.col_offset)
        return start, self._index(node.end_lineno or node.lineno, node.end_col_offset or 0)

    def _index(self, line: int, column: int) -> int:
        """Return the index of a line and column. ``ast`` counts lines from 1, and columns in UTF-8 bytes from 0."""
        if line not in self._bytes:
            start = self._lines[line - 1]
            end = self._lines[line] if line < len(self._lines) else self._end
            widths = (len(character.encode()) for character in self._source.text[start:end])
            offsets = accumulate(widths, initial=0)
            self._bytes[line] = {offset: index for index, offset in enumerate(offsets, start)}
        return self._bytes[line][column]
