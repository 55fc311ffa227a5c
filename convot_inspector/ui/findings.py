"""The findings about one subject, each with its fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from convot_inspector.ui.pieces import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convot_inspector.core.model import Finding


class Findings(QWidget):
    """A list of findings; empty and invisible where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show these instead of those before."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        count = 0
        for found in findings:
            self._rows.addWidget(self._row(found))
            count += 1
        self.setVisible(count > 0)

    def _row(self, found: Finding) -> QWidget:
        owners = {
            "developer": self.tr("Fix, for the developer: "),
            "merchant": self.tr("Fix, for the owner of the app: "),
            "support": self.tr("Next step: "),
        }
        row = QFrame()
        row.setObjectName("fix")
        layout = QVBoxLayout(row)
        layout.setContentsMargins(12, 2, 0, 2)
        layout.setSpacing(2)
        layout.addWidget(label(found.title, "title"))
        layout.addWidget(label(found.because))
        layout.addWidget(label(owners[found.owner] + found.fix))
        return row
