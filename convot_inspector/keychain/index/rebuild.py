"""Rebuilding index entries from the items in the store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.keychain.index.model import AppEntry, Index, Slot
from convot_inspector.keychain.item import new_id
from convot_inspector.keychain.naming import normalized_name

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from convot_inspector.keychain.item import Item


def reconcile(
    index: Index, items: Mapping[int, Item], occupied: Container[int] | None, *, has_checksum: bool
) -> tuple[Index, int]:
    """Return the index with what the items in the store say, and how many of them it did not list or listed wrongly.

    ``items``: the readable items by slot number. ``occupied``: the numbers of the slots that have an item, readable or
    not, or None if that is unknown. An item that is missing stays listed, as the store may have lost it, unless the
    index is proven to be older: by a later item in that slot, or by an item of the same app that it does not list.
    ``has_checksum``: whether the index is as it was written; if not, its names may be exchanged.
    """
    wrong = {s for s in index.slots if s.number in items and not belongs(items[s.number], s)}
    known = {s.number for s in index.slots} - {s.number for s in wrong}
    found = {number: item for number, item in items.items() if number not in known}
    if occupied is not None:
        outdated = {item.app_id for item in found.values()}
        wrong |= {s for s in index.slots if s.app in outdated and s.number not in occupied}
    kept = Index(index.apps, tuple(s for s in index.slots if s not in wrong))
    result = _with_items(kept, found, items)
    reused = (s for s in wrong if s.number not in items or items[s.number].created > s.created)
    gone = {s.app for s in reused} - {s.app for s in result.slots}  # removed since: only empty slots are written to
    result = Index(tuple(e for e in result.apps if e.id not in gone), result.slots)
    lost = {s.app for s in wrong} - {s.app for s in result.slots if s.role == "current"}
    result = _with_newest_current(result, items, lost)
    newest = _newest_items(result, items)
    result = _with_names_of_items(result, newest, has_checksum=has_checksum)
    return _with_distinct_names(result, newest), len(found)


def belongs(item: Item, slot: Slot) -> bool:
    """Return whether an item is the one that belongs in a slot."""
    return item.uid == slot.uid and item.app_id in {"", slot.app}


def add_found_items(index: Index, found: Mapping[int, Item]) -> Index:
    """Return the index with entries for items in slots that it does not list, by slot number."""
    return _with_distinct_names(_with_items(index, found, found), {e.id for e in index.apps})


def _with_items(index: Index, found: Mapping[int, Item], items: Mapping[int, Item]) -> Index:
    """Return the index with entries for the found ones of the items.

    The newest item of an app has its current secret and its name; each older one was rotated away when the next one was
    created.
    """
    known = {e.id for e in index.apps}
    for number, item in sorted(found.items(), key=lambda pair: (pair[1].created, pair[1].changed)):
        entry = _entry_for(index, item)
        if entry.id not in known:
            entry = replace(entry, name=_printable(item.app), key=item.key, changed=item.changed)
        slot = Slot(number, entry.id, item.uid, "current", "active", item.created)
        index = _with_slot(index.with_app(entry), slot, items, entry.changed)
    return index


def _with_slot(index: Index, slot: Slot, items: Mapping[int, Item], changed: str) -> Index:
    """Return the index with that slot. ``changed``: see `AppEntry`."""
    now = index.current(slot.app)
    if now is None or now.state != "active" or now.created < slot.created:
        return index.with_current(slot)
    if now.created == slot.created:  # written again when the app's name or key was changed
        item, other = items[slot.number], items.get(now.number)
        is_same = other is not None and item.app_id != "" and item.secret == other.secret
        if item.changed > (changed if other is None else other.changed):
            return index.with_current(slot, obsolete=frozenset({now.uid} if is_same else ()))
        return index.with_slots(replace(slot, role="previous", state="deleting" if is_same else "active"))
    newer = [s.created for s in index.slots_of(slot.app) if s.created > slot.created]
    return index.with_slots(replace(slot, role="previous", rotated=min(newer, default="")))


def _with_newest_current(index: Index, items: Mapping[int, Item], lost: Container[str]) -> Index:
    """Return the index with the newest item of each app as its current one: see `new_item`.

    Early versions, whose items have no app id, did not ensure that order. ``lost``: ids of apps whose current item does
    not exist any more.
    """
    for slot in index.slots:
        item = items.get(slot.number)
        if item is not None and item.created != slot.created:
            index = index.with_slots(replace(slot, created=item.created))
    for entry in index.apps:
        slots = [s for s in index.slots_of(entry.id) if s.state == "active"]
        has_ids = all(items[s.number].app_id for s in slots if s.number in items)
        if slots and has_ids and slots[0].role == "previous" and entry.id not in lost:
            index = index.with_current(slots[0])
    return index


def _newest_items(index: Index, items: Mapping[int, Item]) -> dict[str, Item]:
    """Return the item of each app that has its latest name and key."""
    newest: dict[str, Item] = {}
    for slot in index.slots:
        item, best = items.get(slot.number), newest.get(slot.app)
        if item is not None and (best is None or (best.changed, best.created) < (item.changed, item.created)):
            newest[slot.app] = item
    return newest


def _with_names_of_items(index: Index, newest: Mapping[str, Item], *, has_checksum: bool) -> Index:
    """Return the index with the names and keys of items that were written after an entry was.

    Without a checksum also in place of a name that the items of another app have.
    """
    names = {item.app: app for app, item in newest.items()}
    for entry in index.apps:
        item = newest.get(entry.id)
        if item is None:
            continue
        is_exchanged = not has_checksum and entry.name != item.app and names.get(entry.name, entry.id) != entry.id
        if item.changed > entry.changed or is_exchanged:
            changed = replace(entry, name=_printable(item.app), key=item.key, changed=item.changed)
            index = index.with_app(changed)
    return index


def _with_distinct_names(index: Index, preferred: Container[str]) -> Index:
    """Return the index with a number added to names that another app has. ``preferred``: ids of apps without one."""
    taken: set[str] = set()
    for entry in sorted(index.apps, key=lambda e: e.id not in preferred):
        number, name = 1, entry.name
        while normalized_name(name) in taken:
            number += 1
            name = f"{entry.name} ({number})"
        taken.add(normalized_name(name))
        if name != entry.name:
            index = index.with_app(replace(entry, name=name))
    return index


def _printable(name: str) -> str:
    """Return a name of an item that the index file can hold: without lone surrogates."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _entry_for(index: Index, item: Item) -> AppEntry:
    """Return the entry of an item's app, found by id, or by name for items of early versions without an id."""
    if item.app_id:
        known = (e for e in index.apps if e.id == item.app_id)
    else:
        known = (e for e in index.apps if e.name == item.app)
    return next(known, AppEntry(item.app_id or new_id(), item.app))
