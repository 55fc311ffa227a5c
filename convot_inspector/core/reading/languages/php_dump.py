"""PHP: what ``var_dump`` and ``print_r`` print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.errors import NotThisNotationError, TooDeepError
from convot_inspector.core.reading.languages.php_string import array_literal
from convot_inspector.core.reading.limits import MAX_DEPTH, MAX_VALUES
from convot_inspector.core.reading.literal import (
    Collector,
    Literal,
    calls_in,
    names_identity,
    number_literal,
    text_literal,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.reading.source import Reading, Source

_DUMP = re.compile(r"(?:array\(\d{1,9}\)|object\([\w\\]{1,200}\)#\d{1,9} \(\d{1,9}\)) \{\r?\n")
_DUMP_KEY = re.compile(r"\s*\[(?:\"([^\n]*?)\"(?::[^\]\n]*)?|(-?\d+))\]=>\s*")
_DUMP_STRING = re.compile(r"string\((\d{1,9})\) \"")
_DUMP_OTHER = re.compile(r"(NULL)|bool\((true|false)\)|(?:int|float)\((-?[\d.E+-]{1,400}|INF|-INF|NAN)\)|(\S[^\r\n]*)")
_DUMP_END = re.compile(r"\s*\}")

_PRINT = re.compile(r"(?:Array|[A-Za-z_][\w\\]* Object)[ \t]*\r?\n[ \t]*\([ \t]*\r?\n")
_PRINT_KEY = re.compile(r"([ \t]*)\[([^\]\r\n]{1,100})\] =>(?: |(?=\r?\n))")
_PRINT_END = re.compile(r"[ \t]*\)[ \t]*(?:\r?\n|$)(?:[ \t]*(?:\r?\n|$))?")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|$)")
_MODIFIER = re.compile(r"(.+):(?:protected|private|[^:]+:(?:private|protected))")


def read_php_dump(source: Source) -> Reading | None:
    """The arrays and objects that were printed; None if there is none."""
    if "=>" not in source.text or not names_identity(source.text):
        return None
    return _read(source, _DUMP, _read_dump) or _read(source, _PRINT, _read_print)


def _read(
    source: Source, opening: re.Pattern[str], reader: Callable[[Source, int, int], tuple[Literal, int]]
) -> Reading | None:
    collector = Collector(source)
    read_to = 0
    for found in opening.finditer(source.text):
        start = found.start()
        if start < read_to:
            continue
        if collector.is_full(start):
            break
        try:
            root, read_to = reader(source, start, 0)
        except NotThisNotationError as error:
            collector.waste(error.at - start)
            continue
        except TooDeepError:
            collector.add([problems.at(source, start, "too-deep")])
            break
        collector.add(calls_in(source, root))
    return collector.reading("php")


def _read_dump(source: Source, at: int, depth: int) -> tuple[Literal, int]:
    text = source.text
    start = at
    opening = _DUMP.match(text, at)
    if opening is None or depth > MAX_DEPTH:
        raise TooDeepError if opening else NotThisNotationError(at)
    at = opening.end()
    members: list[tuple[str | None, Literal]] = []
    while not (closing := _DUMP_END.match(text, at)):
        key = _DUMP_KEY.match(text, at)
        if key is None:
            raise NotThisNotationError(at)
        value, at = _dumped(source, key.end(), depth + 1)
        if len(members) > MAX_VALUES:
            raise NotThisNotationError(at)
        members.append((key[1] if key[1] is not None else key[2], value))
    return array_literal(source, members, start, closing.end()), closing.end()


def _dumped(source: Source, at: int, depth: int) -> tuple[Literal, int]:
    text = source.text
    if string := _DUMP_STRING.match(text, at):
        return _dumped_string(source, at, string.end(), int(string[1]))
    if _DUMP.match(text, at):
        return _read_dump(source, at, depth)
    other = _DUMP_OTHER.match(text, at)
    if other is None:
        raise NotThisNotationError(at)
    null, flag, number, unknown = other.groups()
    end = other.end()
    if null is not None:
        return Literal("null", "null", at, end), end
    if flag is not None:
        return Literal("boolean", flag, at, end), end
    try:
        if unknown is None:
            whole = number.lstrip("-").isdigit()
            return number_literal(int(number) if whole else float(number), other.start(3), other.end(3)), end
    except ValueError:
        pass
    return Literal("expression", other[0], at, end), end


def _dumped_string(source: Source, start: int, at: int, size: int) -> tuple[Literal, int]:
    """The length is in bytes. Where it does not agree, the paste is not what was printed and nothing is known."""
    text = source.text
    data = text[at : at + size].encode("utf-8", "surrogatepass")[:size]
    end = at + len(data.decode("utf-8", "ignore"))
    whole = len(text[at:end].encode("utf-8", "surrogatepass")) == size
    if whole and re.compile(r"\"[ \t]*(?:\r?\n|$)").match(text, end):
        return text_literal(text[at:end], start, end + 1), end + 1
    closing = re.compile(r"\"[ \t]*(?:\r?\n|$)").search(text, at)
    if closing is None:
        raise NotThisNotationError(len(text))
    return Literal("expression", text[at : closing.start()], start, closing.start() + 1), closing.start() + 1


def _read_print(source: Source, at: int, depth: int) -> tuple[Literal, int]:
    text = source.text
    start = at
    opening = _PRINT.match(text, at)
    if opening is None or depth > MAX_DEPTH:
        raise TooDeepError if opening else NotThisNotationError(at)
    at = opening.end()
    members: list[tuple[str | None, Literal]] = []
    while not (closing := _PRINT_END.match(text, at)):
        key = _PRINT_KEY.match(text, at)
        if key is None:
            raise NotThisNotationError(at)
        value, at = _printed(source, key.end(), depth + 1)
        if len(members) > MAX_VALUES:
            raise NotThisNotationError(at)
        modifier = _MODIFIER.fullmatch(key[2])
        members.append((modifier[1] if modifier else key[2], value))
    end = closing.start() + len(closing[0].rstrip())
    return array_literal(source, members, start, end), closing.end()


def _printed(source: Source, at: int, depth: int) -> tuple[Literal, int]:
    """A value to the end of its line. One that goes on may hold anything, a line like ``[email] => …`` too."""
    text = source.text
    if _PRINT.match(text, at):
        value, at = _read_print(source, at, depth)
        return value, at
    line = _LINE.match(text, at)
    if line is None:
        raise NotThisNotationError(at)
    start, end, at = at, line.end(1), line.end()
    several = False
    while at < len(text) and not _PRINT_KEY.match(text, at) and not _PRINT_END.match(text, at):
        line = _LINE.match(text, at)
        if line is None or line.end() == at:
            break
        several, end, at = True, line.end(1), line.end()
    if several:
        return Literal("expression", text[start:end], start, end), at
    if start == end:  # "", null and false all print as nothing; the arrow is what there is to show
        return Literal("text", "", start - 3, start), at
    return Literal("text", text[start:end], start, end), at
