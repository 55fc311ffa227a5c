"""Row of joined buttons of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from convot_inspector.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

_PADDING = 12  # pixels at either side of the words


class Segments(QWidget):
    """The choices side by side. Radio buttons: Tab reaches the chosen one, the arrow keys choose another."""

    chosen = Signal(str)  # the value, after a choice of the user's

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Create the row. ``name``: what is chosen, for screen readers. ``choices``: values and words."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._buttons: dict[str, QRadioButton] = {}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for value, words in choices:
            made = _Segment(words)
            made.setAccessibleName(f"{name}: {words}")
            made.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            group.addButton(made)
            row.addWidget(made)
            self._buttons[value] = made

    def choose(self, value: str) -> None:
        """Show this value as the chosen one."""
        self._buttons[value].setChecked(True)
        for each, made in self._buttons.items():
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == value else Qt.FocusPolicy.ClickFocus)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens().edge), 1))
        painter.setBrush(QColor(theme.tokens().surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class _Segment(QRadioButton):
    """A radio button drawn as one of the joined buttons; the chosen one is filled and bold."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        font = self.font()
        font.setBold(True)
        size = QFontMetrics(font).boundingRect(self.text()).size()
        return QSize(size.width() + 2 * _PADDING, size.height() + 12)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _: QPaintEvent) -> None:
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        colour = now.text if self.isEnabled() else now.dim
        if self.isChecked() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent))
            painter.drawRoundedRect(room.adjusted(2, 2, -2, -2), 6, 6)
            colour = now.on_accent
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.on_accent if self.isChecked() else now.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(4.5, 4.5, -4.5, -4.5), 4, 4)
        font = self.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text())
