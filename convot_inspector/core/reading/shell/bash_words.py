"""Words of a command for a POSIX shell, with bash's ``$'…'``. Expansions become ``${…}``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.code_units import join_surrogates, utf8_length
from convot_inspector.core.reading.errors import UnterminatedError
from convot_inspector.core.reading.shell.here_document import StandardInput, here_document, next_line, read_content
from convot_inspector.core.reading.shell.words import LOST, MAX_WORDS, Word

if TYPE_CHECKING:
    from convot_inspector.core.reading.shell.here_document import HereDocument
    from convot_inspector.core.reading.source import Source

_BLANK = re.compile(r"(?:[ \t]|\\\r?\n)+")
_PLAIN = re.compile(r"[^\s'\"\\$`;&|<>()]+")
_IN_DOUBLE = re.compile(r'[^"\\$`]+')
_NAME = re.compile(r"\$(?:[A-Za-z_]\w*|[0-9@*#?!$-])")
_ANSI = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})"
    r"|((?:x[0-9a-fA-F]{1,2}|[0-7]{1,3})(?:\\(?:x[0-9a-fA-F]{1,2}|[0-7]{1,3}))*)|c([\s\S])|([\s\S]))"
)
_BYTE = re.compile(r"\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3}))")
_ANSI_SINGLE = {"a": "\a", "b": "\b", "e": "\x1b", "E": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ANSI_END = re.compile(r"'|\\[\s\S]")


def bash_words(source: Source, at: int, *, by_firefox: bool = False) -> tuple[list[Word], int]:
    """Return the words from ``at`` to the end of the command, and the index where it ends. Raises UnterminatedError.

    ``by_firefox``: whether ``\\xf6``, a byte to a shell, is the code point U+00F6, as Firefox writes it.
    """
    text = source.text
    words: list[Word] = []
    documents: list[HereDocument] = []
    while len(words) < MAX_WORDS:
        blank = _BLANK.match(text, at)
        at = at if blank is None else blank.end()
        if text.startswith("<<<", at):
            blank = _BLANK.match(text, at + 3)
            words.append(StandardInput(at))
            at = _read_word(text, blank.end() if blank else at + 3, words[-1], by_firefox=by_firefox)
        elif (document := here_document(text, at)) is not None:
            documents.append(document)
            at = document.end
        elif text[at : at + 1] in ("<", ">"):
            at += 1
        elif text.startswith("#", at):
            at = _line_end(text, at)
        elif not text[at : at + 1].strip() or text[at] in ";&|()":
            return words + read_documents(text, documents, at + 1), min(at + 1, len(text))
        else:
            word = Word(at)
            at = _read_word(text, at, word, by_firefox=by_firefox)
            words.append(word)
    return words, at


def read_documents(text: str, documents: list[HereDocument], at: int) -> list[Word]:
    """Return the contents of the here-documents of a command that ends at ``at``. Raises UnterminatedError."""
    words: list[Word] = []
    start = next_line(text, at) if documents else 0
    for document in documents:
        found = read_content(document, text, start, _read_expansion)
        if found is None:
            raise UnterminatedError(document.end)
        words.append(found[0])
        start = next_line(text, found[1] + 1)
    return words


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _read_word(text: str, at: int, word: Word, *, by_firefox: bool) -> int:
    closed = -1
    while at < len(text):
        plain = _PLAIN.match(text, at)
        if plain is not None:
            word.copy(*plain.span())
            at = plain.end()
            continue
        match text[at]:
            case "'":
                if at == closed:  # '' is empty to a POSIX shell, but an escaped quote to PowerShell
                    word.substitute(LOST, at - 1, at + 1)
                end = _closing(text, "'", at)
                word.copy(at + 1, end)
                at = closed = end + 1
            case '"':
                at = _read_double(text, at, word)
            case "$" if text.startswith("$'", at):
                at = _read_ansi(text, at, word, by_firefox=by_firefox)
            case "\\":
                if text.startswith(("\\\n", "\\\r\n"), at):
                    return at
                word.copy(at + 1, at + 2)
                at += 2
            case "$" | "`":
                at = _read_expansion(text, at, word)
            case _:
                break
    return at


def _closing(text: str, quote: str, opening: int) -> int:
    end = text.find(quote, opening + 1)
    if end < 0:
        raise UnterminatedError(opening)
    return end


def _read_double(text: str, opening: int, word: Word) -> int:
    at = opening + 1
    while at < len(text):
        plain = _IN_DOUBLE.match(text, at)
        if plain is not None:
            word.copy(*plain.span())
            at = plain.end()
        elif text[at] == '"':
            return at + 1
        elif text[at] == "\\":
            at = word.add_escape(text, at, '"\\$`')
        else:
            at = _read_expansion(text, at, word)
    raise UnterminatedError(opening)


def _read_expansion(text: str, at: int, word: Word) -> int:
    """Append a variable or command substitution as ``${…}``, which all readers treat as a template."""
    name = _NAME.match(text, at)
    if name is not None:
        end = name.end()
        inner = text[at + 1 : end]
    elif text.startswith(("${", "$(", "`"), at):
        close = {"{": "}", "(": ")"}.get(text[at + 1 : at + 2], "`") if text[at] == "$" else "`"
        end = _closing(text, close, at + 1 if text[at] == "$" else at) + 1
        inner = text[at + 2 : end - 1] if text.startswith("${", at) else text[at:end]
    else:
        word.copy(at, at + 1)
        return at + 1
    word.substitute("${" + inner.replace("}", "").replace('"', "'").replace("&", "+") + "}", at, end)
    return end


def _read_ansi(text: str, at: int, word: Word, *, by_firefox: bool) -> int:
    start = end = at + 2
    while True:
        found = _ANSI_END.search(text, end)
        if found is None:
            raise UnterminatedError(at)
        end = found.end()
        if found.group() == "'":
            break
    place = start
    for escape in _ANSI.finditer(text, start, end - 1):
        word.copy(place, escape.start())
        if escape.group(5):
            _add_bytes(escape, word, by_firefox=by_firefox)
        else:
            word.substitute(_decode_ansi(escape), *escape.span())
        place = escape.end()
    word.copy(place, end - 1)
    return end


def _add_bytes(found: re.Match[str], word: Word, *, by_firefox: bool) -> None:
    """Append the characters of escaped UTF-8 bytes, each with its own position."""
    units = list(_BYTE.finditer(found.string, *found.span()))
    data = bytes(int(unit[1], 16) if unit[1] else int(unit[2], 8) & 0xFF for unit in units)
    at = 0
    while at < len(data):
        size = 1 if by_firefox else utf8_length(data[at])
        last = units[min(at + size, len(units)) - 1]
        letter = data[at : at + size].decode("latin-1" if by_firefox else "utf-8", "replace")
        word.substitute(letter, units[at].start(), last.end())
        at += size


def _decode_ansi(found: re.Match[str]) -> str:
    high, low, four, eight, _, control, other = found.groups()
    if high:
        return join_surrogates(int(high, 16), int(low, 16))  # Chrome escapes each UTF-16 code unit
    digits = four or eight
    if digits:
        code = int(digits, 16)
        return chr(code) if code <= 0x10FFFF else "\ufffd"
    if control:
        return chr(ord(control.upper()) & 0x1F)
    return _ANSI_SINGLE.get(other, other if other in "\\'\"?" else "\\" + other)
