"""Bar below the verdict: copy the answer, copy the ticket, export; one row of buttons in any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from convot_inspector.core.language import tr
from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.widgets import action_button, button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from convot_inspector.ui.actions import Actions

_SAID_FOR = 6_000  # milliseconds
_MARGIN, _GAP = 16, 8  # pixels
_MOST_LINES = 2  # of what is said in a narrow window


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
        self._more = button(tr("More"))
        self._more.setAccessibleName(tr("More ways to pass it on"))
        self._more.setMenu(QMenu(self._more))
        self._line = QWidget()
        self._said = SpokenLabel("dim")
        self._quiet = QTimer(self, singleShot=True, interval=_SAID_FOR)
        self._optional = (
            (self._ticket, actions.copy_ticket),
            (self._edit, actions.edit_copies),
            (self._export, actions.export),
        )
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
        buttons.addWidget(self._more)
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._said, 1)
        line.addWidget(self._stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        layout.setSpacing(4)
        layout.addLayout(buttons)
        layout.addWidget(self._line)
        self._stop.hide()
        self._more.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Move the buttons for which there is no room into a menu, and keep the room for what is said."""
        room = self.contentsRect().width() - 2 * _MARGIN
        widths = [each.sizeHint().width() + _GAP for each, _ in self._optional]
        left = room - self._answer.sizeHint().width()
        is_all = sum(widths) <= left
        left -= 0 if is_all else self._more.sizeHint().width() + _GAP
        menu = self._more.menu()
        menu.clear()
        for (each, action), width in zip(self._optional, widths, strict=True):
            left -= width
            each.setVisible(is_all or left >= 0)
            if not (is_all or left >= 0):
                menu.addAction(action)
        self._more.setVisible(not is_all)
        metrics = self._said.fontMetrics()
        waiting = tr("The answer is copied when the cause is known.")
        done = tr(
            "The ticket is copied, with its code in {language} and personal data masked.", language="JavaScript (Node)"
        )
        longest = max(
            metrics.horizontalAdvance(waiting) + self._stop.sizeHint().width() + _GAP, metrics.horizontalAdvance(done)
        )
        lines = 1 if longest <= room else _MOST_LINES
        self._line.setMinimumHeight(max(self._stop.sizeHint().height(), lines * metrics.lineSpacing()))

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
        if not any(each.hasFocus() for each in (self._answer, self._ticket, self._edit, self._export, self._more)):
            self._answer.setFocus()
