"""HTML parts of a mail as a mail program shows them: without tags, with character references decoded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.html.entities import add_decoded
from convot_inspector.core.reading.html.tokens import tokens
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from convot_inspector.core.reading.html.tokens import Token
    from convot_inspector.core.reading.source import Source

_HEADER = re.compile(r"^[> \t]*content-type:[ \t]*text/html\b", re.IGNORECASE | re.MULTILINE)
_BODY = re.compile(r"\n[> \t]*\r?\n")
_PART_END = re.compile(r"^[> \t]*--[\w'()+,./:=? -]{2,70}\r?$", re.MULTILINE)
_REFERENCE = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,7}|[A-Za-z]{2,32});")
_IDENTIFIES = re.compile(r"identify|user[_-]?hash|external[_-]?id|data-(?:convot-)?(?:email|shop)", re.IGNORECASE)
_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "mark", "s", "samp", "small", "span",
    "strong", "sub", "sup", "tt", "u", "var", "wbr",
))  # fmt: skip


def show_html_parts(source: Source) -> Source | None:
    """Return the text with its HTML parts as they are shown; None if none has a reference that showing decodes.

    Pages, whose scripts and attributes may identify somebody, are left as they are.
    """
    text = source.text
    if "ext/html" not in text or "&" not in text:
        return None
    builder, at = SourceMapBuilder(source), 0
    for header in _HEADER.finditer(text):
        body = _BODY.search(text, header.end())
        if body is None or header.start() < at:
            continue
        end_mark = _PART_END.search(text, body.end())
        start, end = body.end(), end_mark.start() if end_mark is not None else len(text)
        found = list(tokens(text[start:end]))
        if not _is_mail(text[start:end], found):
            continue
        builder.copy(at, start)
        for token in found:
            _show(builder, source, token, start)
        at = end
    if not at:
        return None
    builder.copy(at, len(text))
    return builder.build()


def _is_mail(body: str, found: list[Token]) -> bool:
    """Return whether a part is text with references and tags that say nothing about an identity."""
    shown = [token for token in found if token.type == "text"]
    if len(shown) == len(found) or not any(_REFERENCE.search(body, token.start, token.end) for token in shown):
        return False
    others = (token for token in found if token.type != "text" and token.name != "style")
    return not any(_IDENTIFIES.search(body, token.start, token.end) for token in others)


def _show(builder: SourceMapBuilder, source: Source, token: Token, start: int) -> None:
    span = start + token.start, start + token.end
    if token.type == "text" or token.name in ("textarea", "xmp"):
        add_decoded(builder, source, *span)
    elif token.type in ("tag", "end") and token.name not in _INLINE:
        builder.substitute("\n", *span)
