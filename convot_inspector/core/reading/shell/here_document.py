"""Here-documents of POSIX shells: ``<<'EOF'`` with the lines up to ``EOF``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.reading.shell.words import Word

if TYPE_CHECKING:
    from collections.abc import Callable

_OPERATOR = re.compile(r"<<(-?)[ \t]*(?:'([^'\r\n]{1,80})'|\"([^\"\r\n]{1,80})\"|(\\?)([\w.-]{1,80}))")
_SIGNIFICANT = re.compile(r"[\\$`]")
_INDENT = re.compile(r"^\t+", re.MULTILINE)


class StandardInput(Word):
    """Standard input of a command; a word that is not an argument."""


@dataclass(frozen=True)
class HereDocument:
    """The operator of a here-document, ``<<-'EOF'``; its lines are below the command.

    ``end``: the index after the operator. ``word``: the delimiter, ``EOF``. ``is_quoted``: no expansion in the lines.
    ``is_indented``: ``<<-``, which strips leading tabs.
    """

    end: int
    word: str
    is_quoted: bool
    is_indented: bool


def here_document(text: str, at: int) -> HereDocument | None:
    """Read the operator at ``at``; None if there is none."""
    found = _OPERATOR.match(text, at)
    if found is None:
        return None
    name = found[2] or found[3] or found[5]
    return HereDocument(found.end(), name, not found[5] or bool(found[4]), bool(found[1]))


def next_line(text: str, at: int) -> int:
    """Return the start of the line after a command that ends at ``at``; 0 if there is none."""
    start = text.find("\n", max(at - 1, 0)) + 1
    while start > 1 and text[max(start - 3, 0) : start - 1].rstrip("\r").endswith("\\"):
        start = text.find("\n", start) + 1
    return start


def read_content(
    document: HereDocument, text: str, start: int, expand: Callable[[str, int, Word], int]
) -> tuple[StandardInput, int] | None:
    """Read the lines of a here-document from ``start`` on; None if there is no closing line.

    Return them with the end of the closing line. ``expand`` appends the expansion at an index and returns its end.
    """
    closing = _closing_line(document, text, start) if start else None
    if closing is None:
        return None
    closing_start, closing_end = closing
    word = StandardInput(start)
    at = start
    indents = _INDENT.finditer(text, start, closing_start) if document.is_indented else ()
    for indent in indents:
        _append_expanded(word, text, at, indent.start(), document, expand)
        at = indent.end()
    _append_expanded(word, text, at, closing_start, document, expand)
    return word, closing_end


def _closing_line(document: HereDocument, text: str, start: int) -> tuple[int, int] | None:
    """Return the span of the line that is the delimiter, after tabs for ``<<-``; None if there is none.

    Without ``re``, whose cache of patterns would keep the pasted word in memory.
    """
    while start <= len(text):
        line_end = text.find("\n", start)
        line_end = len(text) if line_end < 0 else line_end
        line = text[start:line_end].removesuffix("\r")
        if (line.lstrip("\t") if document.is_indented else line) == document.word:
            return start, start + len(line)
        start = line_end + 1
    return None


def _append_expanded(
    word: Word, text: str, at: int, end: int, document: HereDocument, expand: Callable[[str, int, Word], int]
) -> None:
    while not document.is_quoted and (found := _SIGNIFICANT.search(text, at, end)) is not None:
        word.copy(at, found.start())
        at = found.start()
        at = word.add_escape(text, at, "\\$`") if found[0] == "\\" else expand(text, at, word)
    word.copy(at, max(at, end))
