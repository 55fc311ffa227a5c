"""A keyboard: sends keys to the focused window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


class Keyboard:
    """A user without a mouse."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._window: QWidget | None = None

    def press(self, *sequences: str) -> None:
        """Press keys, one after another, each such as "Ctrl+Shift+V", "Tab" or "Return"."""
        for each in sequences:
            self._wait_for_a_window()
            QTest.keySequence(QGuiApplication.focusWindow(), QKeySequence(each))

    def type(self, text: str) -> None:
        """Type a text of characters that are on a US keyboard."""
        QTest.keyClicks(self.focus(), text)

    def focus(self) -> QWidget:
        """Return the focused widget."""
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def wait_for_focus_in(self, window: QWidget) -> None:
        """Wait until a newly opened or the last remaining window has the focus."""
        self._window = window
        self._wait_for_a_window()

        def has_it() -> bool:
            widget = QApplication.focusWidget()
            return QApplication.activeWindow() is window and widget is not None and widget.window() is window

        self._qtbot.waitUntil(has_it)

    def _wait_for_a_window(self) -> None:
        if QGuiApplication.focusWindow() is None and self._window is not None:
            self._window.activateWindow()  # the offscreen platform has no window manager to do it
        self._qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)

    def tab_to(self, words: str, *, backwards: bool = False) -> QWidget:
        """Press Tab until the focused widget's accessible name or text begins with these words."""
        seen: list[str] = []
        for _ in range(60):
            found = name_of(self.focus())
            if found.startswith(words):
                return self.focus()
            seen.append(found)
            self.press("Shift+Tab" if backwards else "Tab")
        raise AssertionError(f"Tab does not reach {words!r}, only {list(dict.fromkeys(seen))}")

    def round(self) -> list[QWidget]:
        """Press Tab until the focus is back where it was; return every widget that was focused, in order."""
        passed = [self.focus()]
        for _ in range(80):
            self.press("Tab")
            if self.focus() is passed[0]:
                return passed
            assert self.focus() not in passed, f"Tab goes round without {name_of(passed[0])!r}"
            passed.append(self.focus())
        raise AssertionError("Tab never comes back")


def name_of(widget: QWidget) -> str:
    """Return a widget's accessible name or text."""
    if isinstance(widget, QTabBar):
        return widget.tabText(widget.currentIndex()).replace("\n", " ")
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (str(text()) if callable(text) else "")
