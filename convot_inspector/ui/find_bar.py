"""Finding words in the text, under the editor; Escape closes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from convot_inspector.ui.pieces import arrange, button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from convot_inspector.ui.editor import Editor

_EXACT_FROM = 1_000_000  # characters; looking for other letter cases in more than that would hold the window up


class FindBar(QWidget):
    """Hidden until it is asked for. Looks in all of the text, also where only a part is shown."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._words = QLineEdit()
        self._words.setPlaceholderText(self.tr("Find in the text"))
        self._words.setAccessibleName(self.tr("Find in the text"))
        self._words.setClearButtonEnabled(True)
        self._said = label("", "dim", wrap=False)
        before, after, close = button(self.tr("Previous")), button(self.tr("Next")), button(self.tr("Close"))
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._words, 1)
        first.addWidget(self._said)
        for each in (before, after, close):
            second.addWidget(each)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addLayout(first, 1)
        self._row.addLayout(second)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)  # it pushes nothing aside
        self._words.textEdited.connect(lambda _: self._find(self._editor.index()))
        self._words.returnPressed.connect(self.find_next)
        before.clicked.connect(self.find_previous)
        after.clicked.connect(self.find_next)
        close.clicked.connect(self.close_bar)
        self.hide()

    def open_bar(self) -> None:
        """Show it, with what is selected in the editor as the words to find."""
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._words.setText(selected)
        self.show()
        self._words.setFocus()
        self._words.selectAll()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            arrange(self._row, self.width())
        return super().event(event)

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
        """Go to the next place, from the end on from the beginning."""
        self._find(self._editor.index() + 1)

    def find_previous(self) -> None:
        """Go to the place before, from the beginning on from the end."""
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
            self._said.setText("")
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
        self._said.setText("" if start >= 0 else self.tr("Not in the text"))
        self._said.setAccessibleName(self._said.text())
