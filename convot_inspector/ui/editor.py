"""The editor for what came in: line numbers, marks on what was understood, and pastes of any size."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from convot_inspector.ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHelpEvent, QPaintEvent, QResizeEvent

MOST_SHOWN = 64 * 1024  # characters; Qt lays out all of it at once, and an unbroken line is the slowest
# What a text document would keep as something else: it would be another text than the one that was pasted.
_UNSHOWABLE = re.compile("[\x00\u2028\u2029\ufdd0\ufdd1\ud800-\udfff]")


@dataclass(frozen=True)
class Mark:
    """Colours a part of the text. ``reason`` is shown on hover; with one, the part is underlined."""

    start: int
    end: int
    tone: str
    reason: str = ""


class Editor(QPlainTextEdit):
    """Holds exactly what was pasted, also where it can show only a part of it or a stand-in for a character."""

    text_changed = Signal()
    files_dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFont(theme.monospace())
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("What the page sends"))
        self._exact: str | None = None
        self._setting = False
        self._marks: tuple[Mark, ...] = ()
        self._gutter = _Gutter(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_gutter)
        self.textChanged.connect(self._edited)
        self._make_room()

    def text(self) -> str:
        """The text as it was pasted or typed, to the last byte; only line ends are all ``\\n``."""
        if self._exact is not None:
            return self._exact
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def shows_all(self) -> bool:
        """Whether all of the text is shown. A part of it cannot be edited."""
        return not self.isReadOnly()

    def set_text(self, text: str) -> None:
        """Replace everything; the user can undo it."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        shown = _UNSHOWABLE.sub("\ufffd", text[:MOST_SHOWN])
        self._setting = True
        self._marks = ()
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(shown)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
        self._setting = False
        self._exact = text if shown != text else None
        self.setReadOnly(len(text) > MOST_SHOWN)
        self.text_changed.emit()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Colour these parts instead of those before."""
        self._marks = tuple(mark for mark in marks if mark.start < MOST_SHOWN)
        positions = _Positions(self.text()[:MOST_SHOWN])
        selections = []
        for mark in self._marks:
            colour, tint = theme.tone_colours(mark.tone)
            selection = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setForeground(QColor(colour))
            look.setBackground(QColor(tint))
            if mark.reason:
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                look.setUnderlineColor(QColor(theme.tokens().warning))
            cursor = self.textCursor()
            cursor.setPosition(positions[mark.start])
            cursor.setPosition(positions[mark.end], QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, look
            selections.append(selection)
        self.setExtraSelections(selections)

    def go_to(self, line: int, column: int) -> None:
        """Put the cursor there and show it."""
        block = self.document().findBlockByNumber(line - 1)
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + min(column - 1, block.length() - 1))
            self.setTextCursor(cursor)
            self.setFocus()

    def _edited(self) -> None:
        if not self._setting:
            self._exact = None
            self.text_changed.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a paste before Qt does: half a megabyte in one line would freeze the window for half a minute."""
        if source.hasUrls() and any(url.isLocalFile() for url in source.urls()):
            self.files_dropped.emit(next(url.toLocalFile() for url in source.urls() if url.isLocalFile()))
            return
        pasted = source.text()
        fits = len(pasted) + self.document().characterCount() <= MOST_SHOWN
        if fits and self._exact is None and not _UNSHOWABLE.search(pasted):
            self.textCursor().insertText(pasted)
            self.ensureCursorVisible()
            return
        if self._exact is not None:
            self.set_text(pasted)  # what is shown now is not all of it, so there is no place to put the paste into
            return
        raw = self.document().toRawText()
        cursor = self.textCursor()
        units = raw.encode("utf-16-le", "surrogatepass")
        before = units[: cursor.selectionStart() * 2].decode("utf-16-le", "surrogatepass")
        after = units[cursor.selectionEnd() * 2 :].decode("utf-16-le", "surrogatepass")
        self.set_text(before.replace("\u2029", "\n") + pasted + after.replace("\u2029", "\n"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.isReadOnly():  # Qt refuses drops then, and a drop is how a new text comes in
            self.insertFromMimeData(event.mimeData())
            event.acceptProposedAction()
            return
        super().dropEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == event.Type.ToolTip:
            self._show_reason(event)  # type: ignore[arg-type]  # that type of event is a QHelpEvent
            return True
        return super().event(event)

    def _show_reason(self, event: QHelpEvent) -> None:
        at = self.cursorForPosition(self.viewport().mapFrom(self, event.pos())).position()
        positions = _Positions(self.text()[:MOST_SHOWN])
        for mark in self._marks:
            if mark.reason and positions[mark.start] <= at <= positions[mark.end]:
                QToolTip.showText(event.globalPos(), mark.reason, self)
                return
        QToolTip.hideText()

    def gutter_width(self) -> int:
        """The width of the column of line numbers."""
        digits = max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("9") * digits + 20

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._gutter.setGeometry(QRect(inside.left(), inside.top(), self.gutter_width(), inside.height()))

    def _make_room(self) -> None:
        self.setViewportMargins(self.gutter_width(), 6, 6, 6)
        inside = self.contentsRect()
        self._gutter.setGeometry(QRect(inside.left(), inside.top(), self.gutter_width(), inside.height()))

    def _scroll_gutter(self, rectangle: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, rectangle.y(), self._gutter.width(), rectangle.height() + 12)

    def paint_gutter(self, event: QPaintEvent) -> None:
        """Paint the line numbers that are in sight."""
        painter = QPainter(self._gutter)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.tokens().dim))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top() + 6
        while block.isValid() and top <= event.rect().bottom():
            height = self.blockBoundingRect(block).height()
            if block.isVisible() and top + height >= event.rect().top():
                painter.drawText(
                    0, int(top), self._gutter.width() - 10, self.fontMetrics().height(),
                    Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1),
                )  # fmt: skip
            top += height
            block = block.next()


class _Gutter(QWidget):
    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_gutter(event)


class _Positions:
    """Indices into a ``str`` as positions in a document, which counts in UTF-16 and so takes two for an emoji."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = (
            [index for index, character in enumerate(text) if character > "\uffff"] if not text.isascii() else []
        )

    def __getitem__(self, index: int) -> int:
        from bisect import bisect_left

        index = min(index, self._length)
        return index + bisect_left(self._wide, index)
