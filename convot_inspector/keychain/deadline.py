"""Bounded waiting: a keychain call can block for ever (a stopped daemon, a prompt that nobody answers)."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, TypeVar

from convot_inspector.keychain.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

DETECT_SECONDS: Final = 3.0
READ_WRITE_SECONDS: Final = 8.0
UNLOCK_SECONDS: Final = 120.0


def call(operation: Callable[[], T], seconds: float) -> T:
    """What ``operation`` returns or raises, or ``StoreError("unresponsive")`` when ``seconds`` have passed.

    After the deadline the operation is abandoned, not stopped: what it was doing may still happen later. It
    runs on a daemon thread, which does not keep the process from ending as an executor's thread would.
    """
    results: list[T] = []
    errors: list[BaseException] = []

    def work() -> None:
        try:
            results.append(operation())
        except BaseException as error:  # noqa: BLE001 -- it is raised again, on the caller's thread
            errors.append(error)

    worker = threading.Thread(target=work, name="keychain", daemon=True)
    worker.start()
    worker.join(seconds)
    if results:
        return results[0]
    if errors:
        raise errors.pop()
    raise StoreError("unresponsive")
