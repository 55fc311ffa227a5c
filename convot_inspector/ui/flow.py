"""A row of buttons that goes on in a further row where there is no room, so that large text cuts none of them off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QSizePolicy, QSpacerItem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem

_GAP = 8


class Flow(QLayout):
    """From the leading edge on; what comes after ``add_stretch`` goes to the other edge of its row."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def add_stretch(self) -> None:
        """Put what is left of a row here."""
        self.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._height(row) for row in self._rows(width)) + _GAP * max(len(self._rows(width)) - 1, 0)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + _GAP * max(len(shown) - 1, 0)
        return QSize(width, self._height(shown))

    def minimumSize(self) -> QSize:
        """As wide as the widest of them; the height is that of one row, further rows come with the width."""
        shown = self._shown()
        return QSize(max((item.sizeHint().width() for item in shown), default=0), self._height(shown))

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        parent = self.parentWidget()
        right_to_left = parent is not None and parent.isRightToLeft()
        top = area.top()
        for row in self._rows(area.width()):
            used = sum(item.sizeHint().width() for item in row if item.widget())
            gaps = _GAP * max(sum(1 for item in row if item.widget()) - 1, 0)
            left, height = 0, self._height(row)
            for item in row:
                if item.widget() is None:
                    left += max(area.width() - used - gaps, 0)
                    continue
                size = QSize(min(item.sizeHint().width(), area.width()), height)
                start = area.width() - left - size.width() if right_to_left else left
                item.setGeometry(QRect(QPoint(area.left() + start, top), size))
                left += size.width() + _GAP
            top += height + _GAP

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = [[]]
        left = width
        for item in self._items:
            if item.widget() is None:
                rows[-1].append(item)
            elif not item.isEmpty():
                needed = item.sizeHint().width()
                if needed > left and any(each.widget() for each in rows[-1]):
                    rows.append([])
                    left = width
                rows[-1].append(item)
                left -= needed + _GAP
        return rows

    def _height(self, row: list[QLayoutItem]) -> int:
        return max((item.sizeHint().height() for item in row if item.widget()), default=0)
