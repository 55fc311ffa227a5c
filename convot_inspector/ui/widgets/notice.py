"""Message above the cards, with buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convot_inspector.ui.widgets.announcements import announce
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.widgets import Card, button, label, restyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton


class NoticeMessage(NamedTuple):
    """A sentence, its buttons (text and callback) and its tone. Without text there is no message."""

    words: str = ""
    actions: tuple[tuple[str, Callable[[], object]], ...] = ()
    tone: str = ""


class Notice(Card):
    """Notice that is hidden while there is no message. ``tone``: of messages without their own."""

    def __init__(self, name: str = "notice", tone: str = "warning") -> None:
        super().__init__()
        self.setObjectName(name)
        self._tone = tone
        self.setProperty("tone", tone)
        self._words = label()
        self._said = NoticeMessage()
        self._buttons: list[QPushButton] = []
        self._row = FlowLayout()
        self._row.add_stretch()
        self.body.addWidget(self._words)
        self.body.addLayout(self._row)
        self.hide()

    def say(self, said: NoticeMessage) -> None:
        """Show a sentence with its buttons; one without words hides the line."""
        if said.words == self._said.words and [words for words, _ in said.actions] == [
            words for words, _ in self._said.actions
        ]:
            self._said = said  # keep buttons that somebody may be about to click
            return
        is_new = said.words != self._said.words
        self._said = said
        self._words.setText(said.words)
        self.setProperty("tone", said.tone or self._tone)
        restyle(self)
        self._offer()
        self.setVisible(bool(said.words))
        self.setAccessibleName(said.words)
        if is_new and said.words:
            announce(self, said.words)

    def _offer(self) -> None:
        for each in self._buttons:
            self._row.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._buttons = []
        for number, (words, _) in enumerate(self._said.actions):
            made = button(words)
            made.clicked.connect(lambda _=False, number=number: self._said.actions[number][1]())
            self._row.addWidget(made)
            self._buttons.append(made)
