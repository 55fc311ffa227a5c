"""Comments of template languages, which the server removes: a call in one of them reaches no browser."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.call_places import call_places
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PLACES = 20
_LONGEST = 16 * 1024  # characters of one comment
_LONGEST_SCRIPT = 64 * 1024
# Jinja, Twig and Django; Handlebars; Blade; Liquid and Django; ERB; JSP, ASP.NET; Razor; Go; Smarty; ColdFusion.
_MARKS = (
    (r"\{#", r"#\}"),
    (r"\{\{~?!--", r"--~?\}\}"),
    (r"\{\{--", r"--\}\}"),
    (r"\{%-?\s{0,9}comment\b[^%]{0,200}%\}", r"\{%-?\s{0,9}endcomment\s{0,9}-?%\}"),
    (r"\{%-?\s{0,9}#", r"%\}"),
    (r"<%#", r"%>"),
    (r"<%--", r"--%>"),
    (r"@\*", r"\*@"),
    (r"\{\{-?\s?/\*", r"\*/\s?-?\}\}"),
    (r"\{\*", r"\*\}"),
    (r"<!---", r"--->"),
)
_COMMENTS = tuple((re.compile(opening), re.compile(closing)) for opening, closing in _MARKS)
_ANY = re.compile("|".join(opening for opening, _ in _MARKS))
_SCRIPT = re.compile(r"<script\b[^<>]{0,300}>|</script", re.IGNORECASE)
_NOT_A_LINE_END = re.compile(r"[^\r\n]")


def template_comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the comments that contain a call, in the order of the text."""
    if _ANY.search(text) is None:
        return
    read_to = 0
    for place in islice(call_places(text), _MOST_PLACES):
        found = template_comment_around(text, place) if place >= read_to else None
        if found is not None:
            read_to = found[1]
            yield found


def template_comment_around(text: str, place: int) -> tuple[int, int] | None:
    """Return the span of the comment around a place; None where it is code, in which the same signs mean others."""
    nearest = max(0, place - _LONGEST)
    spans = []
    for opening, closing in _COMMENTS:
        last = None
        for found in opening.finditer(text, nearest, place):
            last = found if last is None or closing.search(text, last.end(), found.start()) else last
        if last is None or closing.search(text, last.end(), place):
            continue
        end = closing.search(text, place, place + _LONGEST)
        if end is not None:
            spans.append((last.start(), end.end()))
    start, end_ = min(spans, default=(0, 0))
    return (start, end_) if end_ and not _is_code(text, start, end_) else None


def _is_code(text: str, start: int, end: int) -> bool:
    """Return whether the script, or the text, that a comment begins and ends in is JavaScript as it stands."""
    tags = [tag for tag in _SCRIPT.finditer(text) if tag.start() < start]
    if tags and tags[-1][0].startswith("</"):
        return False
    begin = tags[-1].end() if tags else 0
    close = _SCRIPT.search(text, begin)
    stop = close.start() if close is not None else len(text)
    if end > stop or stop - begin > _LONGEST_SCRIPT:
        return False
    return not SyntaxTree(text[begin:stop], begin).root.has_error


def without_template_comments(source: Source) -> Source:
    """Return the pasted text with blanks for such comments, so that all positions stay as they are."""
    text = source.text
    pieces = []
    at = 0
    for start, end in template_comments(text):
        pieces += [text[at:start], _NOT_A_LINE_END.sub(" ", text[start:end])]
        at = end
    return Source("".join((*pieces, text[at:]))) if at else source
