"""What is known of a store's items: the secrets that were read, and why others cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from convot_inspector.keychain.item import Item
from convot_inspector.keychain.slots import look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.index.model import Slot
    from convot_inspector.keychain.slots import Content
    from convot_inspector.keychain.stores.secret_store import SecretStore

GONE: Final[frozenset[Content]] = frozenset({"missing", "damaged", "foreign", "forgotten"})
"""The store has answered, and the secret is not there."""


class Holding:
    """By an item's uid. One thread looks into the store; others may ask meanwhile for what was seen last."""

    def __init__(self, store: SecretStore, missing: Reason) -> None:
        """``missing``: what it means that the store has no item where one should be."""
        self._store = store
        self._missing: Reason = missing
        self._secrets: dict[str, str] = {}
        self._troubles: dict[str, Reason] = {}
        self.version = 0
        """Another number whenever what is known may have changed."""

    def secret(self, uid: str) -> str | None:
        """The secret, None if it was not read or cannot be."""
        return self._secrets.get(uid)

    def trouble(self, uid: str) -> Reason | None:
        """Why the secret cannot be read, None if it was read or not tried."""
        return None if uid in self._secrets else self._troubles.get(uid)

    def look(self, slots: Iterable[Slot]) -> dict[Slot, Content]:
        """What the store has in these slots now."""
        contents = look(self._store, tuple(slots))
        for slot, content in contents.items():
            if isinstance(content, Item):
                self.keep(slot.uid, content.secret)
                continue
            trouble = "damaged" if content == "foreign" else self._missing if content == "missing" else content
            self._troubles[slot.uid] = trouble
            if content in GONE:  # a secret that was read before still serves while the store is locked, say
                self._secrets.pop(slot.uid, None)
            self.version += 1
        return contents

    def keep(self, uid: str, secret: str) -> None:
        """Hold a secret that is in the store."""
        self._secrets[uid] = secret
        self._troubles.pop(uid, None)
        self.version += 1

    def drop(self, uid: str) -> None:
        """Forget one whose item is no more."""
        self._secrets.pop(uid, None)
        self._troubles.pop(uid, None)
        self.version += 1

    def retry(self) -> None:
        """Try again what could not be read: the store may have been unlocked meanwhile."""
        self._troubles.clear()
        self.version += 1

    def forget(self) -> None:
        """Drop every secret from memory."""
        self._secrets.clear()
        self._troubles.clear()
        self.version += 1
