"""Expressions without calls: literals, names, members, operators, assignments (ECMA-262 §13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.evaluation.operators import binary, type_of
from convot_inspector.core.reading.javascript.evaluation.patterns import Patterns
from convot_inspector.core.reading.javascript.evaluation.properties import FORBIDDEN
from convot_inspector.core.reading.javascript.evaluation.values import (
    Accessor,
    Function,
    List,
    Native,
    Object,
    Primitive,
    Promise,
    UncertainError,
    Unknown,
    number_of,
    text_of,
    truth_of,
)
from convot_inspector.core.reading.javascript.numbers import parse_number
from convot_inspector.core.reading.javascript.strings import read_string
from convot_inspector.core.reading.javascript.values import members

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.evaluation.scopes import Scope
    from convot_inspector.core.reading.javascript.evaluation.values import (
        Value,
    )

_HANDLERS = {
    "string": "_text", "template_string": "_text", "number": "_number", "true": "_word", "false": "_word",
    "null": "_word", "undefined": "_word", "identifier": "_name", "shorthand_property_identifier": "_name",
    "this": "_this", "parenthesized_expression": "_inner", "sequence_expression": "_sequence", "object": "_object",
    "array": "_array", "unary_expression": "_unary", "binary_expression": "_binary", "ternary_expression": "_ternary",
    "update_expression": "_update", "assignment_expression": "_assignment", "arrow_function": "_function",
    "augmented_assignment_expression": "_augmented", "function_expression": "_function", "await_expression": "_await",
    "member_expression": "_chain", "subscript_expression": "_chain", "call_expression": "_chain",
    "new_expression": "_new", "class": "_class", "regex": "_regex",
}  # fmt: skip


class Expressions(Patterns):
    """Evaluation of expressions."""

    def evaluate(self, node: Node, scope: Scope) -> Value:
        """Return the value of an expression. Raises UncertainError for what is not understood."""
        handler = _HANDLERS.get(node.type)
        if handler is None:
            raise UncertainError
        with self.deeper():
            value: Value = getattr(self, handler)(node, scope)
            return value

    def part(self, node: Node, name: str) -> Node:
        """Return a field of a node."""
        found = node.child_by_field_name(name)
        if found is None:
            raise UncertainError
        return found

    def _text(self, node: Node, scope: Scope) -> Value:
        is_known = True

        def substitution(inner: Node) -> str | None:
            nonlocal is_known
            text = text_of(self.evaluate(next(members(inner)), scope))
            is_known = is_known and text is not None
            self.spend(len(text or ""))
            return text or ""

        text = read_string(node, self.tree.source, substitution)
        if text is None:
            raise UncertainError
        return Primitive("text", text, self.place(node)) if is_known else Unknown(self.place(node))

    def _number(self, node: Node, _: Scope) -> Value:
        try:
            number = parse_number(self.tree.source(node))
        except ValueError:
            number = None
        if number is None:
            raise UncertainError
        return Primitive("number", float(number), self.place(node))

    def _word(self, node: Node, _: Scope) -> Value:
        at = self.place(node)
        match node.type:
            case "null":
                return Primitive("null", None, at)
            case "undefined":
                return self.undefined(at)
        return Primitive("boolean", node.type == "true", at)

    def _name(self, node: Node, scope: Scope) -> Value:
        name, at = self.plain_name(node), self.place(node)
        found = scope.find(name)
        if found is not None:
            return self.read(name, found)
        if name in FORBIDDEN:
            raise UncertainError
        return self.builtin(name, at) or self.doubt(at)

    def _this(self, _: Node, scope: Scope) -> Value:
        this = scope.this
        if isinstance(this, (Object, Native)):
            return this
        raise UncertainError

    def _inner(self, node: Node, scope: Scope) -> Value:
        return self.evaluate(next(members(node)), scope)

    def _sequence(self, node: Node, scope: Scope) -> Value:
        return [self.evaluate(each, scope) for each in members(node)][-1]

    def _regex(self, node: Node, _: Scope) -> Value:
        return Unknown(self.place(node))

    def _array(self, node: Node, scope: Scope) -> Value:
        items: list[Value] = []
        is_open = True  # a comma here is a hole
        for child in node.children[1:-1]:
            if child.type == ",":
                if is_open:
                    raise UncertainError
                is_open = True
            elif child.type != "comment":
                is_open = False
                items += self.spread(child, scope)
        return self.list_of(items, self.place(node))

    def spread(self, node: Node, scope: Scope) -> list[Value]:
        """Return the values of one item of an array or one argument."""
        if node.type != "spread_element":
            return [self.evaluate(node, scope)]
        return self.items_of(self.evaluate(node.named_children[0], scope))

    def _object(self, node: Node, scope: Scope) -> Value:
        made = Object(self.place(node), self.tick())
        for member in members(node):
            match member.type:
                case "pair":
                    name = self.property_name(self.part(member, "key"), scope)
                    value = self.evaluate(self.part(member, "value"), scope)
                    self._add(made, name, value)
                    made.keys[name] = self.place(self.part(member, "key"))
                case "shorthand_property_identifier":
                    self._add(made, self.plain_name(member), self.evaluate(member, scope))
                case "spread_element":
                    self._add_all(made, self.evaluate(member.named_children[0], scope))
                case "method_definition":
                    name = self.property_name(self.part(member, "name"), scope)
                    self._add(made, name, self.method(member, scope))
                case _:
                    raise UncertainError
        return made

    def _add(self, made: Object, name: str, value: Value | Accessor) -> None:
        if name == "__proto__":
            raise UncertainError
        before = made.members.get(name)
        if before is not None and not isinstance(before, Accessor):
            made.repeated.append((name, before))
        made.members[name] = value

    def _add_all(self, made: Object, given: Value) -> None:
        if isinstance(given, Unknown):
            raise UncertainError
        if isinstance(given, (Object, List)):
            for name in self.own_names(given):
                made.members[name] = self.get(given, name, given.at)
        elif not (isinstance(given, Primitive) and given.kind != "text"):
            raise UncertainError

    def method(self, node: Node, scope: Scope) -> Function | Accessor:
        """Return a method or a getter."""
        words = {child.type for child in node.children}
        if words & {"set", "*"}:
            raise UncertainError
        function = Function(node, scope, self.place(node))
        return Accessor(function) if "get" in words else function

    def _function(self, node: Node, scope: Scope) -> Value:
        this = scope.this if node.type == "arrow_function" else None
        is_held = isinstance(this, (Object, Native))
        return Function(node, scope, self.place(node), this if is_held else None)  # type: ignore[arg-type]  # checked

    def _unary(self, node: Node, scope: Scope) -> Value:
        operator, operand, at = self.part(node, "operator").type, self.part(node, "argument"), self.place(node)
        if operator == "delete":
            of = self.evaluate(self.part(operand, "object"), scope)
            self.remove(of, self.key_of(operand, scope))
            return Primitive("boolean", value=True, at=at)
        value = self.evaluate(operand, scope)
        match operator:
            case "typeof":
                kind = type_of(value)
                return Unknown(at) if kind is None else self.text(kind, at)
            case "void":
                return self.undefined(at)
            case "!":
                truth = truth_of(value)
                return Unknown(at) if truth is None else Primitive("boolean", not truth, at)
            case "-" | "+" if isinstance(value, Primitive):
                number = number_of(value)
                return Primitive("number", -number if operator == "-" else number, at)
        raise UncertainError

    def _binary(self, node: Node, scope: Scope) -> Value:
        operator, right = self.part(node, "operator").type, self.part(node, "right")
        left = self.evaluate(self.part(node, "left"), scope)
        if operator not in ("&&", "||", "??"):
            other = self.evaluate(right, scope)
            if isinstance(left, Unknown) and self._asks_for_convot(self.part(node, "left"), other, scope):
                return Primitive("boolean", operator[0] == "!", self.place(node))
            return self.counted(binary(operator, left, other, self.place(node)))
        is_taken = self._is_taken(operator, left)
        if is_taken is None:
            with self.apart():
                self.evaluate(right, scope)
            return Unknown(self.place(node))
        return self.evaluate(right, scope) if is_taken else left

    def _asks_for_convot(self, node: Node, other: Value, scope: Scope) -> bool:
        """Return whether ``typeof Convot`` or ``typeof window.Convot`` is compared with "undefined"."""
        if node.type != "unary_expression" or not isinstance(other, Primitive) or other.value != "undefined":
            return False
        return isinstance(self.evaluate(self.part(node, "argument"), scope), Native)

    def _is_taken(self, operator: str, left: Value) -> bool | None:
        """Return whether the right side of a logical operator is evaluated."""
        if operator == "??":
            return None if isinstance(left, Unknown) else isinstance(left, Primitive) and left.is_nullish
        truth = truth_of(left)
        return None if truth is None else truth == (operator == "&&")

    def _ternary(self, node: Node, scope: Scope) -> Value:
        truth = truth_of(self.evaluate(self.part(node, "condition"), scope))
        if truth is None:
            for name in ("consequence", "alternative"):
                with self.apart():
                    self.evaluate(self.part(node, name), scope)
            return Unknown(self.place(node))
        return self.evaluate(self.part(node, "consequence" if truth else "alternative"), scope)

    def _update(self, node: Node, scope: Scope) -> Value:
        target = self.part(node, "argument")
        before = self.evaluate(target, scope)
        if not isinstance(before, Primitive) or target.type != "identifier":
            raise UncertainError
        step = 1 if self.part(node, "operator").type == "++" else -1
        after = Primitive("number", number_of(before) + step, self.place(node))
        self.bind(target, after, scope, "")
        return after if node.children[0].type in ("++", "--") else before

    def _assignment(self, node: Node, scope: Scope) -> Value:
        left, right = self.part(node, "left"), self.part(node, "right")
        if left.type in ("member_expression", "subscript_expression"):
            of = self.evaluate(self.part(left, "object"), scope)
            name = self.key_of(left, scope)
            value = self.evaluate(right, scope)
            is_own = isinstance(value, Native) and value.name == name == "Convot"
            if not (is_own and isinstance(of, Native)):  # window.Convot = window.Convot || …
                self.set(of, name, value)
            return value
        value = self.evaluate(right, scope)
        self.bind(left, value, scope, "")
        return value

    def _augmented(self, node: Node, scope: Scope) -> Value:
        left, right = self.part(node, "left"), self.part(node, "right")
        operator = self.part(node, "operator").type.removesuffix("=")
        if left.type != "identifier":
            raise UncertainError
        before = self.evaluate(left, scope)
        if operator in ("&&", "||", "??"):
            is_taken = self._is_taken(operator, before)
            if is_taken is None:
                raise UncertainError
            if not is_taken:
                return before
            value = self.evaluate(right, scope)
        else:
            value = self.counted(binary(operator, before, self.evaluate(right, scope), self.place(node)))
        self.bind(left, value, scope, "")
        return value

    def _await(self, node: Node, scope: Scope) -> Value:
        value = self.evaluate(next(members(node)), scope)
        self.suspend()
        if isinstance(value, Object) and "then" in value.members:
            raise UncertainError
        if isinstance(value, Unknown):
            return self.doubt(value.at)
        return value.value if isinstance(value, Promise) else value
