"""Rebuilding index entries from the items in the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.keychain.index.model import AppEntry, Slot
from convot_inspector.keychain.item import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convot_inspector.keychain.index.model import Index
    from convot_inspector.keychain.item import Item


def add_found_items(index: Index, found: Mapping[int, Item]) -> Index:
    """Return the index with entries for items that it does not list. ``found``: items by slot number.

    The newest item of an app has its current secret and its name; each older one was rotated away when the next one was
    created.
    """
    known = {e.id for e in index.apps}
    for number, item in sorted(found.items(), key=lambda pair: pair[1].created):
        entry = _entry_for(index, item)
        if entry.id not in known:
            entry = replace(entry, name=_unique_name(index, entry.id, item.app), key=item.key)
        index = _with_slot(index.with_app(entry), Slot(number, entry.id, item.uid, "current", "active", item.created))
    return index


def _with_slot(index: Index, slot: Slot) -> Index:
    now = index.current(slot.app)
    if now is None or now.state != "active" or now.created < slot.created:
        return index.with_current(slot)
    newer = [s.created for s in index.slots_of(slot.app) if s.created > slot.created]
    return index.with_slots(replace(slot, role="previous", rotated=min(newer, default="")))


def _entry_for(index: Index, item: Item) -> AppEntry:
    """Return the entry of an item's app, found by id, or by name for items of early versions without an id."""
    if item.app_id:
        known = (e for e in index.apps if e.id == item.app_id)
    else:
        known = (e for e in index.apps if e.name == item.app)
    return next(known, AppEntry(item.app_id or new_id(), item.app))


def _unique_name(index: Index, app: str, name: str) -> str:
    """Return the name, with a number added if another app has it."""
    taken = {e.name for e in index.apps if e.id != app}
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free
