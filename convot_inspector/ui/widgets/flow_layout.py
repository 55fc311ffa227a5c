"""Layout that wraps its items into further rows where one is too narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QSizePolicy, QSpacerItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem

_GAP = 8


class FlowLayout(QLayout):
    """Layout from the leading edge; a row's free space goes to expanding items and stretches."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        # Until an item changes, because Qt asks repeatedly: heights by width, and the items' own sizes by their ids.
        self._heights: dict[int, int] = {}
        self._sizes: dict[int, QSize] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def add_stretch(self) -> None:
        """Add an expanding space."""
        self.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._sizes.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        self._sizes.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            rows = self._rows(width)
            self._heights[width] = sum(map(self._height, rows)) + _GAP * max(len(rows) - 1, 0)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(self._size(item).width() for item in shown) + _GAP * max(len(shown) - 1, 0)
        return QSize(width, self._height(shown))

    def minimumSize(self) -> QSize:
        """Return the width of the widest item and the height of one row."""
        shown = self._shown()
        return QSize(max((self._size(item).width() for item in shown), default=0), self._height(shown))

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        parent = self.parentWidget()
        right_to_left = parent is not None and parent.isRightToLeft()
        top = area.top()
        for row in self._rows(area.width()):
            shown, height = [item for item in row if item.widget()], self._height(row)
            growing = [item for item in row if item.expandingDirections() & Qt.Orientation.Horizontal]
            used = sum(self._size(item).width() for item in shown) + _GAP * max(len(shown) - 1, 0)
            rest = max(area.width() - used, 0) // len(growing) if growing else 0
            left = 0
            for item in row:
                width = min(self._size(item).width() + (rest if item in growing else 0), area.width())
                start = area.width() - left - width if right_to_left else left
                item.setGeometry(QRect(QPoint(area.left() + start, top), QSize(width, height)))
                left += width + (_GAP if item.widget() else 0)
            top += height + _GAP

    def _size(self, item: QLayoutItem) -> QSize:
        """Return an item's own size."""
        key = id(item)  # the items live as long as the layout, or until `invalidate`
        if key not in self._sizes:
            self._sizes[key] = item.sizeHint()
        return self._sizes[key]

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = [[]]
        left = width
        for item in self._items:
            if item.widget() is None:
                rows[-1].append(item)
            elif not item.isEmpty():
                needed = self._size(item).width()
                if needed > left and any(each.widget() for each in rows[-1]):
                    rows.append([])
                    left = width
                rows[-1].append(item)
                left -= needed + _GAP
        return rows

    def _height(self, row: list[QLayoutItem]) -> int:
        return max((self._size(item).height() for item in row if item.widget()), default=0)
