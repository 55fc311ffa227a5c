"""The user's apps: kept ones, with their secrets in the keychain, and those of this session."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from convot_inspector.core.model import AppSecrets
from convot_inspector.core.secret_format import format_problem
from convot_inspector.keychain.errors import InvalidName, InvalidSecret
from convot_inspector.keychain.index_file import IndexFile, MemoryIndex
from convot_inspector.keychain.session_store import NoStore, SessionStore
from convot_inspector.keychain.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from convot_inspector.keychain.app import App
    from convot_inspector.keychain.index_file import Condition
    from convot_inspector.keychain.store import SecretStore

NAME_LENGTH = 100
"""How many characters an app's name may have."""


def default_folder() -> Path:
    """Where the list of apps is kept for this user: the system's place for a program's own data, on this computer."""
    from platformdirs import user_data_path

    return user_data_path("Convot Inspector", appauthor=False)


class Apps:
    """The list of apps and their secrets. Not for several threads at once. All but `apps` may wait
    for the keychain, as long as its deadlines allow.

    With a store that is not persistent every app is of this session, and nothing is written to disk; the kept ones
    are listed all the same, with the store's reason as their trouble. KeyError for an id that is not in the list.
    """

    def __init__(self, store: SecretStore, folder: Path) -> None:
        self._keeps = store.persistent
        kept = store if store.persistent else NoStore(getattr(store, "reason", None) or "absent")
        self._kept = Shelf(kept, IndexFile(folder), "keychain")
        self._session = Shelf(SessionStore(), MemoryIndex(), "session")
        self._loaded = False

    @property
    def condition(self) -> Condition:
        """What state the list on disk was found in."""
        return self._kept.condition

    @property
    def apps(self) -> tuple[App, ...]:
        """The apps as they were last seen, kept ones first, without asking the keychain."""
        return (*self._kept.apps(), *self._session.apps())

    def load(self, *, repair: bool = True) -> tuple[App, ...]:
        """Read the list, and the secrets that were not yet read in this run. Never prompts where that can be told.

        An app whose secret cannot be read is listed with the reason. ``repair`` finishes what an earlier run left
        undone; without it nothing on disk is changed, for a reader beside a running window.
        """
        self._kept.load(repair=repair)
        self._session.load(repair=repair)
        self._loaded = True
        return self.apps

    def add(self, name: str, secret: str, *, session_only: bool = False) -> App:
        """Add an app; when this returns, its secret was saved and read back.

        InvalidName, InvalidSecret, or StoreError: then nothing was added, except that "unresponsive" leaves it
        open until the store answers again.
        """
        self._ensure_loaded()
        problem = format_problem(secret)
        if problem is not None:
            raise InvalidSecret(problem)
        shelf = self._kept if self._keeps and not session_only else self._session
        shelf.settle()
        return shelf.add(self._free_name(name), secret)

    def remove(self, app_id: str) -> None:
        """Remove an app, its keychain items included, for good.

        StoreError: it could not be removed and is still listed, except that after "unresponsive" its removal is
        finished when the store answers again.
        """
        self._shelf(app_id).remove(app_id)

    def rename(self, app_id: str, name: str) -> App:
        """Give an app another name: InvalidName, or StoreError if the list cannot be written."""
        shelf = self._shelf(app_id)
        return shelf.change(app_id, name=self._free_name(name, besides=app_id))

    def set_enforced(self, app_id: str, enforced: bool) -> App:  # noqa: FBT001 -- the setting's value is its subject
        """Remember how *Require identity verification* is set for that app in Convot."""
        return self._shelf(app_id).change(app_id, enforced=enforced)

    def secrets(self, app_id: str) -> AppSecrets:
        """What to check with for that app; StoreError with its trouble if its secret cannot be read now."""
        current, previous = self._shelf(app_id).secrets(app_id)
        name = next(a.name for a in self.apps if a.id == app_id)
        others = self._kept.current_secrets() | self._session.current_secrets()
        return AppSecrets(current, previous, {n: s for n, s in others.items() if n != name})

    def by_name(self, name: str) -> App | None:
        """The app of that name, whatever its letters' case."""
        self._ensure_loaded()
        wanted = _key(name)
        return next((a for a in self.apps if _key(a.name) == wanted), None)

    def forget(self) -> None:
        """Drop the kept apps' secrets from memory; the next use asks the keychain again."""
        self._kept.forget()

    def _ensure_loaded(self) -> None:
        if not self._loaded:
            self.load()

    def _shelf(self, app_id: str) -> Shelf:
        self._ensure_loaded()
        for shelf in (self._kept, self._session):
            if any(a.id == app_id for a in shelf.apps()):
                return shelf
        raise KeyError(app_id)

    def _free_name(self, name: str, *, besides: str = "") -> str:
        """The name without needless spaces, if an app can have it."""
        tidy = " ".join(name.split())
        if not tidy:
            raise InvalidName("Give the app a name, for example “Acme, production”.")
        if len(tidy) > NAME_LENGTH:
            raise InvalidName(f"A name has at most {NAME_LENGTH} characters. This one has {len(tidy)}.")
        if any(unicodedata.category(c) in {"Cc", "Cs"} for c in tidy):
            raise InvalidName("The name holds characters that cannot be shown.")
        if any(_key(a.name) == _key(tidy) and a.id != besides for a in self.apps):
            raise InvalidName("There is already an app of this name.")
        return tidy


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()
