"""Recovery of interrupted changes, after the process, the keychain or the disk failed at any point.

Adding: save the slot as ``pending``, write the item, read it back, save the slot as ``active``. Rotating: the same; the
last step also makes the old secret a previous one. Removing: save the slot as ``deleting``, delete the item, confirm
that, drop the slot. Recovery completes what it finds half done, and leaves alone what cannot be read now.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.keychain.errors import StoreError
from convot_inspector.keychain.item import Item
from convot_inspector.keychain.secret_cache import LOST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.index.model import Index, Slot
    from convot_inspector.keychain.index.store import IndexStore
    from convot_inspector.keychain.secret_cache import SecretCache
    from convot_inspector.keychain.slots import Content
    from convot_inspector.keychain.stores.secret_store import SecretStore


def recover_all(index_store: IndexStore, cache: SecretCache, store: SecretStore) -> None:
    """Finish every unfinished change whose items can be read now."""
    while True:
        before = index_store.index
        pending = {s.app for s in before.unfinished if s.state == "pending"}
        replaced = (before.current(app) for app in pending)  # `activate` keeps it only if it still exists
        contents = cache.read({s.number: s for s in (*replaced, *before.unfinished) if s is not None}.values())
        finish_changes(index_store, cache, store, contents)
        if index_store.index == before or not index_store.index.unfinished:
            return


def finish_changes(
    index_store: IndexStore,
    cache: SecretCache,
    store: SecretStore,
    contents: Mapping[Slot, Content],
    *,
    keep: bool = True,
) -> Reason | None:
    """Finish the pending and deleting slots of ``contents``, and save the index.

    Return the reason why a deletion failed, or None. ``keep``: whether to keep pending items that were written
    completely; False removes them.
    """
    index, reason = index_store.index, None
    for slot, content in contents.items():
        if slot.state == "active" or not (isinstance(content, Item) or content in LOST):
            continue
        ours = isinstance(content, Item) or content == "damaged"
        if slot.state == "pending" and keep and isinstance(content, Item):
            index = activate(index, slot, cache)
            continue
        if slot.state == "pending" and keep and content == "damaged" and len(index.slots_of(slot.app)) == 1:
            # List the app, with its problem. The damaged secret of an app that has another one is removed.
            index = index.with_slots(replace(slot, state="active"))
            continue
        try:
            if ours:
                store.delete(slot.number)
            index = index.without_slots(slot)
            cache.discard(slot.uid)
        except StoreError as error:
            reason = error.reason
    if index != index_store.index:
        index_store.save(index)
    return reason


def with_written_items(index: Index, cache: SecretCache) -> Index:
    """Return the index as finishing the pending slots would make it, without changing the store."""
    pending = cache.read(s for s in index.unfinished if s.state == "pending")
    for slot, content in pending.items():
        if isinstance(content, Item):
            index = activate(index, slot, cache)
    return index


def activate(index: Index, slot: Slot, cache: SecretCache) -> Index:
    """Return the index with that slot's secret as the current one of its app.

    The old secret becomes a previous one, unless it is lost. Any other item with an equal secret is removed. A slot
    that was saved for a previous secret remains one, and one that is older than the current secret becomes one.
    """
    before, secret = index.current(slot.app), cache.secret(slot.uid)
    if slot.role == "previous":
        return index.with_slots(replace(slot, state="active"))
    if before is not None and before.state == "active" and before.created > slot.created:
        newer = min(s.created for s in index.slots_of(slot.app) if s.created > slot.created)
        return index.with_slots(replace(slot, role="previous", state="active", rotated=newer))
    obsolete = {s.uid for s in index.slots_of(slot.app) if secret and cache.secret(s.uid) == secret}
    if before is not None and cache.failure(before.uid) in LOST:
        obsolete.add(before.uid)
    return index.with_current(slot, obsolete=frozenset(obsolete))
