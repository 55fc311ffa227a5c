"""Asynchronous access to the user's apps: every keychain operation runs on a worker thread, one at a time."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from convot_inspector.ui.apps.keychain_worker import KeychainWorker
from convot_inspector.ui.apps.secret_place import SecretPlace
from convot_inspector.ui.background import Worker
from convot_inspector.ui.widgets.failure import failure_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.diagnosis.diagnosis import Setting
    from convot_inspector.core.model import AppSecrets
    from convot_inspector.keychain.app import App
    from convot_inspector.keychain.apps import Apps
    from convot_inspector.keychain.index.file import IndexCondition
    from convot_inspector.keychain.stores.secret_store import SecretStore
    from convot_inspector.ui.widgets.failure import Failure

T = TypeVar("T")


class AppsService(QObject):
    """The apps as last read. Results and failures are delivered on the UI thread.

    Operations that only concern apps of this session have their own worker, which never waits for the keychain.
    """

    changed = Signal()
    waiting = Signal(bool)
    locked_changed = Signal()
    _late = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._session_worker = KeychainWorker(self), Worker("session", self)
        self._worker.waiting.connect(self.waiting)
        self._place = SecretPlace()
        self._held: Apps | None = None
        self._opened = threading.Event()
        self._late.connect(self._settle)
        self.apps: tuple[App, ...] = ()
        self.condition: IndexCondition = "sound"
        self.recovered = 0
        self.incomplete = False
        """Whether recovery of the list is still pending; ``unsettled`` says why."""
        self.unsettled: Failure | None = None
        self.fault: Failure | None = None
        """Why the list of apps could not be read."""
        self.loaded = False
        self.locked = False
        """Whether the secrets were dropped from memory and not fetched since."""
        self._locks = 0

    @property
    def keeps(self) -> bool:
        """Whether there is a keychain that keeps secrets when the program is closed."""
        return self._place.keeps

    @property
    def place(self) -> str:
        """The user-visible name of the place where secrets are kept."""
        return self._place.label

    @property
    def not_kept(self) -> Failure | None:
        """Why secrets last only for this session, None where they are kept."""
        return self._place.not_kept

    def open(self) -> None:
        """Find the keychain and read the list of apps. May be called again to retry."""

        def operation() -> tuple[SecretStore, tuple[App, ...]]:
            # keyring and cryptography are slow to import: done here on the worker, after the window is shown
            from convot_inspector.keychain.apps import Apps
            from convot_inspector.keychain.data_folder import default_folder
            from convot_inspector.keychain.stores.keychain_store import KeychainStore
            from convot_inspector.keychain.stores.opening import open_store

            store = open_store()
            if isinstance(store, KeychainStore):
                store.on_late_result = self._late.emit
            self._held = Apps(store, default_folder(), session_of=self._held)
            self._opened.set()
            return store, self._held.list()

        def done(result: tuple[SecretStore, tuple[App, ...]]) -> None:
            self._place.store, self.apps = result
            self.fault = None
            self._has_opened()
            self._settle()
            self._read_more()

        def failed(error: Exception) -> None:
            self.fault = failure_of(error)
            self._has_opened()

        self._worker.run(operation, done, failed)

    def _has_opened(self) -> None:
        self.loaded = True
        if self._held is not None:
            self.condition, self.incomplete = self._held.condition, self._held.incomplete
        self.changed.emit()

    def add(
        self,
        name: str,
        secret: str,
        *,
        key: str,
        session_only: bool,
        done: Callable[[App], None],
        failed: Callable[[Failure], None],
    ) -> None:
        """Add an app."""
        only = session_only or (self.loaded and not self.keeps)
        self._change(lambda apps: apps.add(name, secret, key=key, session_only=only), done, failed, session=only)

    def rotate(self, app_id: str, secret: str, done: Callable[[App], None], failed: Callable[[Failure], None]) -> None:
        """Give an app another current secret."""
        self._change_app(app_id, lambda apps: apps.rotate(app_id, secret), done, failed)

    def add_previous(
        self, app_id: str, secret: str, done: Callable[[App], None], failed: Callable[[Failure], None]
    ) -> None:
        """Save a secret that an app had before."""
        self._change_app(app_id, lambda apps: apps.add_previous(app_id, secret), done, failed)

    def forget_previous(self, app_id: str, uid: str, failed: Callable[[Failure], None]) -> None:
        """Remove a rotated secret."""
        self._change_app(app_id, lambda apps: apps.forget_previous(app_id, uid), _ignore, failed)

    def remove(
        self, app_id: str, failed: Callable[[Failure], None], done: Callable[[None], None] | None = None
    ) -> None:
        """Remove an app and its secrets."""
        self._change_app(app_id, lambda apps: apps.remove(app_id), done or _ignore, failed)

    def remove_everything(self, done: Callable[[], None], failed: Callable[[Failure], None]) -> None:
        """Remove all apps, their secrets and the list of them."""
        self._change(lambda apps: apps.remove_everything(), lambda _: done(), failed)

    def describe(
        self, app_id: str, name: str, key: str, done: Callable[[App], None], failed: Callable[[Failure], None]
    ) -> None:
        """Give an app another name and public key."""
        self._change_app(app_id, lambda apps: apps.change(app_id, name=name, key=key), done, failed)

    def set_setting(self, app_id: str, setting: Setting, failed: Callable[[Failure], None]) -> None:
        """Save the app's *Require identity verification* setting."""
        self._change_app(app_id, lambda apps: apps.change(app_id, setting=setting), _ignore, failed)

    def move(self, app_id: str, before: str | None, failed: Callable[[Failure], None]) -> None:
        """Put an app before another one, or at the end."""
        self._change_app(app_id, lambda apps: apps.move(app_id, before), _ignore, failed)

    def secrets(self, app_id: str, done: Callable[[AppSecrets], None], failed: Callable[[Failure], None]) -> None:
        """Fetch an app's secrets; the keychain is asked if they are not in memory.

        A result that arrives after a lock, for a request from before it, is dropped: it would undo the lock.
        """
        mine = self._locks

        def got(secrets: AppSecrets) -> None:
            if mine != self._locks:
                return
            if self.locked:
                self.locked = False
                self.locked_changed.emit()
                self._read_more()
            done(secrets)

        self._change_app(app_id, lambda apps: apps.secrets(app_id), got, failed)

    def unlock(self, done: Callable[[], None], failed: Callable[[Failure], None]) -> None:
        """Ask the user to unlock the keychain, then look again at what could not be read."""

        def operation(apps: Apps) -> None:
            self._place.unlock()
            apps.retry()

        def unlocked(_: None) -> None:
            done()
            self._settle()
            self._read_more()

        self._change(operation, unlocked, failed)

    def stop_waiting(self) -> None:
        """Abort the pending keychain call; it fails as "unresponsive"."""
        self._place.stop_waiting()

    def lock(self) -> None:
        """Drop the secrets from memory; they are fetched again when needed."""
        self.locked = True
        self._locks += 1
        apps = self._held
        if apps is not None:
            apps.forget()
            self.apps = apps.apps
            self._change(lambda held: held.forget(), _ignore, _ignore)  # also the result of a running call
        self.locked_changed.emit()

    def stop(self) -> None:
        """Stop delivering results; a hanging call does not keep the program from exiting."""
        self._opened.set()
        self._place.stop_listening()
        self.stop_waiting()
        self._worker.stop()
        self._session_worker.stop()

    def wait(self, seconds: float) -> bool:
        """Wait after ``stop``; return whether the workers have ended."""
        return self._worker.wait(seconds) and self._session_worker.wait(seconds)

    def _settle(self) -> None:
        """Finish operations that were interrupted earlier; what cannot be done now stays pending."""

        def done(_: None) -> None:
            self.unsettled = None

        def failed(failure: Failure) -> None:
            self.unsettled = failure
            self.changed.emit()

        if self.keeps:
            self._change(lambda apps: apps.recover(), done, failed)

    def _read_more(self) -> None:
        """Read the other apps' secrets in small batches, so that other operations are not delayed."""

        def done(more: bool) -> None:  # noqa: FBT001
            if self.locked:
                return
            if more:
                self._worker.run(lambda: self._apps().read_ahead(), done, _ignore)
            elif self._held is not None and self._held.apps != self.apps:
                self.apps = self._held.apps
                self.changed.emit()

        self._worker.run(lambda: self._apps().read_ahead(), done, _ignore)

    def _apps(self) -> Apps:
        self._opened.wait()
        if self._held is None:
            raise RuntimeError("the list of apps is not open")
        return self._held

    def _change_app(
        self, app_id: str, operation: Callable[[Apps], T], done: Callable[[T], None], failed: Callable[[Failure], None]
    ) -> None:
        session = any(app.id == app_id and app.where == "session" for app in self.apps)
        self._change(operation, done, failed, session=session)

    def _change(
        self,
        operation: Callable[[Apps], T],
        done: Callable[[T], None],
        failed: Callable[[Failure], None],
        *,
        session: bool = False,
    ) -> None:
        """Run an operation and publish the state of the apps afterwards, on success and on failure."""

        def ended() -> None:
            if self._held is None:
                return
            held = self._held
            now = (held.apps, held.condition, held.recovered, held.incomplete)
            if now != (self.apps, self.condition, self.recovered, self.incomplete):
                self.apps, self.condition, self.recovered, self.incomplete = now
                self.changed.emit()

        def on_done(value: T) -> None:
            ended()
            done(value)

        def on_failed(error: Exception) -> None:
            ended()
            failed(failure_of(error))

        def work() -> T:
            return operation(self._apps())

        if session:
            self._session_worker.run(work, on_done, on_failed)
        else:
            self._worker.run(work, on_done, on_failed)


def _ignore(_: object) -> None:
    """Ignore the result."""
