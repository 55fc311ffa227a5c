"""Calls with a deadline: a keychain call can block for ever, on a stopped daemon or an unanswered prompt."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from convot_inspector.keychain.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

DETECT_SECONDS: Final = 2.5
READ_WRITE_SECONDS: Final = 8.0
UNLOCK_SECONDS: Final = 120.0


class DeadlineCall(Generic[T]):
    """An operation on a daemon thread, which unlike an executor's does not delay the end of the process.

    ``on_late_result`` is called on that thread if the operation ends after it was abandoned.
    """

    def __init__(self, operation: Callable[[], T], on_late_result: Callable[[], None] = lambda: None) -> None:
        self._operation, self._on_late_result = operation, on_late_result
        self._results: list[T] = []
        self._errors: list[BaseException] = []
        self._wakeup = threading.Event()
        self._state_lock = threading.Lock()
        self._abandoned = self._ended = False
        threading.Thread(target=self._work, name="keychain", daemon=True).start()

    @property
    def abandoned(self) -> bool:
        """Whether the caller stopped waiting. An operation that has not begun must not begin then."""
        return self._abandoned

    def wait(self, seconds: float) -> T:
        """Return or raise the operation's result; StoreError("unresponsive") after ``seconds`` or `stop_waiting`.

        In the latter case the operation is abandoned, not stopped: it may still take effect.
        """
        self._wakeup.wait(seconds)
        with self._state_lock:
            if not self._ended:
                self._abandoned = True
                raise StoreError("unresponsive")
        if self._errors:
            raise self._errors.pop()
        return self._results.pop()

    def stop_waiting(self) -> None:
        """Make `wait` return now."""
        self._wakeup.set()

    def _work(self) -> None:
        try:
            self._results.append(self._operation())
        except BaseException as error:  # noqa: BLE001 -- raised again on the waiting thread
            self._errors.append(error)
        with self._state_lock:
            self._ended = True
            late = self._abandoned
        self._wakeup.set()
        if late:
            self._on_late_result()


def run(operation: Callable[[], T], seconds: float) -> T:
    """Return or raise the operation's result; StoreError("unresponsive") after ``seconds``."""
    return DeadlineCall(operation).wait(seconds)
