"""Question before a call with right hashes is copied: it is as good as a password for that visitor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from convot_inspector.ui.widgets.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class RightCallDialog(QDialog):
    """Dialog that copies a call if the user says so. It does not show the call."""

    copied = Signal(str)

    def __init__(self, made: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Make a valid test call"))
        self._made = made
        copy, cancel = button(self.tr("Copy it for one minute"), primary=True), button(self.tr("Cancel"))
        words = label(
            self.tr(
                "This copies a complete Convot.identify call with the right hashes, to try out in "
                "the page's console yourself. Anyone who has it can pose as this visitor, so do not send "
                "it to anyone. It is cleared from the clipboard after a minute, and never in an "
                "answer, ticket or export."
            )
        )
        words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addWidget(words)
        layout.addLayout(buttons)
        copy.clicked.connect(self._copy)
        cancel.clicked.connect(self.reject)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._made)
        self.copied.emit(self._made)
        self.accept()
