"""Scroll area that asks for the height of its content, and scrolls vertically where it gets less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_BORDER = 1  # pixels; in the style sheet, transparent without the focus


class TallArea(QScrollArea):
    """Scroll area that never scrolls horizontally: its content wraps."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the focus, and it scrolls to them
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        wanted = self._inside.heightForWidth(width - 2 * self.frameWidth())
        return (wanted if wanted >= 0 else self._inside.sizeHint().height()) + 2 * self.frameWidth()

    def sizeHint(self) -> QSize:
        """Return the content's size; Qt's own hint is capped at 24 lines."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSizeHint().width() + 2 * _BORDER, self.fontMetrics().lineSpacing() * 4)
