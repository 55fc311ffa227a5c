"""Objects as consoles show them: Chrome's and Firefox's previews, Node's ``console.log`` and ``util.inspect``.

They look like JavaScript and are not: ``[Object]``, ``Map(1) {…}``, ``{a: 1, …}``. What a preview leaves out is
unknown, not absent.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading.errors import NotThisNotationError
from convot_inspector.core.reading.javascript.numbers import number_text, parse_number
from convot_inspector.core.reading.javascript.strings import unescape
from convot_inspector.core.reading.languages.console_tree import opened
from convot_inspector.core.reading.limits import MAX_DEPTH
from convot_inspector.core.reading.literal import (
    Collector,
    Literal,
    calls_in,
    mapping,
    names_identity,
    sequence,
    text_literal,
)

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading, Source

_START = re.compile(
    r"""(?:(?<![(=,\[]\s)(?<![(=,\[$])|\(\d{1,6}\)\s\[(?=\{))"""
    r"""\{(?=\s{0,200}(?:[\w$]{1,100}|'[^'\n]{1,100}'|"[^"\n]{1,100}"):\s?\S)"""
)
_CLASS = re.compile(r"(?:[A-Z]\w{0,60}|\[[^\[\]\n]{1,60}\])\s$")
_PREVIEW = re.compile(r"[A-Z]\w{0,60} (?=\{ )")
_SPACE = re.compile(r"\s*")
_NAME = re.compile(r"[\w$]+")
_NUMBER = re.compile(r"-?(?:\d[\d.]*(?:e[+-]?\d+)?|Infinity)(?=\s*[,}\n])")
_WORDS = re.compile(r"(?:true|false|null|undefined|NaN)(?=\s*[,}])")
_STRING = {quote: re.compile(rf"{quote}((?:[^{quote}\\\n]|\\.)*){quote}") for quote in "\"'`"}
_ESCAPE = re.compile(r"\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)")
_FOREIGN_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\[aeLNPU_]")  # YAML's and Python's
_YAML_KEY = re.compile(r"(?: *- )+(?:[\w.-]+: )?| *[\w.-]+: ")
_GOES_ON = re.compile(r"\s*\+\s*(?=[\"'`])")
_CUT = re.compile(r"\.\.\. \d+ more characters?")
_LEFT_OUT = re.compile(r"(?:…|\.\.\.)[^,}\n]{0,40}")
# How a value begins that only a console writes; a list of others may be anybody's.
_OTHER = re.compile(
    r"(?!True\b|False\b|None\b)[A-Z]\w*(?: \{|\(|[,} \n])"
    r"|\[(?:[A-Z]\w+[\]: (]|…)|\(\d+\) \[|\(\.\.\.\)|[<ƒ…]|\{…|\{ …|\d{4}-\d\d-|-?\d+n\b"
)
_SIGNS = re.compile(r"[\"'`,{}\[\]()]")
_PAIRS = {"{": "}", "[": "]", "(": ")"}


def read_sketch(source: Source) -> Reading | None:
    """Objects that only a console writes like this; None if the text has none."""
    return _read(source, only_sketched=True)


def read_console(source: Source) -> Reading | None:
    """Any object that a console may have written, with other text around it; None if there is none."""
    return _read(source, only_sketched=False)


def _read(source: Source, *, only_sketched: bool) -> Reading | None:
    text = source.text
    if not names_identity(text):
        return None
    collector = Collector(source)
    read_to = 0
    for found in _START.finditer(text):
        start = found.start()
        if start < read_to:
            continue
        if collector.is_full(start):
            break
        scanner = _Scanner(source, start)
        scanner.is_sketch = _CLASS.search(text, max(0, start - 70), start) is not None
        try:
            value = scanner.sketched_list() if text[start] == "(" else scanner.object(0)
        except NotThisNotationError as error:
            collector.waste(max(error.at - start, 0))
            continue
        end = scanner.at
        value = opened(source, value, scanner.alone) if value.members is not None else value
        read_to = max(end, value.end)
        is_sketch = scanner.is_sketch and not scanner.has_quoted_names and not _is_json(text[start:end])
        if is_sketch or not only_sketched:
            collector.add(calls_in(source, value))
    return collector.reading("console")


def _is_json(text: str) -> bool:
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return False
    return True


class _Scanner:
    """Reads one object; ``is_sketch``: it has something that only consoles write."""

    def __init__(self, source: Source, at: int) -> None:
        self._source, self._text, self.at = source, source.text, at
        self._stop = len(source.text)
        before = self._text[max(at - 100, 0) : at]
        self._may_be_yaml = _YAML_KEY.fullmatch(before, before.rfind("\n") + 1) is not None
        self.is_sketch = self.has_quoted_names = False

    def sketched_list(self) -> Literal:
        """``(2) [{…}, {…}]``, as Chrome shows an array."""
        start = self.at
        self.at = self._text.index("[", start)
        self.is_sketch = True
        items: list[Literal] = []
        self._expect("[")
        while not self._text.startswith("]", self.at):
            items.append(self._value(1))
            self._skip(0)
            if not self._text.startswith(",", self.at):
                break
            self._skip(1)
        self._expect("]")
        return sequence(self._source, items, start, self._end)

    def alone(self, start: int, end: int) -> Literal:
        """A value on a line of its own: a text, a word, a number, or the preview of an object."""
        written = self._text[start:end]
        unknown = Literal("expression", written, start, end)
        brace = _PREVIEW.match(self._text, start, end)
        self.at, self._stop = start if brace is None else brace.end(), end
        try:
            if written[:1] in _STRING:
                literal = self._string()
            elif brace is not None:
                literal = self.object(1)
            elif end == len(self._text):
                return unknown  # nothing tells whether it goes on
            elif re.fullmatch(r"true|false|null|undefined", written):
                literal = Literal("boolean" if written in ("true", "false") else "null", written, start, end)
            else:
                self.at = end
                literal = self._number(written, start)
            return literal if literal.end == end else unknown
        except NotThisNotationError:
            return unknown

    def object(self, depth: int) -> Literal:
        start = self.at
        if depth > MAX_DEPTH:
            raise NotThisNotationError(self.at)
        self._skip(1)
        members: list[tuple[str | None, Literal]] = []
        while not self._text.startswith("}", self.at):
            left_out = _LEFT_OUT.match(self._text, self.at)
            if left_out is not None:
                self.is_sketch = True
                known = {name for name, _ in members}
                missing = Literal("redacted", left_out[0].strip(), self.at, self.at + len(left_out[0].strip()))
                # Objects that are no call, or in one, may lack any field; of the call itself these decide.
                is_call = not depth and any(name in known for name in IDENTITY_FIELDS)
                members += [(name, missing) for name in IDENTITY_FIELDS if name not in known and is_call]
                members += [] if is_call else [("…", missing)]
                self._skip(len(left_out[0]))
            else:
                name = self._name()
                self._expect(":")
                members.append((name, self._value(depth)))
            self._skip(0)
            if not self._text.startswith(",", self.at):
                break
            self._skip(1)
        self._expect("}")
        return mapping(self._source, members, start, self._end)

    def _skip(self, length: int) -> None:
        space = _SPACE.match(self._text, self.at + length)
        self.at = space.end() if space else self.at + length

    def _expect(self, mark: str) -> None:
        self._skip(0)
        if not self._text.startswith(mark, self.at):
            raise NotThisNotationError(self.at)
        self._end = self.at + len(mark)
        self._skip(len(mark))

    def _name(self) -> str:
        if self._text[self.at : self.at + 1] in _STRING:
            name = self._string().text
            # Consoles put quotes around a name only where it needs them.
            self.has_quoted_names = self.has_quoted_names or _NAME.fullmatch(name) is not None
            return name
        if self._text.startswith("[", self.at):
            return self._sketched().text
        found = _NAME.match(self._text, self.at)
        if found is None:
            raise NotThisNotationError(self.at)
        self.at = found.end()
        return found[0]

    def _value(self, depth: int) -> Literal:
        start, character = self.at, self._text[self.at : self.at + 1]
        if character in _STRING:
            return self._string()
        if number := _NUMBER.match(self._text, start):
            self.at = number.end()
            return self._number(number[0], start)
        if word := _WORDS.match(self._text, start):
            self.at = word.end()
            kind = "boolean" if word[0] in ("true", "false") else "null"
            return Literal("boolean" if kind == "boolean" else "null", word[0], start, word.end())
        if character == "{" and not _LEFT_OUT.match(self._text, start + 1):
            nested = self.object(depth + 1)
            self.at = nested.end
            return nested
        if _OTHER.match(self._text, start):
            self.is_sketch = True
        elif character != "[":
            raise NotThisNotationError(start)
        return self._sketched()

    def _number(self, written: str, start: int) -> Literal:
        digits = written.lstrip("-")
        if digits == "Infinity":
            return Literal("null", written, start, self.at)
        try:
            number = parse_number(digits)
        except ValueError:
            number = None
        if number is None:
            raise NotThisNotationError(start)
        return Literal("number", number_text(-number if written != digits else number), start, self.at)

    def _string(self) -> Literal:
        start = self.at
        parts: list[str] = []
        is_foreign = False
        while True:
            found = _STRING[self._text[self.at]].match(self._text, self.at)
            if found is None:
                raise NotThisNotationError(self.at)
            is_foreign = (
                is_foreign or (self._may_be_yaml and "\\" in found[1]) or _FOREIGN_ESCAPE.search(found[1]) is not None
            )
            parts.append(_ESCAPE.sub(lambda escape: unescape(escape[0]) or "", found[1]))
            self.at = found.end()
            further = _GOES_ON.match(self._text, self.at)
            if further is None:
                break
            self.at = further.end()
        text = "".join(parts)
        cut = _CUT.match(self._text, self.at)
        if cut is not None or "…" in text:
            self.at = cut.end() if cut is not None else self.at
            self.is_sketch = True
            return Literal("redacted", text, start, self.at)
        if is_foreign:
            return Literal("expression", self._text[start : self.at], start, self.at)
        return text_literal(text, start, self.at)

    def _sketched(self) -> Literal:
        """A value of which a console shows what it is, up to the comma or bracket behind it."""
        start = self.at
        open_: list[str] = []
        unclosed: dict[str, int] = {}  # until where it is known that a quote is an apostrophe
        while sign := _SIGNS.search(self._text, self.at, self._stop):
            self.at = sign.start()
            mark = sign[0]
            if mark in _STRING:
                known = self.at < unclosed.get(mark, 0)
                literal = None if known else _STRING[mark].match(self._text, self.at)
                if literal is None and not known:
                    line_end = self._text.find("\n", self.at)
                    unclosed[mark] = line_end if line_end >= 0 else len(self._text)
                self.at = literal.end() if literal is not None else self.at + 1
                continue
            if not open_ and mark in ",}":
                break
            if mark in _PAIRS:
                open_.append(_PAIRS[mark])
            elif open_ and mark == open_[-1]:
                open_.pop()
            self.at += 1
            if not open_ and self._text.startswith(":", self.at):
                break  # the name of a symbol
        written = self._text[start : self.at].rstrip()
        if not written:
            raise NotThisNotationError(start)
        self.at = start + len(written)
        return Literal("expression", written, start, self.at)
