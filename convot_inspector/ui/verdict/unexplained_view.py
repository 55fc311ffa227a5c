"""When no cause was found: what was tried, what that means, and what would help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from convot_inspector.core.diagnosis.unexplained import unexplained
from convot_inspector.ui.widgets.widgets import button, label

if TYPE_CHECKING:
    from convot_inspector.core.model import HashVerdict


class UnexplainedView(QWidget):
    """Visible only where a search found nothing."""

    other_secret_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tried, self._means, self._ask = label("", "dim"), label(), label()
        self._check = button(self.tr("Check with another secret…"))
        self._check.clicked.connect(self.other_secret_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self._means, self._tried, self._ask):
            layout.addWidget(part)
        layout.addWidget(self._check, 0, Qt.AlignmentFlag.AlignLeft)

    def show_verdict(self, verdict: HashVerdict, value_name: str) -> None:
        """Show what is to be said of a verdict."""
        said = unexplained(verdict, value_name)
        self.setVisible(said is not None)
        if said is not None:
            self._tried.setText(said.tried)
            self._means.setText(said.means)
            self._ask.setText("\n".join((self.tr("What would help:"), *(f"• {question}" for question in said.ask))))
