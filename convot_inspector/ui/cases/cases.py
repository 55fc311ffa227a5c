"""The list of cases, newest first, with the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from convot_inspector.ui.cases.case import Case

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 200  # cases; the oldest is dropped when there are more


class Cases(QObject):
    """Cases in memory. There is always a current one. ``clock`` returns the time of day in words."""

    changed = Signal()
    """The list, or what is said of a case."""

    def __init__(self, clock: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self.current = Case(clock())
        self._listed: list[Case] = [self.current]
        self._before: Case | None = None

    @property
    def listed(self) -> tuple[Case, ...]:
        """All cases that hold a text, and the current one, newest first."""
        return tuple(case for case in self._listed if case is self.current or not case.is_empty)

    @property
    def before(self) -> Case | None:
        """The case that was shown before the current one."""
        return self._before if self._before in self._listed and self._before is not self.current else None

    def begin(self) -> Case:
        """Make a new case the current one, unless the current one is empty."""
        if not self.current.is_empty:
            self.choose(Case(self._clock()))
        return self.current

    def choose(self, case: Case) -> None:
        """Make a case the current one; an unknown one is new."""
        if case not in self._listed:
            self._listed = [case, *self.listed][:_MOST]
        if case is not self.current:
            self._before, self.current = self.current, case
        self.changed.emit()

    def add(self, case: Case) -> None:
        """List a case without showing it; going back leads to it."""
        self._listed = [case, *self.listed][:_MOST]
        self._before = case
        self.changed.emit()

    def remove(self, case: Case) -> Case:
        """Remove a case; return the one that is current now: the next older, or an empty new one."""
        at = self._listed.index(case)
        self._listed.remove(case)
        if case is self.current:
            older = [each for each in self._listed[at:] or self._listed[:at] if not each.is_empty]
            self.current = older[0] if older else Case(self._clock())
            if self.current not in self._listed:
                self._listed.insert(0, self.current)
        if self._before is case:
            self._before = None
        self.changed.emit()
        return self.current

    def lock(self) -> None:
        """Drop the secrets that texts were checked with."""
        for case in self._listed:
            case.other = None

    def forget(self) -> Case:
        """Remove all cases; return the empty one that is current now."""
        self._before, self.current = None, Case(self._clock())
        self._listed = [self.current]
        self.changed.emit()
        return self.current
