"""Find bar below the editor; Escape closes it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from convot_inspector.core import language
from convot_inspector.core.language import tr
from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.widgets import button, clearable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from convot_inspector.ui.paste.editor import Editor

_EXACT_FROM = 1_000_000  # characters; a case-insensitive search of more than that would block the window
_MOST = 10_000  # matches that are counted


class FindBar(QWidget):
    """Bar that searches the whole text, even where only a part is displayed."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._words = clearable(QLineEdit())
        self._words.setPlaceholderText(self.tr("Find in the text"))
        self._words.setAccessibleName(self.tr("Find in the text"))
        self._words.setAccessibleDescription(self.tr("Return goes to the next match, Escape closes."))
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
        editor.forgotten.connect(self.forget)
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
        places = self._places()
        if places:
            at = bisect_left(places, self._editor.index()) - 1
            self._show(places, at if at >= 0 else len(places) - 1)
        else:
            self._show(places, 0)

    def _find(self, start: int) -> None:
        places = self._places()
        self._show(places, bisect_left(places, start) % max(len(places), 1))

    def _places(self) -> list[int]:
        """Return where the words are in the text: at most `_MOST` places."""
        text, words = self._editor.text(), self._words.text()
        if not words:
            return []
        flags = re.IGNORECASE if len(text) <= _EXACT_FROM else re.NOFLAG
        return [found.start() for found in islice(re.finditer(re.escape(words), text, flags), _MOST)]

    def _show(self, places: list[int], at: int) -> None:
        """Select a match and say which one of how many it is."""
        words = self._words.text()
        if places:
            self._editor.select(places[at], places[at] + len(words))
            count = f"{language.number(len(places))}{'+' if len(places) == _MOST else ''}"
            self._said.say(tr("{number} of {count}", number=language.number(at + 1), count=count))
        else:
            self._said.say(self.tr("Not found") if words else "")
