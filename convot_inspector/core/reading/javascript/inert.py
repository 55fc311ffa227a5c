"""Places that mention a call in a comment, a text or a regular expression, which no browser runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.call_places import call_places, passes_something
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.source import Source

COMMENTS = ("comment", "html_comment")
_LONGEST = 64 * 1024  # characters


def without_comments(source: Source) -> Source | None:
    """The text without the comments in which a call stands, which no browser runs; None if there is no such comment."""
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
    """Whether a place only mentions a call: in a comment, a string or a regular expression.

    In prose an apostrophe opens a string and ``https://`` a comment; both show in what stands around them.
    """
    node = tree.node_at(place)
    if node is None:
        return False
    if node.type in COMMENTS:
        start = tree.span(node)[0]
        return start == 0 or tree.character(start - 1) != ":"
    if node.type not in ("string_fragment", "regex_pattern") or node.parent is None:
        return False
    if node.parent.type == "template_string":
        return not tree.root.has_error  # a stray ` in prose makes a template of everything behind it
    if node.parent.parent is not None and node.parent.parent.type == "subscript_expression":
        return False  # window["Convot"]
    statement = node
    while statement.parent is not None and statement.parent.parent is not None:
        statement = statement.parent
    return not statement.has_error


def is_passed_on(node: Node | None) -> bool:
    """Return whether a text is given to a function or an attribute, which may run it as code."""
    while node is not None and node.type not in ("arguments", "jsx_attribute"):
        node = node.parent
    return node is not None
