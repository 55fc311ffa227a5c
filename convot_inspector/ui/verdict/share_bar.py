"""Bar below the verdict: copy the answer, copy the ticket, export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.widgets import action_button

if TYPE_CHECKING:
    from convot_inspector.ui.actions import Actions

_SAID_FOR = 6_000  # milliseconds


class ShareBar(QWidget):
    """Bar that is hidden while no call is shown and briefly shows what was copied."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("handOver")
        self._answer = action_button(actions.copy_answer, primary=True)
        self._ticket = action_button(actions.copy_ticket)
        self._export = action_button(actions.export)
        self._said = SpokenLabel("dim")
        self._quiet = QTimer(self, singleShot=True, interval=_SAID_FOR)
        self._assemble()
        self._quiet.timeout.connect(lambda: self.say(""))
        self.hide()

    def _assemble(self) -> None:
        buttons = FlowLayout()
        buttons.addWidget(self._answer)
        buttons.addWidget(self._ticket)
        buttons.add_stretch()
        buttons.addWidget(self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(4)
        layout.addLayout(buttons)
        layout.addWidget(self._said)

    def say(self, words: str) -> None:
        """Say what was done; a screen reader says it too."""
        self._said.say(words)
        if words:
            self._quiet.start()
