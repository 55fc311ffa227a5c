"""Variables of an evaluated program."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.scopes.roles import FUNCTIONS
from convot_inspector.core.reading.javascript.values import members

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node


@dataclass(slots=True, eq=False)
class Binding:
    """A variable. ``value``: None before its declaration is reached. Times: see `Held`."""

    value: object
    kind: str
    created: int
    changed: int = 0
    is_read_early: bool = False


@dataclass(slots=True, eq=False)
class Scope:
    """The variables of a block. ``this``: of the function around, None where it is not known."""

    outer: Scope | None
    this: object = None
    names: dict[str, Binding] = field(default_factory=dict)

    def find(self, name: str) -> Binding | None:
        """Return the variable of that name that is seen here."""
        scope: Scope | None = self
        while scope is not None:
            found = scope.names.get(name)
            if found is not None:
                return found
            scope = scope.outer
        return None

    @property
    def program(self) -> Scope:
        """The outermost scope."""
        scope = self
        while scope.outer is not None:
            scope = scope.outer
        return scope


def var_names(node: Node) -> Iterator[Node]:
    """Yield the identifiers that ``var`` declares in a function's body or a program, without functions inside."""
    pending = [node]
    while pending:
        current = pending.pop()
        if current.type == "variable_declaration":
            for declarator in members(current):
                name = declarator.child_by_field_name("name")
                if name is not None:
                    yield from pattern_names(name)
        if current.type == "for_in_statement":
            kind, left = current.child_by_field_name("kind"), current.child_by_field_name("left")
            if kind is not None and kind.type == "var" and left is not None:
                yield from pattern_names(left)
        pending.extend(
            child
            for child in current.named_children
            if child.type not in FUNCTIONS and not child.type.startswith("class")
        )


def pattern_names(pattern: Node) -> Iterator[Node]:
    """Yield the identifiers that a pattern binds."""
    pending = [pattern]
    while pending:
        node = pending.pop()
        match node.type:
            case "identifier" | "shorthand_property_identifier_pattern":
                yield node
            case "object_pattern" | "array_pattern" | "rest_pattern":
                pending.extend(node.named_children)
            case "pair_pattern":
                pending.extend(filter(None, [node.child_by_field_name("value")]))
            case "assignment_pattern" | "object_assignment_pattern":
                pending.extend(filter(None, [node.child_by_field_name("left")]))
