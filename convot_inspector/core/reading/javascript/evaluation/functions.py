"""Calls and functions (ECMA-262 §13.3, §15.2)."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import nullcontext
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.evaluation.expressions import Expressions
from convot_inspector.core.reading.javascript.evaluation.list_methods import list_method, text_method
from convot_inspector.core.reading.javascript.evaluation.natives import run_native
from convot_inspector.core.reading.javascript.evaluation.scopes import Binding, Scope, pattern_names, var_names
from convot_inspector.core.reading.javascript.evaluation.values import (
    Function,
    List,
    Native,
    Primitive,
    Promise,
    UncertainError,
    Unknown,
    text_of,
)
from convot_inspector.core.reading.javascript.values import members

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.evaluation.values import (
        Place,
        Value,
    )

_METHODS_OF_FUNCTIONS = ("call", "apply", "bind")


class ReturnSignal(Exception):  # noqa: N818  # not an error: how a function ends
    """The end of a function by ``return``."""

    def __init__(self, value: Value) -> None:
        super().__init__()
        self.value = value


class _ShortCircuitSignal(Exception):  # noqa: N818  # not an error: how ``a?.b.c`` ends
    """The end of an optional chain at null or undefined."""


class Functions(Expressions):
    """Evaluation of calls."""

    site: Node | None = None  # the call that is being made

    @abstractmethod
    def identify(self, given: list[Value], callee: Place) -> None:
        """Take note of a call of ``Convot.identify``."""

    @abstractmethod
    def run_body(self, body: Node, scope: Scope) -> None:
        """Run the statements of a function. Raises ReturnSignal."""

    def _chain(self, node: Node, scope: Scope) -> Value:
        try:
            return self._link(node, scope)
        except _ShortCircuitSignal:
            return self.undefined(self.place(node))

    def _object_of(self, node: Node, scope: Scope) -> Value:
        """Return the value before a dot, a bracket or arguments, within the same optional chain."""
        if node.type in ("member_expression", "subscript_expression", "call_expression"):
            with self.deeper():
                return self._link(node, scope)
        return self.evaluate(node, scope)

    def _link(self, node: Node, scope: Scope) -> Value:
        if node.type == "call_expression":
            return self._call(node, scope)
        of = self._object_of(self.part(node, "object"), scope)
        self._check_link(node, of)
        return self.get(of, self.key_of(node, scope), self.place(node))

    def _check_link(self, node: Node, of: Value) -> None:
        is_optional = any(child.type in ("?.", "optional_chain") for child in node.children)
        if is_optional and isinstance(of, Primitive) and of.is_nullish:
            raise _ShortCircuitSignal
        if is_optional and isinstance(of, Unknown):
            self.note_doubt()

    def _call(self, node: Node, scope: Scope) -> Value:
        function, arguments = self.part(node, "function"), self.part(node, "arguments")
        at = self.place(node)
        this: Value | None = None
        name = ""
        while function.type == "parenthesized_expression" and function.named_child_count == 1:
            function = function.named_children[0]
        if function.type in ("member_expression", "subscript_expression"):
            this = self._object_of(self.part(function, "object"), scope)
            self._check_link(function, this)
            name = self.key_of(function, scope)
            callee = None if self._has_methods(this, name) else self.get(this, name, self.place(function))
        else:
            callee = self._object_of(function, scope)
        if callee is not None:
            self._check_link(node, callee)
        if arguments.type == "template_string":
            return self._tagged(callee, arguments, scope)
        given = [value for argument in members(arguments) for value in self.spread(argument, scope)]
        before, self.site = self.site, node
        try:
            if callee is None and this is not None:
                return self._call_method(this, name, given, at)
            return self.call(callee or Unknown(at), this, given, at)
        finally:
            self.site = before

    def _has_methods(self, of: Value, name: str) -> bool:
        is_function = isinstance(of, (Function, Native)) and name in _METHODS_OF_FUNCTIONS
        return isinstance(of, (List, Promise, Primitive)) or is_function

    def _call_method(self, of: Value, name: str, given: list[Value], at: Place) -> Value:
        match of:
            case List():
                if not self.is_reliable(of):
                    self.leak(*given)
                    return self.doubt(at)
                return list_method(self, of, name, given, at)
            case Primitive(kind="text"):
                return text_method(self, of, name, given, at)
            case Primitive(kind="number" | "boolean") if name == "toString" and not given:
                return self.text(text_of(of) or "", at)
            case Promise():
                return self.promise_method(of, name, given, at)
            case Function() | Native():
                return self._function_method(of, name, given, at)
        raise UncertainError

    def _function_method(self, of: Function | Native, name: str, given: list[Value], at: Place) -> Value:
        this = given[0] if given else None
        match name:
            case "call":
                return self.call(of, this, given[1:], at)
            case "apply":
                return self.call(of, this, self.items_of(given[1]) if len(given) > 1 else [], at)
        if isinstance(of, Function):
            is_own = of.node.type == "arrow_function"
            return Function(of.node, of.scope, of.at, of.this if is_own else this, (*of.bound, *given[1:]))
        if len(given) > 1:
            raise UncertainError
        return of

    @abstractmethod
    def promise_method(self, of: Promise, name: str, given: list[Value], at: Place) -> Value:
        """Return what a method of a promise returns."""

    def call(self, function: Value, this: Value | None, given: list[Value], at: Place) -> Value:
        """Return what a function returns."""
        match function:
            case Function():
                return self._run(function, this, given, at)
            case Native(name="Convot.identify"):
                self.identify(given, function.at)
                return self.undefined(at)
            case Native(run=run) if run is not None:
                return run(given)
            case Native():
                if function.name == "window":
                    raise UncertainError
                found = run_native(self, function.name, given, at)
                if found is not None:
                    return found
            case Unknown():
                pass
            case _:
                raise UncertainError
        self.leak(*given)
        if any(isinstance(one, Primitive) and one.kind == "text" and "Convot" in str(one.value) for one in given):
            raise UncertainError  # it may be run as code
        return self.doubt(at)

    def _run(self, function: Function, this: Value | None, given: list[Value], at: Place) -> Value:
        node = function.node
        words = {child.type for child in node.children}
        if "*" in words or node.type.startswith("generator"):
            raise UncertainError
        self.called.add(node.id)
        scope = Scope(function.scope, function.scope.this if node.type == "arrow_function" else function.this or this)
        own = node.child_by_field_name("name") if node.type == "function_expression" else None
        if own is not None:
            scope.outer = Scope(function.scope, names={self.plain_name(own): Binding(function, "own", self.tick())})
        given = [*function.bound, *given]
        body = self.part(node, "body")
        is_async = "async" in words
        with self.deeper(), self.asynchronous() if is_async else nullcontext():
            self._bind_parameters(node, given, scope)
            value = self.evaluate(body, scope) if body.type != "statement_block" else self._run_block(body, scope, at)
        if not is_async:
            return value
        return value if isinstance(value, Promise) else Promise(value, at)

    def _run_block(self, body: Node, scope: Scope, at: Place) -> Value:
        self.declare_vars(body, scope)
        try:
            self.run_body(body, scope)
        except ReturnSignal as signal:
            return signal.value
        return self.undefined(at)

    def declare_vars(self, body: Node, scope: Scope) -> None:
        """Declare the ``var`` variables of a function's body or of the program.

        None is read before its declaration: the text may be a part of a loop.
        """
        for name in var_names(body):
            text = self.plain_name(name)
            if text not in scope.names:
                scope.names[text] = Binding(None, "var", self.tick())

    def _bind_parameters(self, node: Node, given: list[Value], scope: Scope) -> None:
        single, several = node.child_by_field_name("parameter"), node.child_by_field_name("parameters")
        parameters = [single] if single is not None else list(members(several)) if several is not None else []
        for parameter in parameters:
            for name in pattern_names(parameter):
                scope.names[self.plain_name(name)] = Binding(None, "param", self.tick())
        for place, parameter in enumerate(parameters):
            at = self.place(parameter)
            if parameter.type == "rest_pattern":
                self.bind(parameter.named_children[0], self.list_of(given[place:], at), scope, "param")
            else:
                self.bind(parameter, given[place] if place < len(given) else self.undefined(at), scope, "param")

    def _tagged(self, callee: Value | None, template: Node, scope: Scope) -> Value:
        if not isinstance(callee, Native) or callee.name != "String.raw":
            raise UncertainError
        if "\\" in self.tree.source(template) or "\r" in self.tree.source(template):
            raise UncertainError
        return self.evaluate(template, scope)
