"""Finishing what was interrupted, whatever died in between.

Adding: index ``pending`` → write → read back → index ``active``. Rotating: the same, and the secret before becomes
previous in the last step. Removing: index ``deleting`` → delete → confirm → drop. What is found half done is brought
to its end; what cannot be read now is left alone until it can.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.keychain.errors import StoreError
from convot_inspector.keychain.item import Item
from convot_inspector.keychain.secret_cache import GONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.index.model import Index, Slot
    from convot_inspector.keychain.index.store import Ledger
    from convot_inspector.keychain.secret_cache import Holding
    from convot_inspector.keychain.slots import Content
    from convot_inspector.keychain.stores.secret_store import SecretStore


def settle_all(ledger: Ledger, holding: Holding, store: SecretStore) -> None:
    """Finish everything that can be finished now."""
    while True:
        before = ledger.index
        pending = {s.app for s in before.unsettled if s.state == "pending"}
        replaced = (before.current(app) for app in pending)  # whether it is still there decides what becomes of it
        contents = holding.look({s.number: s for s in (*replaced, *before.unsettled) if s is not None}.values())
        finish(ledger, holding, store, contents)
        if ledger.index == before or not ledger.index.unsettled:
            return


def finish(
    ledger: Ledger, holding: Holding, store: SecretStore, contents: Mapping[Slot, Content], *, keep: bool = True
) -> Reason | None:
    """Finish what is pending and deleting among these, and save. Why a deletion failed, None if none did.

    ``keep``: whether an item that was written is kept, though nobody was told of it.
    """
    index, reason = ledger.index, None
    for slot, content in contents.items():
        if slot.state == "active" or not (isinstance(content, Item) or content in GONE):
            continue
        ours = isinstance(content, Item) or content == "damaged"
        if slot.state == "pending" and keep and ours:
            if isinstance(content, Item):
                index = put_in_force(index, slot, holding)
            continue
        try:
            if ours:
                store.delete(slot.number)
            index = index.without_slots(slot)
            holding.drop(slot.uid)
        except StoreError as error:
            reason = error.reason
    if index != ledger.index:
        ledger.save(index)
    return reason


def put_in_force(index: Index, slot: Slot, holding: Holding) -> Index:
    """Make that slot's secret its app's current one.

    The one before becomes a previous one, unless it is gone; a previous one that comes back is not kept twice.
    """
    before, secret = index.current(slot.app), holding.secret(slot.uid)
    needless = {s.uid for s in index.previous(slot.app) if secret and holding.secret(s.uid) == secret}
    if before is not None and holding.trouble(before.uid) in GONE:
        needless.add(before.uid)
    return index.with_current(slot, needless=frozenset(needless))
