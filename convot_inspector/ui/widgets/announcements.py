"""Announcements to screen readers of changes away from the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from convot_inspector.ui.widgets.plain_text import PlainLabel
from convot_inspector.ui.widgets.widgets import restyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say these words now. Announcements reach Orca on Linux, ``Alert`` events do not.

    Nothing is announced for a window that is not shown yet.
    """
    if not widget.window().isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class SpokenLabel(PlainLabel):
    """Label for an event, also announced to screen readers; hidden while it is empty."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()

    def say(self, words: str, role: str | None = None) -> None:
        """Show these words and have them spoken; empty ones hide the line. ``role``: as for `label`, if another."""
        if role is not None and role != self.property("role"):
            self.setProperty("role", role)
            restyle(self)
        self.setText(words)
        self.setVisible(bool(words))
        if words:
            announce(self, words)
