"""Require identity verification, off and on side by side; the one in force today is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QGroupBox, QVBoxLayout

from convot_inspector.core.reports.sentences import if_received
from convot_inspector.ui.verdict import messages
from convot_inspector.ui.verdict.call_card import CallCard
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.value_label import ValueLabel
from convot_inspector.ui.widgets.widgets import Pill, label, restyle

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from convot_inspector.core.model import Outcome
    from convot_inspector.ui.verdict.call_card import ShownCall


class EnforcementCard(CallCard):
    """Card with the settings side by side where they fit, else one below the other."""

    def __init__(self) -> None:
        super().__init__(self.tr("Require identity verification"))
        self.setObjectName("enforcement")
        self._off = _Setting(self.tr("Off"), self.tr("(default)"))
        self._on = _Setting(self.tr("On"), "")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._off, 1)
        self._row.addWidget(self._on, 1)
        self.body.addLayout(self._row)
        self._if_received = label("", "dim")
        self.body.addWidget(self._if_received)

    def show_call(self, shown: ShownCall) -> None:
        outcomes = shown.inspected.enforcement
        self._off.show_outcome(outcomes.off)
        self._on.show_outcome(outcomes.on)
        setting = shown.diagnosis.circumstances.setting
        self._off.mark(chosen=setting == "off")
        self._on.mark(chosen=setting == "on")
        self._if_received.setText(if_received(shown.diagnosis))
        self._if_received.setVisible(bool(self._if_received.text()))
        self._arrange()

    def clear(self) -> None:
        """Keep everything: of the paste it shows only a choice of fixed words."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        """Place the settings side by side if they fit, else one below the other."""
        # Based on the needed widths and not on the current layout, which could alternate otherwise.
        needed = max(part.needed() for part in (self._off, self._on))
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if 2 * needed + 48 <= self.width() else directions.TopToBottom)


class _Setting(QGroupBox):
    def __init__(self, name: str, remark: str) -> None:
        super().__init__()
        self.setObjectName("setting")
        self._name = name
        self._pill = Pill()
        self._error = ValueLabel()  # can break anywhere: the error's name is one long word
        self._error.setProperty("role", "dim")
        self._today = label(self.tr("It is set to this in Convot"), "dim")
        row = self._words = FlowLayout()
        row.addWidget(label(name, "title", wrap=False))
        if remark:
            row.addWidget(label(remark, "dim", wrap=False))
        row.add_stretch()
        row.addWidget(self._pill)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._error)
        layout.addWidget(self._today)
        layout.addStretch(1)

    def show_outcome(self, outcome: Outcome) -> None:
        self._pill.show_words(*messages.outcome_pill(outcome))
        self._error.show_value(outcome.error or "")
        self._error.setVisible(outcome.error is not None)
        self.setAccessibleName(f"{self._name}: {self._pill.text()}")

    def needed(self) -> int:
        """Return the width of all words in one row, in pixels."""
        return self._words.sizeHint().width() + 24

    def mark(self, *, chosen: bool) -> None:
        self._today.setVisible(chosen)
        self.setProperty("chosen", chosen)
        restyle(self)
