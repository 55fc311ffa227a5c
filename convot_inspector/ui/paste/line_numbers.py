"""The column of line numbers beside the editor, with a stripe beside the call that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from convot_inspector.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from convot_inspector.ui.paste.text_view import TextView

_TOP = 6  # pixels above the first line, as in the editor


class LineNumbers(QWidget):
    """The column. ``first_line``: number of the editor's first line; ``call``: positions of the shown call."""

    def __init__(self, editor: TextView) -> None:
        super().__init__(editor)
        self._editor = editor
        self.first_line = 1
        self.call = (0, 0)
        editor.blockCountChanged.connect(self.fit)
        editor.updateRequest.connect(self._scroll)
        self.fit()

    def sizeHint(self) -> QSize:
        digits = max(2, len(str(self._editor.blockCount() + self.first_line)))
        return QSize(self._editor.fontMetrics().horizontalAdvance("9") * digits + 20, 0)

    def fit(self) -> None:
        """Take as much room beside the text as the numbers need."""
        self._editor.set_margins(self.sizeHint().width(), _TOP)
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def place(self) -> None:
        """Follow the editor's size."""
        inside = self._editor.contentsRect()
        self.setGeometry(QRect(inside.left(), inside.top(), self.sizeHint().width(), inside.height()))

    def _scroll(self, rectangle: QRect, dy: int) -> None:
        if dy:
            self.scroll(0, dy)
        else:
            self.update(0, rectangle.y(), self.width(), rectangle.height() + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._editor.font())
        painter.setPen(QColor(theme.tokens().dim))
        first, last = self.call
        for block, top, height in self._editor.visible_lines(event.rect().top() - _TOP, event.rect().bottom() - _TOP):
            painter.drawText(
                0, int(top + _TOP), self.width() - 10, self._editor.fontMetrics().height(),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
                str(block.blockNumber() + self.first_line),
            )  # fmt: skip
            if block.position() < last and block.position() + block.length() > first:
                painter.fillRect(0, int(top + _TOP), 3, int(height), QColor(theme.tokens().accent))
