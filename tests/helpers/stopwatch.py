"""A stopwatch that does not count the time in which a busy machine runs other processes."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path


class Stopwatch:
    """Measures seconds, less those in which threads of this process were ready to run and others ran instead.

    Linux counts these for each thread: the second number of ``/proc/self/task/*/schedstat``, in nanoseconds.
    """

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._waited = _waited_by_thread()

    def seconds(self) -> float:
        """Return the seconds since it was created."""
        before = self._waited
        waited = sum(now - before.get(thread, 0) for thread, now in _waited_by_thread().items())
        return time.monotonic() - self._started - waited / 1e9


def _waited_by_thread() -> dict[str, int]:
    waited = {}
    for thread in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # the thread has ended
            waited[thread.name] = int((thread / "schedstat").read_text(encoding="ascii").split()[1])
    return waited
