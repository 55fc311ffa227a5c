"""In-memory cache of secrets read from a store, and of the reasons why others could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from convot_inspector.keychain.item import Item
from convot_inspector.keychain.slots import read_slots

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.index.model import Slot
    from convot_inspector.keychain.slots import Content
    from convot_inspector.keychain.stores.secret_store import SecretStore

LOST: Final[frozenset[Content]] = frozenset({"missing", "damaged", "foreign", "forgotten"})
"""The store responded, and the secret does not exist any more."""


class SecretCache:
    """Secrets by item uid. One thread reads the store; others may look up cached entries meanwhile."""

    def __init__(self, store: SecretStore, missing: Reason) -> None:
        """``missing``: the reason to report for an item that the store does not have."""
        self._store = store
        self._missing: Reason = missing
        self._secrets: dict[str, str] = {}
        self._failures: dict[str, Reason] = {}
        self.version = 0
        """Incremented whenever the content may have changed."""

    def secret(self, uid: str) -> str | None:
        """Return the secret, or None if it was not read or cannot be."""
        return self._secrets.get(uid)

    def failure(self, uid: str) -> Reason | None:
        """Return why the secret cannot be read, or None if it was read or not tried."""
        return None if uid in self._secrets else self._failures.get(uid)

    def read(self, slots: Iterable[Slot]) -> dict[Slot, Content]:
        """Read these slots from the store, update the cache and return their contents."""
        contents = read_slots(self._store, tuple(slots))
        for slot, content in contents.items():
            if isinstance(content, Item):
                self.put(slot.uid, content.secret)
                continue
            reason = "damaged" if content == "foreign" else self._missing if content == "missing" else content
            self._failures[slot.uid] = reason
            if content in LOST:  # otherwise, say while the store is locked, the cached secret stays valid
                self._secrets.pop(slot.uid, None)
            self.version += 1
        return contents

    def put(self, uid: str, secret: str) -> None:
        """Cache a secret that is in the store."""
        self._secrets[uid] = secret
        self._failures.pop(uid, None)
        self.version += 1

    def discard(self, uid: str) -> None:
        """Remove the entry of a deleted item."""
        self._secrets.pop(uid, None)
        self._failures.pop(uid, None)
        self.version += 1

    def clear_failures(self) -> None:
        """Discard the read failures, for example after the store was unlocked."""
        self._failures.clear()
        self.version += 1

    def clear(self) -> None:
        """Remove all entries."""
        self._secrets.clear()
        self._failures.clear()
        self.version += 1
