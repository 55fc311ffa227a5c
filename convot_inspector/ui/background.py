"""Worker threads: one for each kind of work, with results delivered on the UI thread."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_Job = tuple["Callable[[], Any]", "Callable[[Any], None]", "Callable[[Exception], None]"]


class Worker(QObject):
    """A daemon thread that runs operations in order; it is started with the first one.

    A daemon, because a keychain call can hang for ever and must not keep the process alive.
    """

    _ended = Signal(object, object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._ended.connect(self._deliver)
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._has_begun = False

    def run(self, operation: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Run ``operation`` on the thread, then call ``done`` or ``failed`` on the UI thread."""
        self._jobs.put((operation, done, failed))
        if not self._has_begun:
            self._has_begun = True
            self._thread.start()

    def stop(self) -> None:
        """Stop delivering results; the thread ends after its current operation."""
        self._stopped.set()
        self._jobs.put(None)

    def wait(self, seconds: float) -> bool:
        """Wait after ``stop``; return whether the thread has ended within that time."""
        if self._has_begun:
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while self._do_next():
            pass

    def _do_next(self) -> bool:
        """Do one operation; return whether there may be another one.

        A function of its own, because variables of a loop would keep the text and the result until the next operation.
        """
        job = self._jobs.get()
        if job is None or self._stopped.is_set():
            return False
        operation, done, failed = job
        callback: Callable[[Any], None]
        try:
            result: object = operation()
            callback = done
        except Exception as error:  # noqa: BLE001  # it is the caller's to handle, on the UI thread
            result, callback = error, failed
        if self._stopped.is_set():
            return False
        self._ended.emit(callback, result)
        return True

    @Slot(object, object)
    def _deliver(self, callback: Callable[[Any], None], result: object) -> None:
        if not self._stopped.is_set():
            callback(result)
