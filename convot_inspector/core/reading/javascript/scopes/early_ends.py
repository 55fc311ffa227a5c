"""Scripts of a page that may end with an error before they give a value that a later script reads.

The page's next script runs all the same: a ``var`` is undefined there. Only what can never throw is safe.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.scopes.roles import FUNCTIONS

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree

_MOST_NODES = 2_000  # nodes of the statements before a value; beyond that nothing is known
_SAFE = frozenset((
    "string", "number", "true", "false", "null", "undefined", "function_declaration", "generator_function_declaration",
    "generator_function", "function_expression", "arrow_function", "empty_statement", "comment", "property_identifier",
))  # fmt: skip
_SAFE_IF_PARTS_ARE = frozenset((
    "object", "array", "pair", "parenthesized_expression", "template_string", "variable_declaration",
    "lexical_declaration", "expression_statement",
))  # fmt: skip
_SAFE_OPERATORS = ("||", "&&", "??", "===", "!==", ",")
_GLOBAL_OBJECTS = ("window", "self", "globalThis")
_LEAVES_EARLY = ("return_statement", "break_statement", "continue_statement", "await_expression", "yield_expression")
_ALLOWS_LEAVING = (*FUNCTIONS, "for_statement", "for_in_statement", "while_statement", "do_statement",
                   "switch_statement", "labeled_statement", "class_static_block")  # fmt: skip


def script_of(tree: SyntaxTree, starts: tuple[int, ...], node: Node) -> int:
    """Return the number of the script that a node stands in. ``starts``: where the scripts begin in the text."""
    return bisect_right(starts, tree.span(node)[0])


def may_end_before(tree: SyntaxTree, starts: tuple[int, ...], statement: Node) -> bool:
    """Return whether the script of a top-level statement may end before that statement gives its values."""
    script = script_of(tree, starts, statement)
    own = [node for node in tree.root.children if script_of(tree, starts, node) == script]
    before = [node for node in own if node.start_byte <= statement.start_byte]
    budget = [_MOST_NODES]
    return not all(_cannot_throw(node, tree, budget) for node in before) or any(
        _is_early_error(node, budget) for node in own
    )


def _cannot_throw(node: Node, tree: SyntaxTree, budget: list[int]) -> bool:
    """Return whether a statement or expression throws in no page, whatever ran before it."""
    budget[0] -= 1
    if budget[0] < 0 or node.has_error:
        return False
    if node.type in _SAFE:
        return True
    match node.type:
        case kind if kind in _SAFE_IF_PARTS_ARE:
            parts = (part for part in node.named_children if part.type not in ("string_fragment", "escape_sequence"))
            return all(_cannot_throw(part, tree, budget) for part in parts)
        case "variable_declarator":
            name, content = node.child_by_field_name("name"), node.child_by_field_name("value")
            is_plain = name is not None and name.type == "identifier"
            return is_plain and (content is None or _cannot_throw(content, tree, budget))
        case "assignment_expression":
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            is_global = left is not None and left.type == "member_expression" and _is_of_global(left, tree)
            return is_global and right is not None and _cannot_throw(right, tree, budget)
        case "binary_expression":
            operator = node.child_by_field_name("operator")
            return (
                operator is not None
                and operator.type in _SAFE_OPERATORS
                and all(_cannot_throw(part, tree, budget) for part in node.named_children)
            ) or (
                operator is not None
                and operator.type == "+"
                and all(part.type in ("string", "number") for part in node.named_children)
            )
        case "member_expression":
            return _is_of_global(node, tree)
    return False


def _is_of_global(member: Node, tree: SyntaxTree) -> bool:
    """Return whether this is ``window.name``, which is undefined where nothing has set it."""
    of = member.child_by_field_name("object")
    return of is not None and of.type == "identifier" and tree.source(of) in _GLOBAL_OBJECTS


def _is_early_error(node: Node, budget: list[int]) -> bool:
    """Return whether a script holds a statement that is not allowed where it stands, so that nothing of it runs."""
    budget[0] -= 1
    if budget[0] < 0 or node.type in _LEAVES_EARLY:
        return True
    if node.type in _ALLOWS_LEAVING:
        return False
    return any(_is_early_error(child, budget) for child in node.named_children)
