"""Lists of names and values: ``[{"key": "email", "value": "…"}, …]``, as of Postman and OpenTelemetry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.model import IdentifyCall
from convot_inspector.core.reading.javascript.values import member_name, members
from convot_inspector.core.reading.limits import MAX_FIELDS

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.model import Field
    from convot_inspector.core.reading.javascript.objects import ObjectReader

_NAMES = ("key", "name")


def pairs_call(node: Node, reader: ObjectReader) -> IdentifyCall | None:
    """Return the call that a list of at least two names and values stands for; None if it is none.

    A row that is disabled is not sent. A name that is there twice is sent twice, and which of them counts is unknown.
    """
    if not 2 <= node.named_child_count <= MAX_FIELDS:
        return None
    fields: dict[str, Field] = {}
    for row in members(node):
        given = _members(row, reader) if row.type == "object" else {}
        name = next((given[each] for each in _NAMES if each in given), None)
        value = _plain(given["value"], reader) if "value" in given else None
        if name is None or name.type != "string" or value is None:
            return None
        text = reader.field("name", name).value
        if text in fields:
            return None
        if "disabled" not in given or reader.field("disabled", given["disabled"]).value != "true":
            fields[text] = reader.field(text, value)
    if sum(name in IDENTITY_FIELDS for name in fields) < 2:
        return None
    start, end = reader.tree.span(node)
    line, column = reader.source.place(start)
    return IdentifyCall(fields, line, column, *reader.source.span(start, end))


def _plain(value: Node, reader: ObjectReader) -> Node | None:
    """Return a value, also in the object that OpenTelemetry writes around it; None for any other object or list."""
    if value.type == "object":
        inner = _members(value, reader)
        value = inner.get("stringValue", value) if len(inner) == 1 else value
    return None if value.type in ("object", "array") else value


def _members(row: Node, reader: ObjectReader) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for member in members(row):
        key, value = member.child_by_field_name("key"), member.child_by_field_name("value")
        name = member_name(key, reader.tree.source) if key is not None else None
        if name is not None and value is not None:
            found[name] = value
    return found
