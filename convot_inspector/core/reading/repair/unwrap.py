"""Removal of what chats, mail and editors put around a text: Markdown fences, quoting with ``>``, line numbers.

Each is removed only if its form is unmistakable: consecutive lines that all have it, numbers that go up by one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from convot_inspector.core.reading.limits import MAX_BODY
from convot_inspector.core.reading.repair.embedded import embedded
from convot_inspector.core.reading.source_map import SourceMapBuilder, part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from convot_inspector.core.reading.source import Source

MAX_BLOCKS = 50
_MAX_LEVELS = 8  # of nested quoting

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")
_QUOTED = re.compile(r"[ \t]{0,3}>")
_NUMBERED = re.compile(r"[ \t]{0,12}(\d{1,7})(?:[ \t]{0,8}([|:→│┃.)])|(?=[ \t])|(?=[\r\n]|\Z))")
_ONLY_NUMBER = re.compile(r"[ \t]{0,12}(\d{1,7})[ \t]{0,12}(?:\r\n?|\n|\Z)")
# SGR sequences (ECMA-48 §8.3.117). The ESC character is often lost; then a pair around a quoted text is recognized.
_COLOUR = re.compile(
    r"\x1b\[(?:\d{1,3}(?:;\d{1,3}){0,9})?m|\[3\dm(?P<quoted>(?P<quote>['\"])[^'\"\r\n]{0,400}(?P=quote))\[39m"
)
_FENCE = re.compile(r"([ \t]*)(`{3,}|~{3,})([^\r\n]*)")
_LANGUAGE = re.compile(r"[ \t]*(?:[\w+#./-]{0,40}|\{[.#][^}\r\n]*\})(?:[ \t][^`({\r\n]*)?")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a text. ``mark_end``: where the quote mark or the line number before its content ends."""

    start: int
    end: int
    mark_end: int
    sign: str = ""


def is_marked(source: Source, place: int) -> bool:
    """Return whether the line of an index is quoted or numbered."""
    start = source.text.rfind("\n", 0, place) + 1
    return any(mark.match(source.text, start, place + 1) is not None for mark in (_QUOTED, _NUMBERED))


def has_colours(source: Source) -> bool:
    """Return whether the text may contain the colour sequences of a terminal."""
    return "\x1b[" in source.text or "[39m" in source.text


def without_colours(source: Source) -> Source:
    """Remove the colour sequences of a terminal."""
    builder = SourceMapBuilder(source)
    at = 0
    for found in _COLOUR.finditer(source.text):
        builder.copy(at, found.start())
        if found["quoted"] is not None:
            builder.copy(*found.span("quoted"))
        at = found.end()
    builder.copy(at, len(source.text))
    return builder.build()


def has_fence(source: Source) -> bool:
    """Return whether a text may have fenced code blocks."""
    return "```" in source.text or "~~~" in source.text


def unwrap(source: Source) -> tuple[Source, ...]:
    """Return the text inside the wrapping, one source for each fenced block; empty if there is no wrapping.

    At most ``MAX_BLOCKS`` and one more, with which the text that is not read begins.
    """
    if len(source.text) > MAX_BODY:
        return ()
    inner = source
    for _ in range(_MAX_LEVELS):
        stripped = (
            _remove_marks(inner, _quote_runs) or _remove_number_lines(inner) or _remove_marks(inner, _number_runs)
        )
        if stripped is None:
            break
        inner = stripped
    parts = tuple(_blocks(inner)) or (() if inner is source else (inner,))
    return parts or tuple(islice(embedded(source), MAX_BLOCKS + 1))


def _remove_marks(source: Source, runs: Callable[[str], list[list[_Line]]]) -> Source | None:
    """Remove the mark before each line of every run; None if there is no run."""
    found = runs(source.text)
    if not found:
        return None
    builder = SourceMapBuilder(source)
    at = 0
    for run in found:
        skip = _gap_width(source.text, run)
        for line in run:
            builder.copy(at, line.start)
            at = min(line.mark_end + skip, line.end)
            if not source.text[line.mark_end : line.end].strip():
                at = line.mark_end
    builder.copy(at, len(source.text))
    return builder.build()


def _gap_width(text: str, run: Sequence[_Line]) -> int:
    """Return how many white space characters after the mark belong to it: the least that any line of the run has.

    After a sign such as ``>`` at most one; after a bare line number any number, as it is the gap between two columns.
    """
    contents = [text[line.mark_end : line.end] for line in run]
    widths = [len(content) - len(content.lstrip(" \t")) for content in contents if content.strip()]
    return min(widths, default=0) if not run[0].sign else min(1, *widths) if widths else 0


def _quote_runs(text: str) -> list[list[_Line]]:
    if ">" not in text:
        return []
    return _runs(text, lambda line: _QUOTED.match(text, line.start(), line.end()), lambda _: ">", steps=False)


def _number_runs(text: str) -> list[list[_Line]]:
    def sign(found: re.Match[str]) -> str:
        return found[2] or ""

    return _runs(text, lambda line: _NUMBERED.match(text, line.start(), line.end()), sign, steps=True)


def _runs(
    text: str,
    mark: Callable[[re.Match[str]], re.Match[str] | None],
    sign: Callable[[re.Match[str]], str],
    *,
    steps: bool,
) -> list[list[_Line]]:
    """Return runs of two or more consecutive lines with the same mark; blank lines do not end a run.

    ``steps``: the marks are numbers that go up by one. Without it, a single line is a run if the text has no other.
    """
    runs: list[list[_Line]] = [[]]
    others = number = 0
    for line in _LINE.finditer(text):
        if not line[0].strip():
            continue
        found = mark(line)
        if found is None:
            others += 1
            runs.append([])
            continue
        before, number = number, int(found[1]) if steps else 0
        row = _Line(line.start(), line.end(), found.end(), sign(found))
        if runs[-1] and (runs[-1][-1].sign != row.sign or (steps and number != before + 1)):
            runs.append([])
        runs[-1].append(row)
    whole = not others and not steps
    return [run for run in runs if len(run) > 1 or (run and whole)]


def _remove_number_lines(source: Source) -> Source | None:
    """Remove lines that are only a line number, as copied from some web pages; None if there are none."""
    text = source.text
    lines = [line.span() for line in _LINE.finditer(text) if line[0].strip()]
    rows = [found for line in lines if (found := _ONLY_NUMBER.fullmatch(text, *line))]
    if len(rows) < 2 or len(rows) * 2 < len(lines) or text[: rows[0].start()].strip():
        return None
    if any(int(after[1]) != int(before[1]) + 1 for before, after in pairwise(rows)):
        return None
    builder = SourceMapBuilder(source)
    at = 0
    for row in rows:
        builder.copy(at, row.start())
        at = row.end()
    builder.copy(at, len(text))
    return builder.build()


def _blocks(source: Source) -> Iterator[Source]:
    """Yield the content of each fenced code block (CommonMark §4.5); an unclosed one extends to the end.

    Chat programs also accept code on the line of the opening fence and on that of the closing one.
    """
    text = source.text
    if not has_fence(source):
        return
    opening: re.Match[str] | None = None
    start = count = 0
    for line in _LINE.finditer(text):
        from_ = line.start()
        if opening is None:
            opening = _FENCE.match(text, *line.span())
            if opening is None:
                continue
            start = from_ = line.end() if _LANGUAGE.fullmatch(opening[3]) else opening.end(2)
        end = _closing(text[from_ : line.end()], opening[2])
        if end is not None:
            yield _block(source, start, from_ + end, len(opening[1]))
            opening = None
            count += 1
            if count > MAX_BLOCKS:
                return
    if opening is not None and text[start:].strip():
        yield _block(source, start, len(text), len(opening[1]))


def _closing(line: str, fence: str) -> int | None:
    """Return the length of the content before a closing fence at the end of a line; None if there is no fence."""
    stripped = line.rstrip()
    content = stripped.rstrip(fence[0])
    return len(content) if len(stripped) - len(content) >= len(fence) else None


def _block(source: Source, start: int, end: int, indent: int) -> Source:
    """Return the block without the indentation of its fence."""
    if not indent:
        return part(source, start, end)
    builder = SourceMapBuilder(source)
    for line in _LINE.finditer(source.text, start, end):
        own = len(line[0]) - len(line[0].lstrip(" \t"))
        builder.copy(line.start() + min(own, indent), line.end())
    return builder.build()
