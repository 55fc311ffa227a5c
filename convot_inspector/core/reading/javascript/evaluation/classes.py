"""Classes, their objects, and promises (ECMA-262 §15.7, §27.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.evaluation.functions import Functions
from convot_inspector.core.reading.javascript.evaluation.scopes import Scope
from convot_inspector.core.reading.javascript.evaluation.values import (
    Class,
    Function,
    Native,
    Object,
    Primitive,
    Promise,
    UncertainError,
    Unknown,
)
from convot_inspector.core.reading.javascript.values import members

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.evaluation.values import (
        Place,
        Value,
    )


class Classes(Functions):
    """Evaluation of classes and promises."""

    def promise_method(self, of: Promise, name: str, given: list[Value], at: Place) -> Value:
        """Return what a method of a promise returns."""
        match name:
            case "then" if len(given) == 1 and isinstance(given[0], (Function, Native)):
                doubts = self.doubts
                with self.apart(is_early=True):
                    value = self.call(given[0], None, [of.value], at)
                result = value.value if isinstance(value, Promise) else value
                if isinstance(result, Object) and "then" in result.members:
                    raise UncertainError
                return Promise(result if doubts == self.doubts else Unknown(at), at)
            case "catch" | "finally" if len(given) == 1 and isinstance(given[0], Function):
                if isinstance(of.value, Unknown) or name == "finally":
                    self.leak(given[0])
                return of
        raise UncertainError

    def _new(self, node: Node, scope: Scope) -> Value:
        made = self.evaluate(self.part(node, "constructor"), scope)
        arguments, at = node.child_by_field_name("arguments"), self.place(node)
        given = [value for one in members(arguments) for value in self.spread(one, scope)] if arguments else []
        match made:
            case Class():
                return self._instance(made, given, at)
            case Native(name="Promise") if len(given) == 1 and isinstance(given[0], Function):
                return self._new_promise(given[0], at)
            case Unknown() | Native():
                self.leak(*given)
                return self.doubt(at)
        raise UncertainError

    def _new_promise(self, executor: Function, at: Place) -> Value:
        resolved: list[Value] = []

        def resolve(given: list[Value]) -> Value:
            resolved.extend(given[:1] or [self.undefined(at)])
            return self.undefined(at)

        doubts = self.doubts
        reject = Native("reject", at, lambda _: self.doubt(at))
        with self.asynchronous():
            self.call(executor, None, [Native("resolve", at, resolve), reject], at)
        if len(resolved) != 1 or doubts != self.doubts:
            resolved[:] = [Unknown(at)]
        value = resolved[0]
        return value if isinstance(value, Promise) else Promise(value, at)

    def _class(self, node: Node, scope: Scope) -> Value:
        if any(child.type in ("class_heritage", "decorator") for child in node.children):
            raise UncertainError
        made = Class(self.place(node), scope)
        for member in members(self.part(node, "body")):
            is_static = any(child.type == "static" for child in member.children)
            match member.type:
                case "method_definition":
                    name = self.property_name(self.part(member, "name"), scope)
                    if name == "constructor" and not is_static:
                        made.constructor = member
                    elif is_static:
                        made.statics[name] = self.method(member, scope)
                    else:
                        made.methods[name] = self.method(member, scope)
                case "field_definition":
                    key, value = self.part(member, "property"), member.child_by_field_name("value")
                    name = self.property_name(key, scope)
                    if is_static:
                        inner = Scope(scope)
                        made.statics[name] = self.evaluate(value, inner) if value else self.undefined(made.at)
                    else:
                        made.fields.append((name, value))
                case _:
                    raise UncertainError
        return made

    def _instance(self, of: Class, given: list[Value], at: Place) -> Value:
        made = Object(at, self.tick(), methods=of)
        inner = Scope(of.scope, made)
        for name, value in of.fields:
            made.members[name] = self.evaluate(value, inner) if value is not None else self.undefined(at)
        if of.constructor is not None:
            result = self.call(Function(of.constructor, of.scope, at), made, given, at)
            if not (isinstance(result, Primitive) and result.kind == "undefined"):
                raise UncertainError
        return made
