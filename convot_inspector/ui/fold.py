"""A line that opens and closes what is behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from convot_inspector.ui.pieces import button


class Fold(QWidget):
    """Closed at first. Its button is a real one, so keyboards and screen readers know it."""

    def __init__(self, title: str, content: QWidget) -> None:
        super().__init__()
        self._title, self._content = title, content
        self._button = button("", quiet=True)
        self._button.setCheckable(True)
        self._button.toggled.connect(self._toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(content)
        self._toggle(is_open=False)

    def name(self, title: str) -> None:
        """Give it another title."""
        self._title = title
        self._toggle(is_open=self._button.isChecked())

    def open(self, *, is_open: bool) -> None:
        """Open or close it."""
        self._button.setChecked(is_open)

    def _toggle(self, is_open: bool) -> None:  # noqa: FBT001
        closed = "◂" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "▸"
        self._button.setText(f"{self._title} {'▾' if is_open else closed}")
        self._button.setAccessibleName(self._title)
        self._content.setVisible(is_open)
