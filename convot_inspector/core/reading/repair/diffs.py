"""Diffs (POSIX ``diff -u``, git, fenced ``diff`` blocks) as the text that they lead to, without the removed lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.reading.source import Source

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")
_HUNK = re.compile(r"[> \t]{0,8}@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@")
_FENCE = re.compile(r"[> \t]{0,8}(`{3,}|~{3,})[ \t]*(diff\b)?")
_MARKED = re.compile(r"([> \t]{0,8})([-+])(?![-+]{2} )")
_CALL = re.compile(r"Convot\b[^\n]{0,40}\bidentify\b")


def without_removed_lines(source: Source) -> Source | None:
    """Return the text without lines that a diff removes, and without the signs of those it adds; None if it has none.

    Without a diff's own headers only lines that call Convot are removed, and only if a line with a plus follows.
    """
    text = source.text
    if "-" not in text or "\n" not in text or ("@@ -" not in text and "Convot" not in text):
        return None
    builder, at = SourceMapBuilder(source), 0
    for found, is_removed in _marks(text):
        start, end = (found.start(), _end_of_line(text, found.start())) if is_removed else found.span(2)
        builder.copy(at, start)
        if not is_removed:
            builder.substitute(" ", start, end)
        at = end
    if not at:
        return None
    builder.copy(at, len(text))
    return builder.build()


def _marks(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Yield the signs of changed lines, and whether the line is removed."""
    fence, lines_left = "", [0, 0]  # of a hunk: old and new ones
    pending: list[re.Match[str]] = []
    for line in _LINE.finditer(text):
        opening = _FENCE.match(text, *line.span())
        if opening is not None:
            fence = "" if fence else "diff" if opening[2] else "other"
            lines_left, pending = [0, 0], []
            continue
        hunk = _HUNK.match(text, *line.span())
        if hunk is not None:
            lines_left = [int(count) if count is not None else 1 for count in hunk.groups()]
            continue
        mark = _MARKED.match(text, *line.span())
        sign = mark[2] if mark is not None else ""
        is_in_hunk = max(lines_left) > 0
        lines_left = [lines_left[0] - (sign != "+"), lines_left[1] - (sign != "-")]
        if mark is None:
            pending = []
        elif is_in_hunk or fence == "diff":
            yield mark, sign == "-"
        elif sign == "-":
            pending = [*pending, mark] if _CALL.search(line[0]) else []
        else:
            yield from ((each, True) for each in pending)
            if pending:
                yield mark, False
            pending = []


def _end_of_line(text: str, start: int) -> int:
    found = _LINE.match(text, start)
    return len(text) if found is None else found.end()
