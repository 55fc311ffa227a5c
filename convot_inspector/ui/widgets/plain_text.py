"""A long plain text to read and to copy from."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit


class PlainText(QPlainTextEdit):
    """Read-only text; Tab leaves it. ``name`` is its accessible name."""

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__(text)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
