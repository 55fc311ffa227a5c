"""PowerShell string literals: backtick escapes, doubled quotes, ``$(…)`` and here-strings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.code_units import join_surrogates
from convot_inspector.core.reading.errors import UnterminatedError
from convot_inspector.core.reading.shell.words import Word

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source

_HERE = re.compile(r"@([\"'])[ \t]{0,100}\r?\n")
_SPECIAL = re.compile(
    r"\$\(\[char\](?:(\d{1,5})|0x([0-9a-f]{1,4}))\)|`u\{([0-9a-f]{1,6})\}|`(\r\n|[\s\S])"
    r"|(\$\{[^}\r\n]{0,200}\}|\$\([^)\r\n]{0,200}\)|\$[a-z_][\w:]{0,200})|(\"\")",
    re.IGNORECASE,
)
_SINGLE = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_DOUBLE_END = re.compile(r'`[\s\S]|""|"')


def read_string(source: Source, at: int) -> tuple[Word, int]:
    """Read the string at ``at``; return it and the index after it. Raises UnterminatedError."""
    text = source.text
    word = Word(at)
    here = _HERE.match(text, at)
    if here is not None:
        closing = re.compile(rf"\r?\n{here.group(1)}@").search(text, here.end() - 1)
        if closing is None:
            raise UnterminatedError(at)
        start, end = here.end(), max(here.end(), closing.start())
        if here.group(1) == '"':
            _decode(text, start, end, word, is_here=True)
        else:
            word.copy(start, end)
        return word, closing.end()
    at += text[at] == "@"
    if text[at] == "'":
        return word, _read_single(text, at, word)
    end = at + 1
    while (found := _DOUBLE_END.search(text, end)) is not None and found.group() != '"':
        end = found.end()
    if found is None:
        raise UnterminatedError(at)
    _decode(text, at + 1, found.start(), word, is_here=False)
    return word, found.end()


def _read_single(text: str, opening: int, word: Word) -> int:
    at = opening + 1
    while True:
        end = text.find("'", at)
        if end < 0:
            raise UnterminatedError(opening)
        word.copy(at, end)
        if not text.startswith("''", end):
            return end + 1
        word.substitute("'", end, end + 2)
        at = end + 2


def _decode(text: str, start: int, end: int, word: Word, *, is_here: bool) -> None:
    high: tuple[int, int] | None = None  # a high surrogate before a possible low one: its code unit and end
    at = start
    for found in _SPECIAL.finditer(text, start, end):
        number, hexadecimal, code, escaped, looked_up, doubled = found.groups()
        if doubled and is_here:
            continue
        word.copy(at, found.start())
        at = found.end()
        if looked_up:
            word.substitute("${" + looked_up.strip("${}()") + "}", *found.span())
        elif number or hexadecimal:
            unit = int(number) if number else int(hexadecimal, 16)
            if high is not None and high[1] == found.start() and 0xDC00 <= unit <= 0xDFFF:
                _, first, _ = word.pieces.pop()
                word.substitute(join_surrogates(high[0], unit), first, found.end())
                high = None
                continue
            word.substitute(chr(min(unit, 0x10FFFF)), *found.span())
            high = (unit, found.end()) if 0xD800 <= unit <= 0xDBFF else None
        elif code:
            word.substitute(chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else found.group(), *found.span())
        else:
            word.substitute('"' if doubled else _SINGLE.get(escaped, escaped), *found.span())
    word.copy(at, end)


def skip_comment(text: str, at: int) -> int:
    """Return the index after the comment at ``at``."""
    is_block = text.startswith("<#", at)
    end = text.find("#>" if is_block else "\n", at)
    return len(text) if end < 0 else end + (2 if is_block else 1)
