"""Where a name comes from that no value is given to: destructuring, and the parameters of functions called at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.scopes.roles import FUNCTIONS, role_of
from convot_inspector.core.reading.javascript.values import member_name, members

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree

_MOST_PLACES = 200
_SHORTEST_PATH = 4  # program, declaration, declarator, identifier


def origin_of(tree: SyntaxTree, identifier: Node) -> tuple[Node, str] | None:
    """Return the expression that an identifier comes from, and the name of its member that it is, "" for all of it.

    None where the text does not tell, or declares or assigns the name in another place too.
    """
    declared: list[list[Node]] = []
    for path in tree.identifiers(tree.source(identifier), tree.root, _MOST_PLACES) or ():
        scope, _, is_write = role_of(path)
        if is_write:
            return None
        if scope is not None:
            declared.append(path)
    if len(declared) != 1 or len(declared[0]) < _SHORTEST_PATH:
        return None
    path = declared[0]
    if path[-2].type == "formal_parameters":
        place = [each.id for each in members(path[-2])].index(path[-1].id)
        return _argument(path[:-2], place)
    if path[-2].type == "arrow_function":
        return _argument(path[:-1], 0)
    if path[-2].type == "variable_declarator":
        value = path[-2].child_by_field_name("value")
        return None if value is None else (value, "")
    return _destructured(tree, path)


def _destructured(tree: SyntaxTree, path: list[Node]) -> tuple[Node, str] | None:
    if len(path) <= _SHORTEST_PATH:
        return None
    if path[-1].type == "shorthand_property_identifier_pattern" and path[-3].type == "variable_declarator":
        declarator, name = path[-3], tree.source(path[-1])
    elif path[-2].type == "pair_pattern" and path[-4].type == "variable_declarator":
        key = path[-2].child_by_field_name("key")
        declarator, name = path[-4], (member_name(key, tree.source) or "") if key is not None else ""
    else:
        return None
    value = declarator.child_by_field_name("value")
    return (value, name) if value is not None and name else None


def _argument(path: list[Node], place: int) -> tuple[Node, str] | None:
    """Return the argument that a function expression at the end of the path is called with at once."""
    at = len(path) - 1
    if path[at].type not in FUNCTIONS:
        return None
    while path[at - 1].type == "parenthesized_expression":
        at -= 1
    call = path[at - 1]
    if call.type != "call_expression" or call.child_by_field_name("function") != path[at]:
        return None
    arguments = call.child_by_field_name("arguments")
    given = list(members(arguments)) if arguments is not None else []
    is_plain = len(given) > place and not any(each.type == "spread_element" for each in given)
    return (given[place], "") if is_plain else None
