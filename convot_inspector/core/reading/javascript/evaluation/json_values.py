"""Values of ``JSON.parse('…')``, each at its place inside the text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.evaluation.values import (
    Object,
    Place,
    Primitive,
    UncertainError,
)
from convot_inspector.core.reading.javascript.numbers import parse_number
from convot_inspector.core.reading.javascript.strings import read_string, string_inside
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.javascript.values import members
from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.evaluation.properties import Properties
    from convot_inspector.core.reading.javascript.evaluation.values import (
        Value,
    )
    from convot_inspector.core.reading.source import Source


def parsed_json(machine: Properties, given: Primitive) -> Value:
    """Return the value of a JSON text. Raises UncertainError if it is none."""
    text = str(given.value)
    machine.spend(len(text))
    try:
        json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise UncertainError from error
    inside = string_inside(given.at.node, machine.tree, machine.source) if given.at.node is not None else None
    if inside is None or inside.text != text:
        builder = SourceMapBuilder(given.at.source)
        builder.substitute(text, given.at.start, given.at.end)
        inside = builder.build()
    tree = SyntaxTree(inside.text, 0, in_parentheses=True)
    outer = tree.root.named_children[0].named_children[0] if tree.root.named_child_count else tree.root
    content = list(members(outer))
    if tree.root.has_error or len(content) != 1:
        raise UncertainError
    return _Parsed(machine, tree, inside).value(content[0])


def _refuse(constant: str) -> None:
    raise ValueError(constant)


class _Parsed:
    def __init__(self, machine: Properties, tree: SyntaxTree, source: Source) -> None:
        self._machine, self._tree, self._source = machine, tree, source

    def value(self, node: Node) -> Value:
        at = Place(self._source, *self._tree.span(node))
        with self._machine.deeper():
            match node.type:
                case "object":
                    return self._object(node, at)
                case "array":
                    return self._machine.list_of([self.value(item) for item in members(node)], at)
                case "string":
                    return self._machine.text(self._text(node), at)
                case "number" | "unary_expression":
                    number = parse_number(self._tree.source(node).removeprefix("-"))
                    if number is None:
                        raise UncertainError
                    return Primitive("number", -number if node.type != "number" else float(number), at)
                case "true" | "false":
                    return Primitive("boolean", node.type == "true", at)
                case "null":
                    return Primitive("null", None, at)
        raise UncertainError

    def _text(self, node: Node) -> str:
        text = read_string(node, self._tree.source)
        if text is None:
            raise UncertainError
        return text

    def _object(self, node: Node, at: Place) -> Value:
        made = Object(at, self._machine.tick())
        for member in members(node):
            key, content = member.child_by_field_name("key"), member.child_by_field_name("value")
            if key is None or content is None:
                raise UncertainError
            name = self._text(key)
            if name == "__proto__":
                raise UncertainError
            made.members[name] = self.value(content)
            made.keys[name] = Place(self._source, *self._tree.span(key))
        return made
