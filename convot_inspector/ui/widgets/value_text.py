"""Layout and drawing of a pasted value: fixed font, breaks anywhere, right-to-left text stays in its own lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextOption

from convot_inspector.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from convot_inspector.core.characters.comparison import Piece

_MOST_SHOWN = 2_000  # characters; a longer value fills the screen and is no more useful


class ValueText:
    """The value of a widget that draws it, in that widget's font and colours."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._marked: list[QTextLayout.FormatRange] = []
        self._heights: dict[tuple[int, str], int] = {}  # by width and font, until the text changes: Qt asks repeatedly
        self.text = ""

    def set_pieces(self, pieces: Sequence[Piece], cut: str) -> None:
        """Set a text of which some pieces are marked by another colour and an underline."""
        self.set_value("".join(piece.text for piece in pieces), cut)
        at = 0
        for piece in pieces:
            if piece.differs:
                marked = QTextLayout.FormatRange()
                marked.start, marked.length = at, _units(piece.text)
                self._marked.append(marked)
            at += _units(piece.text)

    def set_value(self, value: str, cut: str) -> None:
        """Set a value; a very long one is truncated, and ``cut`` says so."""
        self._marked = []
        self._heights.clear()
        self.text = value[:_MOST_SHOWN] + (cut if len(value) > _MOST_SHOWN else "")

    def height(self, width: int) -> int:
        """Return the height for a width, in pixels."""
        key = width, self._widget.font().key()
        if key not in self._heights:
            self._heights[key] = int(self._lay_out(width)[1]) + 2
        return self._heights[key]

    def size(self) -> QSize:
        """Return the preferred size."""
        width = min(420, self._widget.fontMetrics().horizontalAdvance(self.text) + 4)
        return QSize(width, self.height(max(width, 60)))

    def least_size(self) -> QSize:
        """Return the minimum size."""
        return QSize(60, self._widget.fontMetrics().height())

    def draw(self) -> None:
        """Draw it, and a frame if the widget has the focus."""
        painter = QPainter(self._widget)
        painter.setPen(self._widget.palette().color(self._widget.foregroundRole()))
        self._lay_out(self._widget.width())[0].draw(painter, QPointF(0, 0))
        if self._widget.hasFocus():
            painter.setPen(QColor(theme.tokens().accent))
            painter.drawRect(self._widget.rect().adjusted(0, 0, -1, -1))

    def _lay_out(self, width: int) -> tuple[QTextLayout, float]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        if self._widget.isRightToLeft():  # next to its name, in any script
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        layout = QTextLayout(self.text, self._widget.font())
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, max(height, float(self._widget.fontMetrics().height()))

    def _formats(self) -> list[QTextLayout.FormatRange]:
        now = theme.tokens()
        for marked in self._marked:
            look = QTextCharFormat()
            look.setForeground(QColor(now.warning))
            look.setBackground(QColor(now.warning_tint))
            look.setFontUnderline(True)
            marked.format = look
        return self._marked


class ShowsValue:
    """Mixin for widgets that draw a value; comes before Qt's class in the bases."""

    _value: ValueText

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._value.height(width)

    def sizeHint(self) -> QSize:
        return self._value.size()

    def minimumSizeHint(self) -> QSize:
        return self._value.least_size()

    def paintEvent(self, _: QPaintEvent) -> None:
        self._value.draw()


def _units(text: str) -> int:
    """Return the length in UTF-16 units, which Qt counts in."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
