"""Basic widgets. Every label is plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QGroupBox,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from convot_inspector.ui import theme
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.plain_text import PlainLabel, set_tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QLabel, QLineEdit


def label(text: str = "", role: str = "", *, wrap: bool = True) -> QLabel:
    """Return a plain-text label; ``role`` is "title", "dim", "error" or empty."""
    made = PlainLabel(text)
    made.setWordWrap(wrap)
    made.setProperty("role", role)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if QApplication.isRightToLeft():  # a Latin name is aligned with the text around it
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return made


def button(text: str, *, primary: bool = False, quiet: bool = False) -> QPushButton:
    """Return a push button; ``quiet``: drawn like a link."""
    made = PressButton(text)
    made.setProperty("primary", primary)
    made.setProperty("quiet", quiet)
    return made


def action_button(action: QAction, text: str = "", *, primary: bool = False, quiet: bool = False) -> QPushButton:
    """Return a push button that triggers an action; ``text``: its words where they are not the action's."""
    made = button(text or action.text(), primary=primary, quiet=quiet)
    made.clicked.connect(action.trigger)
    return made


def clearable(field: QLineEdit) -> QLineEdit:
    """Add a named clear button to a field; Qt's own has no accessible name."""
    field.setClearButtonEnabled(True)
    for each in field.findChildren(QToolButton):
        each.setAccessibleName(QCoreApplication.translate("widgets", "Clear the field"))
    return field


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a property changed. Not needed before it was applied for the first time."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # a label reads its padding only on this event


class PressButton(QPushButton):
    """Button that Return also presses while it has the focus; elsewhere Return presses the dialog's default."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)  # otherwise it would become the default button of a dialog that has none

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.property("primary"):  # a coloured border is hard to see on a filled button
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.tokens().on_accent), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 5, 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class ElidingButton(PressButton):
    """Button that elides its text; the tool tip has the full text."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show these words; an ampersand in them is no keyboard shortcut."""
        self._words = words
        set_tool_tip(self, words)
        self._elide()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 56, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(self.width() - 48, 24)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))


class Card(QGroupBox):
    """A box with a title on the left and a widget on the right of it; other content goes into ``body``.

    A group box, so that screen readers present it as a group with the title as its name.
    """

    def __init__(self, title: str = "", right: QWidget | None = None) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setProperty("card", True)  # noqa: FBT003
        # As narrow as the window allows: the content wraps, so nothing is cut off at its right.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(8)
        self._caption = label(title, "title")  # a long one wraps
        if title and right is None:
            self._caption.setBuddy(self)
            self.body.addWidget(self._caption)
        elif right is not None:
            self._caption.setWordWrap(False)
            self._caption.setBuddy(self)
            row = FlowLayout()
            row.addWidget(self._caption)
            row.add_stretch()
            row.addWidget(right)
            self.body.addLayout(row)

    def rename(self, title: str) -> None:
        """Show another title."""
        self.setAccessibleName(title)
        self._caption.setText(title)


class Pill(PlainLabel):
    """A verdict or a field's name in its colour. The text carries the meaning, the colour only supports it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def show_words(self, words: str, tone: str) -> None:
        """Show these words in the colours of that tone."""
        self.setProperty("pill", tone)
        restyle(self)
        self.setText(words)
        self.setVisible(bool(words))
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()  # Qt omits the padding there


class ToneIcon(QWidget):
    """Round icon of a tone: tick, cross, exclamation or question mark; drawn without a font."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = "unknown"

    def show_tone(self, tone: str) -> None:
        """Show the sign of that tone."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        side = max(28, int(self.fontMetrics().height() * 1.7))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height()))
        paint_tone(painter, QRectF(0, 0, side, side), self._tone, self.font())


def paint_tone(painter: QPainter, room: QRectF, tone: str, font: QFont) -> None:
    """Paint the round icon of a tone into a square."""
    now = theme.tokens()
    side = room.width()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tone_colours(tone)[0]))
    painter.drawEllipse(room.adjusted(0.5, 0.5, -0.5, -0.5))
    pen = QPen(QColor(now.surface), side * 0.09, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    lines = {
        "right": ((0.3, 0.52, 0.44, 0.66), (0.44, 0.66, 0.7, 0.36)),
        "wrong": ((0.35, 0.35, 0.65, 0.65), (0.65, 0.35, 0.35, 0.65)),
        "warning": ((0.5, 0.27, 0.5, 0.55), (0.5, 0.72, 0.5, 0.721)),
    }.get(tone)
    if lines is None:
        sign = QFont(font)
        sign.setPixelSize(max(int(side * 0.6), 1))
        sign.setBold(True)
        painter.setFont(sign)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, "?")
        painter.setFont(font)
        return
    at = room.topLeft()
    for x1, y1, x2, y2 in lines:
        painter.drawLine(at + QPointF(x1 * side, y1 * side), at + QPointF(x2 * side, y2 * side))
