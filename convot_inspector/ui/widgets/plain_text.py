"""Plain text to read: the one place that gives text to what would take it for markup, labels and tool tips.

Such a text may come from the paste, and markup opens the files that it names: ``<img src="//server/x">``.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QListWidgetItem, QTreeWidgetItem, QWidget


class PlainLabel(QLabel):
    """Label that shows its text as it is."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class PlainText(QPlainTextEdit):
    """A long text to read and to copy from; Tab leaves it. ``name`` is its accessible name."""

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__(text)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)


def set_tool_tip(target: QWidget | QListWidgetItem, text: str) -> None:
    """Give a widget or an item of a list a tool tip that reads exactly so."""
    target.setToolTip(_tip(text))


def set_tree_tool_tip(item: QTreeWidgetItem, column: int, text: str) -> None:
    """Give a cell of a tree a tool tip that reads exactly so."""
    item.setToolTip(column, _tip(text))


def show_tool_tip(position: QPoint, text: str, widget: QWidget) -> None:
    """Show a tool tip that reads exactly so at a position of the screen; a long line wraps."""
    from PySide6.QtWidgets import QToolTip

    QToolTip.showText(position, _as_markup(text), widget)


def _tip(text: str) -> str:
    """Return the text itself where Qt does not take it for markup: screen readers get it as the description."""
    from PySide6.QtGui import Qt as Text

    return _as_markup(text) if Text.mightBeRichText(text) else text


def _as_markup(text: str) -> str:
    """Return markup that shows exactly this text."""
    return f'<div style="white-space: pre-wrap">{escape(text)}</div>' if text else ""
