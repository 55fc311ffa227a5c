"""The apps of one store. Keeps the store and its index consistent; `recovery` describes the write order."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Literal

from convot_inspector.keychain.app_listing import app_of, is_listed
from convot_inspector.keychain.comparison import compared_index
from convot_inspector.keychain.errors import STORE_WIDE, StoreError
from convot_inspector.keychain.index.model import AppEntry, Slot
from convot_inspector.keychain.index.rebuild import add_found_items
from convot_inspector.keychain.index.store import IndexStore
from convot_inspector.keychain.item import Item, new_id, new_item, now
from convot_inspector.keychain.recovery import activate, finish_changes, recover_all, with_written_items
from convot_inspector.keychain.secret_cache import LOST, SecretCache
from convot_inspector.keychain.slots import find_empty_slot, occupied_slots

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from convot_inspector.core.diagnosis.diagnosis import Setting
    from convot_inspector.keychain.app import App
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
        """Number of secrets found in the store that the index did not list, or listed wrongly."""
        self._is_compared, self._may_save = False, True

    @property
    def condition(self) -> IndexCondition:
        """The condition of the index when it was read."""
        return self._index_store.condition

    def exclusive(self) -> AbstractContextManager[None]:
        """Exclude other processes within the context, for reading and changing the index in one step.

        StoreError("busy") if another process does not finish its change.
        """
        return self._index_store.exclusive()

    def load(self, *, repair: bool) -> None:
        """Read the index without accessing the store. StoreError if the disk fails."""
        self._index_store.read(repair=repair)
        self.incomplete = self.condition in {"new", "lost", "restored", "older"}
        self._is_compared, self._may_save = False, repair

    def recover(self) -> None:
        """Finish interrupted changes, and correct the index by what is in the store.

        StoreError if the store is not available.
        """
        if self.condition == "newer":
            return
        with self.exclusive():
            if self._index_store.doubtful:
                self.incomplete, self._is_compared = True, False
            if not self._is_compared:
                index, found = compared_index(self._index_store, self._store, search=self.incomplete)
                if index != self._index or self._index_store.doubtful or self.condition in {"restored", "older"}:
                    self._index_store.save(index)
                self.recovered += found
                self._is_compared, self.incomplete, self._index_store.doubtful = True, False, False
            recover_all(self._index_store, self._cache, self._store)

    def compare_without_saving(self) -> None:
        """Do what `recover` does in memory only, for a process that must not change anything on disk."""
        if self.condition == "newer" or self._is_compared:
            return
        with suppress(StoreError):
            index, self.recovered = compared_index(self._index_store, self._store, search=self.incomplete)
            if self.incomplete:  # a backup is of the middle of a change, which nobody finishes now
                index = with_written_items(index, self._cache)
            self._index_store.index, self._is_compared = index, True

    def recover_if_possible(self) -> None:
        """Call `recover`, and leave the work for later if the store is not available."""
        with suppress(StoreError):
            self.recover()

    def apps(self) -> tuple[App, ...]:
        """Return the apps as last read, without accessing the store and without unfinished additions or removals."""
        index, version = self._index, self._cache.version
        if self._apps_cache[0] is not index or self._apps_cache[1] != version:
            self._apps_cache = (index, version, tuple(self._app(e) for e in index.apps if is_listed(e, index)))
        return self._apps_cache[2]

    def secrets(self, app_id: str) -> tuple[str, tuple[str, ...]]:
        """Return the current secret and the rotated ones. StoreError if the current one cannot be read."""
        self._index_store.refresh()
        is_believed = self._is_compared and not self._index_store.doubtful
        if not is_believed and self._store.persistent and self._store.reads_silently:
            self.recover_if_possible() if self._may_save else self.compare_without_saving()
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
        named = ((e.name, self._index.current(e.id)) for e in self._index.apps if is_listed(e, self._index))
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
        self._save_item(entry, new_item(entry.name, secret, app_id=entry.id, key=key))
        return self._app(entry)

    def rotate(self, app_id: str, secret: str) -> App:
        """Save a new current secret. The old one becomes a previous secret unless it is lost."""
        entry = self._index_store.entry(app_id)
        self.ensure_read(app_id)
        newest = max((s.created for s in self._index.slots_of(app_id)), default="")
        item = new_item(entry.name, secret, app_id=app_id, key=entry.key, changed=entry.changed, after=newest)
        self._save_item(entry, item)
        return self._app(entry)

    def add_previous(self, app_id: str, secret: str) -> App:
        """Save a secret that was rotated away before, as the app's oldest one."""
        entry = self._index_store.entry(app_id)
        oldest = min((s.created for s in self._index.slots_of(app_id)), default="")
        item = new_item(entry.name, secret, app_id=app_id, key=entry.key, changed=entry.changed, before=oldest)
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
        """Change an app's metadata in the index, and its name and key in the store too if that is possible now."""
        before = self._index_store.entry(app_id)
        is_other = (name, key) != (before.name, before.key)
        entry = AppEntry(app_id, name, setting, key, now(before.changed) if is_other else before.changed)
        self._index_store.save(self._index.with_app(entry))
        if is_other:
            with suppress(StoreError):
                self._write_current_again(entry)
        return self._app(entry)

    def move(self, app_id: str, before: str | None) -> None:
        """Move an app in front of ``before``, or to the end."""
        self._index_store.save(self._index.moved(app_id, before))

    def _write_current_again(self, entry: AppEntry) -> None:
        """Replace an app's current item by one with its present name and key, if the secret was read already."""
        slot = self._index.current(entry.id)
        secret = self._cache.secret(slot.uid) if slot is not None else None
        if slot is not None and secret is not None and self._store.persistent:
            item = Item(new_id(), entry.name, slot.created, secret, entry.id, entry.key, entry.changed)
            self._save_item(entry, item)

    @property
    def _index(self) -> Index:
        return self._index_store.index

    def _save_item(self, entry: AppEntry, item: Item, role: Role = "current") -> None:
        """Save an item as a secret of an app, adding the app if it is new."""
        number, found = find_empty_slot(self._store, {s.number for s in self._index.slots})
        slot = Slot(number, entry.id, item.uid, role, "pending", item.created)
        index = add_found_items(self._index.with_app(entry), found)  # of stores that cannot list what they have
        self._index_store.save(index.with_slots(slot))
        self.recovered += len(found)
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

    def _current(self, app_id: str) -> tuple[str, None] | tuple[str, Reason]:
        slot = self._index.current(app_id)
        if slot is None:
            return "", "missing"
        secret = self._cache.secret(slot.uid)
        return (secret, None) if secret is not None else ("", self._cache.failure(slot.uid) or "failed")

    def _app(self, entry: AppEntry) -> App:
        return app_of(entry, self._index, self._cache, self._where)
