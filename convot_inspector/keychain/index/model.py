"""Which apps there are and which slot of the store holds which of their secrets. Nothing in it comes from a secret."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

Role = Literal["current", "previous"]
State = Literal["pending", "active", "deleting"]
"""``pending``: noted before the item is written. ``deleting``: noted before it is removed."""


@dataclass(frozen=True)
class Entry:
    """An app in the list. ``id``: 16 hex digits that stay when it is renamed. ``key``: its public app key."""

    id: str
    name: str
    enforced: bool = False
    key: str = ""


@dataclass(frozen=True)
class Slot:
    """Which secret a slot is for: the one of ``app`` (an `Entry`'s id) whose item says ``uid``.

    ``created``, ``rotated``: when the item was made, and when its secret was rotated away; UTC, ISO 8601.
    """

    number: int
    app: str
    uid: str
    role: Role
    state: State
    created: str
    rotated: str = ""


@dataclass(frozen=True)
class Index:
    """Immutable: a change is a new index, written whole. ``apps`` are in the user's order."""

    apps: tuple[Entry, ...] = ()
    slots: tuple[Slot, ...] = ()

    def slots_of(self, app: str) -> tuple[Slot, ...]:
        """That app's slots, newest first."""
        return self._by_app.get(app, ())

    def current(self, app: str) -> Slot | None:
        """The slot of that app's current secret: the one in force, before one whose saving is not finished."""
        slots = [s for s in self.slots_of(app) if s.role == "current"]
        return next((s for s in slots if s.state == "active"), slots[0] if slots else None)

    def previous(self, app: str) -> tuple[Slot, ...]:
        """The slots of that app's rotated secrets, newest first."""
        return tuple(s for s in self.slots_of(app) if s.role == "previous" and s.state == "active")

    @property
    def unsettled(self) -> tuple[Slot, ...]:
        """The slots whose saving or removal is not finished."""
        return tuple(s for s in self.slots if s.state != "active")

    @cached_property
    def _by_app(self) -> dict[str, tuple[Slot, ...]]:
        grouped: dict[str, list[Slot]] = {}
        for slot in sorted(self.slots, key=lambda s: s.created, reverse=True):
            grouped.setdefault(slot.app, []).append(slot)
        return {app: tuple(slots) for app, slots in grouped.items()}

    def with_app(self, entry: Entry) -> Index:
        """The same with that app, in its old place if there is one with its id."""
        if any(e.id == entry.id for e in self.apps):
            return replace(self, apps=tuple(entry if e.id == entry.id else e for e in self.apps))
        return replace(self, apps=(*self.apps, entry))

    def without_app(self, app: str) -> Index:
        """The same without that app, which has no slots any more."""
        return replace(self, apps=tuple(e for e in self.apps if e.id != app))

    def moved(self, app: str, before: str | None) -> Index:
        """The same with that app before the other one, or at the end."""
        entry = next(e for e in self.apps if e.id == app)
        rest = [e for e in self.apps if e.id != app]
        place = next((at for at, e in enumerate(rest) if e.id == before), len(rest))
        return replace(self, apps=(*rest[:place], entry, *rest[place:]))

    def with_slots(self, *changed: Slot) -> Index:
        """The same with these slots, in place of those of the same numbers."""
        numbers = {s.number for s in changed}
        return replace(self, slots=(*(s for s in self.slots if s.number not in numbers), *changed))

    def with_current(self, slot: Slot, *, needless: frozenset[str] = frozenset()) -> Index:
        """The same with that slot's secret in force: the one before it becomes a previous one, in the same step.

        ``needless``: the uids of items of that app that are to be removed.
        """
        before = self.current(slot.app)
        changed = [replace(slot, role="current", state="active", rotated="")]
        if before is not None and before.number != slot.number:
            changed.append(replace(before, role="previous", rotated=slot.created))
        index = self.with_slots(*changed)
        gone = (s for s in index.slots_of(slot.app) if s.uid in needless and s.number != slot.number)
        return index.with_slots(*(replace(s, state="deleting") for s in gone))

    def without_slots(self, *dropped: Slot) -> Index:
        """The same without these slots, and without the apps that had no others."""
        numbers = {s.number for s in dropped}
        left = tuple(s for s in self.slots if s.number not in numbers)
        gone = {s.app for s in dropped} - {s.app for s in left}
        return Index(tuple(e for e in self.apps if e.id not in gone), left)
