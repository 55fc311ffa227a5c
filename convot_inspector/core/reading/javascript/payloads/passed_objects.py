"""Objects that code passes to functions other than Convot's: ``axios.post(url, {…})``, ``JSON.stringify({…})``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS, SHOP_HASH, USER_HASH
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.errors import TooDeepError
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.javascript.data import read_object
from convot_inspector.core.reading.javascript.evaluation.whole_programs import is_program
from convot_inspector.core.reading.javascript.objects import ObjectReader
from convot_inspector.core.reading.javascript.payloads.called_functions import read_returned
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.limits import MAX_FIELDS
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.reading.source import Source

_LONGEST = 64 * 1024  # characters
_MOST_NODES = 20_000
_PUSH = "Convot.push"


def read_objects(source: Source) -> Reading | None:
    """Return the objects of a text that is one, of what its functions return, or of what they are passed."""
    found = read_object(source)
    return found if found is not None or is_program(source) else read_returned(source) or read_passed(source)


def read_passed(source: Source) -> Reading | None:
    """Return the objects with a hash and its value that a text of JavaScript passes to functions; None if it has none.

    A text around the code may have made something else of it: each call with its arguments has to be without errors.
    """
    text = source.text
    if len(text) > _LONGEST or "(" not in text or "hash" not in text or not names_identity(text):
        return None
    if is_program(source):
        return None  # what it passes to Convot is not known, and these are objects on the way there
    tree = SyntaxTree(text, 0)
    if tree.is_aborted:
        return None
    is_code = not tree.root.has_error
    calls, rest = problems.limited(_calls(tree, ObjectReader(tree, source, is_whole=is_code, is_code=is_code)))
    return Reading("javascript", calls, rest) if calls else None


def _calls(tree: SyntaxTree, reader: ObjectReader) -> Iterator[IdentifyCall]:
    pending: list[tuple[Node, bool, bool]] = [(tree.root, False, False)]
    left = _MOST_NODES
    while pending and left:
        node, is_passed, is_pushed = pending.pop()
        left -= 1
        if is_passed and node.type == "object" and not node.has_error and node.named_child_count <= MAX_FIELDS:
            call = _call(node, reader)
            if call is not None:
                yield replace(call, sent_by="not-identify", callee=_PUSH) if is_pushed else call
                continue
        is_passed = (is_passed or node.type == "arguments") and not node.has_error
        is_pushed = is_pushed or (node.type == "call_expression" and _is_push(tree, node))
        pending.extend((child, is_passed, is_pushed) for child in reversed(node.named_children))


def _is_push(tree: SyntaxTree, node: Node) -> bool:
    function = node.child_by_field_name("function")
    return function is not None and tree.source(function).replace("?", "").removeprefix("window.") == _PUSH


def _call(node: Node, reader: ObjectReader) -> IdentifyCall | None:
    """Return the object as a call if it has a hash and its value in its own members."""
    try:
        call = reader.call(node, node)
    except TooDeepError:
        return None
    if call is None:
        return None
    own = {name for name in IDENTITY_FIELDS if name in call.fields}
    return replace(call, callee="") if own & {USER_HASH, SHOP_HASH} and own - {USER_HASH, SHOP_HASH} else None
