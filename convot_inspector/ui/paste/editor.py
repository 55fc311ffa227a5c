"""Editor for the pasted text: line numbers, marks on recognised values, and pastes of any size."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QToolTip

from convot_inspector.ui import theme
from convot_inspector.ui.paste.line_numbers import LineNumbers
from convot_inspector.ui.paste.mark import Mark
from convot_inspector.ui.paste.positions import Positions
from convot_inspector.ui.paste.text_view import TextView
from convot_inspector.ui.widgets.clipped_text import local_files, text_or_bytes
from convot_inspector.ui.widgets.plain_text import show_tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QMimeData, QPoint
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDropEvent,
        QHelpEvent,
        QMouseEvent,
        QResizeEvent,
        QTextCharFormat,
    )

MOST_SHOWN = 64 * 1024  # characters; Qt lays out all of them at once, and one unbroken line is the slowest case
_FILLS = 16 * 1024  # characters, more than fit into any window
_AT_ONCE = 100  # marks; those of hundreds of calls take longer than a frame
_LEAD = 2_000  # characters shown before a call that stands in one long line
# Characters that a text document would replace, so that its text would differ from the pasted text.
_UNSHOWABLE = re.compile("[\x00\u2028\u2029\ufdd0\ufdd1\ud800-\udfff]")


class Editor(TextView):
    """Editor that keeps the exact text, even where only a part or a replacement character is displayed."""

    text_changed = Signal()
    forgotten = Signal()  # the text and its undo history were dropped
    files_dropped = Signal(list)
    value_pointed_at = Signal(int, str)  # a call's index and a field's name: the mouse was pressed on that value
    replaced = Signal(str)  # a paste into an empty text or over all of it: another text arrives
    much_pasted = Signal(object, bool)  # the bytes to decode, and whether they are another text

    def __init__(self) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # code is left-to-right in every language
        self.setFont(theme.monospace())
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("What the page sends"))
        self._exact: str | None = None  # until the first key; the document may hold a different text
        self._from = 0  # the index of the first displayed character
        self._setting = False
        self._put: tuple[int, int] | None = None  # where the program put the cursor and its anchor; None once edited
        self._marks: tuple[Mark, ...] = ()
        self._numbers = LineNumbers(self)
        self.textChanged.connect(self._edited)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * 3)  # the layout adds the rest

    def text(self) -> str:
        """Return the exact text as pasted or typed."""
        if self._exact is not None:
            return self._exact
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def shows_all(self) -> bool:
        """Whether all of the text is displayed; otherwise it is read-only."""
        return not self.isReadOnly()

    def set_text(self, text: str, *, is_new: bool = False) -> None:
        """Replace everything; the user can undo it unless the text is a new one."""
        if is_new:
            self._drop()
        self._exact = text
        self._marks, self._numbers.call = (), (0, 0)
        self._show_from(0)
        self.setReadOnly(len(text) > MOST_SHOWN)
        self.text_changed.emit()

    def forget(self) -> None:
        """Drop the text, its marks and its undo history."""
        self._drop()
        self.text_changed.emit()

    def _drop(self) -> None:
        self._exact = ""
        self._marks, self._numbers.call, self._from, self._numbers.first_line = (), (0, 0), 0, 1
        self.setExtraSelections([])
        self.setAccessibleDescription("")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._setting = True
        self.clear()
        self._setting = False
        self.setReadOnly(False)
        QToolTip.hideText()
        self.forgotten.emit()

    def _show_from(self, index: int) -> None:
        """Display the part of the exact text that starts at ``index``."""
        text = self.text()
        before = text[:index]
        self._from = index
        self._numbers.first_line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
        self._setting = True
        piece = self._piece()
        # Without this, a scroll bar that appears causes a second layout of the text, 50 ms for the slowest text.
        surely = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if len(piece) > _FILLS else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(surely)
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(_UNSHOWABLE.sub("\ufffd", piece.replace("\r\n", "\n").replace("\r", "\n")))
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self._put_cursor(cursor)
        self._setting = False

    def _piece(self) -> str:
        return self.text()[self._from : self._from + MOST_SHOWN]

    def show_marks(self, marks: Sequence[Mark], chosen: tuple[int, int]) -> None:
        """Replace the marks; ``chosen`` is the range of the call that is shown."""
        start, end = chosen
        if end > start and not self._from <= start < self._from + MOST_SHOWN:
            self._show_from(max(self.text().rfind("\n", 0, start) + 1, start - _LEAD, 0))
        piece = self._piece()
        shown_to = self._from + len(piece)
        self._marks = tuple(mark for mark in marks if self._from <= mark.start < shown_to)
        positions = Positions(piece)
        self._numbers.call = (positions[max(start - self._from, 0)], positions[max(end - self._from, 0)])
        looks: dict[tuple[str, bool], QTextCharFormat] = {}
        selections = []
        for mark in self._marks:
            if not mark.is_seen:
                continue
            if mark.kind not in looks:
                looks[mark.kind] = mark.look()
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(positions[mark.start - self._from])
            cursor.setPosition(positions[mark.end - self._from], QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, looks[mark.kind]
            selections.append(selection)
        self.setExtraSelections(selections)
        self.setAccessibleDescription(self._in_words(start, end))
        self._numbers.update()

    def recolour(self, index: int = 0) -> None:
        """Show the same marks, from an index on, in the colours of another theme: hundreds in several steps."""
        looks: dict[tuple[str, bool], QTextCharFormat] = {}
        selections = self.extraSelections()
        seen = [mark for mark in self._marks if mark.is_seen]
        until = index + _AT_ONCE
        for selection, mark in zip(selections[index:until], seen[index:until], strict=False):
            if mark.kind not in looks:
                looks[mark.kind] = mark.look()
            selection.format = looks[mark.kind]
        self.setExtraSelections(selections)
        if until < len(selections):
            QTimer.singleShot(0, self, partial(self.recolour, until))

    def _in_words(self, start: int, end: int) -> str:
        """Describe the marks of the call from ``start`` to ``end``, and secrets; ``start == end``: of all calls."""
        described = [m for m in self._marks if m.is_seen and (start == end or not m.name or start <= m.start < end)]
        return " ".join(dict.fromkeys(f"{mark.said()}." for mark in described))

    def explain(self) -> str:
        """Show the tool tip and the card of the value at the cursor, as hovering and clicking do.

        Returns the words.
        """
        mark = self._mark_at(self.cursorRect().center()) or Mark(
            0, 0, "", about=partial(self.tr, "No value stands here.")
        )
        show_tool_tip(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()), mark.as_lines(), self)
        if mark.name:
            self.value_pointed_at.emit(mark.call, mark.name)
        return mark.said()

    def go_to(self, line: int, column: int) -> None:
        """Move the cursor to a line and column, counted from 1, without taking the focus."""
        block = self.document().findBlockByNumber(line - self._numbers.first_line)
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + min(column - 1, block.length() - 1))
            self._put_cursor(cursor)

    def select(self, start: int, end: int) -> None:
        """Select this part of the text, by indices into it, and show it."""
        if not self._from <= start < self._from + MOST_SHOWN:
            self._show_from(max(self.text().rfind("\n", 0, start) + 1, start - _LEAD, 0))
            self.setExtraSelections([])
        positions = Positions(self._piece())
        cursor = self.textCursor()
        cursor.setPosition(positions[start - self._from])
        cursor.setPosition(positions[end - self._from], QTextCursor.MoveMode.KeepAnchor)
        self._put_cursor(cursor)
        self.ensureCursorVisible()

    def index(self) -> int:
        """Return the start of the selection, or the cursor, as an index into the exact text."""
        return self._from + Positions(self._piece()).index(self.textCursor().selectionStart())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        mark = self._mark_at(event.position().toPoint())
        if mark is not None and mark.name and not self.textCursor().hasSelection():
            self.value_pointed_at.emit(mark.call, mark.name)

    def _mark_at(self, point: QPoint) -> Mark | None:
        """Return the mark at a point of the viewport; marks with a reason come first."""
        at = self.cursorForPosition(point).position()
        positions = Positions(self._piece())
        found = [m for m in self._marks if positions[m.start - self._from] <= at <= positions[m.end - self._from]]
        return next((mark for mark in found if mark.reason), found[0] if found else None)

    def _put_cursor(self, cursor: QTextCursor) -> None:
        self.setTextCursor(cursor)
        self._put = (cursor.anchor(), cursor.position())

    def _edited(self) -> None:
        if not self._setting:
            self._exact = self._put = None
            self._numbers.call = (0, 0)
            self.text_changed.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a paste before Qt does: half a megabyte in one line would freeze the window for half a minute."""
        if files := local_files(source):
            self.files_dropped.emit(files)
            return
        pasted = text_or_bytes(source)
        if isinstance(pasted, str):
            self.insert(pasted)
        else:
            self.much_pasted.emit(pasted, self._is_all_replaced())

    def insert(self, pasted: str) -> None:
        """Put a text where the user has put the cursor; otherwise, or over all of it, it arrives as another text."""
        if self._is_all_replaced():
            self.replaced.emit(pasted)
            return
        fits = len(pasted) + self.document().characterCount() <= MOST_SHOWN
        plain = self._exact is None or not (_UNSHOWABLE.search(self._exact) or "\r" in self._exact)
        if fits and plain and "\r" not in pasted and not _UNSHOWABLE.search(pasted):
            self.textCursor().insertText(pasted)
            self.ensureCursorVisible()
            return
        text, cursor = self.text(), self.textCursor()
        positions = Positions(text)
        start, end = positions.index(cursor.selectionStart()), positions.index(cursor.selectionEnd())
        self.set_text(text[:start] + pasted + text[end:])

    def _is_all_replaced(self) -> bool:
        if not self.shows_all:
            return True  # only a part is displayed, so the cursor is no valid place for a paste
        cursor = self.textCursor()
        is_untouched = self._put == (cursor.anchor(), cursor.position())
        selected = cursor.selectionEnd() - cursor.selectionStart()
        return is_untouched or not self.text().strip() or selected >= self.document().characterCount() - 1

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.isReadOnly():  # Qt refuses drops on a read-only editor, but a dropped text replaces the text
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
        mark = self._mark_at(self.viewport().mapFrom(self, event.pos()))
        if mark is not None and mark.said():
            show_tool_tip(event.globalPos(), mark.as_lines(), self)
        else:
            QToolTip.hideText()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._numbers.place()
