"""Find bar below the editor; Escape closes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.widgets import button, clearable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from convot_inspector.ui.paste.editor import Editor

_EXACT_FROM = 1_000_000  # characters; a case-insensitive search of more than that would block the window


class FindBar(QWidget):
    """Bar that searches the whole text, even where only a part is displayed."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._words = clearable(QLineEdit())
        self._words.setPlaceholderText(self.tr("Find in the text"))
        self._words.setAccessibleName(self.tr("Find in the text"))
        self._words.setAccessibleDescription(self.tr("Return goes to the next place, Escape closes."))
        self._said = SpokenLabel("dim")
        self._said.setWordWrap(False)
        before, after, close = button(self.tr("Previous")), button(self.tr("Next")), button(self.tr("Close"))
        layout = FlowLayout()
        for each in (self._words, self._said, before, after, close):
            layout.addWidget(each)
        self.setLayout(layout)
        self._words.textEdited.connect(lambda _: self._find(self._editor.index()))
        self._words.returnPressed.connect(self.find_next)
        before.clicked.connect(self.find_previous)
        after.clicked.connect(self.find_next)
        close.clicked.connect(self.close_bar)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar; the editor's selection becomes the search text."""
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._words.setText(selected)
        self.show()
        self._words.setFocus()
        self._words.selectAll()

    def forget(self) -> None:
        """Hide the bar and drop its words, which may come from the text."""
        self.hide()
        self._words.setText("")
        self._said.say("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def close_bar(self) -> None:
        """Hide it and go back to the text."""
        self.hide()
        self._editor.setFocus()

    def find_next(self) -> None:
        """Go to the next match; wrap at the end."""
        self._find(self._editor.index() + 1)

    def find_previous(self) -> None:
        """Go to the previous match; wrap at the beginning."""
        text, words = self._editor.text(), self._words.text()
        if not words:
            return
        at = self._editor.index()
        if len(text) > _EXACT_FROM:
            start = text.rfind(words, 0, at + len(words) - 1)
            self._show(start if start >= 0 else text.rfind(words), len(words))
            return
        places = [found.start() for found in re.finditer(re.escape(words), text, re.IGNORECASE)]
        self._show(next((place for place in reversed(places) if place < at), places[-1] if places else -1), len(words))

    def _find(self, start: int) -> None:
        text, words = self._editor.text(), self._words.text()
        if not words:
            self._said.say("")
            return
        if len(text) > _EXACT_FROM:
            found = text.find(words, start)
            self._show(found if found >= 0 else text.find(words), len(words))
            return
        pattern = re.compile(re.escape(words), re.IGNORECASE)
        match = pattern.search(text, start) or pattern.search(text)
        self._show(match.start() if match is not None else -1, len(words))

    def _show(self, start: int, length: int) -> None:
        if start >= 0:
            self._editor.select(start, start + length)
        self._said.say("" if start >= 0 else self.tr("Not in the text"))
