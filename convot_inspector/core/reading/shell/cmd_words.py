"""Words of a command as browsers write it for cmd.exe of Windows, which escapes with ``^``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.errors import UnterminatedError
from convot_inspector.core.reading.shell.words import LOST, MAX_WORDS, Word

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source

_BLANK = re.compile(r"(?:[ \t]|\^[ \t]*(?:\r\n|\n|\r))+")
_PLAIN = re.compile(r'[^\s"^&|]+')
_IN_QUOTES = re.compile(r'[^"^\\]+')
_LINE_END = re.compile(r"\^(\r\n|\n|\r)(\r\n|\n|\r)?")
_BACKSLASHES = re.compile(r"(?:\^?\\)+")


def cmd_words(source: Source, at: int) -> tuple[list[Word], int]:
    """Return the words from ``at`` to the end of the command, and the index where it ends. Raises UnterminatedError."""
    text = source.text
    words: list[Word] = []
    while len(words) < MAX_WORDS:
        blank = _BLANK.match(text, at)
        at = at if blank is None else blank.end()
        if not text[at : at + 1].strip() or text[at] in "&|":
            return words, min(at + 1, len(text))
        word = Word(at)
        at = _read_word(text, at, word)
        words.append(word)
    return words, at


def _read_word(text: str, at: int, word: Word) -> int:
    while at < len(text):
        plain = _PLAIN.match(text, at)
        if plain is not None:
            word.copy(*plain.span())
            at = plain.end()
        elif text.startswith('^"', at):
            at = _read_quoted(text, at + 2, word, is_browsers=True)
        elif text[at] == '"':
            at = _read_quoted(text, at + 1, word, is_browsers=_is_escaped(text, at + 1))
        elif text[at] == "^" and text[at + 1 : at + 2].strip():
            word.copy(at + 1, at + 2)
            at += 2
        else:
            break
    return at


def _is_escaped(text: str, at: int) -> bool:
    """Return whether carets are escapes inside these quotes, as in older versions of Chrome."""
    return text.startswith(("^{", "^\\", "^[", "^%", "^^"), at)


def _read_quoted(text: str, at: int, word: Word, *, is_browsers: bool) -> int:
    """Read a quoted part up to its closing quote. Browsers double every backslash; people escape only quotes."""
    opening = at
    while at < len(text):
        plain = _IN_QUOTES.match(text, at)
        line_end = _LINE_END.match(text, at)
        if plain is not None:
            word.copy(*plain.span())
            at = plain.end()
        elif line_end is not None and is_browsers:
            if line_end.group(2):
                word.substitute("\n", *line_end.span())
            at = line_end.end()
        elif text[at] == '"' or (is_browsers and text.startswith('^"', at)):
            return at + (1 if text[at] == '"' else 2)
        elif is_browsers and text.startswith("^ ", at):
            word.substitute(LOST, at, at + 2)  # Chrome writes "^ " for each character outside of ASCII
            at += 2
        elif text[at] == "^" and is_browsers and not text.startswith("^\\", at):
            word.copy(at + 1, at + 2)
            at += 2
        elif text[at] == "^" and not is_browsers:
            word.copy(at, at + 1)
            at += 1
        else:
            at = _read_backslashes(text, at, word, is_browsers=is_browsers)
    raise UnterminatedError(opening - 1)


def _read_backslashes(text: str, at: int, word: Word, *, is_browsers: bool) -> int:
    found = _BACKSLASHES.match(text, at)
    if found is None:  # never; for mypy
        return at + 1
    run = [at + offset for offset, character in enumerate(found.group()) if character == "\\"]
    end = found.end()
    quote = end + 1 if is_browsers and text.startswith('^"', end) else end
    before_quote = text.startswith('"', quote)
    pairs = len(run) // 2 if is_browsers or before_quote else 0
    place = at
    for number in range(pairs):
        prefix = run[2 * number + 1] + 1
        word.substitute("\\", place, prefix)
        place = prefix
    if len(run) % 2 and before_quote:
        word.substitute('"', place, quote + 1)
        return quote + 1
    for backslash in run[2 * pairs :]:
        word.copy(backslash, backslash + 1)
    return end
