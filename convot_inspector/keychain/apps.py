"""All apps of the user: those saved in the keychain and those of this session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.language import tr
from convot_inspector.core.model import AppSecrets
from convot_inspector.core.secret_format import format_problem
from convot_inspector.keychain.app_repository import AppRepository
from convot_inspector.keychain.errors import InvalidInput, InvalidSecret
from convot_inspector.keychain.index.file import IndexFile, InMemoryIndex
from convot_inspector.keychain.naming import normalized_name, validated_key, validated_name
from convot_inspector.keychain.stores.session_store import SessionStore, UnavailableStore

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from convot_inspector.core.diagnosis.diagnosis import Setting
    from convot_inspector.keychain.app import App
    from convot_inspector.keychain.index.file import IndexCondition
    from convot_inspector.keychain.stores.secret_store import SecretStore

_ALL = 1_000_000


class Apps:
    """The list of apps and their secrets.

    Operations on saved apps may block until the keychain's deadline; operations on session apps never block. One
    thread may use the former while another uses the latter.

    With a store that is not persistent, new apps belong to the session and nothing is written to disk; saved apps are
    still listed, with the store's reason as their problem. Methods raise KeyError for an unknown app id.
    """

    def __init__(self, store: SecretStore, folder: Path, *, session_of: Apps | None = None) -> None:
        """``session_of``: the instance whose session apps to take over, when the store is opened again."""
        self.persistent = store.persistent
        self._reads_silently = store.reads_silently
        kept = store if store.persistent else UnavailableStore(getattr(store, "reason", None) or "absent")
        self._kept = AppRepository(kept, IndexFile(folder), "keychain")
        self._memory: SessionStore = session_of._memory if session_of else SessionStore()
        self._session: AppRepository = (
            session_of._session if session_of else AppRepository(self._memory, InMemoryIndex(), "session")
        )
        self._listed = False

    @property
    def condition(self) -> IndexCondition:
        """The condition of the index file when it was read."""
        return self._kept.condition

    @property
    def incomplete(self) -> bool:
        """Whether index entries were lost and the keychain could not be searched for them yet."""
        return self._kept.incomplete

    @property
    def recovered(self) -> int:
        """Number of secrets found in the keychain that the index file did not list."""
        return self._kept.recovered

    @property
    def apps(self) -> tuple[App, ...]:
        """The apps as last read, saved ones first, without accessing the keychain."""
        return (*self._kept.apps(), *self._session.apps())

    def list(self, *, repair: bool = True) -> tuple[App, ...]:
        """Read the index file without accessing the keychain. StoreError if the disk cannot be read.

        ``repair``: rename a damaged file, so that a new one can be written.
        """
        self._kept.load(repair=repair)
        self._listed = True
        return self.apps

    def recover(self) -> None:
        """Finish the interrupted changes of an earlier run or a timed-out call, and restore lost index entries.

        StoreError if the keychain is not available; the call can be repeated later.
        """
        self._ensure_listed()
        if self.persistent:
            self._kept.recover()

    def read_ahead(self, limit: int = 16) -> bool:
        """Read up to ``limit`` secrets for `AppSecrets.others`, if that never prompts the user.

        Return whether there may be more to read.
        """
        self._ensure_listed()
        return self._reads_silently and self._kept.read_ahead(limit)

    def load(self, *, repair: bool = True) -> tuple[App, ...]:
        """Read the index and every secret, and retry failed reads. Avoids prompts where the system allows that.

        ``repair``: finish the interrupted changes of an earlier run; False changes nothing on disk, for a process that
        runs beside the window. An app whose secret cannot be read is listed with the reason.
        """
        self.list(repair=repair)
        self.retry()
        if repair and self.persistent:
            self._kept.recover_if_possible()
        elif self.persistent:
            self._kept.compare_without_saving()
        self._kept.read_ahead(_ALL)
        return self.apps

    def retry(self) -> None:
        """Discard read failures, so that these secrets are read again when they are next needed."""
        self._kept.retry()

    def add(self, name: str, secret: str, *, session_only: bool = False, key: str = "") -> App:
        """Add an app. Its secret has been saved and read back when this returns.

        Raises InvalidName, InvalidKey, InvalidSecret or StoreError, and adds nothing then; only after "unconfirmed" the
        result is not known until the store responds again.
        """
        self._ensure_listed()
        _ensure_secret(secret)
        repository = self._kept if self.persistent and not session_only else self._session
        with repository.exclusive():
            repository.recover()
            tidy, valid_key = validated_name(name, _names(self.apps)), validated_key(key, _owners(self.apps))
            return repository.add(tidy, secret, valid_key)

    def rotate(self, app_id: str, secret: str) -> App:
        """Replace an app's current secret. The old one becomes a previous secret, unless it is missing or damaged.

        Raises InvalidSecret, InvalidInput if it is the current secret already, or StoreError as for `add`.
        """
        repository = self._repository(app_id)
        _ensure_secret(secret)
        with repository.exclusive():
            repository.recover()
            if repository.has_current_secret(app_id, secret):
                raise InvalidInput(tr("The app already has this secret. Paste the new one."))
            return repository.rotate(app_id, secret)

    def add_previous(self, app_id: str, secret: str) -> App:
        """Save a secret that an app had before.

        Raises InvalidSecret, InvalidInput if the app has it already, or StoreError as for `add`.
        """
        repository = self._repository(app_id)
        _ensure_secret(secret)
        with repository.exclusive():
            repository.recover()
            if repository.has_current_secret(app_id, secret):
                raise InvalidInput(tr("This is the app's current secret, not a previous one."))
            if repository.has_previous_secret(app_id, secret):
                raise InvalidInput(tr("The app already has this previous secret."))
            return repository.add_previous(app_id, secret)

    def forget_previous(self, app_id: str, uid: str) -> App:
        """Remove a rotated secret of an app and its keychain item. StoreError as for `remove`."""
        repository = self._repository(app_id)
        with repository.exclusive():
            return repository.forget_previous(app_id, uid)

    def remove(self, app_id: str) -> None:
        """Remove an app and its keychain items permanently.

        StoreError: the app is still listed, except that after "unconfirmed" the removal is finished when the store
        responds again.
        """
        repository = self._repository(app_id)
        with repository.exclusive():
            repository.remove(app_id)

    def remove_everything(self) -> None:
        """Remove every app, all of the program's keychain items, listed or not, and the index files.

        StoreError: the items that are left are still listed; the call can be repeated.
        """
        self._ensure_listed()
        self._session.remove_everything()
        with self._kept.exclusive():
            self._kept.remove_everything()

    def change(
        self, app_id: str, *, name: str | None = None, key: str | None = None, setting: Setting | None = None
    ) -> App:
        """Change an app's metadata; None keeps a field.

        ``setting``: how *Require identity verification* is set for it in Convot. Raises InvalidName, InvalidKey, or
        StoreError if the index cannot be written.
        """
        repository = self._repository(app_id)
        with repository.exclusive():
            app = self._app(app_id)
            others = [each for each in self.apps if each.id != app_id]
            return repository.change(
                app_id,
                name=app.name if name is None else validated_name(name, _names(others)),
                key=app.key if key is None else validated_key(key, _owners(others)),
                setting=app.setting if setting is None else setting,
            )

    def move(self, app_id: str, before: str | None) -> None:
        """Move an app in front of another one of the same store, or to the end. StoreError if saving fails."""
        repository = self._repository(app_id)
        with repository.exclusive():
            repository.move(app_id, before)

    def secrets(self, app_id: str) -> AppSecrets:
        """Return the secrets to check an app's calls with. StoreError if its current secret cannot be read.

        ``others`` has the secrets of the other apps that were read so far: see `read_ahead`.
        """
        current, previous = self._repository(app_id).secrets(app_id)
        app = self._app(app_id)
        rotated = {old.fingerprint: old.rotated for old in app.previous if old.fingerprint is not None}
        others = self._kept.current_secrets() | self._session.current_secrets()
        return AppSecrets(current, previous, {n: s for n, s in others.items() if n != app.name}, rotated)

    def by_name(self, name: str) -> App | None:
        """Return the app with exactly that name, else the one whose name looks the same, or None."""
        self._ensure_listed()
        wanted = normalized_name(name)
        alike = [a for a in self.apps if normalized_name(a.name) == wanted]
        return next((a for a in alike if a.name == name), alike[0] if alike else None)

    def forget(self) -> None:
        """Drop all secrets from memory.

        Saved ones are read again when needed. Session secrets are lost; their apps stay, with "forgotten" as problem.
        """
        self._kept.forget()
        self._memory.clear()
        self._session.forget()
        for app in self._session.apps():
            self._session.ensure_read(app.id)

    def _ensure_listed(self) -> None:
        if not self._listed:
            self.list()

    def _app(self, app_id: str) -> App:
        for app in self.apps:
            if app.id == app_id:
                return app
        raise KeyError(app_id)  # another process has removed it

    def _repository(self, app_id: str) -> AppRepository:
        self._ensure_listed()
        for repository in (self._kept, self._session):
            if any(a.id == app_id for a in repository.apps()):
                return repository
        raise KeyError(app_id)


def _names(apps: Iterable[App]) -> frozenset[str]:
    return frozenset(normalized_name(app.name) for app in apps)


def _owners(apps: Iterable[App]) -> dict[str, str]:
    return {app.key: app.name for app in apps if app.key}


def _ensure_secret(secret: str) -> None:
    problem = format_problem(secret)
    if problem is not None:
        raise InvalidSecret(problem)
