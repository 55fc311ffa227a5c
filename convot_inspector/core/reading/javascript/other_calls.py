"""Calls that reach ``Convot.identify`` by another name, and code that holds the fields but does not reach Convot."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS, SHOP_HASH, USER_HASH
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.errors import TooDeepError
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.javascript.bundles.next_payload import read_next_payload
from convot_inspector.core.reading.javascript.bundles.webpack_modules import read_modules
from convot_inspector.core.reading.javascript.call_reader import has_expression, read_made_calls
from convot_inspector.core.reading.javascript.callees import CALLERS, IDENTIFY, Callees
from convot_inspector.core.reading.javascript.calls import read_calls
from convot_inspector.core.reading.javascript.objects import ObjectReader
from convot_inspector.core.reading.javascript.scopes.origins import origin_of
from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
from convot_inspector.core.reading.javascript.values import member_name, members
from convot_inspector.core.reading.limits import MAX_CALLS, MAX_FIELDS
from convot_inspector.core.reading.source import Reading
from convot_inspector.core.reading.whole_words import whole_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from convot_inspector.core.model import IdentifyCall, SentBy
    from convot_inspector.core.reading.source import Source

_LONGEST = 64 * 1024  # characters
_MOST_NAMES = 100  # of which is looked up where they come from
_NAMED = re.compile(r"convot|conv\\u006ft|c\\u006fnvot|\\u0043onvot|\banalytics\b", re.IGNORECASE)
_CONVOTS = re.compile(r"convot(?:\.[\w$]+)?\Z", re.IGNORECASE)
_SEGMENT = "analytics.identify"
_LONGEST_CALLEE = 60  # characters of a name that are shown
_GLOBAL_CONVOT = re.compile(r"(?:(?:window|self|globalThis)\.)?Convot")
_ANSWERED = frozenset(("no-identify-call", "values-elsewhere"))
_USER = ("user", "visitor", "identity", "contact")


def read_page_code(source: Source) -> Reading | None:
    """Return the calls of a text by the name ``Convot.identify``; where it is only mentioned, those by other names."""
    reading = read_modules(source) or read_calls(source)
    if reading is not None and (reading.calls or not {each.id for each in reading.problems} <= _ANSWERED):
        return reading
    other = read_other_calls(source)
    is_received = other is not None and any(call.sent_by == "identify" for call in other.calls)
    if other is not None and is_received and not any(map(has_expression, other.calls)):
        return other
    found = read_made_calls(source) or (other if is_received else None) or read_next_payload(source)
    return found or reading


def read_other_calls(source: Source) -> Reading | None:
    """Return the calls of a text in which ``Convot.identify`` is not called by its own name; None if there are none."""
    text = source.text
    if len(text) > _LONGEST or not names_identity(text) or _NAMED.search(text) is None:
        return None
    tree = SyntaxTree(text, 0)
    if tree.root.has_error or tree.is_aborted:
        return None
    calls, rest = problems.limited(_OtherCalls(tree, source).found())
    received = tuple(call for call in calls if call.sent_by == "identify")
    return Reading("javascript", received or calls, rest) if calls else None


class _OtherCalls:
    def __init__(self, tree: SyntaxTree, source: Source) -> None:
        self._tree = tree
        self._reader = ObjectReader(tree, source, is_whole=True)
        self._callees = Callees(tree.source, self._reader.resolve, self._origin_of)
        self._origins: dict[str, tuple[Node, str] | None] = {}

    def _origin_of(self, identifier: Node) -> tuple[Node, str] | None:
        name = self._tree.source(identifier)
        if name not in self._origins:
            is_full = len(self._origins) >= _MOST_NAMES
            self._origins[name] = None if is_full else origin_of(self._tree, identifier)
        return self._origins[name]

    def found(self) -> Iterator[IdentifyCall]:
        """Yield the calls in the order of the text."""
        pending = [self._tree.root]
        while pending:
            node = pending.pop()
            call = self._read(node)
            if call is not None:
                yield call
            else:
                pending.extend(reversed(node.named_children))

    def _read(self, node: Node) -> IdentifyCall | None:
        match node.type:
            case "call_expression":
                return self._read_call(node)
            case "assignment_expression":
                return self._settings(node.child_by_field_name("left"), node.child_by_field_name("right"), node)
            case "variable_declarator":
                return self._settings(node.child_by_field_name("name"), node.child_by_field_name("value"), node)
        return None

    def _read_call(self, node: Node) -> IdentifyCall | None:
        function = node.child_by_field_name("function")
        if function is None:
            return None
        callee = self._callees.name_of(function)
        name = re.sub(r"\.(?:call|apply|bind)\Z", "", callee)
        if name == IDENTIFY or callee in CALLERS:
            passed, way = self._callees.passed(node)
            return self._call(passed, node, way, "") if passed is not None else None
        if callee == _SEGMENT:
            return self._read_segment(node)
        if "convot" not in callee.lower():
            return None
        arguments = node.child_by_field_name("arguments")
        given = next((each for each in members(arguments) if each.type == "object"), None) if arguments else None
        is_convots = _CONVOTS.match(callee) is not None and not self._is_declared(callee.partition(".")[0])
        sent_by: SentBy = "not-identify" if is_convots else "identify"
        return self._call(given, node, sent_by, self._tree.source(function)) if given is not None else None

    def _read_segment(self, node: Node) -> IdentifyCall | None:
        """Read ``analytics.identify("id", {traits}, {integrations: {Convot: {user_hash: …}}})`` if it has a hash."""
        arguments = node.child_by_field_name("arguments")
        given = list(members(arguments)) if arguments is not None and not arguments.has_error else []
        objects = [each for each in given if each.type == "object"]
        call = self._call(objects[0], node, "not-identify", _SEGMENT) if objects else None
        if call is None:
            return None
        fields = dict(call.fields)
        if given[0].type != "object":
            fields.setdefault("userId", self._reader.field("userId", given[0]))
        for options in objects[1:]:
            inner = self._call(options, node, "not-identify", _SEGMENT, needs_identity=False)
            for path, field in inner.fields.items() if inner is not None else ():
                name = path.rpartition(".")[2]
                if "convot" in path.lower() and name in IDENTITY_FIELDS:
                    fields.setdefault(name, replace(field, name=name))
        return replace(call, fields=fields) if USER_HASH in fields or SHOP_HASH in fields else None

    def _is_declared(self, name: str) -> bool:
        """Return whether the text declares or imports a name itself: then it may be a wrapper around Convot."""
        paths = self._tree.identifiers(name, self._tree.root, MAX_CALLS)
        if paths is None:
            return True
        return any(
            path[-2].type.startswith("import_")
            or path[-2].type in ("formal_parameters", "object_pattern", "pair_pattern", "namespace_import")
            or path[-1] in (path[-2].child_by_field_name("name"), path[-2].child_by_field_name("parameter"))
            for path in paths
        )

    def _settings(self, left: Node | None, right: Node | None, node: Node) -> IdentifyCall | None:
        """Read ``window.Convot = {app_id: …, user: {…}}`` and ``window.convotSettings = {…}``."""
        if left is None or right is None or right.type != "object" or "convot" not in self._tree.source(left).lower():
            return None
        # An object in another variable may be passed on by code that is not in the paste.
        is_convots = _GLOBAL_CONVOT.fullmatch(self._tree.source(left)) is not None
        how: SentBy = "settings-object" if is_convots else "identify"
        users = [right]
        for member in members(right):
            key, value = member.child_by_field_name("key"), member.child_by_field_name("value")
            if key is not None and value is not None and member_name(key, self._tree.source) in _USER:
                users.append(value)
        calls = (self._call(user, node, how, self._tree.source(left)) for user in users)
        call = next((call for call in calls if call is not None), None)
        return call if call is None or is_convots or self._stands_alone(left) else _unknown(call)

    def _stands_alone(self, left: Node) -> bool:
        """Return whether what is set is used nowhere else in the text, so that nothing there changes it."""
        name = left.child_by_field_name("property") or left
        return len(list(islice(whole_words(self._tree.source(self._tree.root), self._tree.source(name)), 2))) == 1

    def _call(
        self, given: Node, node: Node, sent_by: SentBy, callee: str, *, needs_identity: bool = True
    ) -> IdentifyCall | None:
        if given.named_child_count > MAX_FIELDS:
            return None
        try:
            call = self._reader.call(given, node)
        except TooDeepError:
            return None
        if call is None or (needs_identity and not any(name in IDENTITY_FIELDS for name in call.fields)):
            return None
        return replace(
            call, sent_by=sent_by, callee="" if sent_by == "identify" else " ".join(callee.split())[:_LONGEST_CALLEE]
        )


def _unknown(call: IdentifyCall) -> IdentifyCall:
    fields = {name: replace(field, kind="expression") if field.known else field for name, field in call.fields.items()}
    return replace(call, fields=fields)
