"""Bounded waiting: a keychain call can block for ever (a stopped daemon, a prompt that nobody answers)."""

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


class Call(Generic[T]):
    """One operation on a daemon thread, which does not keep the process from ending as an executor's would.

    ``late`` is called on that thread if the operation ends when nobody waits for it any more.
    """

    def __init__(self, operation: Callable[[], T], late: Callable[[], None] = lambda: None) -> None:
        self._operation, self._late = operation, late
        self._results: list[T] = []
        self._errors: list[BaseException] = []
        self._woken = threading.Event()
        self._handing_over = threading.Lock()
        self._abandoned = self._ended = False
        threading.Thread(target=self._work, name="keychain", daemon=True).start()

    @property
    def abandoned(self) -> bool:
        """Whether nobody waits any more. What has not begun need not begin then."""
        return self._abandoned

    def wait(self, seconds: float) -> T:
        """What the operation returns or raises; ``StoreError("unresponsive")`` after so many seconds, or `give_up`.

        The operation is abandoned then, not stopped: what it was doing may still happen later.
        """
        self._woken.wait(seconds)
        with self._handing_over:
            if not self._ended:
                self._abandoned = True
                raise StoreError("unresponsive")
        if self._errors:
            raise self._errors.pop()
        return self._results.pop()

    def give_up(self) -> None:
        """Let whoever waits go on now."""
        self._woken.set()

    def _work(self) -> None:
        try:
            self._results.append(self._operation())
        except BaseException as error:  # noqa: BLE001 -- it is raised again, on the waiting thread
            self._errors.append(error)
        with self._handing_over:
            self._ended = True
            late = self._abandoned
        self._woken.set()
        if late:
            self._late()


def call(operation: Callable[[], T], seconds: float) -> T:
    """What ``operation`` returns or raises, or ``StoreError("unresponsive")`` when ``seconds`` have passed."""
    return Call(operation).wait(seconds)
