"""An object of the syntax tree → an identify call: its fields, their values and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.model import Field, IdentifyCall
from convot_inspector.core.reading.javascript_value import Value, ValueReader, member_name, members
from convot_inspector.core.reading.kinds import kind_of_text

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.grammar import SyntaxTree
    from convot_inspector.core.reading.reading import Source

MOST_FIELDS = 2_000
_NESTED_DEPTH = 4


class ObjectReader:
    """Reads objects of one syntax tree."""

    def __init__(self, tree: SyntaxTree, source: Source) -> None:
        self._tree, self._source = tree, source
        self._values = ValueReader(tree.source)

    def call(self, obj: Node, outer: Node) -> IdentifyCall:
        """The object as a call. ``outer`` is the node that the editor shows as the call.

        Raises TooDeepError. No more than MOST_FIELDS members are meant to be in it.
        """
        fields: dict[str, Field] = {}
        written: set[str] = set()
        repeated: list[Field] = []
        for member in members(obj):
            name, value, at = self._member(member)
            if name is None:
                # `...rest` and `[name]: …` can set any field, those that stand before it too.
                for known in dict.fromkeys((*fields, *IDENTITY_FIELDS)):
                    fields[known] = self._field(known, value, at)
                continue
            if name in written:
                repeated.append(fields[name])
            written.add(name)
            fields[name] = self._field(name, value, at)
            if at.type == "object" and value.written is not None:
                self._add_nested(fields, name, at, depth=1)
        start, end = self._tree.span(outer)
        line, column = self._source.place(start)
        return IdentifyCall(fields, line, column, *self._source.span(start, end), tuple(repeated))

    def _member(self, member: Node) -> tuple[str | None, Value, Node]:
        """Name, value and place of one member; the name is None where the text does not tell it."""
        if member.type == "pair":
            key, content = member.child_by_field_name("key"), member.child_by_field_name("value")
            name = member_name(key, self._tree.source) if key is not None else None
            if name is not None and content is not None:
                return name, self._values.read(content), content
        name = None
        if member.type in ("shorthand_property_identifier", "method_definition"):
            own = member.child_by_field_name("name") or member
            name = self._tree.source(own) if own.type != "computed_property_name" else None
        return name, Value("expression", self._tree.source(member)), member

    def _add_nested(self, fields: dict[str, Field], prefix: str, obj: Node, depth: int) -> None:
        """The fields inside an object, as ``custom_data.plan``: an identity field that went astray is found there."""
        if depth > _NESTED_DEPTH:
            return
        for member in members(obj):
            name, value, at = self._member(member)
            if name is not None:
                path = f"{prefix}.{name}"
                fields[path] = self._field(path, value, at)
                if at.type == "object" and value.written is not None:
                    self._add_nested(fields, path, at, depth + 1)

    def _field(self, name: str, value: Value, at: Node) -> Field:
        start, end = self._tree.span(at)
        line, column = self._source.place(start)
        kind = kind_of_text(name, value.text) if value.kind == "text" else value.kind
        text = value.text if value.written is None else value.written
        return Field(name, text, kind, line, column, *self._source.span(start, end))
