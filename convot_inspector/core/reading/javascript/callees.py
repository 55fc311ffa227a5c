"""The function that a call expression calls, and the argument that holds the fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.strings import read_string
from convot_inspector.core.reading.javascript.values import member_name, members, unescape_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Node

    from convot_inspector.core.model import SentBy

IDENTIFY = "Convot.identify"
_MOST_STEPS = 12
_GLOBAL_PREFIX = re.compile(r"(?:(?:window|self|globalThis|top|parent)\.)+")


class Callees:
    """Names of callees in one syntax tree, without parentheses, aliases and ``window.``."""

    def __init__(self, source: Callable[[Node], str], resolve: Callable[[Node], Node]) -> None:
        self._source, self._resolve = source, resolve

    def name_of(self, node: Node) -> str:
        """Return the name, such as ``Convot.identify``; empty for anything else."""
        return _GLOBAL_PREFIX.sub("", self._name(node, _MOST_STEPS), count=1)

    def _name(self, node: Node, steps: int) -> str:
        if not steps:
            return ""
        match node.type:
            case "identifier" | "this":
                resolved = self._resolve(node)
                return self._plain(node) if resolved is node else self._name(resolved, steps - 1)
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
        if key.type in ("string", "template_string"):
            name = read_string(key, self._source)
        else:
            name = member_name(key, self._source) if node.type == "member_expression" else None
        return f"{holder}.{name}" if holder and name else ""

    def passed(self, call: Node) -> tuple[Node | None, SentBy]:
        """Return the argument of a ``Convot.identify`` call that holds the fields, and how it reaches Convot.

        ``identify.call(Convot, {…})``, ``identify.apply(Convot, [{…}])`` and ``identify.bind(Convot)({…})`` pass it on.
        """
        given = list(_arguments(call))
        function = call.child_by_field_name("function")
        own = function.child_by_field_name("property") if function is not None and given else None
        match self._source(own) if own is not None else "":
            case "call" if len(given) > 1:
                return given[1], "identify"
            case "apply" if len(given) > 1 and given[1].type == "array":
                return next(members(given[1]), None), "identify"
        if len(given) > 1 and given[0].type in ("string", "number", "template_string") and given[1].type == "object":
            return given[1], "identify-arguments"
        return (given[0] if given else None), "identify"


def _arguments(call: Node) -> list[Node]:
    arguments = call.child_by_field_name("arguments")
    return list(members(arguments)) if arguments is not None and not arguments.has_error else []


def bound_call(call: Node | None, source: Callable[[Node], str]) -> Node | None:
    """Return the call of what ``Convot.identify.bind(Convot)`` returns; the same call where it binds nothing."""
    function = call.child_by_field_name("function") if call is not None else None
    own = function.child_by_field_name("property") if function is not None else None
    outer = call.parent if call is not None else None
    is_called = outer is not None and outer.type == "call_expression" and outer.child_by_field_name("function") == call
    return outer if is_called and own is not None and source(own) == "bind" else call
