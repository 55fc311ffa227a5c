"""Statements that complete an object after its declaration: ``p.email = "…"``, ``Object.assign(p, {…})``, ``delete``.

They count where they stand in the declaration's own block, between it and the use, so that all of them run before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from convot_inspector.core.reading.javascript.scopes.roles import HOISTED
from convot_inspector.core.reading.javascript.strings import read_string
from convot_inspector.core.reading.javascript.values import member_name, members

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree


class Step(NamedTuple):
    """One change of an object: what it does to which field, and the node of the value or of the whole object.

    ``unclear``: something inside the field is changed.
    """

    how: Literal["set", "unclear", "remove", "merge"]
    name: str
    at: Node


def steps_of(
    tree: SyntaxTree, changes: Iterable[Sequence[Node]], block: Node, after: int, used: Sequence[Node], size: int = 1
) -> tuple[Step, ...] | None:
    """Return what the changes do, in the order of the text; None if one of them may run at another time, or not at all.

    ``changes``: paths from the root to the object's name. ``block``: the node that directly holds the declaration,
    which ends at the byte ``after``. ``used``: the path to the use. ``size``: how many nodes the object's own name
    takes, 1 for a variable and 2 for ``window.name``.
    """
    inside = next((at for at, node in enumerate(used) if node.id == block.id), None)
    if inside is None or any(node.type in HOISTED for node in used[inside:]):
        return None
    steps: list[Step] = []
    for path in changes:
        statement = next((at for at, node in enumerate(path) if node.type == "expression_statement"), None)
        if statement is None or path[statement - 1].id != block.id:
            return None
        if path[statement].start_byte < after or path[statement].end_byte > used[-1].start_byte:
            return None
        found = _steps(tree, path[statement + 1 :], size)
        if found is None:
            return None
        steps += found
    return tuple(sorted(steps, key=lambda step: step.at.start_byte))


def _steps(tree: SyntaxTree, path: Sequence[Node], size: int) -> list[Step] | None:
    """Return the steps of one statement. ``path``: from its expression down to the object's name."""
    own = path[-size]
    match path[0].type:
        case "assignment_expression" if len(path) >= size + 2:
            value = path[0].child_by_field_name("right")
            name = _name(tree, path[-size - 1])
            if value is None or name is None or path[0].child_by_field_name("left") != path[1]:
                return None
            if len(path) == size + 2:
                return [Step("set", name, value)]
            is_deeper = all(node.type in ("member_expression", "subscript_expression") for node in path[1:-size])
            return [Step("unclear", name, value)] if is_deeper else None
        case "unary_expression" if len(path) == size + 2:
            operator, name = path[0].child_by_field_name("operator"), _name(tree, path[1])
            is_delete = operator is not None and operator.type == "delete"
            return [Step("remove", name, path[1])] if is_delete and name is not None else None
        case "call_expression" if len(path) == size + 2 and path[1].type == "arguments":
            function = path[0].child_by_field_name("function")
            given = list(members(path[1]))
            is_assign = function is not None and tree.source(function) == "Object.assign"
            is_first = bool(given) and given[0].id == own.id
            return [Step("merge", "", each) for each in given[1:]] if is_assign and is_first else None
    return None


def _name(tree: SyntaxTree, member: Node) -> str | None:
    """Return the name of the field in ``p.name`` or ``p["name"]``."""
    if member.type == "member_expression":
        key = member.child_by_field_name("property")
        return None if key is None else member_name(key, tree.source)
    index = member.child_by_field_name("index") if member.type == "subscript_expression" else None
    return (
        read_string(index, tree.source) if index is not None and index.type in ("string", "template_string") else None
    )
