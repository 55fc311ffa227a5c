"""``Convot.push(["set", "user:email", …])``, in Crisp's style: it names the visitor and has no place for a hash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.errors import TooDeepError
from convot_inspector.core.reading.javascript.strings import read_string
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.javascript.values import ValueReader, members
from convot_inspector.core.reading.payload import Entry, make_call
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.model import Problem
    from convot_inspector.core.reading.source import Source

_PUSH = re.compile(r"\bConvot\s{0,9}\??\.\s{0,9}push\s{0,9}\(\s{0,20}\[\s{0,20}[\"'`]set[\"'`]")
_FIELDS = {"user:email": "email", "user:nickname": "name", "user:phone": "phone", "user:avatar": "avatar_url",
           "user:company": "company"}  # fmt: skip
_LONGEST = 2048
_MOST = 50


def read_push(source: Source) -> Reading | None:
    """Return all that the pushes set as one call without a hash; None if none sets the email."""
    entries: list[Entry] = []
    places: list[tuple[int, int]] = []
    rest: tuple[Problem, ...] = ()
    for number, found in enumerate(_PUSH.finditer(source.text)):
        start = found.start()
        if number >= _MOST:  # a later one may set the email again
            rest = (problems.at(source, start, "too-large", "more-calls"),)
            break
        tree = SyntaxTree(source.text[start : start + _LONGEST], start)
        call = tree.root.descendant_for_byte_range(0, 1)
        while call is not None and call.type != "call_expression":
            call = call.parent
        arguments = call.child_by_field_name("arguments") if call is not None else None
        if call is None or arguments is None or arguments.has_error:
            continue
        entry = _entry(next(members(arguments), arguments), tree)
        if entry is not None:
            entries.append(entry)
            places.append(tree.span(call))
    if not any(entry.name == "email" for entry in entries):
        return None
    return Reading("javascript", (make_call(source, entries, places[0][0], places[-1][1]),), rest)


def _entry(pushed: Node, tree: SyntaxTree) -> Entry | None:
    """Read ``["set", "user:email", ["a@example.com"]]``: the value stands in an array or alone."""
    items = list(members(pushed))
    if pushed.type != "array" or len(items) != 3 or items[1].type not in ("string", "template_string"):
        return None
    name = _FIELDS.get(read_string(items[1], tree.source) or "")
    inner = next(members(items[2]), items[2]) if items[2].type == "array" else items[2]
    if name is None:
        return None
    try:
        value = ValueReader(tree.source, lambda node: node).read(inner)
    except TooDeepError:
        return None
    return Entry(name, value.text if value.written is None else value.written, value.kind, *tree.span(inner))
