"""Automatic locking: after a time without a check, and when the screen is locked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from convot_inspector.ui.apps.screen_lock import ScreenLock

if TYPE_CHECKING:
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.preferences import Preferences


class AutoLock(QObject):
    """Timer that locks the service. Typed or pasted text stays."""

    def __init__(self, service: AppsService, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._service, self._preferences = service, preferences
        self.idle = QTimer(self, singleShot=True)
        self.idle.timeout.connect(service.lock)
        self.screen = ScreenLock(self)
        self.screen.locked.connect(self._screen_locked)
        self.used()

    def start(self) -> None:
        """Listen for the screen lock, on systems that announce it."""
        if sys.platform.startswith("linux"):
            self.screen.start()

    def used(self) -> None:
        """Restart the idle timer; called on every check."""
        minutes = self._preferences.lock_minutes
        if minutes:
            self.idle.start(minutes * 60_000)
        else:
            self.idle.stop()

    def lock_after(self, minutes: int) -> None:
        """Change the time; 0: never."""
        self._preferences.lock_minutes = minutes
        self.used()

    def lock_with_screen(self, lock: bool) -> None:  # noqa: FBT001 -- a menu's tick says it
        """Set whether a screen lock locks the service too."""
        self._preferences.lock_with_screen = lock

    def stop(self) -> None:
        """Stop the timer and the listener."""
        self.idle.stop()
        self.screen.stop()

    def _screen_locked(self) -> None:
        if self._preferences.lock_with_screen:
            self._service.lock()
