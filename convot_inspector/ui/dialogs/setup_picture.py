"""Drawing that shows where the identity secret is in Convot; a sketch, not Convot's exact appearance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from convot_inspector.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ROWS = 7.6  # height in lines of text


class SetupPicture(QWidget):
    """Picture drawn with the interface's font and colours, so that it follows the text size and the theme."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            self.tr("Picture: Settings → Apps → [your app] → Setup in Convot has the secret in its security section.")
        )

    def sizeHint(self) -> QSize:
        height = int(self.fontMetrics().lineSpacing() * _ROWS)
        return QSize(height * 3, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        now, line = theme.tokens(), float(self.fontMetrics().lineSpacing())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = QRectF(0.5, 0.5, self.width() - 1, self.height() - 1)
        _box(painter, page, now.background, now.line)
        left, wide = page.left() + line, page.width() - 2 * line
        bold = QFont(self.font())
        bold.setBold(True)

        def write(words: str, top: float, colour: str, font: QFont, start: float = left) -> None:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            room = QRectF(start, top, page.right() - line / 2 - start, line)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

        # Convot's own labels, which are in English
        write("Settings  ›  Apps  ›  [your app]  ›  Setup", line * 0.6, now.dim, self.font())
        section = QRectF(left, line * 2, wide, line * 4.9)
        _box(painter, section, now.surface, now.line)
        inner = left + line * 0.8
        write("Security", line * 2.4, now.text, bold, inner)
        write("Identity secret", line * 3.5, now.dim, self.font(), inner)
        field = QRectF(inner, line * 4.6, min(wide - 1.6 * line, line * 15), line * 1.7)
        _box(painter, field, now.background, now.accent, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.text))
        dots = int((field.width() - line * 1.2) / (line * 0.5))
        for number in range(max(dots, 0)):
            middle = field.left() + line * (0.7 + number * 0.5)
            painter.drawEllipse(QRectF(middle, field.center().y() - line * 0.12, line * 0.24, line * 0.24))
        if field.right() + line * 5 < section.right():
            write(self.tr("← copy this"), line * 4.95, now.accent, bold, field.right() + line * 0.6)


def _box(painter: QPainter, place: QRectF, ground: str, edge: str, width: float = 1) -> None:
    painter.setPen(QPen(QColor(edge), width))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(place, 8, 8)
