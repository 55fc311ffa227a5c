"""A driver for the real window, which finds everything by the words that the user reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QRadioButton,
    QWidget,
)

from convot_inspector.ui.app import make_window, set_up
from convot_inspector.ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from convot_inspector.ui.main_view import MainView
    from convot_inspector.ui.main_window import MainWindow

W = TypeVar("W", bound=QWidget)


class AppDriver:
    """The window, and a user's actions in it."""

    def __init__(self, qtbot: QtBot, application: QApplication, folder: Path) -> None:
        self.qtbot, self._application = qtbot, application
        self._preferences = folder / "window.ini"
        self.window = self._open()

    def _open(self) -> MainWindow:
        preferences = Preferences(self._preferences)
        set_up(self._application, preferences)
        window = make_window(self._application, preferences)
        window.show()
        self.qtbot.waitUntil(lambda: window.main_view is not None and window.main_view.service.loaded)
        return window

    @property
    def main_view(self) -> MainView:
        """Return the window's main view."""
        assert self.window.main_view is not None
        return self.window.main_view

    def close(self) -> None:
        """Close the window and end its threads."""
        self.window.close()
        assert self.main_view.wait_for_threads(20.0)
        self.main_view.service.deleteLater()
        self.window.deleteLater()
        # Now and not in the next event loop: a style that is set in between would be applied to these widgets too.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def restart(self) -> None:
        """Close the program and start it again."""
        self.close()
        self.restart_closed()

    def restart_closed(self) -> None:
        """Start the program again after it was closed."""
        self.window = self._open()

    def visible(self, kind: type[W], inside: QWidget | None = None) -> list[W]:
        """Return the visible widgets of a class."""
        return [found for found in (inside or self.window).findChildren(kind) if found.isVisible()]

    def texts(self, inside: QWidget | None = None) -> list[str]:
        """Return the visible texts of labels and buttons."""
        labels = [found.text() for found in self.visible(QLabel, inside)]
        return labels + [found.text().replace("&&", "&") for found in self.visible(QAbstractButton, inside)]

    def reads(self, words: str, inside: QWidget | None = None) -> bool:
        """Return whether these words are visible somewhere."""
        return any(words in text for text in self.texts(inside))

    def wait_to_read(self, words: str, inside: QWidget | None = None) -> None:
        """Wait until these words are visible."""

        def check() -> None:
            assert self.reads(words, inside), f"{words!r} is not among {self.texts(inside)}"

        self.qtbot.waitUntil(check)

    def click(self, words: str, inside: QWidget | None = None) -> None:
        """Click the button with these words, once it is visible and laid out."""
        QApplication.processEvents()
        found: list[QAbstractButton] = []

        def look() -> None:
            buttons = self.visible(QAbstractButton, inside)
            found[:] = [each for each in buttons if words in each.text()]
            assert found, f"no button {words!r} among {[each.text() for each in buttons]}"

        self.qtbot.waitUntil(look)
        found.sort(key=lambda each: each.text() != words)
        assert found[0].isEnabled(), f"{words!r} cannot be clicked"
        self.qtbot.waitUntil(lambda: not found[0].rect().isEmpty())  # on a busy machine the layout comes late
        where = QPoint(8, found[0].height() // 2) if isinstance(found[0], QCheckBox) else found[0].rect().center()
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    def choose(self, words: str) -> None:
        """Choose the menu entry with this text."""
        for menu in self.window.findChildren(QMenu):
            for action in menu.actions():
                if action.text().replace("&&", "&") == words:
                    action.trigger()
                    return
        raise AssertionError(f"no menu has {words!r}")

    def choose_app(self, name: str) -> None:
        """Choose an app from the list at the top by searching for its name."""
        self.click_on(self.card("appChooser"))
        popup = self.card("popup")
        self.fill("Search the apps by name", name, popup)
        QTest.keyClick(self.field("Search the apps by name", popup), Qt.Key.Key_Return)
        assert not popup.isVisible()

    def click_on(self, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        QApplication.processEvents()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def press(self, shortcut: str) -> None:
        """Use a menu's keyboard shortcut."""
        found = [a for a in self.window.findChildren(QAction) if a.shortcut().toString() == shortcut]
        assert len(found) == 1, shortcut
        found[0].trigger()

    def press_any(self, shortcut: str) -> None:
        """Use one of the shortcuts of a menu's entry, where it has several; a disabled one does nothing."""
        found = [a for a in self.window.findChildren(QAction) if QKeySequence(shortcut) in a.shortcuts()]
        assert len(found) == 1, shortcut
        if found[0].isEnabled():
            found[0].trigger()

    def say_it_is(self, words: str) -> None:
        """Say at the top how *Require identity verification* is set: "On", "Off" or "Not known"."""
        self.click(words, self.card("topBar"))

    def setting(self) -> list[str]:
        """Return which setting is chosen at the top."""
        return [each.text() for each in self.visible(QRadioButton, self.card("topBar")) if each.isChecked()]

    def paste(self, text: str) -> None:
        """Copy a text to the clipboard and paste it into the window."""
        QGuiApplication.clipboard().setText(text)
        self.click("Paste")

    def card(self, name: str) -> QWidget:
        """Return a card by its object name."""
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget)
        return found

    def dialog(self, title: str) -> QDialog:
        """Return an open dialog by its title."""
        self.qtbot.waitUntil(lambda: bool(self._dialogs(title)))
        return self._dialogs(title)[0]

    def _dialogs(self, title: str) -> list[QDialog]:
        tops = QApplication.topLevelWidgets()
        return [w for w in tops if isinstance(w, QDialog) and w.isVisible() and w.windowTitle() == title]

    def fill(self, name: str, text: str, inside: QWidget) -> None:
        """Type into the field of that name."""
        field = self.field(name, inside)
        field.clear()
        if text.isascii():
            QTest.keyClicks(field, text)
        else:  # QTest has no keys for characters that are not on a US keyboard
            field.setText(text)

    def field(self, name: str, inside: QWidget | None = None) -> QLineEdit:
        """Return a field by its accessible name."""
        return next(each for each in self.visible(QLineEdit, inside) if each.accessibleName() == name)

    def typed(self, name: str) -> str:
        """Return the text in the field of that name."""
        return self.field(name).text()

    def buttons(self, inside: QWidget | None = None) -> list[QAbstractButton]:
        """Return the visible buttons."""
        return self.visible(QAbstractButton, inside)

    def add_app(self, name: str, secret: str, key: str = "") -> None:
        """Add an app through its dialog."""
        self.choose("Add an app…")
        dialog = self.dialog("Add an app")
        self.fill("Name", name, dialog)
        self.fill("Identity secret", secret, dialog)
        self.fill("Public app key, optional", key, dialog)
        self.click("Save", dialog)

        def saved() -> None:
            assert not self._dialogs("Add an app"), self.texts(dialog)

        self.qtbot.waitUntil(saved)
        self.wait_to_read(name)
