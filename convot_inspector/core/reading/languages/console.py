"""Objects as consoles print them: previews of Chrome and Firefox, ``console.log`` and ``util.inspect`` of Node.js.

They resemble JavaScript but are not: ``[Object]``, ``Map(1) {…}``, ``{a: 1, …}``. Members that a preview leaves out are
unknown, not absent.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading.errors import NotThisNotationError
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.javascript.numbers import number_text, parse_number
from convot_inspector.core.reading.javascript.strings import unescape
from convot_inspector.core.reading.languages.console_tree import expand
from convot_inspector.core.reading.limits import MAX_DEPTH
from convot_inspector.core.reading.literal import Collector, Literal, collect_literals, mapping, sequence
from convot_inspector.core.reading.tokenizer import Tokenizer

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading, Source

_START = re.compile(
    r"""(?:(?<![(=,\[]\s)(?<![(=,\[$])|\(\d{1,6}\)\s\[(?=\{))"""
    r"""\{(?=\s{0,200}(?:[\w$]{1,100}|'[^'\n]{1,100}'|"[^"\n]{1,100}"):\s?\S)"""
)
_CLASS = re.compile(r"(?:[A-Z]\w{0,60}|\[[^\[\]\n]{1,60}\])\s$")
_PREVIEW = re.compile(r"[A-Z]\w{0,60} (?=\{ )")
_NAME = re.compile(r"[\w$]+")
_NUMBER = re.compile(r"-?(?:\d[\d.]*(?:e[+-]?\d+)?|Infinity)(?=\s*[,}\n])")
_WORDS = re.compile(r"(?:true|false|null|undefined|NaN)(?=\s*[,}])")
_STRING = {quote: re.compile(rf"{quote}((?:[^{quote}\\\n]|\\.)*){quote}") for quote in "\"'`"}
_ESCAPE = re.compile(r"\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)")
_FOREIGN_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\[aeLNPU_]")  # of YAML and Python
_YAML_KEY = re.compile(r"(?: *- )+(?:[\w.-]+: )?| *[\w.-]+: ")
_CONCATENATION = re.compile(r"\s*\+\s*(?=[\"'`])")
_TRUNCATED = re.compile(r"\.\.\. \d+ more characters?")
_OMITTED = re.compile(r"(?:…|\.\.\.)[^,}\n]{0,40}")
# Beginnings of values that only consoles print, such as "Map(1)" and "[Object"; other lists may be of any notation.
_CONSOLE_ONLY = re.compile(
    r"(?!True\b|False\b|None\b)[A-Z]\w*(?: \{|\(|[,} \n])"
    r"|\[(?:[A-Z]\w+[\]: (]|…)|\(\d+\) \[|\(\.\.\.\)|[<ƒ…]|\{…|\{ …|\d{4}-\d\d-|-?\d+n\b"
)
_WRAPPED = re.compile(r"(?:Some|Just|Optional)\(\s{0,200}(?=\")")  # Rust's and Swift's
_WRAPPED_END = re.compile(r"\s{0,200},?\s{0,200}\)")
_DELIMITERS = re.compile(r"[\"'`,{}\[\]()]")
_PAIRS = {"{": "}", "[": "]", "(": ")"}


def read_console_preview(source: Source) -> Reading | None:
    """Return the calls in objects with syntax that only consoles print; None if there is none."""
    return _read(source, only_previews=True)


def read_console(source: Source) -> Reading | None:
    """Return the calls in all objects that a console may have printed; None if there is none."""
    return _read(source, only_previews=False)


def _read(source: Source, *, only_previews: bool) -> Reading | None:
    if not names_identity(source.text):
        return None

    def read_at(start: int) -> Literal:
        reader = _ObjectReader(source, start)
        value = reader.array_preview() if source.text[start] == "(" else reader.object(0)
        end = reader.position
        value = expand(source, value, reader.whole_line) if value.members is not None else value
        is_preview = reader.is_preview and not reader.has_quoted_names and not _is_json(source.text[start:end])
        # An object that another notation may write too is replaced by an expression, which has no calls.
        return value if is_preview or not only_previews else Literal("expression", "", start, value.end)

    collector = Collector(source)
    collect_literals(source, _START, read_at, collector)
    return collector.reading("console")


def _is_json(text: str) -> bool:
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return False
    return True


class _ObjectReader(Tokenizer):
    """Parser of one object. Raises NotThisNotationError.

    ``is_preview``: the object has syntax that only consoles print. ``has_quoted_names``: it has quotes around names
    that no console would quote.
    """

    def __init__(self, source: Source, position: int) -> None:
        super().__init__(source, position)
        before = self.text[max(position - 100, 0) : position]
        self._may_be_yaml = _YAML_KEY.fullmatch(before, before.rfind("\n") + 1) is not None
        self.is_preview = _CLASS.search(self.text, max(0, position - 70), position) is not None
        self.has_quoted_names = False

    def array_preview(self) -> Literal:
        """Read ``(2) [{…}, {…}]``, Chrome's preview of an array."""
        start = self.position
        self.position = self.text.index("[", start) + 1
        self.is_preview = True
        items = [self._value(1) for _ in self.items("]")]
        return sequence(self.source, items, start, self.position)

    def whole_line(self, start: int, end: int) -> Literal:
        """Read a value that takes a whole line, from ``start`` to ``end``: a string, word, number or object preview."""
        written = self.text[start:end]
        unknown = Literal("expression", written, start, end)
        brace = _PREVIEW.match(self.text, start, end)
        self.position, self.end = start if brace is None else brace.end(), end
        try:
            if written[:1] in _STRING:
                literal = self._string()
            elif brace is not None:
                literal = self.object(1)
            elif end == len(self.text):
                return unknown  # it may have been cut off
            elif re.fullmatch(r"true|false|null|undefined", written):
                literal = Literal("boolean" if written in ("true", "false") else "null", written, start, end)
            else:
                self.position = end
                literal = self._number(written, start)
            return literal if literal.end == end else unknown
        except NotThisNotationError:
            return unknown

    def object(self, depth: int) -> Literal:
        """Read the object at the position."""
        start = self.position
        if depth > MAX_DEPTH:
            self.fail()
        self.expect("{")
        members: list[tuple[str | None, Literal]] = []
        for _ in self.items("}"):
            if omitted := self.read(_OMITTED):
                members += self._omitted(omitted, {name for name, _ in members}, depth)
                continue
            name = self._name()
            self.skip()
            self.expect(":")
            self.skip()
            members.append((name, self._value(depth)))
        return mapping(self.source, members, start, self.position)

    def _omitted(self, omitted: re.Match[str], known: set[str | None], depth: int) -> list[tuple[str, Literal]]:
        """Return the members that a preview leaves out, as redacted values.

        In a call these are the identity fields that it does not show; in other objects, a single member named "…".
        """
        self.is_preview = True
        written = omitted[0].strip()
        missing = Literal("redacted", written, omitted.start(), omitted.start() + len(written))
        if depth or known.isdisjoint(IDENTITY_FIELDS):
            return [("…", missing)]
        return [(name, missing) for name in IDENTITY_FIELDS if name not in known]

    def _name(self) -> str:
        if self.text[self.position : self.position + 1] in _STRING:
            name = self._string().text
            # Consoles quote only names that are not identifiers.
            self.has_quoted_names = self.has_quoted_names or _NAME.fullmatch(name) is not None
            return name
        if self.check("["):
            return self._description().text
        found = self.read(_NAME)
        if found is None:
            self.fail()
        return found[0]

    def _value(self, depth: int) -> Literal:
        start, character = self.position, self.text[self.position : self.position + 1]
        if character in _STRING:
            return self._string()
        if self.peek(_WRAPPED):
            return self._wrapped()
        if number := self.read(_NUMBER):
            return self._number(number[0], start)
        if word := self.read(_WORDS):
            return Literal("boolean" if word[0] in ("true", "false") else "null", word[0], start, word.end())
        if character == "{" and not _OMITTED.match(self.text, start + 1):
            return self.object(depth + 1)
        if self.peek(_CONSOLE_ONLY):
            self.is_preview = True
        elif character != "[":
            self.fail()
        return self._description()

    def _wrapped(self) -> Literal:
        self.is_preview = True
        start = self.position
        self.read(_WRAPPED)
        literal = self._string()
        if self.read(_WRAPPED_END) is not None:
            return literal
        self.position = start
        return self._description()

    def _number(self, written: str, start: int) -> Literal:
        digits = written.lstrip("-")
        if digits == "Infinity":
            return Literal("null", written, start, self.position)
        try:
            number = parse_number(digits)
        except ValueError:
            number = None
        if number is None:
            raise NotThisNotationError(start)
        return Literal("number", number_text(-number if written != digits else number), start, self.position)

    def _string(self) -> Literal:
        """Read the string at the position. Node.js splits long ones into several that are concatenated by ``+``."""
        start = self.position
        parts: list[str] = []
        is_foreign = False
        while True:
            found = self.read(_STRING[self.text[self.position]])
            if found is None:
                self.fail()
            is_foreign = (
                is_foreign or (self._may_be_yaml and "\\" in found[1]) or _FOREIGN_ESCAPE.search(found[1]) is not None
            )
            parts.append(_ESCAPE.sub(lambda escape: unescape(escape[0]) or "", found[1]))
            if not self.read(_CONCATENATION):
                break
        text = "".join(parts)
        if self.read(_TRUNCATED) or "…" in text:
            self.is_preview = True
            return Literal("redacted", text, start, self.position)
        return self.text_from(start, None if is_foreign else text)

    def _description(self) -> Literal:
        """Read a value that the console only describes, such as ``[Object]``, up to the comma or bracket after it."""
        start = self.position
        open_: list[str] = []
        unclosed: dict[str, int] = {}  # for each quote, the index up to which it is known to be an apostrophe
        while sign := _DELIMITERS.search(self.text, self.position, self.end):
            self.position = sign.start()
            mark = sign[0]
            if mark in _STRING:
                is_apostrophe = self.position < unclosed.get(mark, 0)
                if not is_apostrophe and self.read(_STRING[mark]):
                    continue
                if not is_apostrophe:
                    line_end = self.text.find("\n", self.position)
                    unclosed[mark] = line_end if line_end >= 0 else len(self.text)
                self.position += 1
                continue
            if not open_ and mark in ",}":
                break
            if mark in _PAIRS:
                open_.append(_PAIRS[mark])
            elif open_ and mark == open_[-1]:
                open_.pop()
            self.position += 1
            if not open_ and self.check(":"):
                break  # the name of a symbol
        written = self.text[start : self.position].rstrip()
        if not written:
            raise NotThisNotationError(start)
        self.position = start + len(written)
        return self.expression(start)
