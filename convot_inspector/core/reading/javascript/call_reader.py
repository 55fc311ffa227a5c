"""One call of a text, read from its syntax tree as JavaScript or, where that fails, as TypeScript."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.model import IdentifyCall, Problem
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.errors import TooDeepError
from convot_inspector.core.reading.javascript.call_places import passes_something
from convot_inspector.core.reading.javascript.callees import Callees, bound_call
from convot_inspector.core.reading.javascript.evaluation.program import calls_at, made_calls
from convot_inspector.core.reading.javascript.objects import ObjectReader
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.javascript.typescript import types_in
from convot_inspector.core.reading.limits import MAX_FIELDS
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.model import SentBy
    from convot_inspector.core.reading.javascript.evaluation.program import Made
    from convot_inspector.core.reading.source import Source

WHOLE = 64 * 1024  # characters of a text that is parsed as a whole
ONLY_MENTIONED = "no-identify-call"
_LONGEST_TYPED = 32 * 1024  # of a piece that is searched for types


def _call_around(tree: SyntaxTree, place: int) -> Node | None:
    """Return the call whose function is the ``Convot.identify`` at ``place``."""
    node = tree.node_at(place)
    while node is not None and node.type != "call_expression":
        if node.type not in (
            "parenthesized_expression",
            "identifier",
            "property_identifier",
            "string_fragment",
            "string",
            "member_expression",
            "subscript_expression",
            "sequence_expression",  # (0, Convot.identify)(…)
        ):
            return None
        node = node.parent
    return bound_call(node, tree.source)


def has_expression(call: IdentifyCall) -> bool:
    """Return whether the value of an identity field is not known."""
    return any(field.kind == "expression" and name in IDENTITY_FIELDS for name, field in call.fields.items())


def read_made_calls(source: Source) -> Reading | None:
    """Return the calls that a program makes by another name for ``Convot.identify``; None if they are not known."""
    if len(source.text) > WHOLE or "Convot" not in source.text or "identify" not in source.text:
        return None
    calls = tuple(made.call for made in Piece(source, 0, len(source.text)).made if made.call is not None)
    return Reading("javascript", calls) if calls and not any(map(has_expression, calls)) else None


class Piece:
    """All of the text or a piece of it, parsed as JavaScript or, where that fails, as TypeScript."""

    def __init__(self, source: Source, start: int, end: int) -> None:
        self._is_whole = start == 0 and end >= len(source.text)
        text = source.text if self._is_whole else source.text[start:end]
        self._source, self._text, self._start = source, text, start
        self.tree = SyntaxTree(text, start)
        self._plain = ObjectReader(self.tree, source, is_whole=self._is_whole)

    @cached_property
    def _typed(self) -> ObjectReader | None:
        if len(self._text) > (WHOLE if self._is_whole else _LONGEST_TYPED):
            return None  # longer code was made by a bundler, which removes types
        types = types_in(self._text)
        if not types:
            return None
        tree = SyntaxTree(self._text, self._start, types)
        return ObjectReader(tree, self._source, is_whole=self._is_whole)

    def made_at(self, place: int, answer: IdentifyCall | Problem | None) -> tuple[IdentifyCall, ...]:
        """Return the calls that the program makes at a place, if ``answer`` is not all that it passes."""
        is_known = isinstance(answer, IdentifyCall) and not has_expression(answer)
        return () if is_known else calls_at(self.made, place, answer)

    @cached_property
    def made(self) -> tuple[Made, ...]:
        """The calls that the program makes."""
        typed = self._typed if self.tree.root.has_error else None
        return made_calls(typed.tree if typed is not None else self.tree, self._source)

    def read(self, place: int) -> tuple[IdentifyCall | Problem, int]:
        """Return the call at ``place``, or the reason why there is none, and where it ends in the source's text."""
        if not self.tree.root.has_error or self.tree.is_aborted:
            return _read_call(self._plain, place)
        # Names can only be looked up where the types were removed; the call itself may still be plain JavaScript.
        typed = self._typed if self._is_whole else None
        if typed is not None:
            answer, end = _read_call(typed, place)
            if isinstance(answer, IdentifyCall) or (answer.id == "values-elsewhere" and not typed.tree.root.has_error):
                return answer, end
        plain, plain_end = _read_call(self._plain, place)
        if isinstance(plain, Problem) and not self._is_whole and self._typed is not None:
            answer, end = _read_call(self._typed, place)
            if isinstance(answer, IdentifyCall):
                return answer, end
        return plain, plain_end


def _read_call(reader: ObjectReader, place: int) -> tuple[IdentifyCall | Problem, int]:
    node = _call_around(reader.tree, place)
    return _read_node(node, reader, place), reader.tree.span(node)[1] if node is not None else place


def _read_node(node: Node | None, reader: ObjectReader, place: int) -> IdentifyCall | Problem:
    tree, source = reader.tree, reader.source
    if tree.is_aborted:
        return problems.at(source, place, "bad-javascript")
    arguments = node.child_by_field_name("arguments") if node is not None else None
    first: Node | None = None
    sent_by: SentBy = "identify"
    if node is not None and arguments is not None and not arguments.has_error:
        first, sent_by = Callees(tree.source, reader.resolve).passed(node)
    if (first is None or tree.source(first) == "…") and not passes_something(source.text, place):
        return problems.at(source, place, ONLY_MENTIONED, "not-called")
    if node is None or arguments is None:
        if not tree.root.has_error:
            return problems.at(source, place, ONLY_MENTIONED, "not-called")
        return first_error(tree.root, tree, source, place) or problems.at(source, place, "unterminated")
    if arguments.has_error:
        return first_error(arguments, tree, source, place) or problems.at(source, place, "unterminated")
    if first is None:
        return problems.at(source, place, "values-elsewhere")
    if first.type == "object" and first.named_child_count > MAX_FIELDS:
        return problems.at(source, place, "too-large")
    try:
        call = reader.call(first, node)
    except TooDeepError:
        return problems.at(source, place, "too-deep")
    return problems.at(source, place, "values-elsewhere") if call is None else replace(call, sent_by=sent_by)


def first_error(node: Node, tree: SyntaxTree, source: Source, place: int) -> Problem | None:
    """Return the first syntax error under ``node``. An error that extends to the end means a truncated text."""
    pending = [node]
    while pending:
        current = pending.pop()
        if current.is_missing:
            return problems.at(source, place, "unterminated")
        if current.is_error:
            if not tree.source_behind(current, node).strip(" \t\r\n);"):
                return problems.at(source, place, "unterminated")
            return problems.at(source, tree.span(current)[0], "bad-javascript")
        pending.extend(child for child in reversed(current.children) if child.has_error or child.is_missing)
    return None
