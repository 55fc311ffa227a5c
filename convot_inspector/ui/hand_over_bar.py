"""The three ways to hand an answer over, under the verdict."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from convot_inspector.ui.pieces import announce, arrange, button, label

_SAID_FOR = 6_000  # milliseconds


class HandOverBar(QWidget):
    """Invisible while there is nothing to hand over. Says for a moment what was copied."""

    answer_wanted = Signal()
    ticket_wanted = Signal()
    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("handOver")
        self._answer = button(self.tr("Copy answer for the merchant"), primary=True)
        self._ticket = button(self.tr("Copy developer ticket"))
        self._export = button(self.tr("Export…"))
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said = label("", "dim")
        self._quiet = QTimer(self, singleShot=True, interval=_SAID_FOR)
        self._assemble()
        self._answer.clicked.connect(self.answer_wanted)
        self._ticket.clicked.connect(self.ticket_wanted)
        self._export.clicked.connect(self.export_wanted)
        self._quiet.timeout.connect(lambda: self.say(""))
        self.hide()

    def _assemble(self) -> None:
        others = QHBoxLayout()
        others.addWidget(self._ticket)
        others.addStretch(1)
        others.addWidget(self._export)
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self._answer)
        self._buttons.addLayout(others, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(4)
        layout.addLayout(self._buttons)
        layout.addWidget(self._said)
        self._said.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)  # it pushes nothing aside

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            arrange(self._buttons, self.width() - 32)
        return super().event(event)

    def say(self, words: str) -> None:
        """Say what was done; a screen reader says it too."""
        self._said.setText(words)
        self._said.setAccessibleName(words)
        self._said.setVisible(bool(words))
        if words:
            announce(self._said)
            self._quiet.start()
