"""Making the index again from the items, which describe themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.keychain.index.model import Entry, Slot
from convot_inspector.keychain.item import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convot_inspector.keychain.index.model import Index
    from convot_inspector.keychain.item import Item


def with_found(index: Index, found: Mapping[int, Item]) -> Index:
    """The index with the items that it does not know, by slot number, put to their apps.

    An app's newest item is its current secret and says its name; each other one was rotated when the next was made.
    """
    known = {e.id for e in index.apps}
    for number, item in sorted(found.items(), key=lambda pair: pair[1].created):
        entry = _entry_for(index, item)
        if entry.id not in known:
            entry = replace(entry, name=_free_name(index, entry.id, item.app), key=item.key)
        index = _with_slot(index.with_app(entry), Slot(number, entry.id, item.uid, "current", "active", item.created))
    return index


def _with_slot(index: Index, slot: Slot) -> Index:
    now = index.current(slot.app)
    if now is None or now.state != "active" or now.created < slot.created:
        return index.with_current(slot)
    newer = [s.created for s in index.slots_of(slot.app) if s.created > slot.created]
    return index.with_slots(replace(slot, role="previous", rotated=min(newer, default="")))


def _entry_for(index: Index, item: Item) -> Entry:
    """The entry of the app that an item belongs to; an item without an app's id is put to the app of its name."""
    if item.app_id:
        known = (e for e in index.apps if e.id == item.app_id)
    else:
        known = (e for e in index.apps if e.name == item.app)
    return next(known, Entry(item.app_id or new_id(), item.app))


def _free_name(index: Index, app: str, name: str) -> str:
    """The name, told apart where another app that was renamed since had it before."""
    taken = {e.name for e in index.apps if e.id != app}
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free
