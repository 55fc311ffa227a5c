"""The apps of one store. Keeps the store and its index consistent; `recovery` describes the write order."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Literal

from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.keychain.app import App, PreviousSecret
from convot_inspector.keychain.errors import STORE_WIDE, StoreError
from convot_inspector.keychain.index.model import AppEntry, Slot
from convot_inspector.keychain.index.rebuild import add_found_items
from convot_inspector.keychain.index.store import IndexStore
from convot_inspector.keychain.item import Item, new_id, new_item
from convot_inspector.keychain.recovery import activate, finish_changes, recover_all
from convot_inspector.keychain.secret_cache import LOST, SecretCache
from convot_inspector.keychain.slots import find_empty_slot, find_items, occupied_slots

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Setting
    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.index.file import IndexBackend, IndexCondition
    from convot_inspector.keychain.index.model import Index, Role
    from convot_inspector.keychain.stores.secret_store import SecretStore


class AppRepository:
    """The apps whose secrets are in one store. Secrets that were read stay in memory until `forget`."""

    def __init__(self, store: SecretStore, place: IndexBackend, where: Literal["keychain", "session"]) -> None:
        self._store = store
        self._where: Literal["keychain", "session"] = where
        self._index_store = IndexStore(place)
        self._cache = SecretCache(store, "missing" if where == "keychain" else "forgotten")
        self._apps_cache: tuple[Index | None, int, tuple[App, ...]] = (None, 0, ())
        self.incomplete = False
        """Whether index entries were lost and the store has not been searched for them yet."""
        self.recovered = 0
        """Number of secrets found in the store that the index did not list."""

    @property
    def condition(self) -> IndexCondition:
        """The condition of the index when it was read."""
        return self._index_store.condition

    def load(self, *, repair: bool) -> None:
        """Read the index without accessing the store. StoreError if the disk fails."""
        self._index_store.read(repair=repair)
        self.incomplete = self.condition in {"new", "lost", "restored"}

    def recover(self) -> None:
        """Finish interrupted changes and restore lost index entries. StoreError if the store is not available."""
        if self.condition == "newer":
            return
        if self.incomplete:
            known = {s.number for s in self._index.slots}
            found = find_items(self._store, known)
            if found:
                self._index_store.save(add_found_items(self._index, found))
                self.recovered += len(found)
            self.incomplete = False
        recover_all(self._index_store, self._cache, self._store)

    def recover_if_possible(self) -> None:
        """Call `recover`, and leave the work for later if the store is not available."""
        with suppress(StoreError):
            self.recover()

    def apps(self) -> tuple[App, ...]:
        """Return the apps as last read, without accessing the store and without unfinished additions or removals."""
        index, version = self._index, self._cache.version
        if self._apps_cache[0] is not index or self._apps_cache[1] != version:
            self._apps_cache = (index, version, tuple(self._app(e) for e in index.apps if self._is_listed(e)))
        return self._apps_cache[2]

    def secrets(self, app_id: str) -> tuple[str, tuple[str, ...]]:
        """Return the current secret and the rotated ones. StoreError if the current one cannot be read."""
        self.ensure_read(app_id)
        current, problem = self._current(app_id)
        if problem is not None:
            raise StoreError(problem)
        previous = (self._cache.secret(s.uid) for s in self._index.previous(app_id))
        return current, tuple(secret for secret in previous if secret is not None)

    def ensure_read(self, app_id: str) -> None:
        """Read the secrets of an app that were not read yet."""
        slots = (self._index.current(app_id), *self._index.previous(app_id))
        unread = [s for s in slots if s is not None and self._cache.secret(s.uid) is None]
        if unread:
            self._cache.read(unread)

    def has_current_secret(self, app_id: str, secret: str) -> bool:
        """Return whether ``secret`` is the app's current secret. False if the current one cannot be read."""
        self.ensure_read(app_id)
        return self._current(app_id) == (secret, None)

    def has_previous_secret(self, app_id: str, secret: str) -> bool:
        """Return whether ``secret`` is one of the app's previous secrets that can be read."""
        self.ensure_read(app_id)
        return any(self._cache.secret(s.uid) == secret for s in self._index.previous(app_id))

    def read_ahead(self, limit: int) -> bool:
        """Read up to ``limit`` unread current secrets. Return whether there may be more."""
        currents = (self._index.current(e.id) for e in self._index.apps)
        unread = (s for s in currents if s is not None and not self._was_read(s))
        contents = self._cache.read(islice(unread, limit))
        return len(contents) == limit and not any(content in STORE_WIDE for content in contents.values())

    def current_secrets(self) -> dict[str, str]:
        """Return the current secrets that were read, by app name."""
        named = ((e.name, self._index.current(e.id)) for e in self._index.apps if self._is_listed(e))
        read = ((name, self._cache.secret(slot.uid)) for name, slot in named if slot is not None)
        return {name: secret for name, secret in read if secret is not None}

    def retry(self) -> None:
        """Discard read failures, so that these secrets are read again when they are next needed."""
        self._cache.clear_failures()

    def forget(self) -> None:
        """Drop the secrets from memory."""
        self._cache.clear()

    def add(self, name: str, secret: str, key: str) -> App:
        """Save an app and its secret. The secret has been read back when this returns."""
        entry = AppEntry(new_id(), name, key=key)
        self._save_item(entry, new_item(name, secret, app_id=entry.id, key=key))
        return self._app(entry)

    def rotate(self, app_id: str, secret: str) -> App:
        """Save a new current secret. The old one becomes a previous secret unless it is lost."""
        entry = self._index_store.entry(app_id)
        self.ensure_read(app_id)
        newest = max((s.created for s in self._index.slots_of(app_id)), default="")
        self._save_item(entry, new_item(entry.name, secret, app_id=app_id, key=entry.key, after=newest))
        return self._app(entry)

    def add_previous(self, app_id: str, secret: str) -> App:
        """Save a secret that was rotated away before, as the app's oldest one."""
        entry = self._index_store.entry(app_id)
        oldest = min((s.created for s in self._index.slots_of(app_id)), default="")
        item = new_item(entry.name, secret, app_id=app_id, key=entry.key, before=oldest)
        self._save_item(entry, item, "previous")
        return self._app(entry)

    def remove(self, app_id: str) -> None:
        """Remove an app and its items.

        StoreError: the app is kept, except that after "unconfirmed" the removal is finished when the store responds.
        """
        slots = self._index.slots_of(app_id)
        if slots:
            self._delete_slots(slots)
        else:
            self._index_store.save(self._index.without_app(app_id))

    def remove_everything(self) -> None:
        """Remove all of the program's items from the store, listed or not, then the index.

        StoreError: the items that are left are still listed.
        """
        if self._index.slots or self._where == "session" or self._store.persistent:
            for number in occupied_slots(self._store):
                self._store.delete(number)
        self._cache.clear()
        self._index_store.remove()
        self.incomplete = False

    def forget_previous(self, app_id: str, uid: str) -> App:
        """Remove a rotated secret. StoreError as for `remove`; KeyError if the app has none with that uid."""
        slots = tuple(s for s in self._index.previous(app_id) if s.uid == uid)
        if not slots:
            raise KeyError(uid)
        self._delete_slots(slots)
        return self._app(self._index_store.entry(app_id))

    def change(self, app_id: str, *, name: str, key: str, setting: Setting) -> App:
        """Change an app's metadata in the index."""
        entry = AppEntry(app_id, name, setting, key)
        self._index_store.save(self._index.with_app(entry))
        return self._app(entry)

    def move(self, app_id: str, before: str | None) -> None:
        """Move an app in front of ``before``, or to the end."""
        self._index_store.save(self._index.moved(app_id, before))

    @property
    def _index(self) -> Index:
        return self._index_store.index

    def _save_item(self, entry: AppEntry, item: Item, role: Role = "current") -> None:
        """Save an item as a secret of an app, adding the app if it is new."""
        number = find_empty_slot(self._store, {s.number for s in self._index.slots})
        slot = Slot(number, entry.id, item.uid, role, "pending", item.created)
        self._index_store.save(self._index.with_app(entry).with_slots(slot))
        try:
            self._store.write(number, item.to_text())
            self._cache.put(item.uid, item.secret)
            self._index_store.save(activate(self._index, slot, self._cache))
        except StoreError as error:
            self._roll_back(slot, error.reason)
        deleting = [s for s in self._index.slots_of(entry.id) if s.state == "deleting"]
        finish_changes(self._index_store, self._cache, self._store, self._cache.read(deleting))

    def _roll_back(self, slot: Slot, reason: Reason) -> None:
        """Undo a failed write and raise StoreError.

        After "unresponsive" the slot stays pending, because the write may still take effect.
        """
        self._cache.discard(slot.uid)
        if reason == "unresponsive":
            raise StoreError("unconfirmed")
        finish_changes(self._index_store, self._cache, self._store, self._cache.read([slot]), keep=False)
        raise StoreError(reason)

    def _delete_slots(self, slots: tuple[Slot, ...]) -> None:
        before, contents = self._index, self._cache.read(slots)
        for content in contents.values():
            if not isinstance(content, Item) and content != "foreign" and content not in LOST:
                raise StoreError(content)
        self._index_store.save(before.with_slots(*(replace(s, state="deleting") for s in slots)))
        marked = {replace(slot, state="deleting"): content for slot, content in contents.items()}
        reason = finish_changes(self._index_store, self._cache, self._store, marked)
        if reason == "unresponsive":
            raise StoreError("unconfirmed")
        if reason is not None:  # for example declined: the item still exists, so list it again
            left = {s.number for s in self._index.slots}
            self._index_store.save(before.without_slots(*(s for s in slots if s.number not in left)))
            raise StoreError(reason)

    def _was_read(self, slot: Slot) -> bool:
        return self._cache.secret(slot.uid) is not None or self._cache.failure(slot.uid) is not None

    def _is_listed(self, entry: AppEntry) -> bool:
        slots = self._index.slots_of(entry.id)
        return not slots or any(s.state == "active" for s in slots)

    def _current(self, app_id: str) -> tuple[str, None] | tuple[str, Reason]:
        slot = self._index.current(app_id)
        if slot is None:
            return "", "missing"
        secret = self._cache.secret(slot.uid)
        return (secret, None) if secret is not None else ("", self._cache.failure(slot.uid) or "failed")

    def _app(self, entry: AppEntry) -> App:
        slot = self._index.current(entry.id)
        return App(
            id=entry.id,
            name=entry.name,
            key=entry.key,
            setting=entry.setting,
            fingerprint=self._fingerprint(slot) if slot else None,
            previous=tuple(
                PreviousSecret(s.uid, s.rotated, self._fingerprint(s)) for s in self._index.previous(entry.id)
            ),
            where=self._where,
            problem=self._cache.failure(slot.uid) if slot else "missing",
        )

    def _fingerprint(self, slot: Slot) -> str | None:
        secret = self._cache.secret(slot.uid)
        return None if secret is None else fingerprint(secret)
