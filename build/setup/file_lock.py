"""A lock file: of several runs of `dev.py` in one checkout, one at a time makes .venv."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PAUSE = 0.2  # seconds between two attempts


@contextmanager
def locked(path: Path, waiting: str) -> Iterator[None]:
    """Hold the lock ``path``; print ``waiting`` where another process holds it. It ends with the process at the latest.

    The empty file stays: removing it would let two processes lock two different files of that name.
    """
    with path.open("ab") as file:
        if not _lock(file):
            print(waiting, file=sys.stderr, flush=True)
            while not _lock(file):
                time.sleep(_PAUSE)
        yield  # closing the file releases the lock


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
