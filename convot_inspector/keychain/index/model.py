"""The index: which apps exist and which slot of the store has which secret. It contains nothing of a secret."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Setting

Role = Literal["current", "previous"]
State = Literal["pending", "active", "deleting"]
"""``pending``: saved before the item is written. ``deleting``: saved before the item is deleted."""


@dataclass(frozen=True)
class AppEntry:
    """An app. ``id``: 16 hex digits, unchanged by renaming. ``key``: the public app key.

    ``setting``: *Require identity verification* in Convot, as the user said. ``changed``: when the name or the key was
    changed; UTC, ISO 8601; empty if never.
    """

    id: str
    name: str
    setting: Setting = "unknown"
    key: str = ""
    changed: str = ""


@dataclass(frozen=True)
class Slot:
    """A slot of the store and the item that belongs in it.

    ``app``: an `AppEntry`'s id. ``uid``: the item's. ``created``, ``rotated``: when the item was made, and when its
    secret was rotated away; UTC, ISO 8601.
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
    """The index, immutable. ``apps`` are in the user's order."""

    apps: tuple[AppEntry, ...] = ()
    slots: tuple[Slot, ...] = ()

    def slots_of(self, app: str) -> tuple[Slot, ...]:
        """Return the slots of an app, newest first."""
        return self._by_app.get(app, ())

    def current(self, app: str) -> Slot | None:
        """Return the slot of an app's current secret; an active one takes precedence over an unfinished one."""
        slots = [s for s in self.slots_of(app) if s.role == "current"]
        return next((s for s in slots if s.state == "active"), slots[0] if slots else None)

    def previous(self, app: str) -> tuple[Slot, ...]:
        """Return the slots of an app's rotated secrets, newest first."""
        return tuple(s for s in self.slots_of(app) if s.role == "previous" and s.state == "active")

    @property
    def unfinished(self) -> tuple[Slot, ...]:
        """The slots whose saving or removal was not finished."""
        return tuple(s for s in self.slots if s.state != "active")

    @cached_property
    def _by_app(self) -> dict[str, tuple[Slot, ...]]:
        grouped: dict[str, list[Slot]] = {}
        for slot in sorted(self.slots, key=lambda s: s.created, reverse=True):
            grouped.setdefault(slot.app, []).append(slot)
        return {app: tuple(slots) for app, slots in grouped.items()}

    def with_app(self, entry: AppEntry) -> Index:
        """Return a copy with that app, in place of the one with its id or at the end."""
        if any(e.id == entry.id for e in self.apps):
            return replace(self, apps=tuple(entry if e.id == entry.id else e for e in self.apps))
        return replace(self, apps=(*self.apps, entry))

    def without_app(self, app: str) -> Index:
        """Return a copy without that app, which must not have slots."""
        return replace(self, apps=tuple(e for e in self.apps if e.id != app))

    def moved(self, app: str, before: str | None) -> Index:
        """Return a copy with an app moved in front of ``before``, or to the end."""
        entry = next(e for e in self.apps if e.id == app)
        rest = [e for e in self.apps if e.id != app]
        place = next((at for at, e in enumerate(rest) if e.id == before), len(rest))
        return replace(self, apps=(*rest[:place], entry, *rest[place:]))

    def with_slots(self, *changed: Slot) -> Index:
        """Return a copy with these slots, in place of those with the same numbers."""
        numbers = {s.number for s in changed}
        return replace(self, slots=(*(s for s in self.slots if s.number not in numbers), *changed))

    def with_current(self, slot: Slot, *, obsolete: frozenset[str] = frozenset()) -> Index:
        """Return a copy with that slot as its app's current one; the old current one becomes a previous one.

        ``obsolete``: uids of the app's items to mark as deleting.
        """
        before = self.current(slot.app)
        changed = [replace(slot, role="current", state="active", rotated="")]
        if before is not None and before.number != slot.number:
            changed.append(replace(before, role="previous", rotated=slot.created))
        index = self.with_slots(*changed)
        gone = (s for s in index.slots_of(slot.app) if s.uid in obsolete and s.number != slot.number)
        return index.with_slots(*(replace(s, state="deleting") for s in gone))

    def without_slots(self, *dropped: Slot) -> Index:
        """Return a copy without these slots, and without apps that have no slot left."""
        numbers = {s.number for s in dropped}
        left = tuple(s for s in self.slots if s.number not in numbers)
        gone = {s.app for s in dropped} - {s.app for s in left}
        return Index(tuple(e for e in self.apps if e.id not in gone), left)
