"""The Linux side that keyring leaves open: never prompt unasked, never leave a connection open.

keyring's own ``get_preferred_collection`` creates a missing collection and unlocks a locked one, both with a
prompt, and leaks its D-Bus connection whenever either fails.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from convot_inspector.keychain.errors import StoreError

if TYPE_CHECKING:
    from secretstorage import Collection


def open_collection() -> Collection:
    """The user's default collection, unlocked, on a connection of its own that the caller closes.

    StoreError("locked") if it is locked or was never made: `unlock` does either.
    """
    import secretstorage

    connection = secretstorage.dbus_init()
    try:
        collection = secretstorage.Collection(connection)
        if not collection.is_locked():
            return collection
        connection.close()
    except secretstorage.ItemNotFoundException:
        connection.close()
    except BaseException:
        connection.close()
        raise
    raise StoreError("locked")


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
