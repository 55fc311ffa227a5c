"""The value that the browser sends for an expression of the syntax tree, if the text alone determines it."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.reading.errors import TooDeepError
from convot_inspector.core.reading.javascript.numbers import number_text, parse_number
from convot_inspector.core.reading.javascript.strings import join_surrogates, read_string, unescape
from convot_inspector.core.reading.limits import MAX_DEPTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tree_sitter import Node

    from convot_inspector.core.model import Kind

_LITERAL = ("text", "number", "boolean", "null")
MOST_NODES = 20_000  # values in one call; a longer list is shown as it was written


@dataclass(frozen=True, slots=True)
class Value:
    """A value. ``text``: what is sent, or the source where that is not known. ``written``: a known object as JSON."""

    kind: Kind
    text: str
    written: str | None = None

    @property
    def json(self) -> str | None:
        """The value as JSON.stringify writes it inside an object; None where it is not known."""
        match self.kind:
            case "text":
                return json.dumps(self.text, ensure_ascii=False)
            case "number" | "boolean":
                return self.text
            case "null":
                return "null"
            case _:
                return self.written


class ValueReader:
    """Values of expressions of one syntax tree; ``source`` gives the text that a node covers, ``resolve`` the literal
    that a name stands for (the same node where that is not known).

    Anything that would have to be executed is of the kind "expression". Raises TooDeepError beyond MAX_DEPTH levels.
    """

    def __init__(self, source: Callable[[Node], str], resolve: Callable[[Node], Node]) -> None:
        self._source, self._resolve = source, resolve
        self._left = MOST_NODES

    def start_over(self) -> None:
        """Reset the count of values, for another call."""
        self._left = MOST_NODES

    def read(self, node: Node, depth: int = 0) -> Value:
        """Return the value of one expression."""
        if depth > MAX_DEPTH:
            raise TooDeepError
        self._left -= 1
        match node.type:
            case "string" | "template_string":
                text = read_string(node, self._source, lambda inner: self._substitution(inner, depth))
                return self._unknown(node) if text is None else Value("text", text)
            case "number":
                return self._number(node, node, sign=1)
            case "true" | "false" | "null" | "undefined" as word:
                return Value("boolean" if word in ("true", "false") else "null", word)
            case "parenthesized_expression" if node.named_child_count == 1:
                return self.read(node.named_children[0], depth + 1)
            case "unary_expression":
                return self._unary(node)
            case "binary_expression":
                return self._sum(node, depth)
            case "call_expression":
                return self._joined(node, depth)
            case "array":
                return self._array(node, depth)
            case "object":
                return self._object(node, depth)
            case "identifier" | "member_expression" | "shorthand_property_identifier":
                resolved = self._resolve(node)
                return self._unknown(node) if resolved is node else self.read(resolved, depth + 1)
            case _:
                return self._unknown(node)

    def _substitution(self, node: Node, depth: int) -> str | None:
        """Return the text of ``${name}`` in a template, if the text determines what the name stands for."""
        inner = node.named_children[0] if node.named_child_count == 1 else node
        value = self.read(inner, depth + 1) if inner.type in ("identifier", "member_expression") else None
        return value.text if value is not None and value.kind in _LITERAL else None

    def _unknown(self, node: Node) -> Value:
        return Value("expression", self._source(node))

    def _number(self, node: Node, literal: Node, sign: int) -> Value:
        try:
            number = parse_number(self._source(literal))
        except ValueError:
            number = None
        if number is None:
            return self._unknown(node)
        # JSON.stringify(1e999) is null, "" + 1e999 is Infinity
        return Value("number" if math.isfinite(number) else "null", number_text(sign * number))

    def _unary(self, node: Node) -> Value:
        """Read ``-1``, ``+1``, and what minifiers write for true, false and undefined: ``!0``, ``!1``, ``void 0``."""
        operator, operand = node.child_by_field_name("operator"), node.child_by_field_name("argument")
        if operator is None or operand is None or operand.type != "number":
            return self._unknown(node)
        match self._source(operator), self._source(operand):
            case "-", _:
                return self._number(node, operand, sign=-1)
            case "+", _:
                return self._number(node, operand, sign=1)
            case "!", "0" | "1" as digit:
                text = "true" if digit == "0" else "false"
                return Value("boolean", text)
            case "void", _:
                return Value("null", "undefined")
        return self._unknown(node)

    def _sum(self, node: Node, depth: int) -> Value:
        """Read literals joined with ``+``: the result is text if either operand is text."""
        left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
        operator = node.child_by_field_name("operator")
        if left is None or right is None or operator is None or self._source(operator) != "+":
            return self._unknown(node)
        one, two = self.read(left, depth + 1), self.read(right, depth + 1)
        if one.kind in _LITERAL and two.kind in _LITERAL and "text" in (one.kind, two.kind):
            return Value("text", join_surrogates(one.text + two.text))
        return self._unknown(node)

    def _joined(self, node: Node, depth: int) -> Value:
        """Read ``"".concat(a, b)``, which compilers emit in place of a template for old browsers."""
        function, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
        if function is None or arguments is None or function.type != "member_expression":
            return self._unknown(node)
        of, name = function.child_by_field_name("object"), function.child_by_field_name("property")
        if of is None or name is None or self._source(name) != "concat" or arguments.has_error:
            return self._unknown(node)
        parts = [self.read(of, depth + 1), *(self.read(argument, depth + 1) for argument in members(arguments))]
        if parts[0].kind == "text" and all(part.kind in _LITERAL for part in parts):
            return Value("text", join_surrogates("".join(part.text for part in parts)))
        return self._unknown(node)

    def _array(self, node: Node, depth: int) -> Value:
        if node.named_child_count > self._left:
            return Value("object", self._source(node))
        values = ["null" if element is None else self.read(element, depth + 1).json for element in _elements(node)]
        known = [value for value in values if value is not None]
        return (
            Value("object", self._source(node), f"[{','.join(known)}]")
            if len(known) == len(values)
            else self._unknown(node)
        )

    def _object(self, node: Node, depth: int) -> Value:
        """Read an object as compact JSON, as JSON.stringify writes it, if all of it is known."""
        if node.named_child_count > self._left:
            return Value("object", self._source(node))
        parts: dict[str, str] = {}
        for member in members(node):
            key, content = member.child_by_field_name("key"), member.child_by_field_name("value")
            name = member_name(key, self._source) if member.type == "pair" and key is not None else None
            if member.type == "shorthand_property_identifier":
                name, content = self._source(member), member
            value = self.read(content, depth + 1) if content is not None else None
            if name is None or value is None or value.json is None:
                return self._unknown(node)
            if (value.kind, value.text) != ("null", "undefined"):  # JSON.stringify omits those
                parts[json.dumps(name, ensure_ascii=False)] = value.json
        return Value("object", self._source(node), "{" + ",".join(f"{n}:{v}" for n, v in parts.items()) + "}")


def members(node: Node) -> Iterator[Node]:
    """Yield the members of an object without comments."""
    return (child for child in node.named_children if child.type != "comment")


def _elements(node: Node) -> Iterator[Node | None]:
    """Yield the elements of an array; None for a hole, as in ``[1,,2]``."""
    element = None
    for child in node.children[1:-1]:
        if child.type == ",":
            yield element
            element = None
        elif child.type != "comment":
            element = child
    if element is not None:
        yield element


def member_name(key: Node, source: Callable[[Node], str]) -> str | None:
    """Return the name that a key stands for; None for a computed name that is more than a literal."""
    if key.type == "computed_property_name" and key.named_child_count == 1:
        key = key.named_children[0]
        if key.type not in ("string", "template_string"):
            return None
    if key.type == "property_identifier":
        name = source(key)
        return unescape_name(name)
    if key.type in ("string", "template_string"):
        return read_string(key, source)
    if key.type == "number":
        number = parse_number(source(key))
        return None if number is None else number_text(number)
    return None


def unescape_name(name: str) -> str:
    r"""Return a name with its escapes decoded: ``\u0069dentify`` (ECMA-262 §12.7)."""
    if "\\" not in name:
        return name
    return re.sub(r"\\u(?:\{[0-9a-fA-F]+\}|[0-9a-fA-F]{4})", lambda m: unescape(m[0]) or m[0], name)
