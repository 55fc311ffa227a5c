"""Brings the real window into states and saves pictures of it, for `screenshots.py`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from convot_inspector.examples import load_examples
from convot_inspector.ui import theme
from convot_inspector.ui.app import make_window, set_up
from convot_inspector.ui.widgets.disclosure import Disclosure

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from convot_inspector.ui.main_view import MainView
    from convot_inspector.ui.main_window import MainWindow
    from convot_inspector.ui.preferences import Preferences

SIZES = {"": (1180, 780), "-small": (900, 600), "-large": (1440, 900)}


class Studio:
    """One window at a time; ``prefix`` begins the file names of its pictures."""

    window: MainWindow
    _preferences: Preferences

    def __init__(self, application: QApplication, home: Path, folder: Path) -> None:
        self.application, self._home, self._folder = application, home, folder
        self.prefix = ""

    def use(self, preferences: Preferences, choice: theme.Choice) -> None:
        """Use these preferences and this theme from now on."""
        self._preferences = preferences
        set_up(self.application, preferences)
        theme.apply(self.application, choice)

    def open(self) -> None:
        """Open the window."""
        self.window = make_window(self.application, self._preferences)
        self.window.resize(*SIZES[""])
        self.window.show()
        settle(1_500)

    @property
    def main_view(self) -> MainView:
        """The window's main view."""
        if self.window.main_view is None:
            raise SystemExit("the window is empty")
        return self.window.main_view

    def close(self) -> None:
        """Close the window and wait for its threads."""
        self.window.close()
        self.main_view.wait_for_threads(10)
        self.main_view.service.deleteLater()
        self.window.deleteLater()
        settle(50)

    def bring(self, example: str, text: str, *, are_folds_open: bool = False) -> None:
        """Show the example of that title, or a text, as the only case, and wait until the search has ended."""
        self.main_view.cases.forget()
        if example:
            self.main_view.examples.show(load_examples().titled(example))
        else:
            self.main_view.show_text(text)
        settle()
        loop = QEventLoop()
        self.main_view._runner.worker.run(lambda: None, lambda _: loop.quit(), lambda _: loop.quit())
        loop.exec()
        settle()
        for fold in self.window.findChildren(Disclosure):
            fold.open(is_open=are_folds_open)

    def trigger(self, words: str) -> None:
        """Trigger the menu action with this text."""
        next(action for action in self.window.findChildren(QAction) if action.text() == words).trigger()

    def click(self, words: str, inside: QWidget | None = None) -> None:
        """Click the button with this text, if it is visible."""
        for button in (inside or self.window).findChildren(QPushButton):
            if button.text() == words and button.isVisible():
                button.click()
                return

    def save_in_sizes(self, name: str) -> None:
        """Save pictures of the window in every size."""
        for suffix, size in SIZES.items():
            self.window.resize(*size)
            self.save(f"{name}{suffix}", self.window)
        self.window.resize(*SIZES[""])

    def take_dialog(self, name: str, action: str, click: str = "") -> None:
        """Open a dialog, save its picture, and close it."""
        self.trigger(action)
        settle(700)
        if click and (dialog := _dialog()) is not None:
            self.click(click, dialog)
        self.save_dialog(name)

    def save_dialog(self, name: str) -> None:
        """Save a picture of the dialog that is open, and close it."""
        settle()
        dialog = _dialog()
        if dialog is None:
            raise SystemExit(f"{self.prefix}{name}: no dialog is open")
        self.save(name, dialog, close=True)

    def save(self, name: str, widget: QWidget, *, close: bool = False) -> None:
        """Save a picture of a widget."""
        settle()
        widget.grab().save(str(self._folder / f"{self.prefix}{name}.png"))
        if close:
            widget.close()
            settle(50)


def _dialog() -> QDialog | None:
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()), None)


def settle(milliseconds: int = 350) -> None:
    """Process events for some milliseconds."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
