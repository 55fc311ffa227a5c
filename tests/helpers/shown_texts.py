"""Every text that the window shows or says, and the tool tips as Qt draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QTabBar,
    QToolTip,
)
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

_ROLES = {
    "text": Qt.ItemDataRole.DisplayRole,
    "tool tip": Qt.ItemDataRole.ToolTipRole,
    "status tip": Qt.ItemDataRole.StatusTipRole,
    "what is this": Qt.ItemDataRole.WhatsThisRole,
    "accessible name": Qt.ItemDataRole.AccessibleTextRole,
    "accessible description": Qt.ItemDataRole.AccessibleDescriptionRole,
}


class ShownText(NamedTuple):
    """A text, and where it stands. ``may_be_markup``: whether Qt looks for markup in such texts."""

    where: str
    text: str
    may_be_markup: bool = False

    @property
    def is_markup(self) -> bool:
        """Whether Qt reads it as markup."""
        return self.may_be_markup and Text.mightBeRichText(self.text)


def shown_texts() -> Iterator[ShownText]:
    """Every text of all widgets, hidden ones too, but for those of the fields that people type into."""
    for widget in QApplication.allWidgets():
        where = f"{type(widget).__name__} {widget.objectName()}".strip()
        yield ShownText(f"{where}: tool tip", widget.toolTip(), may_be_markup=True)
        yield ShownText(f"{where}: what is this", widget.whatsThis(), may_be_markup=True)
        yield ShownText(f"{where}: status tip", widget.statusTip(), may_be_markup=True)
        yield ShownText(f"{where}: accessible name", widget.accessibleName())
        yield ShownText(f"{where}: accessible description", widget.accessibleDescription())
        if widget.isWindow():
            yield ShownText(f"{where}: window title", widget.windowTitle())
        yield from _own(widget, where)
        for action in widget.actions():
            yield ShownText(f"{where}: action", action.text())
            yield ShownText(f"{where}: action's tool tip", action.toolTip(), may_be_markup=True)
            yield ShownText(f"{where}: action, what is this", action.whatsThis(), may_be_markup=True)


def _own(widget: QWidget, where: str) -> Iterator[ShownText]:
    if isinstance(widget, QLabel):
        may_be_markup = widget.textFormat() != Qt.TextFormat.PlainText
        if not may_be_markup or widget.windowFlags() & Qt.WindowType.ToolTip != Qt.WindowType.ToolTip:
            yield ShownText(f"{where}: text", widget.text(), may_be_markup)
    elif isinstance(widget, QAbstractButton):
        yield ShownText(f"{where}: text", widget.text())
    elif isinstance(widget, QGroupBox):
        yield ShownText(f"{where}: title", widget.title())
    elif isinstance(widget, QLineEdit):
        yield ShownText(f"{where}: placeholder", widget.placeholderText())
    elif isinstance(widget, QTabBar):
        for index in range(widget.count()):
            yield ShownText(f"{where}: tab", widget.tabText(index))
            yield ShownText(f"{where}: tab's tool tip", widget.tabToolTip(index), may_be_markup=True)
    elif isinstance(widget, QAbstractItemView):
        yield from _items(widget, where)


def _columns(view: QAbstractItemView) -> int:
    """Return the number of columns; Qt hides that of a list's model."""
    return 1 if isinstance(view, QListView) else view.model().columnCount(QModelIndex())


def _items(view: QAbstractItemView, where: str) -> Iterator[ShownText]:
    model = view.model()
    for row in range(model.rowCount(QModelIndex())):
        for column in range(_columns(view)):
            for name, role in _ROLES.items():
                text = model.index(row, column).data(role)
                if isinstance(text, str):
                    yield ShownText(f"{where}: item's {name}", text, may_be_markup="tip" in name or "this" in name)


def point_at_everything() -> list[str]:
    """Move the mouse over all that is visible, so that every tool tip is drawn; return their texts."""
    found = []
    for widget in QApplication.allWidgets():
        if (
            not isValid(widget)
            or not widget.isVisible()
            or widget.windowFlags() & Qt.WindowType.ToolTip == Qt.WindowType.ToolTip
        ):
            continue
        if isinstance(widget, QAbstractItemView):
            model = widget.model()
            rows = range(min(model.rowCount(QModelIndex()), 20))
            columns = range(_columns(widget))
            places = [widget.visualRect(model.index(row, column)).center() for row in rows for column in columns]
            found += [_point_at(widget.viewport(), place) for place in places]
        else:
            found.append(_point_at(widget, widget.rect().center()))
    return [each for each in found if each]


def _point_at(widget: QWidget, place: QPoint) -> str:
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    QApplication.processEvents()
    return QToolTip.text() if QToolTip.isVisible() else ""
