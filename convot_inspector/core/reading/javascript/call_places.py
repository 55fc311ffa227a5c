"""Places where a text may call ``Convot.identify``, and those that no browser runs: comments and strings."""

from __future__ import annotations

import heapq
import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from convot_inspector.core.reading.source import Source

_COMMENTS = ("comment", "html_comment")
_LONGEST = 64 * 1024  # characters

_CALL = re.compile(
    r"""Convot(?:["'`]\s{0,20}\]|!|\s{1,20}as\s{1,20}[\w$.]{1,60}\s{0,20}\)!?)?\s{0,20}"""
    r"""(?:\?\.\s{0,20}\[|\?\.|\.|\[)\s{0,20}["'`]?identify\b"""
)
# After it, whether arguments follow: prose mentions the call as Convot.identify() and Convot.identify(...).
_PASSES = re.compile(
    r"""["'`]?\s{0,20}\]?!?\s{0,20}(?:<[^()]{1,200}?>\s{0,20})?"""
    r"""(?:\?\.)?\s{0,20}\((?!\s{0,20}(?:\.\.\.|…)?\s{0,20}\))"""
)
# What compilers emit for window.Convot?.identify(…) where browsers have no `?.`:
# (a = window.Convot) === null || a === void 0 ? void 0 : a.identify(…)
_LOWERED = re.compile(
    r"""\((?P<name>[\w$]{1,40})\s{0,3}=\s{0,3}[\w$.]{0,20}\bConvot\)[^;{}"'`]{1,100}?(?P<place>(?P=name)\.identify\b)"""
)
_BY_NAME = re.compile(r"[\w$]{1,40}\.identify\b")


def call_places(text: str) -> Iterator[int]:
    """Yield the index of every ``Convot.identify`` or equivalent, in text order."""
    if "Convot" not in text:
        return iter(())
    lowered = (found.start("place") for found in _LOWERED.finditer(text) if not found["name"].endswith("Convot"))
    return heapq.merge((found.start() for found in _CALL.finditer(text)), lowered)


def passes_something(text: str, place: int) -> bool:
    """Return whether arguments follow: prose mentions the call as Convot.identify() and Convot.identify(...)."""
    found = _CALL.match(text, place) or _BY_NAME.match(text, place)
    return found is not None and _PASSES.match(text, found.end()) is not None


def without_comments(source: Source) -> Source | None:
    """Return the text without comments that contain a call, which no browser runs; None if there is no such comment."""
    text = source.text
    if len(text) > _LONGEST or "Convot" not in text:
        return None
    tree: SyntaxTree | None = None
    builder = SourceMapBuilder(source)
    at = 0
    for place in call_places(text):
        tree = tree or SyntaxTree(text, 0)
        node = tree.node_at(place) if place >= at else None
        if node is not None and node.type == "comment" and is_inert(tree, place) and passes_something(text, place):
            start, end = tree.span(node)
            builder.copy(at, start)
            at = end
    builder.copy(at, len(text))
    return builder.build() if at else None


def is_inert(tree: SyntaxTree, place: int) -> bool:
    """Return whether a place only mentions a call: in a comment, a string or a regular expression.

    In prose an apostrophe opens a string and ``https://`` a comment; the text around them shows that.
    """
    node = tree.node_at(place)
    if node is None:
        return False
    if node.type in _COMMENTS:
        start = tree.span(node)[0]
        return start == 0 or tree.character(start - 1) != ":"
    if node.type not in ("string_fragment", "regex_pattern") or node.parent is None:
        return False
    if node.parent.type == "template_string":
        return not tree.root.has_error  # a stray ` in prose turns everything after it into a template
    if node.parent.parent is not None and node.parent.parent.type == "subscript_expression":
        return False  # window["Convot"]
    statement = node
    while statement.parent is not None and statement.parent.parent is not None:
        statement = statement.parent
    return not statement.has_error


def is_passed_on(node: Node | None) -> bool:
    """Return whether a text is given to a function or an attribute, or is data: something may run it as code."""
    if node is not None and node.parent is not None and node.parent.type == "expression_statement":
        return True  # the whole text is this one string
    while node is not None and node.type not in ("arguments", "jsx_attribute", "pair"):
        node = node.parent
    return node is not None
