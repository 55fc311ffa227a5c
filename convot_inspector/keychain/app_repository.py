"""One store and its index, kept in step. What is done in which order, so that nothing is lost: see `settling`."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Literal

from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.keychain.app import App, Previous
from convot_inspector.keychain.errors import CONCERNS_ALL, StoreError
from convot_inspector.keychain.index.model import Entry, Slot
from convot_inspector.keychain.index.rebuild import with_found
from convot_inspector.keychain.index.store import Ledger
from convot_inspector.keychain.item import Item, new_id, new_item
from convot_inspector.keychain.recovery import finish, put_in_force, settle_all
from convot_inspector.keychain.secret_cache import GONE, Holding
from convot_inspector.keychain.slots import empty_slot, filled_slots, items_in

if TYPE_CHECKING:
    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.index.file import Condition, IndexPlace
    from convot_inspector.keychain.index.model import Index
    from convot_inspector.keychain.stores.secret_store import SecretStore


class Shelf:
    """The apps of one store. Secrets that were read stay in memory until `forget`."""

    def __init__(self, store: SecretStore, place: IndexPlace, where: Literal["keychain", "session"]) -> None:
        self._store = store
        self._where: Literal["keychain", "session"] = where
        self._ledger = Ledger(place)
        self._holding = Holding(store, "missing" if where == "keychain" else "forgotten")
        self._seen_apps: tuple[Index | None, int, tuple[App, ...]] = (None, 0, ())
        self.incomplete = False
        """Whether the list lost something that has not been looked for in the store yet."""
        self.recovered = 0
        """How many secrets were found in the store that the list did not know."""

    @property
    def condition(self) -> Condition:
        """In what state the list was found."""
        return self._ledger.condition

    def load(self, *, repair: bool) -> None:
        """Read the index, and nothing of the store. StoreError if the disk fails."""
        self._ledger.read(repair=repair)
        self.incomplete = self.condition in {"new", "lost", "restored"}

    def settle(self) -> None:
        """Finish what was interrupted, and find what the index lost. StoreError if the store cannot be asked now."""
        if self.condition == "newer":
            return
        if self.incomplete:
            known = {s.number for s in self._index.slots}
            found = items_in(self._store, known)
            if found:
                self._ledger.save(with_found(self._index, found))
                self.recovered += len(found)
            self.incomplete = False
        settle_all(self._ledger, self._holding, self._store)

    def settle_if_possible(self) -> None:
        """The same; what the store does not let be done now is left for later."""
        with suppress(StoreError):
            self.settle()

    def apps(self) -> tuple[App, ...]:
        """As last seen, without asking the store, and without those whose saving or removal is unfinished."""
        index, version = self._index, self._holding.version
        if self._seen_apps[0] is not index or self._seen_apps[1] != version:
            self._seen_apps = (index, version, tuple(self._app(e) for e in index.apps if self._listed(e)))
        return self._seen_apps[2]

    def secrets(self, app_id: str) -> tuple[str, tuple[str, ...]]:
        """The current secret and the rotated ones; StoreError if the current one cannot be read."""
        self.look_again(app_id)
        current, trouble = self._current(app_id)
        if trouble is not None:
            raise StoreError(trouble)
        previous = (self._holding.secret(s.uid) for s in self._index.previous(app_id))
        return current, tuple(secret for secret in previous if secret is not None)

    def look_again(self, app_id: str) -> None:
        """Read that app's secrets, as far as they were not."""
        slots = (self._index.current(app_id), *self._index.previous(app_id))
        unread = [s for s in slots if s is not None and self._holding.secret(s.uid) is None]
        if unread:
            self._holding.look(unread)

    def holds(self, app_id: str, secret: str) -> bool:
        """Whether that is the app's current secret, as far as it can be read."""
        self.look_again(app_id)
        return self._current(app_id) == (secret, None)

    def read_more(self, most: int) -> bool:
        """Read up to so many current secrets that were not read yet. Whether there may be more to read."""
        currents = (self._index.current(e.id) for e in self._index.apps)
        unread = (s for s in currents if s is not None and not self._seen(s))
        contents = self._holding.look(islice(unread, most))
        return len(contents) == most and not any(content in CONCERNS_ALL for content in contents.values())

    def current_secrets(self) -> dict[str, str]:
        """By app name, as far as they were read."""
        named = ((e.name, self._index.current(e.id)) for e in self._index.apps if self._listed(e))
        read = ((name, self._holding.secret(slot.uid)) for name, slot in named if slot is not None)
        return {name: secret for name, secret in read if secret is not None}

    def retry(self) -> None:
        """Try again what could not be read, when it is needed next."""
        self._holding.retry()

    def forget(self) -> None:
        """Drop the secrets from memory."""
        self._holding.forget()

    def add(self, name: str, secret: str, key: str) -> App:
        """Save an app with its secret; when this returns, it was read back."""
        entry = Entry(new_id(), name, key=key)
        self._put(entry, new_item(name, secret, app_id=entry.id, key=key))
        return self._app(entry)

    def rotate(self, app_id: str, secret: str) -> App:
        """Save a new current secret for an app; the one before becomes a previous one unless it is gone."""
        entry = self._ledger.entry(app_id)
        self.look_again(app_id)
        newest = max((s.created for s in self._index.slots_of(app_id)), default="")
        self._put(entry, new_item(entry.name, secret, app_id=app_id, key=entry.key, after=newest))
        return self._app(entry)

    def remove(self, app_id: str) -> None:
        """Remove an app and its items. StoreError: it stays; after "unconfirmed" it goes when the store answers."""
        slots = self._index.slots_of(app_id)
        if slots:
            self._take_out(slots)
        else:
            self._ledger.save(self._index.without_app(app_id))

    def remove_everything(self) -> None:
        """Remove every item of ours from the store, known or not, then the list. StoreError: what is left is listed."""
        if self._index.slots or self._where == "session" or self._store.persistent:
            for number in filled_slots(self._store):
                self._store.delete(number)
        self._holding.forget()
        self._ledger.remove()
        self.incomplete = False

    def forget_previous(self, app_id: str, uid: str) -> App:
        """Remove a rotated secret. StoreError as with `remove`. KeyError if there is none of that uid."""
        slots = tuple(s for s in self._index.previous(app_id) if s.uid == uid)
        if not slots:
            raise KeyError(uid)
        self._take_out(slots)
        return self._app(self._ledger.entry(app_id))

    def change(self, app_id: str, *, name: str, key: str, enforced: bool) -> App:
        """Change what the index says about an app."""
        entry = Entry(app_id, name, enforced, key)
        self._ledger.save(self._index.with_app(entry))
        return self._app(entry)

    def move(self, app_id: str, before: str | None) -> None:
        """Put an app before another one, or at the end."""
        self._ledger.save(self._index.moved(app_id, before))

    @property
    def _index(self) -> Index:
        return self._ledger.index

    def _put(self, entry: Entry, item: Item) -> None:
        """Save an item as the current secret of an app, which may be a new one."""
        number = empty_slot(self._store, {s.number for s in self._index.slots})
        slot = Slot(number, entry.id, item.uid, "current", "pending", item.created)
        self._ledger.save(self._index.with_app(entry).with_slots(slot))
        try:
            self._store.write(number, item.to_text())
            self._holding.keep(item.uid, item.secret)
            self._ledger.save(put_in_force(self._index, slot, self._holding))
        except StoreError as error:
            self._take_back(slot, error.reason)
        deleting = [s for s in self._index.slots_of(entry.id) if s.state == "deleting"]
        finish(self._ledger, self._holding, self._store, self._holding.look(deleting))

    def _take_back(self, slot: Slot, reason: Reason) -> None:
        """After a write that failed: leave nothing of it, or what may still come until that is known. Raises."""
        self._holding.drop(slot.uid)
        if reason == "unresponsive":
            raise StoreError("unconfirmed")
        finish(self._ledger, self._holding, self._store, self._holding.look([slot]), keep=False)
        raise StoreError(reason)

    def _take_out(self, slots: tuple[Slot, ...]) -> None:
        before, contents = self._index, self._holding.look(slots)
        for content in contents.values():
            if not isinstance(content, Item) and content != "foreign" and content not in GONE:
                raise StoreError(content)
        self._ledger.save(before.with_slots(*(replace(s, state="deleting") for s in slots)))
        marked = {replace(slot, state="deleting"): content for slot, content in contents.items()}
        reason = finish(self._ledger, self._holding, self._store, marked)
        if reason == "unresponsive":
            raise StoreError("unconfirmed")
        if reason is not None:  # declined, say: it was not removed, so it is listed
            left = {s.number for s in self._index.slots}
            self._ledger.save(before.without_slots(*(s for s in slots if s.number not in left)))
            raise StoreError(reason)

    def _seen(self, slot: Slot) -> bool:
        return self._holding.secret(slot.uid) is not None or self._holding.trouble(slot.uid) is not None

    def _listed(self, entry: Entry) -> bool:
        slots = self._index.slots_of(entry.id)
        return not slots or any(s.state == "active" for s in slots)

    def _current(self, app_id: str) -> tuple[str, None] | tuple[str, Reason]:
        slot = self._index.current(app_id)
        if slot is None:
            return "", "missing"
        secret = self._holding.secret(slot.uid)
        return (secret, None) if secret is not None else ("", self._holding.trouble(slot.uid) or "failed")

    def _app(self, entry: Entry) -> App:
        slot = self._index.current(entry.id)
        return App(
            id=entry.id,
            name=entry.name,
            key=entry.key,
            enforced=entry.enforced,
            fingerprint=self._fingerprint(slot) if slot else None,
            previous=tuple(Previous(s.uid, s.rotated, self._fingerprint(s)) for s in self._index.previous(entry.id)),
            where=self._where,
            trouble=self._holding.trouble(slot.uid) if slot else "missing",
        )

    def _fingerprint(self, slot: Slot) -> str | None:
        secret = self._holding.secret(slot.uid)
        return None if secret is None else fingerprint(secret)
