"""Button that shows a pasted value, to jump to it in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from convot_inspector.ui.widgets.plain_text import set_tool_tip
from convot_inspector.ui.widgets.value_label import prepare
from convot_inspector.ui.widgets.value_text import ShowsValue, ValueText

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class ValueButton(ShowsValue, QAbstractButton):
    """Button that looks like a ``ValueLabel``, for use with keyboards and screen readers."""

    def __init__(self, caption: str = "") -> None:
        super().__init__()
        self._caption, self._value = caption, ValueText(self)
        prepare(self, self._value)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_tool_tip(self, self.tr("Show it in the text"))

    def name(self, caption: str) -> None:
        """Set what screen readers say before the value."""
        self._caption = caption

    def show_value(self, value: str) -> None:
        """Show a value; a very long one is cut, and says so."""
        self._value.set_value(value, self.tr(" … (cut here)"))
        self.setText(self._value.text.replace("&", "&&"))  # an ampersand in a value is not a keyboard shortcut
        self.setAccessibleName(f"{self._caption}: {self._value.text}")
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
