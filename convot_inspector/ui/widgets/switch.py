"""On/off switch: a check box that is drawn as a switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QCheckBox

from convot_inspector.ui import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent


class Switch(QCheckBox):
    """Switch with "on" or "off" beside it, so that its colour is not needed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        height = max(20, self.fontMetrics().height() + 2)
        words = max(self.fontMetrics().horizontalAdvance(text) for text in (self.tr("on"), self.tr("off")))
        return QSize(int(height * 1.8) + 14 + words, height + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _: QPaintEvent) -> None:
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = float(self.height() - 4)
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        width = height * 1.8
        track = QRectF(self.width() - width - 2 if is_mirrored else 2, 2, width, height)
        painter.setPen(QPen(QColor(now.text), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.accent if self.isChecked() else now.dim))
        painter.drawRoundedRect(track, height / 2, height / 2)
        knob = height - 6
        left = track.right() - knob - 3 if self.isChecked() != is_mirrored else track.left() + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.surface))
        painter.drawEllipse(QRectF(left, track.top() + 3, knob, knob))
        painter.setPen(QColor(now.text if self.isChecked() else now.dim))
        room = self.width() - width - 10
        text = QRectF(0 if is_mirrored else track.right() + 8, 0, room, self.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.tr("on") if self.isChecked() else self.tr("off"))
