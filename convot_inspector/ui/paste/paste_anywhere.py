"""Ctrl+V outside of text fields: paste and check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication, QWidget


class PasteAnywhere(QObject):
    """Keeps a focused label from taking the paste shortcut, which means nothing to it.

    Qt's labels with selectable text claim the shortcut before any action sees it (``QWidgetTextControl``). Only the
    focused widget is watched: an event filter of the application would slow down every event.
    """

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        application.focusChanged.connect(self._watch)

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or _takes_text(watched):
            return False
        key: QKeyEvent = event  # type: ignore[assignment]  # that type of event is a QKeyEvent
        if not key.matches(QKeySequence.StandardKey.Paste):
            return False
        key.ignore()
        return True


def _takes_text(widget: QObject) -> bool:
    if isinstance(widget, (QPlainTextEdit, QTextEdit, QLineEdit)):
        return not widget.isReadOnly()
    return isinstance(widget, (QAbstractSpinBox, QComboBox))
