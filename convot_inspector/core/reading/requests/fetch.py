"""``fetch("https://…", {"body": "…"})``, as browsers copy a request, also for Node.js, and as people write it."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.javascript.data import read_object
from convot_inspector.core.reading.javascript.escapes import decode_string
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.javascript.values import member_name, members
from convot_inspector.core.reading.limits import MAX_CALLS, MAX_LITERAL, MAX_WASTED
from convot_inspector.core.reading.requests.body import read_body
from convot_inspector.core.reading.requests.form import read_url
from convot_inspector.core.reading.requests.receiver import marked_by_receiver
from convot_inspector.core.reading.source import Reading
from convot_inspector.core.reading.source_map import part

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.model import IdentifyCall, Problem
    from convot_inspector.core.reading.source import Source

_FETCH = re.compile(r"(?<![\w$.\"'])(?:window\.)?fetch\(")
_MAX_PLACES = 2_000
_ATTEMPT_COST = 1024  # the cost of starting a parser, in characters


def read_fetch(source: Source) -> Reading | None:
    """Return the calls in the body or URL of all requests; None if there is none."""
    text = source.text
    calls: list[IdentifyCall] = []
    found_problems: list[Problem] = []
    wasted = 0
    places = [found.start() for found in islice(_FETCH.finditer(text), _MAX_PLACES + 1)]
    for number, (place, following) in enumerate(pairwise([*places, len(text)])):
        if not names_identity(text, place, following):
            continue
        if len(calls) >= MAX_CALLS or wasted > MAX_WASTED or number >= _MAX_PLACES:
            found_problems.append(problems.at(source, place, "too-large", "more-calls"))
            break
        piece = text[place : min(following, place + MAX_LITERAL)]
        reading = _read_request(SyntaxTree(piece, place), source, place)
        if reading is None:
            wasted += len(piece) + _ATTEMPT_COST
            continue
        calls += reading.calls
        found_problems += reading.problems
    return Reading("fetch", tuple(calls), tuple(found_problems)) if calls or found_problems else None


def _read_request(tree: SyntaxTree, source: Source, place: int) -> Reading | None:
    """Read the request at index ``place``, where the tree begins."""
    node = tree.node_at(place)
    while node is not None and node.type != "call_expression":
        node = node.parent
    arguments = node.child_by_field_name("arguments") if node is not None else None
    if arguments is None:
        _, end = tree.span(tree.root)
        is_cut = tree.root.has_error and end == len(source.text)
        return Reading("fetch", problems=(problems.at(source, place, "unterminated"),)) if is_cut else None
    passed = list(members(arguments))
    body = _member(passed[1], "body", tree) if len(passed) > 1 and passed[1].type == "object" else None
    reading = _read_value(body, tree, source) if body is not None else None
    if reading is not None:
        return marked_by_receiver(reading, tree.source(passed[0]))
    if not passed or passed[0].type != "string":
        return None
    start, end = tree.span(passed[0])
    return read_url(decode_string(source, start + 1, end - 1))


def _member(obj: Node, wanted: str, tree: SyntaxTree) -> Node | None:
    for member in members(obj):
        key = member.child_by_field_name("key") if member.type == "pair" else None
        if key is not None and member_name(key, tree.source) == wanted:
            return member.child_by_field_name("value")
    return None


def _read_value(value: Node, tree: SyntaxTree, source: Source) -> Reading | None:
    """Read a body: a string, or ``JSON.stringify(…)`` or ``new URLSearchParams(…)`` of an object literal."""
    start, end = tree.span(value)
    if value.type == "string" or (value.type == "template_string" and "${" not in tree.source(value)):
        return read_body(decode_string(source, start + 1, end - 1))
    if value.type in ("call_expression", "new_expression"):
        function = value.child_by_field_name("function") or value.child_by_field_name("constructor")
        arguments = value.child_by_field_name("arguments")
        argument = next(members(arguments), None) if arguments is not None else None
        if function is None or argument is None:
            return None
        if tree.source(function) in ("JSON.stringify", "URLSearchParams") and argument.type == "object":
            return read_object(part(source, *tree.span(argument)))
        if tree.source(function) == "URLSearchParams":
            return _read_value(argument, tree, source)
    return None
