"""A line above the cards for what concerns the secrets: no password store, locked, slow, a secret that is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from convot_inspector.ui.pieces import Card, announce, button, label

if TYPE_CHECKING:
    from collections.abc import Callable


class Notice(Card):
    """Invisible while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", "warning")
        self._words = label()
        self._action = button("")
        self._do: Callable[[], None] | None = None
        self._action.clicked.connect(self._act)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        self.body.addLayout(row)
        self.hide()

    def say(self, words: str, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Show a sentence, with a button if there is something to do; no words hide it."""
        changed = words != self._words.text()
        self._words.setText(words)
        self._do = do
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setVisible(bool(words))
        self.setAccessibleName(words)
        if changed and words:
            announce(self)

    def _act(self) -> None:
        if self._do is not None:
            self._do()
