"""Bar below the verdict: copy the answer, copy the ticket, export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.widgets import action_button

if TYPE_CHECKING:
    from convot_inspector.ui.actions import Actions

_SAID_FOR = 6_000  # milliseconds


class ShareBar(QWidget):
    """Bar that is hidden while nothing is pasted and briefly shows what was copied, in a line that keeps its place."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("handOver")
        self._answer = action_button(actions.copy_answer, primary=True)
        self._ticket = action_button(actions.copy_ticket)
        self._edit = action_button(actions.edit_copies, quiet=True)
        self._export = action_button(actions.export)
        self._stop = action_button(actions.copy_nothing, quiet=True)
        self._said = SpokenLabel("dim")
        self._quiet = QTimer(self, singleShot=True, interval=_SAID_FOR)
        self._assemble()
        self._quiet.timeout.connect(lambda: self.say(""))
        self.hide()

    def _assemble(self) -> None:
        buttons = FlowLayout()
        buttons.addWidget(self._answer)
        buttons.addWidget(self._ticket)
        buttons.addWidget(self._edit)
        buttons.add_stretch()
        buttons.addWidget(self._export)
        for part in (self._said, self._stop):  # their room is kept, so that no button moves under the mouse
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self._said.setMinimumHeight(self._said.fontMetrics().lineSpacing())
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._said, 1)
        line.addWidget(self._stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(4)
        layout.addLayout(buttons)
        layout.addLayout(line)
        self._stop.hide()

    def say(self, words: str) -> None:
        """Say what was done; a screen reader says it too."""
        self._said.say(words)
        self._stop.hide()
        if words:
            self._quiet.start()

    def wait(self, words: str) -> None:
        """Say what will be done, with a way to stop it; it stays until then."""
        self._quiet.stop()
        self._said.say(words)
        self._stop.show()

    def take_focus(self) -> None:
        """Leave the text, so that the next Ctrl+V pastes the next ticket instead of inserting it into this one."""
        if not any(each.hasFocus() for each in (self._answer, self._ticket, self._edit, self._export)):
            self._answer.setFocus()
