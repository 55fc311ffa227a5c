"""Access to the Secret Service with one connection for several items, and without unwanted prompts.

keyring's backend connects and negotiates a session key for each item, which takes 20 ms. It also creates a missing
collection and unlocks a locked one, both with a prompt, and leaks its connection if that fails.
"""

from __future__ import annotations

from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Any

from convot_inspector.keychain.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secretstorage import Collection


class _SharedConnection:
    """A connection that ignores `close`, which keyring calls after each item."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 -- jeepney has no types
        self._connection = connection

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 -- as above
        return getattr(self._connection, name)

    def close(self) -> None:
        """Do nothing."""


@contextmanager
def default_collection() -> Iterator[Collection]:
    """Open the user's default collection within the context.

    StoreError("locked") if it is locked or does not exist; `unlock` unlocks or creates it.
    """
    import secretstorage
    from secretstorage.util import open_session

    with closing(secretstorage.dbus_init()) as connection:
        kept: Any = _SharedConnection(connection)
        try:
            collection = secretstorage.Collection(kept)
        except secretstorage.ItemNotFoundException:
            collection = None
        if collection is None or collection.is_locked():
            raise StoreError("locked")
        collection.session = open_session(kept)
        yield collection


def services(collection: Collection, attributes: dict[str, str]) -> list[str]:
    """Return the services of the items with these attributes, locked or not, without reading a secret."""
    import secretstorage

    found = []
    for item in collection.search_items(attributes):
        with suppress(secretstorage.ItemNotFoundException):  # removed meanwhile
            found.append(item.get_attributes().get("service", ""))
    return found


def unlock(attributes: dict[str, str], seconds: float) -> None:
    """Unlock the default collection and the items in it with these attributes, with the system's prompt.

    StoreError("declined") if the user dismisses the prompt; TimeoutError after ``seconds``.
    """
    import secretstorage
    from secretstorage.util import unlock_objects

    with closing(secretstorage.dbus_init()) as connection:
        collection = secretstorage.get_default_collection(connection)
        if collection.is_locked() and collection.unlock(timeout=seconds):
            raise StoreError("declined")
        # KeePassXC can lock single items.
        locked = [i.item_path for i in collection.search_items(attributes) if i.is_locked()]
        if locked and unlock_objects(connection, locked, timeout=seconds):
            raise StoreError("declined")
