"""A monitor of the event loop: how long the window could not react."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from stopwatch import Stopwatch

LONGEST_PAUSE = 100  # milliseconds between two ticks


class EventLoopMonitor(QObject):
    """A timer that fires every 10 ms; ``longest``: the longest interval, in which nothing could be painted.

    The time in which a busy machine ran other processes is not counted.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = Stopwatch()
        self.longest, self.ticks = 0.0, 0
        timer = QTimer(self, interval=10)
        timer.timeout.connect(self._tick)
        timer.start()

    def _tick(self) -> None:
        self.longest = max(self.longest, self._last.seconds() * 1_000)
        self._last = Stopwatch()
        self.ticks += 1

    def is_responsive(self) -> bool:
        """Return whether the timer has fired and no interval was too long."""
        return self.ticks > 10 and self.longest < LONGEST_PAUSE
