"""An identify call from an object of the syntax tree: its fields, their values and positions."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.model import Field, IdentifyCall
from convot_inspector.core.reading.javascript.scopes.bindings import ASSIGNING
from convot_inspector.core.reading.javascript.scopes.names import Names
from convot_inspector.core.reading.javascript.strings import string_inside
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.javascript.values import Value, ValueReader, member_name, members
from convot_inspector.core.reading.kinds import kind_of_text
from convot_inspector.core.reading.limits import MAX_FIELDS, MAX_NAMED_DEPTH

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.scopes.completions import Step
    from convot_inspector.core.reading.source import Source

_FOREIGN_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\(?:[aeLNPU_]|\r?\n)")


class ObjectReader:
    r"""Objects of one syntax tree. ``is_whole``: it holds the whole text, so names can be looked up in it.

    Without ``is_code`` a text with ``\N`` or a line continuation may be YAML's or Python's: its value is not known.
    """

    def __init__(self, tree: SyntaxTree, source: Source, *, is_whole: bool, is_code: bool = True) -> None:
        self.tree, self.source, self._is_code = tree, source, is_code
        self._names = Names(tree, source, is_whole=is_whole)
        self._values = ValueReader(tree.source, self._names.resolve)

    def resolve(self, node: Node) -> Node:
        """Return the expression that a name stands for; the same node where the text does not tell."""
        return self._names.resolve(node)

    def call(self, given: Node, outer: Node) -> IdentifyCall | None:
        """Return the call with the fields of an argument; None if the text does not hold it.

        Raises TooDeepError.
        """
        fields: dict[str, Field] = {}
        repeated: list[Field] = []
        self._values.start_over()
        if not self._merge_named(given, fields, repeated, depth=0):
            return None
        start, end = self.tree.span(outer)
        line, column = self.source.place(start)
        return IdentifyCall(fields, line, column, *self.source.span(start, end), tuple(repeated))

    def field(self, name: str, content: Node) -> Field:
        """Return an expression as the field of that name."""
        return self._field(name, *self._content(content))

    def merge(self, node: Node, fields: dict[str, Field], repeated: list[Field], depth: int = 0) -> bool:
        """Set the fields of an object, or of what makes one; False if it is not known which."""
        if depth > MAX_NAMED_DEPTH:
            return False
        if node.type == "call_expression":
            return self._merge_made(node, fields, repeated, depth)
        if node.type != "object" or len(fields) + node.named_child_count > 2 * MAX_FIELDS:
            return False
        written: set[str] = set()
        for member in members(node):
            inner = member.named_children[0] if member.type == "spread_element" and member.named_child_count else None
            if inner is not None and self._merge_named(inner, fields, repeated, depth + 1):
                continue
            name, value, at = self._member(member)
            if name is None:
                self._set_all_unknown(fields, value, at)
                continue
            if name in written:
                repeated.append(fields[name])
            written.add(name)
            fields[name] = self._field(name, value, at)
            if value.written is not None and at.type == "object":
                self._add_nested(fields, name, at, depth=1)
        return True

    def _merge_made(self, node: Node, fields: dict[str, Field], repeated: list[Field], depth: int) -> bool:
        """Add the fields of ``JSON.parse("…")``, ``Object.assign({}, …)``, ``Object.freeze({…})`` or compiled forms."""
        function, arguments = node.child_by_field_name("function"), node.child_by_field_name("arguments")
        if function is None or arguments is None or arguments.has_error:
            return False
        passed = list(members(arguments))
        given = [self._names.resolve(argument) for argument in passed]
        match self.tree.source(function):
            case "JSON.parse" if len(given) == 1 and given[0].type in ("string", "template_string"):
                inside = string_inside(given[0], self.tree, self.source)
                return inside is not None and merge_json(inside, fields, repeated)
            case made if given and (made == "Object.freeze" or made in ASSIGNING):
                return all(self._merge_named(one, fields, repeated, depth + 1) for one in passed)
        return False

    def _merge_named(self, node: Node, fields: dict[str, Field], repeated: list[Field], depth: int) -> bool:
        """Add the fields of what an expression stands for, with those that later statements set."""
        resolved = self._names.resolve(node)
        if self.merge(resolved, fields, repeated, depth):
            return True
        found = self._names.completed(resolved)
        if found is None or not self.merge(found[0], fields, repeated, depth):
            return False
        for step in found[1]:
            self._take(step, fields, depth)
        return True

    def _take(self, step: Step, fields: dict[str, Field], depth: int) -> None:
        """Apply a statement that completes an object to its fields."""
        if step.how == "merge":
            if not self._merge_named(step.at, fields, [], depth + 1):
                self._set_all_unknown(fields, Value("expression", self.tree.source(step.at)), step.at)
            return
        for name in [name for name in fields if name == step.name or name.startswith(f"{step.name}.")]:
            del fields[name]
        if step.how == "set":
            value, at = self._content(step.at)
            fields[step.name] = self._field(step.name, value, at)
            if value.written is not None and at.type == "object":
                self._add_nested(fields, step.name, at, depth=1)
        elif step.how == "unclear":
            fields[step.name] = self._field(step.name, Value("expression", self.tree.source(step.at)), step.at)

    def _set_all_unknown(self, fields: dict[str, Field], value: Value, at: Node) -> None:
        """Mark every field as unknown: ``...rest`` and ``[name]: …`` can set any, including earlier ones."""
        for known in dict.fromkeys((*fields, *IDENTITY_FIELDS)):
            fields[known] = self._field(known, value, at)

    def _member(self, member: Node) -> tuple[str | None, Value, Node]:
        """Return name, value and position of one member; the name is None where the text does not determine it."""
        kind = member.type
        if kind == "pair":
            key, content = member.child_by_field_name("key"), member.child_by_field_name("value")
            name = member_name(key, self.tree.source) if key is not None else None
            if name is not None and content is not None:
                return name, *self._content(content)
        if kind == "shorthand_property_identifier":
            return self.tree.source(member), *self._content(member)
        name = None
        if kind == "method_definition":
            own = member.child_by_field_name("name") or member
            name = self.tree.source(own) if own.type != "computed_property_name" else None
        return name, Value("expression", self.tree.source(member)), member

    def _content(self, content: Node) -> tuple[Value, Node]:
        """Return a value and its position: for a known name, that of its literal."""
        resolved = self._names.resolve(content)
        value = self._values.read(resolved)
        if value.kind == "text" and not self._is_code and _FOREIGN_ESCAPE.search(self.tree.source(resolved)):
            return Value("expression", self.tree.source(content)), content
        if resolved is not content and value.kind == "expression":
            return Value("expression", self.tree.source(content)), content
        return value, resolved

    def _add_nested(self, fields: dict[str, Field], prefix: str, obj: Node, depth: int) -> None:
        """Add the fields inside an object, as ``custom_data.plan``: an identity field may be there by mistake."""
        if depth > MAX_NAMED_DEPTH:
            return
        for member in members(obj):
            name, value, at = self._member(member)
            if name is not None:
                path = f"{prefix}.{name}"
                fields[path] = self._field(path, value, at)
                if at.type == "object" and value.written is not None:
                    self._add_nested(fields, path, at, depth + 1)

    def _field(self, name: str, value: Value, at: Node) -> Field:
        start, end = self.tree.span(at)
        line, column = self.source.place(start)
        kind = kind_of_text(name, value.text) if value.kind == "text" else value.kind
        text = value.text if value.written is None else value.written
        return Field(name, text, kind, line, column, *self.source.span(start, end))


def merge_json(source: Source, fields: dict[str, Field], repeated: list[Field]) -> bool:
    """Add the fields of a text that is one JSON object; return False if it is none."""
    body = source.text.strip()
    try:
        json.loads(body, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return False
    start = source.text.find(body[:1])
    tree = SyntaxTree(body, start, in_parentheses=True)
    outer = tree.root.named_children[0].named_children[0] if tree.root.named_child_count else tree.root
    inner = next(members(outer), outer)
    return not tree.root.has_error and ObjectReader(tree, source, is_whole=False).merge(inner, fields, repeated)
