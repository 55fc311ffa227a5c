"""Statements (ECMA-262 §14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.evaluation.classes import Classes
from convot_inspector.core.reading.javascript.evaluation.functions import ReturnSignal
from convot_inspector.core.reading.javascript.evaluation.operators import binary
from convot_inspector.core.reading.javascript.evaluation.scopes import Binding, Scope, pattern_names
from convot_inspector.core.reading.javascript.evaluation.values import (
    Function,
    List,
    Object,
    ThrownSignal,
    UncertainError,
    Unknown,
    key_of,
    truth_of,
)
from convot_inspector.core.reading.javascript.values import members

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.evaluation.values import (
        Value,
    )

_HANDLERS = {
    "expression_statement": "_run_expression", "lexical_declaration": "_run_declaration",
    "variable_declaration": "_run_declaration", "class_declaration": "_run_class",
    "statement_block": "_run_block_statement", "if_statement": "_run_if", "for_statement": "_run_for",
    "for_in_statement": "_run_for_in", "while_statement": "_run_while", "return_statement": "_run_return",
    "break_statement": "_run_jump", "continue_statement": "_run_jump", "throw_statement": "_run_throw",
    "try_statement": "_run_try", "switch_statement": "_run_switch", "export_statement": "_run_export",
}  # fmt: skip
_NOTHING = ("empty_statement", "comment", "debugger_statement", "function_declaration", "hash_bang_line",
            "generator_function_declaration", "import_statement")  # fmt: skip


class _BreakSignal(Exception):  # noqa: N818  # not an error: how a loop ends
    """The end of a loop by ``break``."""


class _ContinueSignal(Exception):  # noqa: N818  # not an error: how a turn of a loop ends
    """The end of a loop's turn by ``continue``."""


class Statements(Classes):
    """Evaluation of statements."""

    def run_body(self, body: Node, scope: Scope) -> None:
        """Run the statements of a function in its scope. Raises ReturnSignal."""
        self.run_all(list(members(body)), scope)

    def run_all(self, statements: list[Node], scope: Scope) -> None:
        """Run the statements of a function or a script."""
        self.declare(statements, scope, is_function=True)
        for statement in statements:
            self.run(statement, scope)

    def declare(self, statements: list[Node], scope: Scope, *, is_function: bool) -> None:
        """Declare the variables and functions of a block before it runs."""
        for statement in statements:
            inner = statement.child_by_field_name("declaration") if statement.type == "export_statement" else None
            each = inner or statement
            match each.type:
                case "lexical_declaration":
                    kind = each.children[0].type
                    for declarator in members(each):
                        for name in pattern_names(self.part(declarator, "name")):
                            self._declare(scope, name, Binding(None, kind, self.tick()))
                case "class_declaration":
                    self._declare(scope, self.part(each, "name"), Binding(None, "class", self.tick()))
                case "function_declaration" | "generator_function_declaration":
                    if not is_function:
                        raise UncertainError  # also a variable outside the block (ECMA-262 B.3.3)
                    function = Function(each, scope, self.place(each))
                    name = self.part(each, "name")
                    found = scope.names.get(self.plain_name(name))
                    if found is not None and found.kind not in ("var", "function"):
                        raise UncertainError
                    scope.names[self.plain_name(name)] = Binding(function, "function", self.tick())

    def _declare(self, scope: Scope, name: Node, binding: Binding) -> None:
        text = self.plain_name(name)
        if text in scope.names:
            raise UncertainError
        scope.names[text] = binding

    def run(self, node: Node, scope: Scope) -> None:
        """Run one statement. Raises UncertainError for what is not understood."""
        with self.deeper():
            self._run_statement(node, scope)

    def _run_statement(self, node: Node, scope: Scope) -> None:
        if node.type in _NOTHING:
            return
        handler = _HANDLERS.get(node.type)
        if handler is None:
            raise UncertainError
        getattr(self, handler)(node, scope)

    def _run_expression(self, node: Node, scope: Scope) -> None:
        self.evaluate(next(members(node)), scope)

    def _run_class(self, node: Node, scope: Scope) -> None:
        self.bind(self.part(node, "name"), self.evaluate_class(node, scope), scope, "class")

    def _run_while(self, node: Node, scope: Scope) -> None:
        condition, body = self.part(node, "condition"), self.part(node, "body")
        while self._is_true(condition, scope) and self._turns(body, scope):
            self.tick()

    def _run_return(self, node: Node, scope: Scope) -> None:
        value = next(members(node), None)
        raise ReturnSignal(self.undefined(self.place(node)) if value is None else self.evaluate(value, scope))

    def _run_jump(self, node: Node, _: Scope) -> None:
        if node.named_child_count:
            raise UncertainError  # to a label
        raise _BreakSignal if node.type == "break_statement" else _ContinueSignal

    def _run_throw(self, node: Node, scope: Scope) -> None:
        self.evaluate(next(members(node)), scope)
        raise ThrownSignal

    def _run_block_statement(self, node: Node, scope: Scope) -> None:
        scope = Scope(scope, scope.this)
        statements = list(members(node))
        self.declare(statements, scope, is_function=False)
        for statement in statements:
            self.run(statement, scope)

    def _run_declaration(self, node: Node, scope: Scope) -> None:
        kind = node.children[0].type
        for declarator in members(node):
            name, content = self.part(declarator, "name"), declarator.child_by_field_name("value")
            if content is not None:
                self.bind(name, self.evaluate(content, scope), scope, "" if kind == "var" else kind)
            else:
                found = scope.find(self.plain_name(name)) if kind == "var" else None
                if found is None or found.value is None:
                    self.bind(name, self.undefined(self.place(declarator)), scope, "" if kind == "var" else kind)

    def evaluate_class(self, node: Node, scope: Scope) -> Value:
        """Return the class of a declaration."""
        return self._class(node, scope)

    def _run_if(self, node: Node, scope: Scope) -> None:
        truth = truth_of(self.evaluate(self.part(node, "condition"), scope))
        branches = [self.part(node, "consequence"), node.child_by_field_name("alternative")]
        if truth is None:
            for branch in filter(None, branches):
                with self.apart():
                    self._run_certainly(branch, scope)
            return
        taken = branches[0 if truth else 1]
        if taken is not None:
            self._run_branch(taken, scope)

    def _run_branch(self, branch: Node, scope: Scope) -> None:
        self.run(next(members(branch)) if branch.type == "else_clause" else branch, scope)

    def _run_certainly(self, branch: Node, scope: Scope) -> None:
        """Run a branch that may not be taken: how it ends must not matter."""
        try:
            self._run_branch(branch, scope)
        except (ReturnSignal, _BreakSignal, _ContinueSignal) as signal:
            raise UncertainError from signal

    def _is_true(self, condition: Node, scope: Scope) -> bool:
        truth = truth_of(self.evaluate(condition, scope))
        if truth is None:
            raise UncertainError
        return truth

    def _turns(self, body: Node, scope: Scope) -> bool:
        """Run a turn of a loop; return whether the loop goes on."""
        try:
            self.run(body, scope)
        except _ContinueSignal:
            return True
        except _BreakSignal:
            return False
        return True

    def _run_for(self, node: Node, scope: Scope) -> None:
        inner = Scope(scope, scope.this)
        first = self.part(node, "initializer")
        is_lexical = first.type == "lexical_declaration"
        if is_lexical:
            self.declare([first], inner, is_function=False)
        if first.type == "variable_declaration" or is_lexical:
            self.run(first, inner)
        elif first.type != "empty_statement":
            self.evaluate(next(members(first)) if first.type == "expression_statement" else first, inner)
        condition, step = self.part(node, "condition"), node.child_by_field_name("increment")
        if condition.type == "expression_statement":
            condition = next(members(condition))
        while condition.type in ("empty_statement", ";") or self._is_true(condition, inner):
            if not self._turns(self.part(node, "body"), inner):
                break
            if is_lexical:
                inner = self._next_turn(inner)
            if step is not None:
                self.evaluate(step, inner)

    def _next_turn(self, scope: Scope) -> Scope:
        """Return a copy of the variables of a ``for (let …)`` loop: each turn has its own."""
        copied = Scope(scope.outer, scope.this)
        for name, binding in scope.names.items():
            copied.names[name] = Binding(binding.value, binding.kind, self.tick())
        return copied

    def _run_for_in(self, node: Node, scope: Scope) -> None:
        kind, left = node.child_by_field_name("kind"), self.part(node, "left")
        of = self.evaluate(self.part(node, "right"), scope)
        if self.part(node, "operator").type == "of":
            if any(child.type == "await" for child in node.children):
                raise UncertainError
            items = self.items_of(of)
        else:
            items = [key_of(of, name) for name in self.own_names(of)]
        changed = of.changed if isinstance(of, (List, Object)) else 0
        for item in items:
            inner = Scope(scope, scope.this)
            if kind is not None and kind.type != "var":
                self.bind(left, item, inner, kind.type)
            else:
                self.bind(left, item, inner, "")
            if not self._turns(self.part(node, "body"), inner):
                break
            if isinstance(of, (List, Object)) and of.changed != changed:
                raise UncertainError

    def _run_try(self, node: Node, scope: Scope) -> None:
        doubts = self.doubts
        handler, finalizer = node.child_by_field_name("handler"), node.child_by_field_name("finalizer")
        try:
            self.run(self.part(node, "body"), scope)
        except ThrownSignal:
            if handler is None or doubts != self.doubts:
                raise UncertainError from None
            inner = Scope(scope, scope.this)
            parameter = handler.child_by_field_name("parameter")
            if parameter is not None:
                self.bind(parameter, Unknown(self.place(handler)), inner, "param")
            self.run(self.part(handler, "body"), inner)
        except (ReturnSignal, _BreakSignal, _ContinueSignal):
            if finalizer is not None or doubts != self.doubts:
                raise UncertainError from None
            raise
        if doubts != self.doubts:
            raise UncertainError
        if finalizer is not None:
            self.run(self.part(finalizer, "body"), scope)

    def _run_switch(self, node: Node, scope: Scope) -> None:
        value, inner = self.evaluate(self.part(node, "value"), scope), Scope(scope, scope.this)
        cases = [case for case in members(self.part(node, "body")) if case.type in ("switch_case", "switch_default")]
        statements = [[each for each in case.children_by_field_name("body") if each.is_named] for case in cases]
        self.declare([each for body in statements for each in body], inner, is_function=False)
        start = next((n for n, case in enumerate(cases) if self._matches(case, value, inner)), None)
        if start is None:
            start = next((n for n, case in enumerate(cases) if case.type == "switch_default"), len(cases))
        try:
            for body in statements[start:]:
                for statement in body:
                    self.run(statement, inner)
        except _BreakSignal:
            return

    def _matches(self, case: Node, value: Value, scope: Scope) -> bool:
        if case.type != "switch_case":
            return False
        truth = truth_of(binary("===", value, self.evaluate(self.part(case, "value"), scope), value.at))
        if truth is None:
            raise UncertainError
        return truth

    def _run_export(self, node: Node, scope: Scope) -> None:
        inner, value = node.child_by_field_name("declaration"), node.child_by_field_name("value")
        if inner is not None:
            self.run(inner, scope)
        elif value is not None:
            self.leak(self.evaluate(value, scope))
