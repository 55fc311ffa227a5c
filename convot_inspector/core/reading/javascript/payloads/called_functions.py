"""Data that a page writes as a function it calls at once: ``window.__NUXT__=(function(a,b){return {…a…}}("…","…"))``.

Nuxt 2 and SvelteKit write it so (devalue's ``uneval``), to name a value once that stands in several places.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.javascript.data import read_object
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.javascript.values import members
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from convot_inspector.core.reading.source import Reading, Source

_LONGEST = 256 * 1024  # characters
_MOST_NODES = 20_000  # looked at for the function
_MOST_NAMES = 50_000  # in what it returns
_FUNCTIONS = ("function_expression", "arrow_function")
_VALUES = ("string", "number", "true", "false", "null", "undefined", "unary_expression", "object", "array")


def read_returned(source: Source) -> Reading | None:
    """Return the objects with identity fields that functions return which a text calls at once; None if none does."""
    text = source.text
    is_called = ("function" in text or "=>" in text) and ("}(" in text or ")(" in text)
    if len(text) > _LONGEST or not is_called or not names_identity(text):
        return None
    tree = SyntaxTree(text, 0)
    if tree.root.has_error or tree.is_aborted:
        return None
    for called in islice(_called(tree.root), 20):
        returned = _returned(source, tree, *called)
        reading = read_object(returned) if returned is not None else None
        if reading is not None and reading.calls:
            return reading
    return None


def _called(root: Node) -> Iterator[tuple[Node, Node]]:
    """Yield the functions that are called where they stand, with their arguments."""
    pending, left = [root], _MOST_NODES
    while pending and left:
        node = pending.pop()
        left -= 1
        if node.type == "call_expression":
            function, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
            while function is not None and function.type == "parenthesized_expression" and function.named_child_count:
                function = function.named_children[0]
            if function is not None and arguments is not None and function.type in _FUNCTIONS:
                yield function, arguments
                continue
        pending.extend(reversed(node.named_children))


def _returned(source: Source, tree: SyntaxTree, function: Node, arguments: Node) -> Source | None:
    """Return the object that a function returns, with the arguments in place of its parameters; None if unclear."""
    body, parameters = (
        function.child_by_field_name("body"),
        (function.child_by_field_name("parameters") or function.child_by_field_name("parameter")),
    )
    value = _only_return(body) if body is not None else None
    if value is None or parameters is None or value.type not in ("object", "array"):
        return None
    names = [parameters] if parameters.type == "identifier" else list(members(parameters))
    given = list(members(arguments))
    if any(name.type != "identifier" for name in names) or any(each.type == "spread_element" for each in given):
        return None
    passed = {tree.source(name): each for name, each in zip(names, given, strict=False) if each.type in _VALUES}
    builder = SourceMapBuilder(source)
    start, end = tree.span(value)
    at = start
    for node in islice(_identifiers(value), _MOST_NAMES):
        known = passed.get(tree.source(node))
        if known is None:
            continue
        begin, stop = tree.span(node)
        builder.copy(at, begin)
        if node.type == "shorthand_property_identifier":
            builder.substitute(f"{tree.source(node)}: ", begin, begin)
        builder.copy(*tree.span(known))
        at = stop
    builder.copy(at, end)
    return builder.build()


def _only_return(body: Node) -> Node | None:
    """Return what a function returns if it does nothing else."""
    if body.type != "statement_block":
        return body.named_children[0] if body.type == "parenthesized_expression" and body.named_child_count else body
    statements = list(members(body))
    if len(statements) != 1 or statements[0].type != "return_statement" or not statements[0].named_child_count:
        return None
    return statements[0].named_children[0]


def _identifiers(root: Node) -> Iterator[Node]:
    """Yield the names of variables in an expression, in the order of the text; nothing inside functions."""
    pending = [root]
    while pending:
        node = pending.pop()
        if node.type in ("identifier", "shorthand_property_identifier"):
            yield node
        elif node.type not in (*_FUNCTIONS, "method_definition"):
            pending.extend(reversed(node.named_children))
