"""Looking into a store's slots."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, runtime_checkable

from convot_inspector.keychain.errors import CONCERNS_ALL, Reason, StoreError
from convot_inspector.keychain.item import Item, is_newer, read_item
from convot_inspector.keychain.stores.secret_store import SLOTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from convot_inspector.keychain.index.model import Slot
    from convot_inspector.keychain.stores.secret_store import SecretStore

_AT_ONCE = 64  # slots that share one deadline

Content: TypeAlias = Item | Literal["foreign"] | Reason
"""The item that belongs in a slot, or why it is not there. ``foreign``: another item, of another app or time."""


@runtime_checkable
class _ReadsMany(Protocol):
    def read_many(self, slots: Iterable[int]) -> dict[int, str | StoreError | None]: ...


def look(store: SecretStore, slots: Collection[Slot]) -> dict[Slot, Content]:
    """What each of these slots holds. Never raises: what went wrong is the content."""
    try:
        texts = _read(store, [s.number for s in slots])
    except StoreError as error:
        return dict.fromkeys(slots, error.reason)
    return {slot: _content(slot, texts[slot.number]) for slot in slots}


def items_in(store: SecretStore, known: Collection[int]) -> dict[int, Item]:
    """Every item of ours in the slots that are not ``known``. StoreError if the store cannot be asked.

    What cannot be read, one item on its own, is left where it is.
    """
    left = iter([n for n in range(SLOTS) if n not in known])
    found: dict[int, Item] = {}
    while some := list(islice(left, _AT_ONCE)):
        for number, text in _read(store, some).items():
            item = read_item(text) if isinstance(text, str) else None
            if item is not None:
                found[number] = item
    return found


def filled_slots(store: SecretStore) -> list[int]:
    """Every slot that holds something, readable or not. StoreError if the store cannot be asked."""
    every = iter(range(SLOTS))
    found: list[int] = []
    while some := list(islice(every, _AT_ONCE)):
        found += [number for number, text in _read(store, some).items() if text is not None]
    return found


def empty_slot(store: SecretStore, known: Collection[int]) -> int:
    """The lowest slot that is neither ``known`` nor holds anything; StoreError("full") if there is none."""
    free = iter([n for n in range(SLOTS) if n not in known])
    while some := list(islice(free, 16)):
        for number, text in _read(store, some).items():
            if text is None:
                return number
    raise StoreError("full")


def _content(slot: Slot, text: str | StoreError | None) -> Content:
    if isinstance(text, StoreError):
        return text.reason
    if text is None:
        return "missing"
    item = read_item(text)
    if item is None:
        return "read-only" if is_newer(text) else "damaged"
    return item if item.uid == slot.uid else "foreign"


def _read(store: SecretStore, numbers: list[int]) -> dict[int, str | StoreError | None]:
    """All at once where the store can; otherwise one by one, until an error concerns them all."""
    if not numbers:
        return {}
    if isinstance(store, _ReadsMany):
        return store.read_many(numbers)
    texts: dict[int, str | StoreError | None] = {}
    for number in numbers:
        try:
            texts[number] = store.read(number)
        except StoreError as error:
            if error.reason in CONCERNS_ALL:
                raise
            texts[number] = error
    return texts
