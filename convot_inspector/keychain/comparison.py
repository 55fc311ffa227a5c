"""Comparison of the index with the items in the store, which are right where the two differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.keychain.index.rebuild import reconcile
from convot_inspector.keychain.slots import find_items, listed_slots
from convot_inspector.keychain.stores.secret_store import SLOTS

if TYPE_CHECKING:
    from convot_inspector.keychain.index.model import Index
    from convot_inspector.keychain.index.store import IndexStore
    from convot_inspector.keychain.stores.secret_store import SecretStore


def compared_index(index_store: IndexStore, store: SecretStore, *, search: bool) -> tuple[Index, int]:
    """Return the index as it should be, and the number of items that it did not list or listed wrongly.

    ``search``: whether to look into every slot of a store that cannot list the occupied ones, as on macOS, where that
    takes long and each item that is read may make the system prompt the user. StoreError if the store is not available.
    """
    occupied = listed_slots(store)
    numbers = occupied
    if numbers is None:
        listed = {s.number for s in index_store.index.slots}
        numbers = frozenset(set(range(SLOTS)) - listed if search else ())
    return reconcile(index_store.index, find_items(store, numbers), occupied, has_checksum=index_store.has_checksum)
