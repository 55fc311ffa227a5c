"""The function that a call expression calls, and the argument that holds the fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.values import ValueReader, member_name, members, unescape_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Node

    from convot_inspector.core.model import SentBy

IDENTIFY = "Convot.identify"
CALLERS = {"Reflect.apply": 2, "setTimeout": 2, "setInterval": 2}  # functions that call one with what stands there
_MOST_STEPS = 12
_GLOBAL_PREFIX = re.compile(r"(?:(?:window|self|globalThis|top|parent)\.)+")


class Callees:
    """Names of callees in one syntax tree, without parentheses, aliases and ``window.``."""

    def __init__(
        self,
        source: Callable[[Node], str],
        resolve: Callable[[Node], Node],
        patterns: Callable[[Node], tuple[Node, str] | None] | None = None,
    ) -> None:
        """``patterns``: where an identifier comes from, see ``origins.origin_of``."""
        self._source, self._resolve, self._patterns = source, resolve, patterns
        self._values = ValueReader(source, resolve)

    def name_of(self, node: Node) -> str:
        """Return the name, such as ``Convot.identify``; empty for anything else."""
        called = bound_function(node, self._source) if node.type == "call_expression" else None
        return _GLOBAL_PREFIX.sub("", self._name(called or node, _MOST_STEPS), count=1)

    def _name(self, node: Node, steps: int) -> str:
        if not steps:
            return ""
        match node.type:
            case "identifier" | "this":
                resolved = self._resolve(node)
                if resolved is not node:
                    return self._name(resolved, steps - 1)
                return self._taken(node, steps) or self._plain(node)
            case "call_expression":
                bound = bound_function(node, self._source)
                is_plain = len(_arguments(node)) < 2  # it binds none of the arguments
                return self._name(bound, steps - 1) if bound is not None and is_plain else ""
            case "binary_expression":
                operator, left = node.child_by_field_name("operator"), node.child_by_field_name("left")
                is_default = operator is not None and operator.type in ("||", "??")  # (window.Convot || {})
                return self._name(left, steps - 1) if is_default and left is not None else ""
            case "parenthesized_expression" if node.named_child_count == 1:
                return self._name(node.named_children[0], steps - 1)
            case "sequence_expression":
                return self._name(node.named_children[-1], steps - 1)
            case "member_expression" | "subscript_expression":
                return self._member(node, steps)
        return ""

    def _plain(self, node: Node) -> str:
        return unescape_name(self._source(node))

    def _member(self, node: Node, steps: int) -> str:
        of = node.child_by_field_name("object")
        key = node.child_by_field_name("property") or node.child_by_field_name("index")
        if of is None or key is None:
            return ""
        holder = self._name(of, steps - 1)
        if node.type == "member_expression":
            name = member_name(key, self._source)
        else:
            value = self._values.read(key)
            name = value.text if value.kind == "text" else None
        return f"{holder}.{name}" if holder and name else ""

    def _taken(self, node: Node, steps: int) -> str:
        """Return the name of what ``const { identify: id } = Convot`` gives to a name; empty for anything else."""
        found = self._patterns(node) if self._patterns is not None else None
        if found is None:
            return ""
        holder, name = self._name(found[0], steps - 1), found[1]
        return f"{holder}.{name}" if holder and name else holder

    def passed(self, call: Node) -> tuple[Node | None, SentBy]:
        """Return the argument of a ``Convot.identify`` call that holds the fields, and how it reaches Convot.

        ``identify.call(Convot, {…})``, ``identify.apply(Convot, [{…}])`` and ``identify.bind(Convot)({…})`` pass it on.
        """
        given = _arguments(call)
        function = call.child_by_field_name("function")
        # Most calls are written just so, and then no name has to be looked up.
        if function is not None and self._source(function) != IDENTIFY:
            name = self.name_of(function)
            if name in CALLERS:
                return self._handed_on(name, given)
        own = function.child_by_field_name("property") if function is not None and given else None
        match self._source(own) if own is not None else "":
            case "call":
                return self._plainly(given[1]) if len(given) > 1 else None, "identify"
            case "apply":
                return self._first_of(given[1]) if len(given) > 1 else None, "identify"
        bound = bound_arguments(function, self._source) if function is not None else []
        given = [*bound, *given]
        if given and given[0].type == "spread_element":
            return self._first_of(given[0].named_children[0]), "identify"
        if len(given) > 1 and given[0].type in ("string", "number", "template_string") and given[1].type == "object":
            return given[1], "identify-arguments"
        return (self._plainly(given[0]) if given else None), "identify"

    def _handed_on(self, name: str, given: list[Node]) -> tuple[Node | None, SentBy]:
        """Return what ``Reflect.apply(identify, Convot, [{…}])`` and ``setTimeout(identify, 0, {…})`` pass on."""
        place = CALLERS[name]
        if len(given) <= place or self.name_of(given[0]) != IDENTIFY:
            return None, "identify"
        return self._first_of(given[place]) if name == "Reflect.apply" else self._plainly(given[place]), "identify"

    def _first_of(self, node: Node) -> Node | None:
        resolved = self._resolve(node)
        return next(members(resolved), None) if resolved.type == "array" else None

    def _plainly(self, node: Node) -> Node:
        """Return the operand that decides the value of ``(a, {…})`` and ``x = {…}``."""
        for _ in range(_MOST_STEPS):
            if node.type == "parenthesized_expression" and node.named_child_count == 1:
                inner = node.named_children[0]
                if inner.type not in ("sequence_expression", "assignment_expression", "parenthesized_expression"):
                    return node
                node = inner
            elif node.type == "sequence_expression":
                node = node.named_children[-1]
            elif node.type == "assignment_expression" and (value := node.child_by_field_name("right")) is not None:
                node = value
            else:
                return node
        return node


def _arguments(call: Node) -> list[Node]:
    arguments = call.child_by_field_name("arguments")
    return list(members(arguments)) if arguments is not None and not arguments.has_error else []


def bound_call(call: Node | None, source: Callable[[Node], str]) -> Node | None:
    """Return the call of what ``Convot.identify.bind(Convot)`` returns; the same call where nothing calls that."""
    function = call.child_by_field_name("function") if call is not None else None
    own = function.child_by_field_name("property") if function is not None else None
    outer = call.parent if call is not None else None
    is_called = outer is not None and outer.type == "call_expression" and outer.child_by_field_name("function") == call
    return outer if is_called and own is not None and source(own) == "bind" else call


def bound_function(call: Node, source: Callable[[Node], str]) -> Node | None:
    """Return the function in ``function.bind(…)``; None for any other call."""
    function = call.child_by_field_name("function")
    own = function.child_by_field_name("property") if function is not None else None
    if function is None or own is None or source(own) != "bind":
        return None
    return function.child_by_field_name("object")


def bound_arguments(function: Node, source: Callable[[Node], str]) -> list[Node]:
    """Return the arguments that ``identify.bind(Convot, {…})`` binds, in a call of what it returns."""
    is_bound = function.type == "call_expression" and bound_function(function, source) is not None
    return _arguments(function)[1:] if is_bound else []
