"""Lock between processes, by a file whose content does not matter.

The system itself releases the lock when its holder's process ends, however it ends, so nothing that is left on disk can
hold it: an empty file, one of another program, or one restored from another computer.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

_STEP_SECONDS = 0.02


class FileLock:
    """An exclusive lock. Two objects exclude each other within one process too."""

    def __init__(self, path: Path) -> None:
        """``path``: the file, which is created with the lock and removed with it, in a folder that exists."""
        self._path = path
        self._descriptor: int | None = None

    def acquire(self, seconds: float = 0.0) -> Literal["held", "busy", "unavailable"]:
        """Take the lock, waiting up to ``seconds`` for another holder. "unavailable" where no file can be locked."""
        until = time.monotonic() + seconds
        while True:
            result = self._try()
            if result == "held" or time.monotonic() >= until:
                return result
            if result == "unavailable" and sys.platform != "win32":  # there also while the file is being removed
                return result
            time.sleep(_STEP_SECONDS)  # neither system waits for a lock for a limited time

    def release(self) -> None:
        """Release the lock and remove the file."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        if sys.platform == "win32":  # which removes no open file, so nobody else holds a file that can be removed
            os.close(descriptor)
            with suppress(OSError):
                self._path.unlink()
        else:
            with suppress(OSError):
                self._path.unlink()
            os.close(descriptor)

    def _try(self) -> Literal["held", "busy", "unavailable"]:
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return "unavailable"
        try:
            locked = _lock(descriptor)
            # The holder before may have removed the file after it was opened here.
            if locked and self._is_present(descriptor):
                self._descriptor = descriptor
                return "held"
        except OSError:  # for example a network drive without locks
            os.close(descriptor)
            return "unavailable"
        os.close(descriptor)
        return "busy"

    def _is_present(self, descriptor: int) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), self._path.stat())
        except FileNotFoundError:
            return False


def _lock(descriptor: int) -> bool:
    """Lock an open file; return whether nobody else has locked it. OSError if it cannot be locked at all."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
    else:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
