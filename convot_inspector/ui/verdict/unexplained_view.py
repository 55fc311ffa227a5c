"""View for a hash without a known cause: what was tried, what that means, and what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from convot_inspector.core.reports import sentences
from convot_inspector.ui.widgets.widgets import action_button, label

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import HashDiagnosis
    from convot_inspector.ui.actions import Actions


class UnexplainedView(QWidget):
    """View that is visible only where a search found nothing."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._tried, self._means, self._ask = label("", "dim"), label(), label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self._means, self._tried, self._ask):
            layout.addWidget(part)
        layout.addWidget(action_button(actions.other_secret), 0, Qt.AlignmentFlag.AlignLeft)

    def show_diagnosis(self, about: HashDiagnosis) -> None:
        """Show what a search without a result means; hide for any other conclusion."""
        means = sentences.no_cause(about)
        self.setVisible(bool(means))
        self._tried.setText(sentences.tried(about.verdict))
        self._means.setText(means)
        questions = (f"• {question}" for question in sentences.questions(about))
        self._ask.setText("\n".join((self.tr("What would help:"), *questions)))

    def clear(self) -> None:
        """Show nothing."""
        self.hide()
        for part in (self._tried, self._means, self._ask):
            part.setText("")
