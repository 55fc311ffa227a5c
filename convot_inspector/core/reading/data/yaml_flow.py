"""YAML's flow style: ``{email: a@b.c, user_hash: …}`` and ``[…]``, on one line or on several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.data.yaml_scalar import plain_scalar, quoted_scalar
from convot_inspector.core.reading.errors import NotThisNotationError, TooDeepError
from convot_inspector.core.reading.limits import MAX_DEPTH
from convot_inspector.core.reading.literal import Literal, mapping, sequence

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source

_SPACE = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*")
# A colon with something behind it and a # with something before it are letters.
_PLAIN = re.compile(r"(?:[^,\[\]{}\r\n:#]|:(?=[^\s,\[\]{}])|(?<=\S)#)+")
_NO_PLAIN = ("|", ">", "%", "@", "`", '"', "'", "? ", "- ")
_UNKNOWN = ("&", "*", "!")  # anchors, what refers to them, and tags
_ENDS = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|$)")


def read_flow(source: Source, at: int, depth: int = 0) -> tuple[Literal, int]:
    """What begins with the bracket at ``at``, and where it ends. Raises NotThisNotationError and TooDeepError."""
    if depth > MAX_DEPTH:
        raise TooDeepError
    text = source.text
    start, is_list = at, text[at] == "["
    closing = "]" if is_list else "}"
    members: list[tuple[str | None, Literal]] = []
    items: list[Literal] = []
    at = _skip(text, at + 1)
    while not text.startswith(closing, at):
        value, at = _node(source, at, depth)
        at = _skip(text, at)
        if not is_list:
            if value.members is not None or value.items is not None or not text.startswith(":", at):
                raise NotThisNotationError(at)
            name = value.text  # also where YAML's versions differ, as for ``n``: no name of Convot's does
            at = _skip(text, at + 1)
            if text[at : at + 1] in (",", closing):
                value = Literal("null", "null", at - 1, at)
            else:
                value, at = _node(source, at, depth)
            members.append((name, value))
        else:
            items.append(value)
        at = _skip(text, at)
        if text.startswith(",", at):
            at = _skip(text, at + 1)
        elif not text.startswith(closing, at):
            raise NotThisNotationError(at)
    end = at + 1
    return (sequence(source, items, start, end) if is_list else mapping(source, members, start, end)), end


def line_behind(text: str, at: int) -> int:
    """Where the line ends on which the value ends; nothing but a comment may stand behind it."""
    found = _ENDS.match(text, at)
    if found is None:
        raise NotThisNotationError(at)
    return found.end()


def _node(source: Source, at: int, depth: int) -> tuple[Literal, int]:
    text = source.text
    if text[at : at + 1] in ("{", "["):
        return read_flow(source, at, depth + 1)
    if text[at : at + 1] in ('"', "'"):
        found = quoted_scalar(text, at)
        if found is None:
            raise NotThisNotationError(at)
        return found, found.end
    plain = _PLAIN.match(text, at)
    if plain is None or text.startswith(_NO_PLAIN, at):
        raise NotThisNotationError(at)
    raw = plain[0].rstrip()
    end = at + len(raw)
    if not raw:
        raise NotThisNotationError(at)
    following = _skip(text, plain.end())
    if raw.startswith(_UNKNOWN) or text[following : following + 1] not in (",", "]", "}", ":"):
        # an anchor, or a text that goes on below
        stop = re.compile(r"[,\[\]{}]|$").search(text, following)
        end = stop.start() if stop is not None else len(text)
        return Literal("expression", text[at:end].rstrip(), at, at + len(text[at:end].rstrip())), end
    return plain_scalar(raw, at, end), end


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found is not None else at
