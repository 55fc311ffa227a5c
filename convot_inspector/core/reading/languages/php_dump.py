"""Output of PHP's ``var_dump`` and ``print_r``."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from convot_inspector.core.reading.errors import NotThisNotationError, TooDeepError
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.languages.php_string import array_literal
from convot_inspector.core.reading.limits import MAX_DEPTH, MAX_VALUES
from convot_inspector.core.reading.literal import Collector, Literal, collect_literals, number_literal
from convot_inspector.core.reading.tokenizer import Tokenizer

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading, Source

_DUMP = re.compile(r"(?:array\(\d{1,9}\)|object\([\w\\]{1,200}\)#\d{1,9} \(\d{1,9}\)) \{\r?\n")
_DUMP_KEY = re.compile(r"\s*\[(?:\"([^\n]*?)\"(?::[^\]\n]*)?|(-?\d+))\]=>\s*")
_STRING = re.compile(r"string\((\d{1,9})\) \"")
_OTHER = re.compile(r"(NULL)|bool\((true|false)\)|(?:int|float)\((-?[\d.E+-]{1,400}|INF|-INF|NAN)\)|(\S[^\r\n]*)")
_DUMP_END = re.compile(r"\s*\}")

_PRINT = re.compile(r"(?:Array|[A-Za-z_][\w\\]* Object)[ \t]*\r?\n[ \t]*\([ \t]*\r?\n")
_PRINT_KEY = re.compile(r"([ \t]*)\[([^\]\r\n]{1,100})\] =>(?: |(?=\r?\n))")
_PRINT_END = re.compile(r"[ \t]*\)[ \t]*(?:\r?\n|$)(?:[ \t]*(?:\r?\n|$))?")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|$)")
_MODIFIER = re.compile(r"(.+):(?:protected|private|[^:]+:(?:private|protected))")
_QUOTE_END = re.compile(r"\"[ \t]*(?:\r?\n|$)")


def read_php_dump(source: Source) -> Reading | None:
    """Return the calls in printed arrays and objects; None if there is none."""
    if "=>" not in source.text or not names_identity(source.text):
        return None
    return _read(source, _VarDump) or _read(source, _PrintR)


def _read(source: Source, dump: type[_Dump]) -> Reading | None:
    collector = Collector(source)
    collect_literals(source, dump.OPENING, lambda start: dump(source, start).array(0), collector)
    return collector.reading("php")


class _Dump(Tokenizer, ABC):
    """Parser of one array or object. Raises NotThisNotationError and TooDeepError."""

    OPENING: re.Pattern[str]
    KEY: re.Pattern[str]
    CLOSING: re.Pattern[str]

    def array(self, depth: int) -> Literal:
        """Read the array at the position."""
        start = self.position
        if self.read(self.OPENING) is None:
            self.fail()
        if depth > MAX_DEPTH:
            raise TooDeepError
        members: list[tuple[str | None, Literal]] = []
        while (closing := self.read(self.CLOSING)) is None:
            key = self.read(self.KEY)
            if key is None or len(members) > MAX_VALUES:
                self.fail()
            members.append((self._name(key), self._value(depth + 1)))
        return array_literal(self.source, members, start, closing.start() + len(closing[0].rstrip()))

    @abstractmethod
    def _name(self, key: re.Match[str]) -> str: ...

    @abstractmethod
    def _value(self, depth: int) -> Literal: ...


class _VarDump(_Dump):
    OPENING, KEY, CLOSING = _DUMP, _DUMP_KEY, _DUMP_END

    def _name(self, key: re.Match[str]) -> str:
        return key[1] if key[1] is not None else key[2]

    def _value(self, depth: int) -> Literal:
        start = self.position
        if string := self.read(_STRING):
            return self._string(start, int(string[1]))
        if self.peek(_DUMP):
            return self.array(depth)
        other = self.read(_OTHER)
        if other is None:
            self.fail()
        null, flag, number, unknown = other.groups()
        if null is not None:
            return Literal("null", "null", start, self.position)
        if flag is not None:
            return Literal("boolean", flag, start, self.position)
        try:
            if unknown is None:
                is_whole = number.lstrip("-").isdigit()
                return number_literal(int(number) if is_whole else float(number), other.start(3), other.end(3))
        except ValueError:
            pass
        return self.expression(start)

    def _string(self, start: int, size: int) -> Literal:
        """Read a string of ``size`` bytes of UTF-8. If the size does not fit, the value is unknown."""
        at, text = self.position, self.text
        data = text[at : at + size].encode("utf-8", "surrogatepass")[:size]
        end = at + len(data.decode("utf-8", "ignore"))
        self.position = end + 1
        if len(text[at:end].encode("utf-8", "surrogatepass")) == size and _QUOTE_END.match(text, end):
            return self.text_from(start, text[at:end])
        closing = _QUOTE_END.search(text, at)
        if closing is None:
            raise NotThisNotationError(len(text))
        self.position = closing.start() + 1
        return Literal("expression", text[at : closing.start()], start, self.position)


class _PrintR(_Dump):
    OPENING, KEY, CLOSING = _PRINT, _PRINT_KEY, _PRINT_END

    def _name(self, key: re.Match[str]) -> str:
        modifier = _MODIFIER.fullmatch(key[2])
        return modifier[1] if modifier else key[2]

    def _value(self, depth: int) -> Literal:
        """Read a value to the end of its line. One over several lines is unknown: its lines may look like members."""
        if self.peek(_PRINT):
            return self.array(depth)
        start = self.position
        line = self.read(_LINE)
        end = start if line is None else line.end(1)
        is_long = False
        while self.position < len(self.text) and not self.peek(_PRINT_KEY) and not self.peek(_PRINT_END):
            before, line = self.position, self.read(_LINE)
            if line is None or line.end() == before:
                break
            is_long, end = True, line.end(1)
        if is_long:
            return Literal("expression", self.text[start:end], start, end)
        if start == end:  # "", null and false all print as nothing, so the arrow is highlighted
            return Literal("text", "", start - 3, start)
        return Literal("text", self.text[start:end], start, end)
