"""The list of cases at the left edge; folded to icons in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate

from convot_inspector.ui import theme
from convot_inspector.ui.widgets.plain_text import set_tool_tip
from convot_inspector.ui.widgets.widgets import paint_tone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from convot_inspector.ui.cases.case import Case

_TONE, _TITLE, _DETAIL = (Qt.ItemDataRole.UserRole + number for number in range(3))
_NARROW = 140  # average letters of the window's width, below which only icons are shown
_TOO_NARROW = 95  # below which there is no room for the list
_LETTERS = 22  # average letters in an unfolded row
_MARGIN, _NARROW_MARGIN = 8, 3  # pixels


class CaseList(QListWidget):
    """List of cases. It shows them and reports what the user wants; it changes nothing by itself."""

    case_chosen = Signal(object)
    case_removed = Signal(object)

    def __init__(self, name_of_app: Callable[[str], str]) -> None:
        super().__init__()
        self._name_of_app = name_of_app
        self._cases: tuple[Case, ...] = ()
        self._is_folded = False
        self._is_wanted = False
        self._around: QWidget | None = None
        self.setObjectName("cases")
        self.setAccessibleName(self.tr("Cases"))
        self.setItemDelegate(_Rows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)
        self.verticalScrollBar().rangeChanged.connect(lambda: self.fold(folded=self._is_folded))
        self.fold(folded=False)

    @property
    def is_folded(self) -> bool:
        """Whether only icons are shown."""
        return self._is_folded

    def fold(self, *, folded: bool) -> None:
        """Show only icons, or words too."""
        self._is_folded = folded
        letter = self.fontMetrics().averageCharWidth()
        icon = self.fontMetrics().height() + 2  # as high as a line, and as wide
        bar = self.verticalScrollBar()
        beside = bar.sizeHint().width() if bar.maximum() > 0 else 0  # it must not cover the icons
        narrow = icon + 2 * _NARROW_MARGIN + 5 + beside
        self.setFixedWidth(narrow if folded else icon + 4 * _MARGIN + letter * _LETTERS)
        self.scheduleDelayedItemsLayout()

    def follow(self, around: QWidget | None) -> None:
        """Fold whenever that part of the window is narrow."""
        self._around = around
        if around is not None:
            around.installEventFilter(self)
        self._fit()

    def want(self, *, shown: bool) -> None:
        """Show the list if it is wanted and the window is wide enough for it."""
        self._is_wanted = shown
        self._fit()

    def _fit(self) -> None:
        if self._around is None:
            return
        letters = self._around.width() / self.fontMetrics().averageCharWidth()
        self.fold(folded=letters < _NARROW)
        self.setVisible(self._is_wanted and letters >= _TOO_NARROW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._around and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fold(folded=self._is_folded)
            self._fit()

    def show_cases(self, cases: Iterable[Case], current: Case) -> None:
        """Show these cases; ``current`` is marked."""
        self._cases = tuple(cases)
        row = self.currentRow()
        self.clear()
        for case in self._cases:
            self.addItem(self._item(case))
        self.setCurrentRow(self._cases.index(current) if current in self._cases else row)

    def _item(self, case: Case) -> QListWidgetItem:
        app = self._name_of_app(case.app_id)
        who = case.who or case.title or (self.tr("New case") if case.is_empty else self.tr("Not checked yet"))
        detail = f"{case.began} · {app}" if app else case.began
        item = QListWidgetItem(f"{who}. {case.title}. {detail}" if case.who and case.title else f"{who}. {detail}")
        item.setData(_TONE, "" if case.is_empty else case.tone)
        item.setData(_TITLE, who)
        item.setData(_DETAIL, detail)
        set_tool_tip(item, item.text())
        return item

    def _choose(self, item: QListWidgetItem) -> None:
        self.case_chosen.emit(self._cases[self.row(item)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete) and self.currentRow() >= 0:
            self.case_removed.emit(self._cases[self.currentRow()])
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), 0)


class _Rows(QStyledItemDelegate):
    """Painter of a row: the verdict's icon, who, and below it the app and the time."""

    def __init__(self, parent: CaseList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, _: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + 2 * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        now = theme.tokens()
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        room = option.rect.adjusted(2, 1, -2, -1)
        if is_current:
            painter.setPen(QColor(now.accent))
            painter.setBrush(option.palette.brush(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(room, 6, 6)
        side = option.fontMetrics.height() + 2
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        margin = _NARROW_MARGIN if self._list.is_folded else _MARGIN
        left = room.right() - margin - side if is_mirrored else room.left() + margin
        tone = index.data(_TONE)
        if tone:
            icon = QRectF(left, room.center().y() - side / 2, side, side)
            paint_tone(painter, icon, tone, option.font)
        if not self._list.is_folded:
            words = room.adjusted(
                0 if is_mirrored else side + 2 * _MARGIN, 0, -side - 2 * _MARGIN if is_mirrored else 0, 0
            )
            words = words.adjusted(_MARGIN if is_mirrored else 0, 0, 0 if is_mirrored else -_MARGIN, 0)
            self._write(painter, option, words, index)
        painter.restore()

    @staticmethod
    def _write(
        painter: QPainter, option: QStyleOptionViewItem, room: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        now = theme.tokens()
        half = room.height() // 2
        upper = QRect(room.left(), room.top(), room.width(), half)
        for part, colour, role in (
            (upper, now.text, _TITLE),
            (upper.translated(0, half), now.dim, _DETAIL),
        ):
            painter.setPen(QColor(colour))
            shown = option.fontMetrics.elidedText(index.data(role), Qt.TextElideMode.ElideRight, part.width())
            painter.drawText(part, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, shown)
