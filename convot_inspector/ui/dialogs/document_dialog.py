"""Dialog that shows a document, with buttons to copy text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from convot_inspector.ui.screen import resize_within
from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.document_view import Page
from convot_inspector.ui.widgets.widgets import button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from convot_inspector.core.reports.document import Document


class DocumentDialog(QDialog):
    """Dialog with a document. `offer` adds buttons to the left of Close."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(document.title)
        resize_within(self, 640, 560)
        self._page = Page()
        self._page.setAccessibleName(document.title)
        self._page.show_document(document)
        self._said = SpokenLabel("dim")
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._page, 1)
        layout.addWidget(self._said)
        layout.addLayout(self._buttons)

    def offer(self, words: str) -> QPushButton:
        """Add a button before *Close*."""
        made = button(words)
        self._buttons.insertWidget(self._buttons.count() - 2, made)
        return made

    def offer_copy(self, words: str, text: str, said: str) -> None:
        """Add a button that copies ``text``; ``said`` is shown afterwards."""

        def copy() -> None:
            QGuiApplication.clipboard().setText(text)
            self._said.say(said)

        self.offer(words).clicked.connect(copy)
