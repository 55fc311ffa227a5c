"""Objects that no call passes: bare objects, in arrays, in wrapping request bodies, and in JSON inside a string."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS, SHOP_HASH, USER_HASH
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.errors import TooDeepError
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.javascript.call_places import call_places
from convot_inspector.core.reading.javascript.calls import read_calls
from convot_inspector.core.reading.javascript.objects import ObjectReader
from convot_inspector.core.reading.javascript.payloads.pairs import pairs_call
from convot_inspector.core.reading.javascript.strings import string_inside
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.javascript.values import member_name, members
from convot_inspector.core.reading.limits import MAX_BODY, MAX_CALLS, MAX_FIELDS, MAX_VALUES
from convot_inspector.core.reading.source import Reading
from convot_inspector.core.reading.source_map import part

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.model import IdentifyCall, Problem
    from convot_inspector.core.reading.source import Source

_MOST_WRAPS = 8  # levels of objects, arrays and strings around an object that has an identity field
_DESCRIPTIONS = ("user", "contexts", "request", "person")  # of an event's own, beside what it reports
_OBJECT = re.compile(r'\{(?=\s{0,20}")')
_QUOTES = ('"', "'", "`")
_COMMENTS = re.compile(r"(?:\s|//[^\n]*\n|/\*[^*]*\*+(?:[^*/][^*]*\*+)*/)*")


def read_object(source: Source) -> Reading | None:
    """Read objects that have at least one of the identity fields; None for anything else.

    ``{"visitor": {…}}`` and ``{"event": "identify", "data": {…}}`` wrap one; ``custom_data`` inside one is its part.
    """
    found = _Found()
    try:
        if not found.read(source, 0):
            return None
    except TooDeepError:
        start = len(source.text) - len(source.text.lstrip())
        return Reading("javascript", problems=(problems.at(source, start, "too-deep"),))
    calls = found.all_calls()
    return Reading("javascript", calls, tuple(found.found_problems)) if calls or found.found_problems else None


class _Found:
    def __init__(self) -> None:
        self.calls: list[IdentifyCall] = []
        self.found_problems: list[Problem] = []
        self._code_calls: list[IdentifyCall] = []
        self._beside: list[IdentifyCall] = []
        self._values = 0
        self._is_full = False

    def all_calls(self) -> tuple[IdentifyCall, ...]:
        """Return the calls: those in code inside of strings, else the objects.

        An object that only describes the user beside them, as in an error report, is none.
        """
        signed = [call for call in (*self._code_calls, *self.calls) if _has_hash(call)]
        if self._code_calls and signed:
            return tuple(sorted((*self._code_calls, *filter(_has_hash, self.calls)), key=lambda call: call.start))
        beside = [call for call in self._beside if signed and not _has_hash(call)]
        return (*self._code_calls, *(call for call in self.calls if not any(call is other for other in beside)))

    def read(self, source: Source, wraps: int) -> bool:
        """Return whether the text is one JavaScript value that may hold an object. Raises TooDeepError."""
        text = source.text
        start = _past_comments(text)
        body = text[start:].rstrip().rstrip(";,").rstrip()
        is_text = body[:1] in _QUOTES and body[-1:] == body[:1]
        if body[:1] not in ("{", "[") and not is_text:
            return False
        if len(body) > MAX_BODY or not names_identity(body):
            return False
        tree = SyntaxTree(body, start, in_parentheses=True)
        if tree.root.has_error or tree.root.named_child_count != 1:
            return False
        outer = tree.root.named_children[0].named_children[0]
        content = list(members(outer))
        if outer.type != "parenthesized_expression" or len(content) != 1:
            return False
        self._visit(content[0], ObjectReader(tree, source, is_whole=False, is_code=False), wraps)
        return True

    def _visit(self, node: Node, reader: ObjectReader, wraps: int) -> None:
        kind = node.type
        if self._is_full or wraps > _MOST_WRAPS or kind not in ("object", "array", "string", "template_string"):
            return
        if wraps and not names_identity(reader.tree.source(node)):
            return
        place = reader.tree.span(node)[0]
        if len(self.calls) >= MAX_CALLS or self._values > MAX_VALUES:
            self.found_problems.append(problems.at(reader.source, place, "too-large", "more-calls"))
            self._is_full = True
        elif kind == "array":
            self._visit_array(node, reader, wraps)
        elif kind == "object":
            self._visit_object(node, reader, wraps)
        else:
            inside = string_inside(node, reader.tree, reader.source)
            if inside is not None and _is_json(inside.text):
                self.read(inside, wraps + 1)
            elif inside is not None and next(iter(call_places(inside.text)), None) is not None:
                found = read_calls(inside)
                self._code_calls += found.calls if found is not None else ()
            elif inside is not None and (embedded := _json_inside(inside)) is not None:
                self.read(embedded, wraps + 1)

    def _visit_object(self, node: Node, reader: ObjectReader, wraps: int) -> None:
        if node.named_child_count > MAX_FIELDS:
            self.found_problems.append(problems.at(reader.source, reader.tree.span(node)[0], "too-large"))
            return
        call = reader.call(node, node)
        if call is None:
            return
        sent = (call.fields.get(name) for name in IDENTITY_FIELDS)
        if any(field is not None and not (field.kind == "object" and field.value[:1] == "{") for field in sent):
            self._values += len(call.fields)
            self.calls.append(call)
        else:
            self._visit_all(node, reader, wraps)

    def _visit_array(self, node: Node, reader: ObjectReader, wraps: int) -> None:
        """Read ``[{"key": "email", "value": "…"}, …]``, as in Postman's collections, or what is inside."""
        call = pairs_call(node, reader)
        if call is None:
            self._visit_all(node, reader, wraps)
        else:
            self._values += len(call.fields)
            self.calls.append(call)

    def _visit_all(self, node: Node, reader: ObjectReader, wraps: int) -> None:
        if node.named_child_count > MAX_FIELDS:
            place = reader.tree.span(node)[0]
            self.found_problems.append(problems.at(reader.source, place, "too-large"))
            return
        for member in members(node):
            content = member.child_by_field_name("value") if member.type == "pair" else member
            if content is not None:
                count = len(self.calls)
                self._visit(content, reader, wraps + 1)
                key = member.child_by_field_name("key") if content is not member else None
                if (
                    key is not None
                    and content.type == "object"
                    and member_name(key, reader.tree.source) in _DESCRIPTIONS
                ):
                    self._beside += self.calls[count:]


def _has_hash(call: IdentifyCall) -> bool:
    return any(call.sent(name) is not None for name in (USER_HASH, SHOP_HASH))


def _past_comments(text: str) -> int:
    """Return the index after leading comments: settings files often begin with one."""
    found = _COMMENTS.match(text)
    return found.end() if found is not None else 0


def _json_inside(source: Source) -> Source | None:
    """Return the first JSON object with identity fields behind other text, as in a log's message; None without one.

    Only the white space and signs of a message may follow it.
    """
    text = source.text
    found = _OBJECT.search(text) if len(text) <= MAX_BODY else None
    if found is None:
        return None
    try:
        end = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode(text, found.start())[1]
    except (ValueError, RecursionError):
        return None
    is_alone = "{" not in text[end:] and names_identity(text, found.start(), end)
    return part(source, found.start(), end) if is_alone else None


def _is_json(text: str) -> bool:
    if text.lstrip()[:1] not in ("{", "[", '"'):
        return False
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return False
    return True
