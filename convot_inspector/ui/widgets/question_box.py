"""Dialog with one question or statement, in the look of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from convot_inspector.ui.widgets.announcements import announce
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.widgets import ToneIcon, button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget


class QuestionBox(QDialog):
    """Dialog that emits ``confirmed`` for the button ``deed``; its other button only closes it, and has the focus."""

    confirmed = Signal()

    def __init__(self, title: str, question: str, details: str, parent: QWidget | None, *, deed: str = "") -> None:
        """Create the dialog. ``details``: shown under the question. ``deed``: empty for a statement."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._words = f"{question} {details}"
        self.setAccessibleDescription(self._words)
        icon = ToneIcon()
        icon.show_tone("warning")
        words = QVBoxLayout()
        words.setSpacing(6)
        for text, role in ((question, "title"), (details, "")):
            shown = label(text, role)
            shown.setMinimumWidth(self.fontMetrics().averageCharWidth() * 48)
            words.addWidget(shown)
        words.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        above.addLayout(words, 1)
        buttons = FlowLayout()
        buttons.add_stretch()
        self._close = button(self.tr("Cancel") if deed else self.tr("OK"), primary=not deed)
        self._close.setDefault(True)
        self._close.clicked.connect(self.reject)
        buttons.addWidget(self._close)
        if deed:
            act = button(deed)
            act.clicked.connect(self._confirm)
            buttons.addWidget(act)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(above, 1)
        layout.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._close.setFocus()
        announce(self, self._words)

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit()
