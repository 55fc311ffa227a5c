"""The literal that a name stands for, if the text alone determines it: bound once and never changed in its scope.

Whatever could change the value (a second assignment, a parameter of that name, an object passed to other code) makes
the name unknown: a value wrongly taken for the one that was sent would turn a right hash into "does not verify".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.scopes.completions import steps_of
from convot_inspector.core.reading.javascript.scopes.roles import (
    FUNCTIONS,
    HOISTED,
    SCOPES,
    is_function_in_block,
    role_of,
)

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.scopes.completions import Step
    from convot_inspector.core.reading.javascript.scopes.exposure import Exposure
    from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree

_MOST_PLACES = 200  # places of one name
_MOST_LOOKED_UP = 120  # names, each in its enclosing functions
_GLOBAL_OBJECTS = (b"window", b"self", b"globalThis")
_DECLARATIONS = ("lexical_declaration", "variable_declaration")
_MUTABLE = ("object", "array", "call_expression", "new_expression")
# Places that only read a member of an object. A member that is not an object cannot be changed through such a read.
_LOOKING_AT_MEMBERS = ("template_substitution", "binary_expression", "if_statement")
_READING = (*_LOOKING_AT_MEMBERS, "pair", "arguments", "variable_declarator")
# Functions that only read their arguments.
_LOOKING = re.compile(
    r"(?:.*[.)\]\"'`!]\s*|\(\s*)?Convot.{0,60}[.\[\"'`]identify[\]\"'`!]*|JSON\.stringify|console\.\w+|Object\.(?:freeze|keys|entries)",
    re.DOTALL,
)

# Functions that copy the fields of the other arguments to their first one. All but Object.assign are helpers that
# compilers emit in place of {...a, b} for old browsers.
ASSIGNING = frozenset(
    ("Object.assign", "_objectSpread", "_objectSpread2", "_object_spread", "_object_spread_props", "_extends",
     "__assign", "__spreadValues", "__spreadProps")
)  # fmt: skip


@dataclass(slots=True)
class _Scope:
    """Uses of a name in the scope that declares it. ``values``: one for each declaration, None without a value."""

    values: list[tuple[Node, list[Node]] | None] = field(default_factory=list)
    is_written: bool = False
    reads: list[list[Node]] = field(default_factory=list)


class Bindings:
    """Lookup of names in one syntax tree."""

    def __init__(self, tree: SyntaxTree, exposure: Exposure) -> None:
        self._tree, self._exposure = tree, exposure
        self._known: dict[tuple[str, int], tuple[dict[int, _Scope], bool] | None] = {}

    def value_of(self, identifier: Node) -> Node | None:
        """Return the expression that an identifier stands for, None if that is not known."""
        found = self.completed(identifier)
        return found[0] if found is not None and not found[1] else None

    def completed(self, identifier: Node) -> tuple[Node, tuple[Step, ...]] | None:
        """Return the expression that an identifier was given, and the statements that completed that object since."""
        path = self._tree.path_to(identifier)
        if path is None:
            return None
        name = self._tree.source(identifier)
        found = self._scope_of(name, path)
        if found is None:
            return None
        node, scope = found
        if scope.is_written or len(scope.values) != 1 or scope.values[0] is None:
            return None
        value, around = scope.values[0]
        if (
            value.has_error
            or not _runs_before(value, around, path)
            or not self._is_called_behind(value, around, path, node)
            or (around[-1].type == "variable_declaration" and self._exposure.may_be_unset(around, path))
        ):
            return None
        is_mutable = value.type in _MUTABLE
        if self._exposure.may_change(name, around[-1], node, path, is_mutable=is_mutable):
            return None
        if not is_mutable:
            return value, ()
        members = [member.child_by_field_name("value") for member in value.named_children]
        is_flat = not any(member is not None and member.type in _MUTABLE for member in members)
        changes = [read for read in scope.reads if not self._only_looks(read, is_flat=is_flat)]
        if not changes:
            return value, ()
        if (
            value.type != "object"
            or any(map(self._is_frozen, scope.reads))
            or any(self._exposure.may_be_unset(change, path) for change in changes)
        ):
            return None
        block = around[-3] if around[-2].type == "export_statement" else around[-2]
        steps = steps_of(self._tree, changes, block, around[-1].end_byte, path)
        return None if steps is None else (value, steps)

    def global_member(self, member: Node) -> Node | None:
        """Return the object that ``window.settings`` stands for: assigned once, above, and only passed to the call."""
        found = self.completed_member(member)
        return found[0] if found is not None and not found[1] else None

    def completed_member(self, member: Node) -> tuple[Node, tuple[Step, ...]] | None:
        """Return the object of ``window.settings``, and the statements that completed it since."""
        key, used = member.child_by_field_name("property"), self._tree.path_to(member)
        if key is None or used is None or self._tree.root.has_error:
            return None
        name = self._tree.source(key)
        paths = self._tree.identifiers(name, self._tree.root, _MOST_PLACES, with_properties=True)
        writes = [path for path in paths or () if len(path) > 2 and path[-3].child_by_field_name("left") == path[-2]]
        if paths is None or len(writes) != 1 or not _is_statement(writes[0]):
            return None
        changes = [path for path in paths if path is not writes[0] and not self._hands_to_call(path)]
        if any(node.type in HOISTED for node in used):
            return None
        value = writes[0][-3].child_by_field_name("right")
        is_above = value is not None and value.type == "object" and value.end_byte <= member.start_byte
        if value is None or not is_above or self._exposure.may_change_member(name, used):
            return None
        if any(self._exposure.may_be_unset(path, used) for path in (writes[0], *changes)):
            return None
        if any(path[-2].type != "member_expression" or not _is_global(path[-2]) for path in changes):
            return None
        steps = steps_of(self._tree, changes, self._tree.root, value.end_byte, used, size=2)
        return None if steps is None else (value, steps)

    def _hands_to_call(self, path: list[Node]) -> bool:
        if (
            path[-1].type != "property_identifier"
            or path[-2].type != "member_expression"
            or path[-3].type != "arguments"
        ):
            return False
        function = path[-4].child_by_field_name("function")
        return function is not None and _LOOKING.fullmatch(self._tree.source(function)) is not None

    def _scope_of(self, name: str, path: list[Node]) -> tuple[Node, _Scope] | None:
        """Return the scope that declares the name for a use, searching from the nearest function outwards.

        A bundle has thousands of functions with an ``e`` of their own. A scope with a syntax error counts as unknown:
        the part that was misread may be an assignment.
        """
        for function in (node for node in reversed(path) if node.type == "program" or node.type in FUNCTIONS):
            if function.has_error:
                return None
            scopes, spoiled = self._scopes(name, function) or ({}, True)
            if spoiled:
                return None
            found = next((node for node in reversed(path) if node.id in scopes), None)
            if found is not None:
                return found, scopes[found.id]
        return None

    def _is_called_behind(self, value: Node, declared: list[Node], used: list[Node], scope: Node) -> bool:
        """Return whether every function around the use is called only after a ``var`` was given its value.

        A function declaration can be called above the place where it stands, a function expression cannot.
        """
        if declared[-1].type == "lexical_declaration":
            return True
        inside = len(declared) - 1
        for function in used[inside:]:
            if function.type not in HOISTED:
                continue
            own = function.child_by_field_name("name")
            name = self._tree.source(own) if own is not None else ""
            calls = self._tree.identifiers(name, scope, _MOST_PLACES) if name else None
            if calls is None:
                return False
            for path in calls:
                is_early = path[-1].start_byte < value.end_byte or any(node.type in HOISTED for node in path[inside:-2])
                if path[-1] != own and is_early and not self._is_exported(path):
                    return False
        return True

    def _is_exported(self, path: list[Node]) -> bool:
        """Return whether a name is only exported: ``exports.go = go`` in CommonJS, called only after the module ran."""
        if path[-2].type == "export_specifier":
            return True
        left = path[-2].child_by_field_name("left") if path[-2].type == "assignment_expression" else None
        return left is not None and self._tree.source(left).startswith(("exports.", "module.exports."))

    def _scopes(self, name: str, within: Node) -> tuple[dict[int, _Scope], bool] | None:
        """Return the uses of a name in each scope that declares it, and whether something was not understood."""
        key = name, within.id
        if key not in self._known:
            self._known[key] = self._look_up(name, within) if len(self._known) < _MOST_LOOKED_UP else None
        return self._known[key]

    def _look_up(self, name: str, within: Node) -> tuple[dict[int, _Scope], bool] | None:
        places = self._tree.identifiers(name, within, _MOST_PLACES)
        if places is None:
            return None
        scopes: dict[int, _Scope] = {}
        others: list[tuple[list[Node], bool]] = []
        for path in places:
            if any(node.is_error for node in path):
                return {}, True
            if is_function_in_block(path):
                return {}, True
            declared_in, value, is_write = role_of(path)
            if declared_in is not None:
                scopes.setdefault(declared_in.id, _Scope()).values.append(value)
            else:
                others.append((path, is_write))
        for path, is_write in others:
            scope = next((scopes[node.id] for node in reversed(path) if node.id in scopes), None)
            if scope is not None and is_write:
                scope.is_written = True
            elif scope is not None:
                scope.reads.append(path)
        return scopes, False

    def _is_frozen(self, path: list[Node]) -> bool:
        """Return whether a use of an object makes later changes of it fail without a word."""
        function = path[-3].child_by_field_name("function") if path[-2].type == "arguments" else None
        return function is not None and self._tree.source(function) == "Object.freeze"

    def _only_looks(self, path: list[Node], *, is_flat: bool) -> bool:
        """Return whether a use of an object neither changes it nor passes it to code that could."""
        at = len(path) - 1
        while at > 0 and path[at - 1].type in ("member_expression", "subscript_expression"):
            at -= 1
        if at < len(path) - 1:
            while path[at - 1].type == "parenthesized_expression":  # (p.email) = 1
                at -= 1
        used, parent = path[at], path[at - 1]
        if used.id != path[-1].id:  # only a member is read, and not called, changed or deleted
            return parent.type in (_READING if is_flat else _LOOKING_AT_MEMBERS)
        match parent.type:
            case "spread_element":
                return True
            case "arguments":
                function = path[at - 2].child_by_field_name("function")
                name = "" if function is None else self._tree.source(function)
                is_first = parent.named_children[0].id == used.id
                return _LOOKING.fullmatch(name) is not None or (name in ASSIGNING and not is_first)
            case "parenthesized_expression":
                return path[at - 2].type == "if_statement"
        return False


def _is_statement(path: list[Node]) -> bool:
    """Return whether a top-level statement assigns to a member of the global object."""
    is_top = len(path) == 5 and path[-4].type == "expression_statement"
    return is_top and path[-3].type == "assignment_expression" and _is_global(path[-2])


def _is_global(member: Node) -> bool:
    """Return whether this is a member of the global object."""
    of = member.child_by_field_name("object") if member.type == "member_expression" else None
    return of is not None and of.type == "identifier" and (of.text or b"") in _GLOBAL_OBJECTS


def _runs_before(value: Node, declared: list[Node], used: list[Node]) -> bool:
    """Return whether the declaration at the end of ``declared`` has always given its value before the use is reached.

    It stands directly in a block around the use, and not after it unless it is const or let: those throw before that.
    """
    declaration = declared[-1]
    block = declared[-3] if declared[-2].type == "export_statement" else declared[-2]
    if block.type not in SCOPES or all(node.id != block.id for node in used):
        return False
    return declaration.type == "lexical_declaration" or value.end_byte <= used[-1].start_byte
