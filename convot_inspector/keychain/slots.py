"""Reading and searching the slots of a store."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, runtime_checkable

from convot_inspector.keychain.errors import STORE_WIDE, Reason, StoreError
from convot_inspector.keychain.index.rebuild import belongs
from convot_inspector.keychain.item import Item, is_newer, parse_item
from convot_inspector.keychain.stores.secret_store import SLOTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from convot_inspector.keychain.index.model import Slot
    from convot_inspector.keychain.stores.secret_store import SecretStore

_AT_ONCE = 64  # slots per call, which has one deadline

Content: TypeAlias = Item | Literal["foreign"] | Reason
"""The item that belongs in a slot, or why it is not there. ``foreign``: an item with another uid or of another app."""


@runtime_checkable
class _ReadsMany(Protocol):
    def read_many(self, slots: Iterable[int]) -> dict[int, str | StoreError | None]: ...


@runtime_checkable
class _Lists(Protocol):
    def occupied(self) -> frozenset[int] | None: ...


def read_slots(store: SecretStore, slots: Collection[Slot]) -> dict[Slot, Content]:
    """Return the content of each slot. Never raises: a failure is the content of its slot."""
    try:
        texts = _read(store, [s.number for s in slots])
    except StoreError as error:
        return dict.fromkeys(slots, error.reason)
    return {slot: _content(slot, texts[slot.number]) for slot in slots}


def find_items(store: SecretStore, numbers: Iterable[int]) -> dict[int, Item]:
    """Return the items in these slots by slot number. StoreError if the store is not available.

    Single items that cannot be read are skipped.
    """
    left = iter(sorted(numbers))
    found: dict[int, Item] = {}
    while some := list(islice(left, _AT_ONCE)):
        for number, text in _read(store, some).items():
            item = parse_item(text) if isinstance(text, str) else None
            if item is not None:
                found[number] = item
    return found


def listed_slots(store: SecretStore) -> frozenset[int] | None:
    """Return the slots that have an item, readable or not, or None if the store cannot list them.

    StoreError if the store is not available.
    """
    if not isinstance(store, _Lists):
        return None
    try:
        return store.occupied()
    except StoreError as error:
        if error.reason in STORE_WIDE:
            raise
        return None


def occupied_slots(store: SecretStore) -> list[int]:
    """Return every slot that has an item, readable or not. StoreError if the store is not available."""
    listed = listed_slots(store)
    if listed is not None:
        return sorted(listed)
    every = iter(range(SLOTS))
    found: list[int] = []
    while some := list(islice(every, _AT_ONCE)):
        found += [number for number, text in _read(store, some).items() if text is not None]
    return found


def find_empty_slot(store: SecretStore, known: Collection[int]) -> tuple[int, dict[int, Item]]:
    """Return the lowest empty slot that is not ``known``, and the items found on the way to it.

    StoreError("full") if there is none.
    """
    free = iter([n for n in range(SLOTS) if n not in known])
    found: dict[int, Item] = {}
    while some := list(islice(free, 16)):
        for number, text in _read(store, some).items():
            if text is None:
                return number, found
            item = parse_item(text) if isinstance(text, str) else None
            if item is not None:
                found[number] = item
    raise StoreError("full")


def _content(slot: Slot, text: str | StoreError | None) -> Content:
    if isinstance(text, StoreError):
        return text.reason
    if text is None:
        return "missing"
    item = parse_item(text)
    if item is None:
        return "read-only" if is_newer(text) else "damaged"
    return item if belongs(item, slot) else "foreign"


def _read(store: SecretStore, numbers: list[int]) -> dict[int, str | StoreError | None]:
    """Read several slots: in one call if the store supports that, otherwise one by one.

    A failure of one slot is its value; StoreError if the reason applies to all of them.
    """
    if not numbers:
        return {}
    if isinstance(store, _ReadsMany):
        return store.read_many(numbers)
    texts: dict[int, str | StoreError | None] = {}
    for number in numbers:
        try:
            texts[number] = store.read(number)
        except StoreError as error:
            if error.reason in STORE_WIDE:
                raise
            texts[number] = error
    return texts
