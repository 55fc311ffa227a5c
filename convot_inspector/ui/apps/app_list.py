"""List of apps with a search field; built for hundreds of apps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from convot_inspector.core.language import tr
from convot_inspector.ui import theme
from convot_inspector.ui.widgets.widgets import clearable, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QPainter

    from convot_inspector.keychain.app import App

_ID, _DETAIL, _APART = (Qt.ItemDataRole.UserRole + number for number in range(3))
_GAP = 12
_KEYS_OF_THE_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class AppList(QWidget):
    """List of apps that emits ``marked`` when the current row changes and ``chosen`` on a click or Return."""

    marked = Signal()
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._apps: tuple[App, ...] = ()
        self.search = clearable(QLineEdit())
        self.search.setPlaceholderText(self.tr("Search by name"))
        self.search.setAccessibleName(self.tr("Search the apps by name"))
        self.search.setAccessibleDescription(self.tr("The arrow keys move through the list, Return chooses."))
        self.search.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Apps"))
        self._list.setUniformItemSizes(True)
        self._list.setItemDelegate(_Rows(self._list))
        self._none = label("", "dim")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.search, self._list, self._none):
            layout.addWidget(part)
        self.search.textChanged.connect(lambda _: self._sift())
        self.search.returnPressed.connect(self._choose_marked)
        self._list.currentItemChanged.connect(lambda _, __: self.marked.emit())
        self._list.itemClicked.connect(lambda item: self.chosen.emit(item.data(_ID)))
        self._list.itemActivated.connect(lambda item: self.chosen.emit(item.data(_ID)))

    def show_apps(self, apps: Sequence[App], app_id: str, recent: int = 0) -> None:
        """Show these; the app with that id is the current row if it is there. A line is below the ``recent`` first."""
        self._list.blockSignals(True)  # noqa: FBT003
        while self._list.count() > len(apps):
            self._list.takeItem(self._list.count() - 1)
        for row, app in enumerate(apps):
            item = self._list.item(row) if row < self._list.count() else QListWidgetItem(self._list)
            item.setText(app.name)
            item.setData(_ID, app.id)
            item.setData(_DETAIL, self.detail(app))
            item.setData(_APART, row > 0 and (app.where == "example" or row == recent))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{app.name}, {self.detail(app)}")
        self._apps = tuple(apps)
        self._list.blockSignals(False)  # noqa: FBT003
        self._sift()
        self.mark(app_id)

    def mark(self, app_id: str) -> None:
        """Make that app the current row."""
        rows = [row for row, app in enumerate(self._apps) if app.id == app_id]
        if rows:
            self._list.setCurrentRow(rows[0])
        self.marked.emit()

    def app(self) -> App | None:
        """Return the app in the current row; None if it is hidden."""
        row = self._list.currentRow()
        return self._apps[row] if 0 <= row < len(self._apps) and not self._list.item(row).isHidden() else None

    def detail(self, app: App) -> str:
        """Return the text beside the name."""
        if app.problem is not None:
            return self.tr("not available")
        if app.where == "example":
            return self.tr("example, not saved")
        if app.where == "session":
            return tr("{fingerprint}, this session only", fingerprint=app.fingerprint)
        return app.fingerprint or ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Forward the arrow keys from the search field to the list."""
        is_press = watched is self.search and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _KEYS_OF_THE_LIST:
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _sift(self) -> None:
        from convot_inspector.keychain.naming import normalized_name

        wanted = normalized_name(self.search.text())
        left = []
        for row, app in enumerate(self._apps):
            item = self._list.item(row)
            item.setHidden(wanted not in normalized_name(app.name))
            if not item.isHidden():
                left.append(row)
        if left and self._list.currentRow() not in left:
            self._list.setCurrentRow(left[0])
        self._none.setText("" if left else self.tr("No app with this name.") if self._apps else self.tr("No app yet."))
        self._none.setVisible(not left)
        self.marked.emit()

    def _choose_marked(self) -> None:
        app = self.app()
        if app is not None:
            self.chosen.emit(app.id)


class _Rows(QStyledItemDelegate):
    """Delegate that draws the name at the leading edge and the detail, dimmed, at the trailing edge."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        detail = str(index.data(_DETAIL) or "")
        room = option.fontMetrics.horizontalAdvance(detail) + _GAP if detail else 0
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        name, whole = drawn.text, QRect(option.rect)
        drawn.text = ""
        drawn.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        if index.data(_APART):  # a line between those used last, the user's other apps, and that of the examples
            painter.setPen(QColor(theme.tokens().edge))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        now = theme.tokens()
        inside = whole.adjusted(8, 0, -8, 0)
        painter.save()
        painter.setPen(QColor(now.on_accent if chosen else now.text))
        # Qt mirrors "left" in right-to-left layouts, but not a rectangle.
        room_for_name = QStyle.visualRect(option.direction, inside, inside.adjusted(0, 0, -room, 0))
        shown = option.fontMetrics.elidedText(name, Qt.TextElideMode.ElideRight, room_for_name.width())
        painter.drawText(room_for_name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(QColor(now.on_accent if chosen else now.dim))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, detail)
        painter.restore()
