"""The Linux side that keyring leaves open: one connection for what is done together, and no prompt unasked.

keyring's own backend connects, and agrees on a key for the transfer, for each item: 20 ms a time. It also
creates a missing collection and unlocks a locked one, both with a prompt, and leaks its connection whenever
either fails.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from convot_inspector.keychain.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secretstorage import Collection


class _KeptOpen:
    """A connection that keyring may "close" after each item: it stays open until we are done with all of them."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 -- jeepney has no types
        self._connection = connection

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 -- as above
        return getattr(self._connection, name)

    def close(self) -> None:
        """Stay open."""


@contextmanager
def opened_collection() -> Iterator[Collection]:
    """The user's default collection, unlocked, for as long as the block lasts.

    StoreError("locked") if it is locked or was never made: `unlock` does either.
    """
    import secretstorage
    from secretstorage.util import open_session

    with closing(secretstorage.dbus_init()) as connection:
        kept: Any = _KeptOpen(connection)
        try:
            collection = secretstorage.Collection(kept)
        except secretstorage.ItemNotFoundException:
            collection = None
        if collection is None or collection.is_locked():
            raise StoreError("locked")
        collection.session = open_session(kept)
        yield collection


def unlock(attributes: dict[str, str], seconds: float) -> None:
    """Unlock the default collection and our items in it, found by ``attributes``, with the system's prompt.

    StoreError("declined") if the user closes the prompt, TimeoutError after ``seconds``.
    """
    import secretstorage
    from secretstorage.util import unlock_objects

    with closing(secretstorage.dbus_init()) as connection:
        collection = secretstorage.get_default_collection(connection)
        if collection.is_locked() and collection.unlock(timeout=seconds):
            raise StoreError("declined")
        # KeePassXC can lock each item on its own
        locked = [i.item_path for i in collection.search_items(attributes) if i.is_locked()]
        if locked and unlock_objects(connection, locked, timeout=seconds):
            raise StoreError("declined")
