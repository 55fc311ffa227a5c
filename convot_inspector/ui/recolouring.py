"""Change of a style sheet of which only colours differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


def recolour(window: QWidget, dress: Callable[[], None]) -> None:
    """Call ``dress``, which applies the style sheet, and have every widget drawn again, but none laid out.

    Qt sends each widget ``StyleChange`` twice, upon which labels lay out their text and scroll areas all that is
    inside them. That takes longer than the new colours, which they have got before.
    """
    application = QApplication.instance()
    filter_ = _NoStyleChanges()
    if application is not None:
        application.installEventFilter(filter_)
    try:
        dress()
    finally:
        if application is not None:
            application.removeEventFilter(filter_)
    for each in window.findChildren(QWidget):
        each.update()


class _NoStyleChanges(QObject):
    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.StyleChange
