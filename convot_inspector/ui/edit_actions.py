"""*Edit → Cut, Copy, Paste, Select all*, for whatever has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QTextEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QMenu, QWidget

    from convot_inspector.ui.actions import Actions


class EditActions(QObject):
    """Controller. Text fields handle the shortcuts themselves; the actions are for the menu, and for marked labels."""

    def __init__(self, actions: Actions, menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions, self._window = actions, parent.window()
        actions.cut.triggered.connect(self._cut)
        actions.copy.triggered.connect(self._copy)
        actions.paste_text.triggered.connect(self._paste)
        actions.select_all.triggered.connect(self._select_all)
        menu.aboutToShow.connect(self._offer)
        menu.aboutToHide.connect(self._offer_all)

    def _focus(self) -> QWidget | None:
        return self._window.focusWidget()

    def _offer(self) -> None:
        """Enable what is possible now."""
        focus, actions = self._focus(), self._actions
        is_field = isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit)
        can_write = isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) and not focus.isReadOnly()
        is_secret = isinstance(focus, QLineEdit) and focus.echoMode() != QLineEdit.EchoMode.Normal
        has_some = bool(_selected(focus))
        actions.cut.setEnabled(can_write and has_some and not is_secret)
        actions.copy.setEnabled(bool(_selected(focus) or _marked_label(self._window)) and not is_secret)
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None for an empty clipboard
        actions.paste_text.setEnabled(can_write and held is not None and held.hasText())
        actions.select_all.setEnabled(is_field)

    def _offer_all(self) -> None:
        """Enable all of them again: their shortcuts work without the menu."""
        for each in (self._actions.cut, self._actions.copy, self._actions.paste_text, self._actions.select_all):
            each.setEnabled(True)

    def _cut(self) -> None:
        focus = self._focus()
        if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
            focus.cut()

    def _copy(self) -> None:
        focus = self._focus()
        if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) and _selected(focus):
            focus.copy()
        elif words := _marked_label(self._window):
            QGuiApplication.clipboard().setText(words)

    def _paste(self) -> None:
        focus = self._focus()
        if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
            focus.paste()

    def _select_all(self) -> None:
        focus = self._focus()
        if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
            focus.selectAll()


def _selected(widget: QWidget | None) -> str:
    """Return the selected text of a field."""
    if isinstance(widget, QLineEdit):
        return widget.selectedText()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.textCursor().selectedText()
    return ""


def _marked_label(window: QWidget) -> str:
    """Return the text that is marked in a label, which has no focus."""
    return next((each.selectedText() for each in window.findChildren(QLabel) if each.hasSelectedText()), "")
