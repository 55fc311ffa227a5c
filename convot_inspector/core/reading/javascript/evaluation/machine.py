"""State of an evaluation: time, limits, and what other code may have changed.

Two kinds of code do not run where they stand. A function that unknown code or a timer was given runs later, maybe
more than once: it sees only what has not changed since then. What follows an ``await`` runs after the code below it:
what it has read must not change any more. Neither may change what existed before it. Every doubt ends the evaluation.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from convot_inspector.core.reading.javascript.evaluation.operators import LONGEST_TEXT
from convot_inspector.core.reading.javascript.evaluation.scopes import Scope
from convot_inspector.core.reading.javascript.evaluation.values import (
    Accessor,
    Class,
    Function,
    Held,
    List,
    Native,
    Object,
    Place,
    Primitive,
    Promise,
    ThrownSignal,
    UncertainError,
    Unknown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.evaluation.scopes import Binding
    from convot_inspector.core.reading.javascript.evaluation.values import (
        Value,
    )
    from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
    from convot_inspector.core.reading.source import Source

_MOST_STEPS = 20_000
_MOST_DEPTH = 100  # levels of expressions, statements and calls
_MOST_TASKS = 50
_MOST_MADE = 60_000  # of all of them together, so that neither memory nor time grows with a hostile text


class Task(NamedTuple):
    """A function that runs later, and the time since when it may have run."""

    function: Function
    given: tuple[Value, ...]
    since: int


class Machine(ABC):
    """The state of one evaluation."""

    def __init__(self, tree: SyntaxTree, source: Source) -> None:
        self.tree, self.source = tree, source
        self.globals = Scope(None)
        self.clock = 0
        self.doubts = 0  # operations so far that may throw
        self.tasks: list[Task] = []
        self.called: set[int] = set()  # functions that ran, by the node's id
        self.read_names: set[str] = set()
        self._steps_left, self._depth, self._left_to_make = _MOST_STEPS, 0, _MOST_MADE
        self._frozen_before = 0
        self._since: int | None = None
        self._is_early = self._catches = False

    @abstractmethod
    def evaluate(self, node: Node, scope: Scope) -> Value:
        """Return the value of an expression."""

    @abstractmethod
    def call(self, function: Value, this: Value | None, given: list[Value], at: Place) -> Value:
        """Return what a function returns."""

    def place(self, node: Node) -> Place:
        """Return where a node stands."""
        is_text = node.type in ("string", "template_string")
        return Place(self.source, *self.tree.span(node), node if is_text else None)

    def undefined(self, at: Place) -> Primitive:
        """Return undefined."""
        return Primitive("undefined", None, at)

    def text(self, text: str, at: Place) -> Primitive:
        """Return a text that was computed."""
        self.spend(len(text))
        return Primitive("text", text, at._replace(node=None))

    def spend(self, size: int) -> None:
        """Count characters or items that are made or walked through. Raises UncertainError for too many."""
        self._left_to_make -= size
        if size > LONGEST_TEXT or self._left_to_make < 0:
            raise UncertainError

    def counted(self, value: Value) -> Value:
        """Count the characters of a text that an operator made; return it."""
        if isinstance(value, Primitive) and value.kind == "text":
            self.spend(len(str(value.value)))
        return value

    def tick(self) -> int:
        """Return the next time of the clock."""
        self.clock += 1
        return self.clock

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Count one step and one level."""
        self._steps_left -= 1
        self._depth += 1
        if self._steps_left < 0 or self._depth > _MOST_DEPTH:
            raise UncertainError
        try:
            yield
        finally:
            self._depth -= 1

    @contextmanager
    def apart(self, since: int | None = None, *, is_early: bool = False) -> Iterator[None]:
        """Evaluate code that may not run here: it must not change what exists now."""
        before = self._frozen_before, self._since, self._is_early
        self._frozen_before, self._is_early = self.tick(), is_early or self._is_early
        if since is not None:
            self._since = since if self._since is None else min(since, self._since)
        try:
            yield
        except ThrownSignal as signal:
            raise UncertainError from signal
        finally:
            self._frozen_before, self._since, self._is_early = before

    @contextmanager
    def asynchronous(self) -> Iterator[None]:
        """Evaluate a function that catches its errors, and of which a part may run later."""
        before = self._frozen_before, self._since, self._is_early, self._catches
        self._catches = True
        try:
            yield
        except ThrownSignal as signal:
            raise UncertainError from signal
        finally:
            self._frozen_before, self._since, self._is_early, self._catches = before

    def suspend(self) -> None:
        """Take the rest of a function to run later, because it waits."""
        self._frozen_before, self._is_early = self.tick(), True

    def is_reliable(self, held: Held | Binding) -> bool:
        """Return whether what is held now is what the code sees when it runs: no unknown code has it.

        Raises UncertainError if the program itself changes it in between.
        """
        if held.created < self._frozen_before:
            if self._is_early:
                held.is_read_early = True
            if self._since is not None and held.changed > self._since:
                raise UncertainError
        return not (isinstance(held, Held) and held.is_leaked)

    def change(self, held: Held | Binding) -> None:
        """Note a change. Raises UncertainError where it may not happen now, or not be seen."""
        if held.created < self._frozen_before or held.is_read_early:
            raise UncertainError
        if isinstance(held, Held) and held.is_frozen:
            raise UncertainError
        held.changed = self.tick()

    def doubt(self, at: Place) -> Unknown:
        """Return an unknown value of an operation that may also throw."""
        self.note_doubt()
        return Unknown(at)

    def note_doubt(self) -> None:
        """Count an operation that may throw."""
        self.doubts += 1
        if self._catches:
            self.suspend()

    def leak(self, *values: Value | Accessor) -> None:
        """Take values to be in the hands of unknown code. Raises UncertainError for the global object."""
        pending = list(values)
        while pending:
            value = pending.pop()
            match value:
                case Object() if not value.is_leaked:
                    value.is_leaked = True
                    pending += value.members.values()
                    pending += value.methods.methods.values() if value.methods is not None else ()
                case List() if not value.is_leaked:
                    value.is_leaked = True
                    pending += value.items
                case Promise():
                    pending.append(value.value)
                case Accessor():
                    pending.append(value.get)
                case Function():
                    self.later(value)
                    pending += value.bound
                    pending += [value.this] if isinstance(value.this, Object) else []
                case Native(name="window") | Class():
                    raise UncertainError
            if isinstance(value, (Object, List)) and value.is_read_early:
                raise UncertainError

    def later(self, function: Function, *given: Value) -> None:
        """Run a function after the program."""
        if any(task.function is function and task.given == given for task in self.tasks):
            return
        if len(self.tasks) >= _MOST_TASKS:
            raise UncertainError
        self.tasks.append(Task(function, given, self.clock))
