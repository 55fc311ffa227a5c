"""The expression that a name, or a member of a named object, stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.scopes.bindings import Bindings
from convot_inspector.core.reading.javascript.scopes.exposure import Exposure
from convot_inspector.core.reading.javascript.values import member_name, members

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.scopes.completions import Step
    from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
    from convot_inspector.core.reading.source import Source

_MOST_STEPS = 8  # steps from name to name
_GLOBAL_OBJECTS = ("window", "self", "globalThis")
_INDIRECT = frozenset(("identifier", "shorthand_property_identifier", "member_expression", "parenthesized_expression"))


class Names:
    """Lookup of names in one syntax tree, if that holds the whole text: a change may stand outside a piece."""

    def __init__(self, tree: SyntaxTree, source: Source, *, is_whole: bool) -> None:
        self._source = tree.source
        self._bindings = Bindings(tree, Exposure(tree, source)) if is_whole else None

    def resolve(self, node: Node, steps: int = _MOST_STEPS) -> Node:
        """Return the literal that a name stands for, or the same node where the text does not determine it."""
        kind = node.type
        if kind not in _INDIRECT or self._bindings is None or not steps:
            return node
        if kind == "parenthesized_expression":
            inner = node.named_children[0] if node.named_child_count == 1 else node
            resolved = self.resolve(inner, steps - 1) if inner.type in _INDIRECT else inner
            return node if resolved is inner and inner.type != "object" else resolved
        value = self._member(node, steps) if kind == "member_expression" else self._bindings.value_of(node)
        if value is None:
            return node
        return self.resolve(value, steps - 1)

    def completed(self, node: Node) -> tuple[Node, tuple[Step, ...]] | None:
        """Return the object that a name was given, and the statements that completed it; None where it is not known."""
        if self._bindings is None:
            return None
        while node.type == "parenthesized_expression" and node.named_child_count == 1:
            node = node.named_children[0]
        if node.type in ("identifier", "shorthand_property_identifier"):
            return self._bindings.completed(node)
        of = node.child_by_field_name("object") if node.type == "member_expression" else None
        holder = self.resolve(of) if of is not None else None
        is_global = holder is not None and holder.type == "identifier" and self._source(holder) in _GLOBAL_OBJECTS
        return self._bindings.completed_member(node) if is_global else None

    def _member(self, node: Node, steps: int) -> Node | None:
        """Return the value of ``user.email`` for a known object."""
        of, key = node.child_by_field_name("object"), node.child_by_field_name("property")
        if of is None or key is None:
            return None
        holder = self.resolve(of, steps - 1)
        if holder.type == "identifier" and self._source(holder) in _GLOBAL_OBJECTS and self._bindings is not None:
            return self._bindings.global_member(node)
        if holder is of or holder.type != "object":
            return None
        name, found = self._source(key), None
        for member in members(holder):
            if member.type not in ("pair", "shorthand_property_identifier"):
                return None  # a spread or a computed name could set it
            own = member.child_by_field_name("key")
            written = self._source(member) if own is None else member_name(own, self._source)
            if written is None:
                return None
            if written == name:
                found = member if own is None else member.child_by_field_name("value")
        return found
