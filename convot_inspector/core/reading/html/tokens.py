"""HTML tokenizer with positions: tags, text and raw text, as in the WHATWG HTML standard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>][^\s/>=]*)(?:\s*(=)\s*)?")
_UNQUOTED = re.compile(r"[^\s>]*")
_MAX_ATTRIBUTES = 1_000
MAX_TOKENS = 200_000
_SPACE = re.compile(r"[\s/]*")
_RAW_TEXT_ELEMENTS = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW_TEXT_ELEMENTS}


@dataclass(frozen=True, slots=True)
class Token:
    """A token of HTML.

    ``type``: ``tag`` for a start tag, ``end`` for an end tag, ``text`` for text between tags, ``raw`` for the content
    of script, style and the like.
    ``name``: the tag name in lower case; of raw content that of its element, of text empty.
    ``attributes``: the span of each attribute's value without quotes, by name in lower case. The first of two
    attributes with the same name wins, as in browsers.
    """

    type: Literal["tag", "end", "text", "raw"]
    name: str
    start: int
    end: int
    attributes: dict[str, tuple[int, int]]


def tokens(text: str) -> Iterator[Token]:
    """Yield the first ``MAX_TOKENS`` tokens, without comments, doctypes and a tag that never ends."""
    return islice(_tokens(text), MAX_TOKENS)


def _tokens(text: str) -> Iterator[Token]:
    at = text_start = 0
    while (bracket := text.find("<", at)) >= 0:
        found = _TAG.match(text, bracket)
        if found is None:
            skipped = _skip_comment(text, bracket)
            if skipped == bracket:
                at = bracket + 1  # a bare < is text
                continue
            yield from _text(text_start, bracket)
            at = text_start = skipped
            continue
        attributes, end = _attributes(text, found.end())
        if end < 0:
            break  # cut off, or an unclosed quote: browsers drop the rest
        yield from _text(text_start, bracket)
        name = found.group(2).lower()
        yield Token("end" if found.group(1) else "tag", name, bracket, end, attributes)
        at = text_start = end
        if not found.group(1) and name in _ENDS:
            closing = _ENDS[name].search(text, end)
            at = text_start = len(text) if closing is None else closing.start()
            yield Token("raw", name, end, at, attributes)
    yield from _text(text_start, len(text))


def _text(start: int, end: int) -> Iterator[Token]:
    if end > start:
        yield Token("text", "", start, end, {})


def _skip_comment(text: str, at: int) -> int:
    if text.startswith("<!--", at):
        end = text.find("-->", at + 2)
        return len(text) if end < 0 else end + 3
    if text.startswith(("<!", "<?"), at):
        end = text.find(">", at)
        return len(text) if end < 0 else end + 1
    return at


def _attributes(text: str, at: int) -> tuple[dict[str, tuple[int, int]], int]:
    """Return the attributes of a tag whose name ends at ``at``, and the index after the tag, -1 if it never ends."""
    attributes: dict[str, tuple[int, int]] = {}
    while True:
        space = _SPACE.match(text, at)
        at = at if space is None else space.end()
        if at >= len(text):
            return attributes, -1
        if text[at] == ">":
            return attributes, at + 1
        found = _ATTRIBUTE.match(text, at)
        if found is None:
            return attributes, -1
        at = start = end = found.end()
        if found.group(2):
            quote = text[at : at + 1]
            if quote in ('"', "'") and quote:
                start, end = at + 1, text.find(quote, at + 1)
                at = end + 1
                if end < 0:
                    return attributes, -1
            else:
                unquoted = _UNQUOTED.match(text, at)
                at = end = at if unquoted is None else unquoted.end()
        if len(attributes) >= _MAX_ATTRIBUTES:
            return attributes, text.find(">", at) + 1 or -1
        attributes.setdefault(found.group(1).lower(), (start, end))
