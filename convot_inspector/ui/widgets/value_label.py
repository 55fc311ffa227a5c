"""A label for a pasted value, never markup; the text can be copied as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QSizePolicy

from convot_inspector.ui import theme
from convot_inspector.ui.widgets.plain_text import PlainLabel
from convot_inspector.ui.widgets.value_text import ShowsValue, ValueText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from convot_inspector.core.characters.comparison import Piece


class ValueLabel(ShowsValue, PlainLabel):
    """Label for one value. Screen readers say ``caption`` before it."""

    def __init__(self, caption: str = "") -> None:
        super().__init__()
        self._caption, self._value = caption, ValueText(self)
        prepare(self, self._value)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show a text of which some pieces are marked: in another colour and underlined."""
        self._value.set_pieces(pieces, self.tr(" … (cut here)"))
        self._renew(self._value.text)

    def show_value(self, value: str, spoken: str = "") -> None:
        """Show a value; a very long one is cut, and says so. ``spoken``: what screen readers say instead of it."""
        self._value.set_value(value, self.tr(" … (cut here)"))
        self._renew(spoken or self._value.text)

    def _renew(self, spoken: str) -> None:
        self.setText(self._value.text)
        self.setAccessibleName(f"{self._caption}: {spoken}" if self._caption else spoken)
        self.updateGeometry()


def prepare(widget: QWidget, value: ValueText) -> None:
    """Give a widget that shows a value its font, its room, and a menu to copy it with."""
    widget.setFont(theme.monospace())
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    copy = QAction(QCoreApplication.translate("ValueLabel", "Copy"), widget)
    copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(value.text))
    widget.addAction(copy)
