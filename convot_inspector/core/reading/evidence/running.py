"""The part of a text that can show what a browser sends: without calls in comments, which no browser runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.reading.javascript.call_places import without_comments
from convot_inspector.core.reading.javascript.template_comments import template_comments
from convot_inspector.core.reading.repair.diffs import without_removed_lines
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convot_inspector.core.reading.source import Source

_TEMPLATE = re.compile(r"<script[^<>]{1,200}?(?:template|x-|text/html|application/)[^<>]{0,200}>", re.IGNORECASE)
_CALL = re.compile(r"Convot\b[^\n]{0,40}\bidentify\b")
_COMMENTED = re.compile(r"^[ \t]*//[^\n]*(?:\n[ \t]*//[^\n]*)*", re.MULTILINE)
_OLD_SCRIPT = re.compile(r"<!--(?![^\n]*identify)[^\n]*\n\s*[^<\s]")
_IN_SCRIPT = re.compile(r"(?:<script[^<>]{0,300}>|\A)\s*\Z", re.IGNORECASE)  # <!-- there hides it from old browsers
_NAMES = "|".join(convot.IDENTITY_FIELDS)
_DEFINED = re.compile(
    rf"(?<![\w$])[\"']?({_NAMES})[\"']?\s{{0,9}}:|\.({_NAMES})\s{{0,9}}=(?!=)"
    rf"|\[\s{{0,9}}[\"']({_NAMES})[\"']\s{{0,9}}\]\s{{0,9}}=(?!=)"
)
_REMOVED = re.compile(rf"\bdelete\s{{1,9}}[\w$.]{{1,60}}\.(?:{_NAMES})\b")


def without_inert_calls(source: Source) -> Source:
    """Return the text without the comments and templates that contain a call, and without a diff's removed lines."""
    source = without_removed_lines(source) or source
    text = source.text
    source = _without(source, template_comments(text))
    source = _without(source, (found.span() for found in _COMMENTED.finditer(source.text)))
    source = without_comments(source) or source
    source = _without(source, _html_comments(source.text))
    return _without(source, _templates(source.text))


def _html_comments(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start)
        end = len(text) if end < 0 else end + 3
        is_old_script = _OLD_SCRIPT.match(text, start) and _IN_SCRIPT.search(text, max(0, start - 400), start)
        if not is_old_script:
            yield start, end
        start = text.find("<!--", end)


def _templates(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while found := _TEMPLATE.search(text, at):
        end = text.find("</script", found.end())
        at = len(text) if end < 0 else end
        yield found.start(), at


def _without(source: Source, spans: Iterable[tuple[int, int]]) -> Source:
    builder = SourceMapBuilder(source)
    at = 0
    for start, end in spans:
        if _CALL.search(source.text, start, end):
            builder.copy(at, start)
            at = end
    if not at:
        return source
    builder.copy(at, len(source.text))
    return builder.build()


def changes_identity(text: str) -> bool:
    """Return whether code gives an identity field a second value: a pair of the text may not be what is sent then."""
    if _REMOVED.search(text):
        return True
    assigned = {found[2] or found[3] for found in _DEFINED.finditer(text)} - {None}
    return any(sum(1 for each in _DEFINED.finditer(text) if name in each.groups()) > 1 for name in assigned)
