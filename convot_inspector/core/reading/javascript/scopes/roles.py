"""The role of an identifier where it stands: to declare a variable in a scope, assign to one, or read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node

FUNCTIONS = (
    "function_declaration",
    "function_expression",
    "generator_function",
    "generator_function_declaration",
    "arrow_function",
    "method_definition",
)
HOISTED = ("function_declaration", "generator_function_declaration")
SCOPES = (*FUNCTIONS, "program", "statement_block", "class_static_block", "for_statement", "for_in_statement",
           "catch_clause", "switch_body")  # fmt: skip
_IMPORTS = ("import_specifier", "import_clause", "namespace_import")
_PATTERNS = ("object_pattern", "array_pattern", "pair_pattern", "object_assignment_pattern", "assignment_pattern",
             "rest_pattern")  # fmt: skip


def role_of(path: list[Node]) -> tuple[Node | None, tuple[Node, list[Node]] | None, bool]:
    """Return the scope that an identifier is declared in, its value there, and whether it is written to."""
    node, parent = path[-1], path[-2]
    if parent.type == "variable_declarator" and parent.child_by_field_name("name") == node:
        value = parent.child_by_field_name("value")
        return _scope_of_declaration(path, path[-3]), None if value is None else (value, path[:-2]), False
    if node.type == "shorthand_property_identifier_pattern" or parent.type in _PATTERNS:
        return _role_in_pattern(path)
    if parent.type == "formal_parameters":
        return path[-3], None, False
    if parent.type == "arrow_function" and parent.child_by_field_name("parameter") == node:
        return parent, None, False
    if parent.type == "catch_clause" and parent.child_by_field_name("parameter") == node:
        return parent, None, False
    if parent.type == "for_in_statement" and parent.child_by_field_name("left") == node:
        return _role_in_loop(path, len(path) - 2)
    if parent.type in _IMPORTS:
        return path[0], None, False
    if (parent.type in FUNCTIONS or parent.type.startswith("class")) and parent.child_by_field_name("name") == node:
        around = next((scope for scope in reversed(path[:-2]) if scope.type in SCOPES), path[0])
        return (parent if parent.type == "function_expression" else around), None, False
    at = len(path) - 1
    while path[at - 1].type == "parenthesized_expression":  # (e) = 1
        at -= 1
    node, parent = path[at], path[at - 1]
    is_write = parent.type == "update_expression" or (
        parent.type in ("assignment_expression", "augmented_assignment_expression", "for_in_statement")
        and parent.child_by_field_name("left") == node
    )
    return None, None, is_write


def is_function_in_block(path: list[Node]) -> bool:
    """Return whether a function is declared in a block: scripts also assign it outside the block (ECMA-262 B.3.3)."""
    if len(path) < 3 or path[-2].type not in HOISTED or path[-2].child_by_field_name("name") != path[-1]:
        return False
    around = path[-3].type
    return not (
        around in ("program", "export_statement") or (around == "statement_block" and path[-4].type in FUNCTIONS)
    )


def _role_in_loop(path: list[Node], at: int) -> tuple[Node | None, None, bool]:
    """Return the role of a name in the head of ``for (… of …)``, which is the node at that index."""
    kind = path[at].child_by_field_name("kind")
    if kind is None:
        return None, None, True
    return (_function_around(path[:at]) if kind.type == "var" else path[at]), None, False


def _role_in_pattern(path: list[Node]) -> tuple[Node | None, None, bool]:
    """Return the role of an identifier inside ``{a, b: [c]}``: parameter, declaration or assignment."""
    for at in range(len(path) - 2, 0, -1):
        match path[at].type:
            case "formal_parameters":
                return path[at - 1], None, False
            case "catch_clause":
                return path[at], None, False
            case "for_in_statement":
                return _role_in_loop(path, at)
            case "variable_declarator":
                return _scope_of_declaration(path[: at + 2], path[at - 1]), None, False
            case kind if kind in _PATTERNS:
                continue
            case _:
                break
    return None, None, True


def _scope_of_declaration(path: list[Node], declaration: Node) -> Node:
    if declaration.type != "lexical_declaration":
        return _function_around(path)
    return next((node for node in reversed(path) if node.type in SCOPES), path[0])


def _function_around(path: list[Node]) -> Node:
    """Return the function, or the program, to which a ``var`` at the end of the path belongs."""
    kinds = (*FUNCTIONS, "program", "class_static_block")
    return next((node for node in reversed(path) if node.type in kinds), path[0])
