"""Worker for keychain calls that reports when they take long."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from convot_inspector.ui.background import Worker

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_SLOW = 700  # milliseconds before the window says what it is waiting for


class KeychainWorker(QObject):
    """Worker that runs operations in order; emits ``waiting`` when they take long, and when they are done."""

    waiting = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker("keychain", self)
        self._pending = 0
        self._slow = QTimer(self, singleShot=True, interval=_SLOW)
        self._slow.timeout.connect(lambda: self.waiting.emit(True))  # noqa: FBT003

    def run(self, operation: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run ``operation`` on the thread, then call ``done`` or ``failed`` on the UI thread."""
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

    def stop(self) -> None:
        """Stop delivering results."""
        self._slow.stop()
        self._worker.stop()

    def wait(self, seconds: float) -> bool:
        """Wait after ``stop``; return whether the thread has ended within that time."""
        return self._worker.wait(seconds)
