"""Which apps there are and which slot of the store holds which of their secrets. Nothing in it comes from a secret."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any, Literal, get_args

SCHEMA = 1

Role = Literal["current", "previous"]
State = Literal["pending", "active", "deleting"]
"""``pending``: noted before the item is written. ``deleting``: noted before it is removed."""


@dataclass(frozen=True)
class Entry:
    """An app in the list. ``id``: 16 hex digits that stay when it is renamed."""

    id: str
    name: str
    enforced: bool = False


@dataclass(frozen=True)
class Slot:
    """Which secret a slot is for: the one of ``app`` (an `Entry`'s id) whose item says ``uid``."""

    number: int
    app: str
    uid: str
    role: Role
    state: State
    created: str


@dataclass(frozen=True)
class Index:
    """Immutable: a change is a new index, written whole. ``apps`` are in the user's order."""

    apps: tuple[Entry, ...] = ()
    slots: tuple[Slot, ...] = ()

    def slots_of(self, app: str) -> tuple[Slot, ...]:
        """That app's slots: its current secret's, then the rotated ones', newest first."""
        return self._by_app.get(app, ())

    @cached_property
    def _by_app(self) -> dict[str, tuple[Slot, ...]]:
        grouped: dict[str, tuple[Slot, ...]] = {}
        newest_first = sorted(self.slots, key=lambda s: s.created, reverse=True)
        for slot in sorted(newest_first, key=lambda s: s.role):
            grouped[slot.app] = (*grouped.get(slot.app, ()), slot)
        return grouped

    def with_app(self, entry: Entry) -> Index:
        """The same with that app, in its old place if there is one with its id."""
        if any(e.id == entry.id for e in self.apps):
            return replace(self, apps=tuple(entry if e.id == entry.id else e for e in self.apps))
        return replace(self, apps=(*self.apps, entry))

    def with_slots(self, *changed: Slot) -> Index:
        """The same with these slots, in place of those of the same numbers."""
        numbers = {s.number for s in changed}
        return replace(self, slots=(*(s for s in self.slots if s.number not in numbers), *changed))

    def without_slots(self, *dropped: Slot) -> Index:
        """The same without these slots, and without the apps that had no others."""
        numbers = {s.number for s in dropped}
        left = tuple(s for s in self.slots if s.number not in numbers)
        gone = {s.app for s in dropped} - {s.app for s in left}
        return Index(tuple(e for e in self.apps if e.id not in gone), left)

    def to_text(self) -> str:
        """The index file's JSON."""
        slots = {str(s.number): asdict(s) for s in sorted(self.slots, key=lambda s: s.number)}
        for slot in slots.values():
            del slot["number"]
        apps = [asdict(e) for e in self.apps]
        return json.dumps({"schema": SCHEMA, "apps": apps, "slots": slots}, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class Reading:
    """An index file's content. ``newer``: written by a later version; then what is understood of it is read."""

    index: Index
    newer: bool


def read_index(text: str) -> Reading:
    """ValueError, without any of the text, if it is no index."""
    try:
        data = json.loads(text)
        schema = data["schema"]
    except (ValueError, TypeError, KeyError, RecursionError):
        schema = None
    if type(schema) is not int or schema < 1:
        raise ValueError("not an index")
    index = _index(data)
    if index is None and schema == SCHEMA:
        raise ValueError("not an index")
    return Reading(index or Index(), newer=schema > SCHEMA)


def _index(data: dict[str, Any]) -> Index | None:
    try:
        apps = tuple(_entry(e) for e in data["apps"])
        slots = tuple(_slot(int(number), s) for number, s in data["slots"].items())
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    ids = {e.id for e in apps}
    return Index(apps, slots) if len(ids) == len(apps) and ids.issuperset(s.app for s in slots) else None


def _entry(data: dict[str, Any]) -> Entry:
    return Entry(_text(data["id"]), _text(data["name"]), data.get("enforced") is True)


def _slot(number: int, data: dict[str, Any]) -> Slot:
    role, state = data["role"], data["state"]
    if role not in get_args(Role) or state not in get_args(State):
        raise ValueError("not an index")
    return Slot(number, _text(data["app"]), _text(data["uid"]), role, state, _text(data["created"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
