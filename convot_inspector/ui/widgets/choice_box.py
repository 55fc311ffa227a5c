"""Combo box with the same arrow as the buttons that open menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox

from convot_inspector.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ChoiceBox(QComboBox):
    """Combo box that elides text wider than the box."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def paintEvent(self, _: QPaintEvent) -> None:
        # PySide creates a class at its first use, 4 ms for this one, and no combo box is visible when the window opens
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.rect().width() - 48  # Qt's style sheets would truncate the text without an ellipsis
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setPen(QColor(theme.tokens().dim))
        ends = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect().adjusted(12, 0, -12, 0), QStyle.visualAlignment(self.layoutDirection(), ends), "▾")
