"""The main window: shown empty as early as possible, filled right after its first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from convot_inspector.core.language import tr
from convot_inspector.ui.screen import available_size, resize_within

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from convot_inspector.ui.main_view import MainView
    from convot_inspector.ui.preferences import Preferences


class MainWindow(QMainWindow):
    """The main window with its last geometry. ``make`` creates its content."""

    def __init__(self, make: Callable[[MainWindow], MainView], preferences: Preferences) -> None:
        super().__init__()
        self.setWindowTitle("Convot Inspector")
        self._make, self._preferences = make, preferences
        self.is_on_screen = False
        """Whether it was painted once."""
        self.main_view: MainView | None = None
        self.setMinimumSize(QSize(640, 420).boundedTo(available_size(self)))
        self.resize(1180, 780)
        self.restoreGeometry(preferences.geometry)
        if not self.isMaximized() and not self.isFullScreen():
            resize_within(self, self.width(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_on_screen:
            self.is_on_screen = True
            QTimer.singleShot(0, self, self._fill)

    def come_forward(self) -> None:
        """Show the window above others; where the system refuses that, it marks the window instead."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        QApplication.alert(self)

    def _fill(self) -> None:
        """Create the content, unless the window was closed in the meantime."""
        if not self.isVisible():
            return
        try:
            self.main_view = self._make(self)
        except Exception:  # the traceback goes to the terminal; the window does not show it
            self._say_why_it_stays_empty()
            raise
        self.main_view.show()
        self.main_view.begin()

    def _say_why_it_stays_empty(self) -> None:
        from convot_inspector.ui.widgets.widgets import label

        words = label(
            tr(
                "Convot Inspector cannot open: part of this installation is damaged or missing. Your "
                "apps, their secrets and your settings are unchanged. Install it again over this one."
            )
        )
        words.setContentsMargins(32, 32, 32, 32)
        self.menuBar().clear()
        self.setCentralWidget(words)
        words.show()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  # Qt's own
        from convot_inspector.ui.widgets.tab_order import move_focus

        return move_focus(self, forward=next)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._preferences.geometry = self.saveGeometry()
        if self.main_view is not None:
            self.main_view.stop()
        super().closeEvent(event)
