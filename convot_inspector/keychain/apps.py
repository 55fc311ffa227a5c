"""The user's apps: kept ones, with their secrets in the keychain, and those of this session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.language import tr
from convot_inspector.core.model import AppSecrets
from convot_inspector.core.secret_format import format_problem
from convot_inspector.keychain.app_repository import Shelf
from convot_inspector.keychain.errors import InvalidSecret, Refused
from convot_inspector.keychain.index.file import IndexFile, MemoryIndex
from convot_inspector.keychain.naming import folded, free_key, free_name
from convot_inspector.keychain.stores.session_store import NoStore, SessionStore

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from convot_inspector.keychain.app import App
    from convot_inspector.keychain.index.file import Condition
    from convot_inspector.keychain.stores.secret_store import SecretStore

_ALL = 1_000_000


class Apps:
    """The list of apps and their secrets. What concerns kept apps may wait for the keychain, as long as its deadlines
    allow; what concerns the session's never does. So one thread may work on the first and another on the second.

    With a store that is not persistent every app is of this session, and nothing is written to disk; the kept ones
    are listed all the same, with the store's reason as their trouble. KeyError for an id that is not in the list.
    """

    def __init__(self, store: SecretStore, folder: Path, *, session_of: Apps | None = None) -> None:
        """``session_of``: take over the session's apps from there, when the store is opened anew."""
        self.keeps = store.persistent
        self._quiet = store.quiet
        kept = store if store.persistent else NoStore(getattr(store, "reason", None) or "absent")
        self._kept = Shelf(kept, IndexFile(folder), "keychain")
        self._memory: SessionStore = session_of._memory if session_of else SessionStore()
        self._session: Shelf = session_of._session if session_of else Shelf(self._memory, MemoryIndex(), "session")
        self._listed = False

    @property
    def condition(self) -> Condition:
        """What state the list on disk was found in."""
        return self._kept.condition

    @property
    def incomplete(self) -> bool:
        """Whether the list lost something that could not be looked for in the keychain yet."""
        return self._kept.incomplete

    @property
    def recovered(self) -> int:
        """How many secrets were found in the keychain that the list on disk did not know."""
        return self._kept.recovered

    @property
    def apps(self) -> tuple[App, ...]:
        """The apps as they were last seen, kept ones first, without asking the keychain."""
        return (*self._kept.apps(), *self._session.apps())

    def list(self, *, repair: bool = True) -> tuple[App, ...]:
        """Read the list from disk, without asking the keychain. ``repair`` puts a damaged file aside.

        StoreError if the disk cannot be read.
        """
        self._kept.load(repair=repair)
        self._listed = True
        return self.apps

    def settle(self) -> None:
        """Finish what an earlier run, or a call that had no answer, left undone; find what the list lost.

        StoreError if the keychain cannot be asked now; then it can be tried again later.
        """
        self._ensure_listed()
        if self.keeps:
            self._kept.settle()

    def read_more(self, most: int = 16) -> bool:
        """Read up to so many secrets before they are needed, where that asks the user nothing.

        They make `AppSecrets.others`. Whether there may be more to read.
        """
        self._ensure_listed()
        return self._quiet and self._kept.read_more(most)

    def load(self, *, repair: bool = True) -> tuple[App, ...]:
        """All three at once, and again what could not be read before. Never prompts where that can be told.

        ``repair`` finishes what an earlier run left undone; without it nothing on disk is changed, for a reader beside
        a running window. An app whose secret cannot be read is listed with the reason.
        """
        self.list(repair=repair)
        self.retry()
        if repair and self.keeps:
            self._kept.settle_if_possible()
        self._kept.read_more(_ALL)
        return self.apps

    def retry(self) -> None:
        """Try again what could not be read, when it is needed next."""
        self._kept.retry()

    def add(self, name: str, secret: str, *, session_only: bool = False, key: str = "") -> App:
        """Add an app; when this returns, its secret was saved and read back.

        InvalidName, InvalidKey, InvalidSecret, or StoreError: then nothing was added, except that "unconfirmed"
        leaves it open until the store answers again.
        """
        self._ensure_listed()
        _ensure_secret(secret)
        shelf = self._kept if self.keeps and not session_only else self._session
        shelf.settle()
        return shelf.add(free_name(name, _names(self.apps)), secret, free_key(key, _owners(self.apps)))

    def rotate(self, app_id: str, secret: str) -> App:
        """Give an app another current secret. The one before becomes a previous one, unless it is gone or damaged.

        InvalidSecret, Refused for the secret that it has already, or StoreError as with `add`.
        """
        shelf = self._shelf(app_id)
        _ensure_secret(secret)
        shelf.settle()
        if shelf.holds(app_id, secret):
            raise Refused(tr("This is the secret that the app has already. Paste the new one."))
        return shelf.rotate(app_id, secret)

    def forget_previous(self, app_id: str, uid: str) -> App:
        """Remove one rotated secret of an app, its keychain item included; StoreError as with `remove`."""
        return self._shelf(app_id).forget_previous(app_id, uid)

    def remove(self, app_id: str) -> None:
        """Remove an app, its keychain items included, for good.

        StoreError: it could not be removed and is still listed, except that after "unconfirmed" its removal is
        finished when the store answers again.
        """
        self._shelf(app_id).remove(app_id)

    def remove_everything(self) -> None:
        """Remove every app, every item of ours in the keychain, known or not, and the list on disk.

        StoreError: something could not be removed, and what is left is still listed; it can be tried again.
        """
        self._ensure_listed()
        self._session.remove_everything()
        self._kept.remove_everything()

    def change(
        self, app_id: str, *, name: str | None = None, key: str | None = None, enforced: bool | None = None
    ) -> App:
        """Change what is known of an app; None leaves it.

        ``enforced``: how *Require identity verification* is set for it in Convot. InvalidName, InvalidKey, or
        StoreError if the list cannot be written.
        """
        shelf, app = self._shelf(app_id), self._app(app_id)
        others = [each for each in self.apps if each.id != app_id]
        return shelf.change(
            app_id,
            name=app.name if name is None else free_name(name, _names(others)),
            key=app.key if key is None else free_key(key, _owners(others)),
            enforced=app.enforced if enforced is None else enforced,
        )

    def move(self, app_id: str, before: str | None) -> None:
        """Put an app before another one of the same place, or at the end. StoreError if the list cannot be written."""
        self._shelf(app_id).move(app_id, before)

    def secrets(self, app_id: str) -> AppSecrets:
        """What to check with for that app; StoreError with its trouble if its secret cannot be read now.

        ``others`` are the secrets of the other apps as far as they were read: see `read_more`.
        """
        current, previous = self._shelf(app_id).secrets(app_id)
        app = self._app(app_id)
        rotated = {old.fingerprint: old.rotated for old in app.previous if old.fingerprint is not None}
        others = self._kept.current_secrets() | self._session.current_secrets()
        return AppSecrets(current, previous, {n: s for n, s in others.items() if n != app.name}, rotated)

    def by_name(self, name: str) -> App | None:
        """The app of that name, whatever its letters' case."""
        self._ensure_listed()
        wanted = folded(name)
        return next((a for a in self.apps if folded(a.name) == wanted), None)

    def forget(self) -> None:
        """Drop all secrets from memory. Kept ones are read again when they are needed; the session's are gone, and
        their apps stay with "forgotten" as their trouble."""
        self._kept.forget()
        self._memory.clear()
        self._session.forget()
        for app in self._session.apps():
            self._session.look_again(app.id)

    def _ensure_listed(self) -> None:
        if not self._listed:
            self.list()

    def _app(self, app_id: str) -> App:
        return next(a for a in self.apps if a.id == app_id)

    def _shelf(self, app_id: str) -> Shelf:
        self._ensure_listed()
        for shelf in (self._kept, self._session):
            if any(a.id == app_id for a in shelf.apps()):
                return shelf
        raise KeyError(app_id)


def _names(apps: Iterable[App]) -> frozenset[str]:
    return frozenset(folded(app.name) for app in apps)


def _owners(apps: Iterable[App]) -> dict[str, str]:
    return {app.key: app.name for app in apps if app.key}


def _ensure_secret(secret: str) -> None:
    problem = format_problem(secret)
    if problem is not None:
        raise InvalidSecret(problem)
