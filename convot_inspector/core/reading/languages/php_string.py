r"""Strings of PHP: ``'…'`` with two escapes, ``"…"`` with more, heredocs. Unknown escapes keep their backslash."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.reading.literal import mapping, sequence

if TYPE_CHECKING:
    from convot_inspector.core.reading.literal import Literal
    from convot_inspector.core.reading.source import Source

_DOUBLE = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"', re.DOTALL)
_HEREDOC = re.compile(r"<<<[ \t]*(['\"]?)([A-Za-z_]\w{0,100})\1\r?\n")
_SINGLE = re.compile(r"'([^'\\]*(?:\\.[^'\\]*)*)'", re.DOTALL)
_ESCAPE = re.compile(r'\\(?:([nrtvef\\$"])|([0-7]{1,3})|x([0-9a-fA-F]{1,2})|u\{([0-9a-fA-F]{1,8})\}|(u\{))')
_NAMED = {"n": "\n", "r": "\r", "t": "\t", "v": "\v", "e": "\x1b", "f": "\f"}
_INDENT = re.compile(r"^[ \t]*", re.MULTILINE)
_WORD_CHARACTER = re.compile(r"\w")
_INTERPOLATION = re.compile(r"(?<!\\)(?:\\\\)*(?:\$[A-Za-z_{\x80-\U0010ffff]|\{\$)")


@dataclass(frozen=True, slots=True)
class PhpString:
    """A string of PHP. ``text`` is None if only execution would give it. ``end``: the index after the string."""

    text: str | None
    end: int


def read_string(text: str, at: int, end: int) -> PhpString | None:
    """Read the string at ``at``; None if it is not closed before ``end``."""
    if text[at] == "'":
        found = _SINGLE.match(text, at, end)
        return None if found is None else PhpString(re.sub(r"\\([\\'])", r"\1", found[1]), found.end())
    found = _DOUBLE.match(text, at, end)
    if found is None:
        return None
    return PhpString(None if _INTERPOLATION.search(found[1]) else _unescape(found[1]), found.end())


def read_heredoc(text: str, at: int, end: int) -> PhpString | None:
    """Read ``<<<EOT`` and the lines up to ``EOT``, without its indentation; None if it is not closed before ``end``."""
    opening = _HEREDOC.match(text, at, end)
    if opening is None:
        return None
    name = opening[2]
    indents = _INDENT.finditer(text, opening.end(), end)
    indent = next((found for found in indents if _starts_with_word(text, name, found.end(), end)), None)
    if indent is None:
        return None
    closing_end = indent.end() + len(name)
    body = text[opening.end() : max(indent.start() - 1, opening.end())].removesuffix("\r")
    lines = body.split("\n")
    if any(line.strip() and not line.startswith(indent[0]) for line in lines):
        return PhpString(None, closing_end)
    body = "\n".join(line.removeprefix(indent[0]) if line.strip() else line.lstrip(" \t") for line in lines)
    if opening[1] == "'":
        return PhpString(body, closing_end)
    known = None if _INTERPOLATION.search(body) or '\\"' in body else _unescape(body)
    return PhpString(known, closing_end)


def _starts_with_word(text: str, word: str, at: int, end: int) -> bool:
    after = at + len(word)
    return text.startswith(word, at, end) and not _WORD_CHARACTER.match(text, after, end)


def _unescape(body: str) -> str | None:
    """Decode escapes; None if PHP rejects one, or the bytes are not UTF-8."""
    if "\\" not in body:
        return body
    data = bytearray()
    at = 0
    for found in _ESCAPE.finditer(body):
        data += body[at : found.start()].encode("utf-8", "surrogatepass")
        at = found.end()
        named, octal, byte, code, bad = found.groups()
        if named is not None:
            data += _NAMED.get(named, named).encode()
        elif octal is not None:
            data.append(int(octal, 8) & 0xFF)
        elif byte is not None:
            data.append(int(byte, 16))
        elif bad is not None or int(code, 16) > 0x10FFFF:
            return None
        else:
            data += chr(int(code, 16)).encode("utf-8", "surrogatepass")
    data += body[at:].encode("utf-8", "surrogatepass")
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None


def array_literal(source: Source, members: list[tuple[str | None, Literal]], start: int, end: int) -> Literal:
    """Return an array as a mapping, or as a list if its keys count from 0, like ``json_encode``."""
    if members and all(name == str(index) for index, (name, _) in enumerate(members)):
        return sequence(source, [value for _, value in members], start, end)
    return mapping(source, members, start, end)
