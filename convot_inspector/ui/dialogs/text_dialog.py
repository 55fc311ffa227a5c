"""Dialog with one long plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from convot_inspector.ui.screen import resize_within
from convot_inspector.ui.widgets.plain_text import PlainText
from convot_inspector.ui.widgets.widgets import button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class TextDialog(QDialog):
    """Read-only text dialog."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        resize_within(self, 680, 560)
        shown = PlainText(title, text)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(shown, 1)
        layout.addLayout(buttons)
