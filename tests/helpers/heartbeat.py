"""The event loop's heartbeat, measured in CPU time of the UI thread, so that a busy machine changes nothing."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer


class Heartbeat(QObject):
    """A timer that fires as often as the event loop can; ``longest``: the most CPU time between two beats, in ms.

    The test runs on the same thread. ``forget`` begins a new interval, so that its own work is not counted.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest, self.beats = 0.0, 0
        self._last = time.thread_time()
        timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._beat)
        timer.start()

    def _beat(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1_000)
        self._last = now
        self.beats += 1

    def forget(self) -> None:
        """Begin a new interval."""
        self._last = time.thread_time()
