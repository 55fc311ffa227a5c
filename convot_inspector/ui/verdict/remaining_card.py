"""What is left to check where the hash is right and the visitor is anonymous all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.language import localize
from convot_inspector.core.reports.sentences import remaining, remaining_title
from convot_inspector.core.wording.conclusions.next_steps import STILL_ANONYMOUS
from convot_inspector.ui.verdict.call_card import CallCard
from convot_inspector.ui.widgets.widgets import label

if TYPE_CHECKING:
    from convot_inspector.ui.verdict.call_card import ShownCall


class RemainingCard(CallCard):
    """Card with a list of checks; hidden unless the visitor is verified."""

    def __init__(self) -> None:
        super().__init__(localize(STILL_ANONYMOUS))
        self._words = label("")
        self.body.addWidget(self._words)
        self.hide()

    def show_call(self, shown: ShownCall) -> None:
        checks = remaining(shown.diagnosis)
        self.rename(remaining_title(shown.diagnosis))
        self._words.setText("\n".join(f"• {check}" for check in checks))
        self.setVisible(bool(checks))

    def clear(self) -> None:
        self._words.clear()
