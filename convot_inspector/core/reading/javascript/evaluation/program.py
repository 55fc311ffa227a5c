"""The calls that a whole program makes, if its text determines them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.model import IdentifyCall
from convot_inspector.core.reading.javascript.evaluation.made_calls import CallMaker
from convot_inspector.core.reading.javascript.evaluation.scopes import Binding, Scope
from convot_inspector.core.reading.javascript.evaluation.statements import Statements
from convot_inspector.core.reading.javascript.evaluation.values import (
    ThrownSignal,
    UncertainError,
    Unknown,
)
from convot_inspector.core.reading.javascript.scopes.early_ends import script_of
from convot_inspector.core.reading.javascript.scopes.exposure import Exposure
from convot_inspector.core.reading.javascript.scopes.roles import FUNCTIONS
from convot_inspector.core.reading.javascript.values import members
from convot_inspector.core.reading.whole_words import whole_words

if TYPE_CHECKING:
    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.evaluation.values import (
        Function,
        Place,
        Value,
    )
    from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
    from convot_inspector.core.reading.source import Source

_MOST_CALLS = 200
_MOST_NODES = 20_000  # of functions that did not run


class Made(NamedTuple):
    """A call that the program makes, and where its callee stands: from ``start`` to ``end``."""

    start: int
    end: int
    call: IdentifyCall | None


def made_calls(tree: SyntaxTree, source: Source) -> tuple[Made, ...]:
    """Return the calls of a program in the order in which it makes them; none if the text does not determine them.

    A place at which a call is made with something unknown has None as its call.
    """
    if tree.root.has_error or tree.is_aborted:
        return ()
    exposure = Exposure(tree, source)
    if exposure.hides_changes:
        return ()
    program = _Program(tree, source, exposure)
    try:
        program.run_program()
    except (UncertainError, ThrownSignal, RecursionError):
        return ()
    return tuple(program.made) if program.is_certain() else ()


class _Program(Statements):
    def __init__(self, tree: SyntaxTree, source: Source, exposure: Exposure) -> None:
        super().__init__(tree, source)
        self._exposure = exposure
        self.made: list[Made] = []
        self._calls = CallMaker(self)

    def identify(self, given: list[Value], callee: Place) -> None:
        """Take note of a call of ``Convot.identify``."""
        if len(self.made) >= _MOST_CALLS:
            raise UncertainError
        call = self._calls.call(given[0], self.place(self.site)) if len(given) == 1 and self.site is not None else None
        if len(given) > 1 and self.site is not None and self._is_per_item():
            call = self._calls.call(given[0], self.place(self.site))
        self.made.append(Made(callee.start, callee.end, call))

    def _is_per_item(self) -> bool:
        """Return whether the call is made by ``forEach(Convot.identify)``, which also passes the index."""
        function = self.site.child_by_field_name("function") if self.site is not None else None
        key = function.child_by_field_name("property") if function is not None else None
        return key is not None and self.tree.source(key) in ("forEach", "map")

    def run_program(self) -> None:
        """Run all scripts, and then what they leave to run later."""
        root, starts = self.tree.root, self.source.script_starts
        scope = Scope(self.globals) if self._exposure.is_module else self.globals
        for _, script in groupby(members(root), lambda node: script_of(self.tree, starts, node)):
            if self.doubts:
                raise UncertainError  # an earlier script may have ended early
            self._run_script(list(script), scope)
        done = 0
        while done < len(self.tasks):
            task = self.tasks[done]
            done += 1
            with self.apart(task.since):
                self._run_later(task.function, list(task.given))

    def _run_script(self, statements: list[Node], scope: Scope) -> None:
        for statement in statements:
            self.declare_vars(statement, scope)
            if statement.type == "import_statement":
                self._import(statement, scope)
        try:
            self.run_all(statements, scope)
        except ThrownSignal:
            self.note_doubt()

    def _run_later(self, function: Function, given: list[Value]) -> None:
        parameters = function.node.child_by_field_name("parameters") or function.node
        unknown: list[Value] = [Unknown(self.place(function.node))] * parameters.named_child_count
        try:
            self.call(function, None, given or unknown, self.place(function.node))
        except ThrownSignal:
            self.note_doubt()

    def _import(self, statement: Node, scope: Scope) -> None:
        pending = list(statement.named_children)
        while pending:
            node = pending.pop()
            if node.type == "identifier":
                scope.names[self.plain_name(node)] = Binding(Unknown(self.place(node)), "import", self.tick())
            elif node.type == "import_specifier":
                pending.append(node.child_by_field_name("alias") or self.part(node, "name"))
            else:
                pending.extend(node.named_children)

    def is_certain(self) -> bool:
        """Return whether nothing that did not run here may change what was read."""
        if (self.doubts or self.tasks) and not self.read_names.isdisjoint(self._names_in_others()):
            return False
        return not self._is_changed_elsewhere()

    def _names_in_others(self) -> set[str]:
        """Return the names of variables in functions that did not run: unknown code may call them."""
        names: set[str] = set()
        pending: list[tuple[Node, bool]] = [(self.tree.root, False)]
        left = _MOST_NODES
        while pending:
            node, is_inside = pending.pop()
            left -= 1
            if left < 0:
                return set(self.read_names)
            is_inside = is_inside or (node.type in FUNCTIONS and node.id not in self.called)
            if is_inside and node.type in ("identifier", "shorthand_property_identifier", "property_identifier"):
                names.add(self.tree.source(node))
            pending.extend((child, is_inside) for child in node.named_children)
        return names

    def _is_changed_elsewhere(self) -> bool:
        """Return whether other scripts or handlers of the page name a variable of the program."""
        if self.source.is_pasted:
            return False
        text, pasted = self.source.text, self.source.pasted
        for name in self.read_names & set(self.globals.names):
            own = {self.source.span(start, end)[0] for start, end in whole_words(text, name)}
            if any(start not in own for start, _ in whole_words(pasted, name)):
                return True
        return False


def calls_at(made: tuple[Made, ...], place: int, answer: IdentifyCall | object) -> tuple[IdentifyCall, ...]:
    """Return the calls of the callee at a place; none if ``answer``, read without evaluation, tells as much."""
    found = [each.call for each in made if each.start <= place < each.end]
    known = [call for call in found if call is not None]
    if not known or len(known) < len(found):
        return ()
    most = _unknown(answer) if isinstance(answer, IdentifyCall) else len(IDENTITY_FIELDS)
    return tuple(known) if max(map(_unknown, known)) < most else ()


def _unknown(call: IdentifyCall) -> int:
    fields = (call.fields.get(name) for name in IDENTITY_FIELDS)
    return sum(field is not None and field.kind == "expression" for field in fields)
