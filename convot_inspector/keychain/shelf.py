"""One store and its index, kept in step whatever dies in between.

Adding: index ``pending`` → write → read back → index ``active``. Removing: index ``deleting`` → delete → confirm →
drop. What was interrupted is finished by `settle`; what cannot be read now is left alone until it can.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.keychain.app import App
from convot_inspector.keychain.errors import StoreError
from convot_inspector.keychain.index import Entry, Index, Slot
from convot_inspector.keychain.item import Item, new_id, new_item
from convot_inspector.keychain.reasons import reason_of
from convot_inspector.keychain.slots import empty_slot, look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.index_file import Condition, IndexPlace
    from convot_inspector.keychain.slots import Content
    from convot_inspector.keychain.store import SecretStore

_GONE = frozenset({"missing", "damaged", "foreign"})
"""The store has answered, and the secret is not there."""


class Shelf:
    """The apps of one store. Secrets that were read stay in memory until `forget`."""

    def __init__(self, store: SecretStore, place: IndexPlace, where: Literal["keychain", "session"]) -> None:
        self._store = store
        self._place = place
        self._where: Literal["keychain", "session"] = where
        self._index = Index()
        self._held: dict[str, str] = {}  # by uid
        self._troubles: dict[str, Reason] = {}  # by uid
        self.condition: Condition = "sound"

    def load(self, *, repair: bool) -> None:
        """Read the index and every secret; ``repair`` finishes what was interrupted. StoreError if the disk fails."""
        reason: Reason | None = None
        try:
            self._index, self.condition = self._place.read(repair=repair)
        except OSError as error:
            reason = reason_of(error)
        if reason is not None:
            raise StoreError(reason)
        contents = self._look(s for s in self._index.slots if s.uid not in self._held or s.state != "active")
        if repair and self.condition != "newer":
            self._settle(contents)

    def settle(self) -> None:
        """Finish what was interrupted, a write that came through after its deadline among it."""
        if self.condition != "newer":
            self._settle(self._look(s for s in self._index.slots if s.state != "active"))

    def apps(self) -> tuple[App, ...]:
        """As last seen, without asking the store, and without those whose saving or removal is unfinished."""
        return tuple(self._app(e) for e in self._index.apps if self._listed(e))

    def secrets(self, app_id: str) -> tuple[str, tuple[str, ...]]:
        """The current secret and the rotated ones; StoreError if the current one cannot be read."""
        slots = self._index.slots_of(app_id)
        if any(s.uid not in self._held for s in slots if s.role == "current"):
            self._look(s for s in slots if s.uid not in self._held)
        app = self._app(self._entry(app_id))
        if app.trouble is not None:
            raise StoreError(app.trouble)
        current, *previous = (self._held[s.uid] for s in slots if s.uid in self._held)
        return current, tuple(previous)

    def current_secrets(self) -> dict[str, str]:
        """By app name, as far as they could be read."""
        names = {a.id: a.name for a in self.apps()}
        current = (s for s in self._index.slots if s.role == "current" and s.app in names)
        return {names[s.app]: self._held[s.uid] for s in current if s.uid in self._held}

    def forget(self) -> None:
        """Drop the secrets from memory."""
        self._held.clear()

    def add(self, name: str, secret: str) -> App:
        """Save an app with its secret; when this returns, it was read back."""
        self._ensure_writable()
        number = empty_slot(self._store, {s.number for s in self._index.slots})
        item = new_item(name, secret)
        entry = Entry(new_id(), name)
        slot = Slot(number, entry.id, item.uid, "current", "pending", item.created)
        self._save(self._index.with_app(entry).with_slots(slot))
        try:
            self._store.write(number, item.to_text())
            self._save(self._index.with_slots(replace(slot, state="active")))
        except StoreError as error:
            reason = error.reason
        else:
            self._held[item.uid] = secret
            return self._app(entry)
        if reason != "unresponsive":  # then the item may still come: the slot stays pending until that is known
            self._settle(self._look([slot]), keep_pending=False)
        raise StoreError(reason)

    def remove(self, app_id: str) -> None:
        """Remove an app and its items. StoreError: it stays; after "unresponsive" it goes when the store answers."""
        self._ensure_writable()
        before, slots = self._index, self._index.slots_of(app_id)
        contents = self._look(slots)
        for content in contents.values():
            if not isinstance(content, Item) and content != "foreign" and content not in _GONE:
                raise StoreError(content)
        self._save(before.with_slots(*(replace(s, state="deleting") for s in slots)))
        reason = self._settle({replace(s, state="deleting"): c for s, c in contents.items()})
        if reason is not None and reason != "unresponsive":  # declined, say: it was not removed, so it is listed
            left = {s.number for s in self._index.slots}
            self._save(before.without_slots(*(s for s in slots if s.number not in left)))
        if reason is not None:
            raise StoreError(reason)
        if not slots:
            self._save(replace(before, apps=tuple(e for e in before.apps if e.id != app_id)))

    def change(self, app_id: str, *, name: str | None = None, enforced: bool | None = None) -> App:
        """Change what the index says about an app; None leaves it."""
        self._ensure_writable()
        entry = self._entry(app_id)
        changed = replace(
            entry,
            name=entry.name if name is None else name,
            enforced=entry.enforced if enforced is None else enforced,
        )
        self._save(self._index.with_app(changed))
        return self._app(changed)

    def _look(self, slots: Iterable[Slot]) -> dict[Slot, Content]:
        contents = look(self._store, tuple(slots))
        for slot, content in contents.items():
            if isinstance(content, Item):
                self._held[slot.uid] = content.secret
                self._troubles.pop(slot.uid, None)
                continue
            self._troubles[slot.uid] = "damaged" if content == "foreign" else content
            if content in _GONE:  # a secret that was read before still serves while the store is locked, say
                self._held.pop(slot.uid, None)
        return contents

    def _settle(self, contents: dict[Slot, Content], *, keep_pending: bool = True) -> Reason | None:
        """Finish what is pending and deleting, and save. Why a deletion failed, None if none did."""
        index, reason = self._index, None
        for slot, content in contents.items():
            ours = isinstance(content, Item) or content == "damaged"
            if slot.state == "active" or not (ours or content in {"missing", "foreign"}):
                continue
            if slot.state == "pending" and keep_pending and ours:
                if isinstance(content, Item):
                    index = index.with_slots(replace(slot, state="active"))
                continue
            try:
                if ours:
                    self._store.delete(slot.number)
                index = index.without_slots(slot)
                self._held.pop(slot.uid, None)
            except StoreError as error:
                reason = error.reason
        if index != self._index:
            self._save(index)
        return reason

    def _listed(self, entry: Entry) -> bool:
        slots = self._index.slots_of(entry.id)
        return not slots or any(s.state == "active" or (s.state == "pending" and s.uid in self._held) for s in slots)

    def _entry(self, app_id: str) -> Entry:
        return next(e for e in self._index.apps if e.id == app_id)

    def _app(self, entry: Entry) -> App:
        slots = self._index.slots_of(entry.id)
        current = next((s for s in slots if s.role == "current"), None)
        secret = self._held.get(current.uid) if current else None
        trouble: Reason | None = None
        if secret is None:
            trouble = self._troubles.get(current.uid, "locked") if current else "missing"
        return App(
            id=entry.id,
            name=entry.name,
            enforced=entry.enforced,
            fingerprint=None if secret is None else fingerprint(secret),
            previous=sum(s.role == "previous" for s in slots),
            where=self._where,
            trouble=trouble,
        )

    def _ensure_writable(self) -> None:
        if self.condition == "newer":
            raise StoreError("read-only")

    def _save(self, index: Index) -> None:
        reason: Reason | None = None
        try:
            self._place.write(index)
        except OSError as error:
            reason = reason_of(error)
        if reason is not None:
            raise StoreError(reason)
        self._index = index
