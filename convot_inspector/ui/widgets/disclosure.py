"""Disclosure: a button that shows or hides content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from convot_inspector.core.language import tr
from convot_inspector.ui.widgets.widgets import button

if TYPE_CHECKING:
    from collections.abc import Callable


class Disclosure(QWidget):
    """Disclosure, closed at first. A real button, so that it works with keyboards and screen readers.

    ``make`` creates the content when it is opened: every widget, also a hidden one, delays each change of the theme.
    """

    def __init__(self, title: str, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._title, self._make = title, make
        self._content: QWidget | None = None
        self._is_open = False
        self._button = button("", quiet=True)
        self._button.clicked.connect(lambda: self.open(is_open=not self._is_open))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout = layout
        self.open(is_open=False)

    def name(self, title: str) -> None:
        """Give it another title."""
        self._title = title
        self.open(is_open=self._is_open)

    def open(self, *, is_open: bool) -> None:
        """Open or close it."""
        self._is_open = is_open
        closed = "◂" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "▸"
        self._button.setText(f"{self._title} {'▾' if is_open else closed}")
        name = tr("{title}, open", title=self._title) if is_open else tr("{title}, closed", title=self._title)
        self._button.setAccessibleName(name)
        if self._content is None and is_open:
            self._content = self._make()
            self._layout.addWidget(self._content)
        if self._content is not None:
            self._content.setVisible(is_open)

    def drop(self) -> None:
        """Close it and delete the content; ``make`` creates another one when it is opened again."""
        self.open(is_open=False)
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.setParent(None)
            self._content.deleteLater()
            self._content = None
