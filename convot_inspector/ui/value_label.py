"""A label for a pasted value: fixed font, breaks anywhere, never markup, and the text can be copied as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from convot_inspector.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMetaMethod
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from convot_inspector.core.explaining.comparison import Piece

_MOST_SHOWN = 2_000  # characters; a longer value fills the screen and tells nothing more


class ValueLabel(QLabel):
    """Shows one value. Right-to-left text in it stays in its own lines.

    It can be clicked, and with the keyboard as well once somebody listens: see ``clicked``.
    """

    clicked = Signal()

    def __init__(self, accessible_name: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.monospace())
        self.setAccessibleName(accessible_name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copy = QAction(self.tr("Copy"), self)
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self.addAction(copy)
        self._marked: list[QTextLayout.FormatRange] = []

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show a text of which some pieces are marked: in another colour and underlined."""
        self.show_value("".join(piece.text for piece in pieces))
        at = 0
        for piece in pieces:
            if piece.differs:
                marked = QTextLayout.FormatRange()
                marked.start, marked.length = at, _units(piece.text)
                self._marked.append(marked)
            at += _units(piece.text)

    def show_value(self, value: str) -> None:
        """Show a value; a very long one is cut, and says so."""
        self._marked = []
        cut = len(value) > _MOST_SHOWN
        self.setText(value[:_MOST_SHOWN] + (" " + self.tr("… (cut here)") if cut else ""))
        self.updateGeometry()

    def connectNotify(self, signal: QMetaMethod) -> None:
        super().connectNotify(signal)
        if signal.name() == b"clicked":
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(self.tr("Show it in the text"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return int(self._lay_out(width)[1]) + 2

    def sizeHint(self) -> QSize:
        width = min(420, self.fontMetrics().horizontalAdvance(self.text()) + 4)
        return QSize(width, self.heightForWidth(max(width, 60)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._lay_out(self.width())[0].draw(painter, QPointF(0, 0))
        if self.hasFocus():
            painter.setPen(QColor(theme.tokens().accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _lay_out(self, width: int) -> tuple[QTextLayout, float]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:  # beside its name, whatever it is written in
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        layout = QTextLayout(self.text(), self.font())
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, max(height, float(self.fontMetrics().height()))

    def _formats(self) -> list[QTextLayout.FormatRange]:
        now = theme.tokens()
        for marked in self._marked:
            look = QTextCharFormat()
            look.setForeground(QColor(now.warning))
            look.setBackground(QColor(now.warning_tint))
            look.setFontUnderline(True)
            marked.format = look
        return self._marked


def _units(text: str) -> int:
    """Qt counts UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
