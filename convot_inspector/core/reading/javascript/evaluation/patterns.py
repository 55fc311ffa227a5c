"""Destructuring: the variables that a pattern declares or assigns (ECMA-262 §14.3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.evaluation.properties import SPECIAL_GLOBALS, Properties
from convot_inspector.core.reading.javascript.evaluation.scopes import Binding
from convot_inspector.core.reading.javascript.evaluation.values import (
    List,
    Object,
    Primitive,
    UncertainError,
    Unknown,
    name_of,
)
from convot_inspector.core.reading.javascript.values import member_name, members

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.evaluation.scopes import Scope
    from convot_inspector.core.reading.javascript.evaluation.values import (
        Place,
        Value,
    )


class Patterns(Properties):
    """Binding and assignment of patterns."""

    def bind(self, pattern: Node, value: Value, scope: Scope, kind: str) -> None:
        """Give a value to the variables of a pattern. ``kind``: of the declaration; "" assigns to what is there."""
        match pattern.type:
            case "identifier" | "shorthand_property_identifier_pattern":
                self._bind_name(pattern, value, scope, kind)
            case "assignment_pattern" | "object_assignment_pattern":
                left, right = pattern.child_by_field_name("left"), pattern.child_by_field_name("right")
                if left is None or right is None:
                    raise UncertainError
                self.bind(left, self._or_default(value, right, scope), scope, kind)
            case "object_pattern":
                self._bind_members(pattern, value, scope, kind)
            case "array_pattern":
                self._bind_items(pattern, value, scope, kind)
            case "member_expression" | "subscript_expression" if not kind:
                of = pattern.child_by_field_name("object")
                if of is None:
                    raise UncertainError
                holder = self.evaluate(of, scope)
                self.set(holder, self.key_of(pattern, scope), value)
            case "parenthesized_expression" if not kind and pattern.named_child_count == 1:
                self.bind(pattern.named_children[0], value, scope, kind)
            case _:
                raise UncertainError

    def key_of(self, member: Node, scope: Scope) -> str:
        """Return the name of the property that a member expression names."""
        key = member.child_by_field_name("property") or member.child_by_field_name("index")
        if key is None or key.type == "private_property_identifier":
            raise UncertainError
        if member.type == "member_expression":
            return self.plain_name(key)
        return name_of(self.evaluate(key, scope))

    def plain_name(self, node: Node) -> str:
        """Return the text of a name. Raises UncertainError if it has escapes."""
        name = self.tree.source(node)
        if "\\" in name:
            raise UncertainError
        return name

    def property_name(self, key: Node, scope: Scope) -> str:
        """Return the name of a member of an object, also a computed one."""
        if key.type == "computed_property_name":
            return name_of(self.evaluate(key.named_children[0], scope))
        name = member_name(key, self.tree.source)
        if name is None:
            raise UncertainError
        return name

    def _bind_name(self, node: Node, value: Value, scope: Scope, kind: str) -> None:
        name = self.plain_name(node)
        if kind in ("let", "const", "param", "class"):
            found = scope.names.get(name)
            if found is None:
                scope.names[name] = Binding(value, kind, self.tick())
            elif found.value is None or kind == "param":
                found.value = value  # what reads it sooner throws
            else:
                raise UncertainError
            return
        found = scope.find(name)
        if found is None or found.kind == "function":
            raise UncertainError  # it becomes a global variable, or throws
        if name in SPECIAL_GLOBALS and found is scope.program.names.get(name):
            raise UncertainError
        self.write(found, value)

    def _or_default(self, value: Value, default: Node, scope: Scope) -> Value:
        if isinstance(value, Unknown):
            with self.apart():
                self.evaluate(default, scope)
            return value
        is_missing = isinstance(value, Primitive) and value.kind == "undefined"
        return self.evaluate(default, scope) if is_missing else value

    def _bind_members(self, pattern: Node, value: Value, scope: Scope, kind: str) -> None:
        if isinstance(value, Primitive) and value.is_nullish:
            raise UncertainError
        taken: list[str] = []
        for member in members(pattern):
            at = self.place(member)
            match member.type:
                case "shorthand_property_identifier_pattern":
                    name = self.plain_name(member)
                    self.bind(member, self.get(value, name, at), scope, kind)
                case "object_assignment_pattern":
                    left = member.child_by_field_name("left")
                    if left is None:
                        raise UncertainError
                    name = self.plain_name(left)
                    self.bind(member, self.get(value, name, at), scope, kind)
                case "pair_pattern":
                    key, target = member.child_by_field_name("key"), member.child_by_field_name("value")
                    if key is None or target is None:
                        raise UncertainError
                    name = self.property_name(key, scope)
                    self.bind(target, self.get(value, name, at), scope, kind)
                case "rest_pattern":
                    self.bind(member.named_children[0], self._rest(value, taken, at), scope, kind)
                    return
                case _:
                    raise UncertainError
            taken.append(name)

    def _rest(self, value: Value, taken: list[str], at: Place) -> Value:
        if isinstance(value, Unknown):
            return value
        if not isinstance(value, Object):
            raise UncertainError
        rest = {name: self.get(value, name, at) for name in self.own_names(value) if name not in taken}
        return Object(at, self.tick(), members=dict(rest))

    def _bind_items(self, pattern: Node, value: Value, scope: Scope, kind: str) -> None:
        place = 0
        is_known = isinstance(value, List)
        items = self.items_of(value) if is_known else []
        if not is_known and not isinstance(value, Unknown):
            raise UncertainError
        if not is_known:
            self.note_doubt()
        for child in pattern.children[1:-1]:
            if child.type == ",":
                place += 1
            elif child.type == "rest_pattern":
                rest: Value = self.list_of(items[place:], self.place(child)) if is_known else value
                self.bind(child.named_children[0], rest, scope, kind)
            elif child.type != "comment":
                at = self.place(child)
                missing: Value = self.undefined(at) if is_known else Unknown(at)
                self.bind(child, items[place] if place < len(items) else missing, scope, kind)
