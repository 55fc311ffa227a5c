"""The user's apps for the window: every call to the keychain happens on a worker thread, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from convot_inspector.ui.background import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.model import AppSecrets
    from convot_inspector.keychain.app import App
    from convot_inspector.keychain.apps import Apps
    from convot_inspector.keychain.index_file import Condition
    from convot_inspector.keychain.store import SecretStore

T = TypeVar("T")

_SLOW = 700  # milliseconds; then the window says what it is waiting for


class AppsService(QObject):
    """Knows the apps as they were last seen. Results and failures come back on the UI thread."""

    changed = Signal()
    waiting = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker("keychain", self)
        self._store: SecretStore | None = None
        self._held: Apps | None = None  # touched by the worker only
        self._pending = 0
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(lambda: self.waiting.emit(True))  # noqa: FBT003
        self.apps: tuple[App, ...] = ()
        self.condition: Condition = "sound"
        self.loaded = False

    @property
    def keeps(self) -> bool:
        """Whether there is a keychain that keeps secrets when the program is closed."""
        return self._store is not None and self._store.persistent

    @property
    def place(self) -> str:
        """What people call the place where secrets are kept."""
        return self._store.label if self._store is not None else ""

    @property
    def why_not_kept(self) -> str:
        """Why secrets last only for this session: a sentence, empty where they are kept."""
        if self._store is None or self.keeps:
            return ""
        from convot_inspector.keychain.errors import sentence

        return sentence(getattr(self._store, "reason", None) or "absent")

    def open(self) -> None:
        """Find the keychain and read the list of apps."""

        def operation() -> tuple[SecretStore, tuple[App, ...], Condition]:
            # keyring and cryptography are slow to import: here, on the worker, when the window is already up
            from convot_inspector.keychain.apps import Apps, default_folder
            from convot_inspector.keychain.store import open_store

            store = open_store()
            self._held = Apps(store, default_folder())
            apps = self._held.load()
            return store, apps, self._held.condition

        def done(result: tuple[SecretStore, tuple[App, ...], Condition]) -> None:
            self._store, self.apps, self.condition = result
            self.loaded = True
            self.changed.emit()

        self._run(operation, done, lambda _: self.changed.emit())

    def add(
        self, name: str, secret: str, *, session_only: bool, done: Callable[[App], None], failed: Callable[[str], None]
    ) -> None:
        """Add an app. ``failed`` gets a sentence."""
        self._change(lambda apps: apps.add(name, secret, session_only=session_only), done, failed)

    def remove(self, app_id: str, failed: Callable[[str], None]) -> None:
        """Remove an app and its secret."""
        self._change(lambda apps: apps.remove(app_id), lambda _: None, failed)

    def rename(self, app_id: str, name: str, failed: Callable[[str], None]) -> None:
        """Give an app another name."""
        self._change(lambda apps: apps.change(app_id, name=name), lambda _: None, failed)

    def set_enforced(self, app_id: str, *, enforced: bool, failed: Callable[[str], None]) -> None:
        """Remember the app's setting."""
        self._change(lambda apps: apps.change(app_id, enforced=enforced), lambda _: None, failed)

    def secrets(self, app_id: str, done: Callable[[AppSecrets], None], failed: Callable[[str], None]) -> None:
        """Fetch an app's secrets."""
        self._run(lambda: self._apps().secrets(app_id), done, lambda error: failed(_words(error)))

    def unlock(self, failed: Callable[[str], None]) -> None:
        """Ask the user to unlock the keychain, then read the list again."""

        def operation(apps: Apps) -> None:
            from convot_inspector.keychain.store import KeychainStore

            if isinstance(self._store, KeychainStore):
                self._store.unlock()
            apps.load()

        self._change(operation, lambda _: None, failed)

    def stop(self) -> None:
        """Deliver nothing any more; a call that hangs does not keep the program from closing."""
        self._slow.stop()
        self._worker.stop()

    def wait(self, seconds: float) -> bool:
        """After ``stop``: whether the worker has ended."""
        return self._worker.wait(seconds)

    def _apps(self) -> Apps:
        if self._held is None:
            raise RuntimeError("the list of apps is not open")
        return self._held

    def _change(self, operation: Callable[[Apps], T], done: Callable[[T], None], failed: Callable[[str], None]) -> None:
        """Change something; the list is read anew afterwards, whether it worked or not."""

        def work() -> tuple[T | None, tuple[App, ...], Exception | None]:
            apps = self._apps()
            try:
                return operation(apps), apps.apps, None
            except Exception as error:  # noqa: BLE001  # whatever it is, the list may have changed
                return None, apps.apps, error

        def ended(result: tuple[T | None, tuple[App, ...], Exception | None]) -> None:
            value, self.apps, error = result
            self.changed.emit()
            if error is not None:
                failed(_words(error))
            else:
                done(value)  # type: ignore[arg-type]  # None only where T allows it

        self._run(work, ended, lambda error: failed(_words(error)))

    def _run(self, operation: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        self._pending += 1
        if not self._slow.isActive():
            self._slow.start()

        def answered() -> None:
            self._pending -= 1
            if self._pending == 0:
                self._slow.stop()
                self.waiting.emit(False)  # noqa: FBT003

        def on_done(result: T) -> None:
            answered()
            done(result)

        def on_failed(error: Exception) -> None:
            answered()
            failed(error)

        self._worker.run(operation, on_done, on_failed)


def _words(error: Exception) -> str:
    """A sentence for a failure. Only our own errors speak for themselves: any other text may hold anything."""
    from convot_inspector.keychain.errors import Refused, StoreError, sentence

    return str(error) if isinstance(error, (StoreError, Refused)) else sentence("failed")
