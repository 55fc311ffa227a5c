"""Tab order by layout position. Qt's own follows the order of creation, and some parts are created late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollArea, QSplitter, QTabWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout, QWidget


def move_focus(window: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next or previous widget, wrapping around; for ``focusNextPrevChild``."""
    stops = [part for part in _parts(window) if _can_stop(part)]
    if not stops:
        return False
    now = QApplication.focusWidget()
    step = 1 if forward else -1
    at = stops.index(now) + step if now in stops else min(step - 1, 0)
    stops[at % len(stops)].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _can_stop(part: QWidget) -> bool:
    by_tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return by_tab and part.isVisible() and part.isEnabled() and part.focusProxy() is None


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and its descendants in layout order."""
    yield widget
    inside: list[QWidget | None] = []
    if isinstance(widget, QMainWindow):
        inside = [widget.centralWidget()]
    elif isinstance(widget, QTabWidget):
        inside = [widget.tabBar(), widget.currentWidget()]
    elif isinstance(widget, QSplitter):
        inside = [widget.widget(index) for index in range(widget.count())]
    elif isinstance(widget, QScrollArea):
        inside = [widget.widget()]
    elif (layout := widget.layout()) is not None:
        inside = [*_laid_out(layout)]
    for part in inside:
        if part is not None:
            yield from _parts(part)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, further = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif further is not None:
            yield from _laid_out(further)
