"""Which value is signed: the field, the exact text, its size, and why not the other field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from convot_inspector.core.explaining.visible import visible
from convot_inspector.ui import messages
from convot_inspector.ui.pieces import Card, Pill, label
from convot_inspector.ui.value_label import ValueLabel

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection


class SignedCard(Card):
    """The first card."""

    def __init__(self) -> None:
        self._field = Pill()
        super().__init__(self.tr("Signed value"), self._field)
        self.setObjectName("signed")
        self._value = ValueLabel(self.tr("Signed value"))
        self._size = label("", "dim", wrap=False)
        self._why = label("", "dim")
        row = QHBoxLayout()
        row.addWidget(self._value, 1)
        row.addWidget(self._size)
        self.body.addLayout(row)
        self.body.addWidget(self._why)

    def show_call(self, inspected: CallInspection) -> None:
        """Show what is signed in this call."""
        signed = inspected.signed
        self._field.show_words(signed.name if signed is not None else self.tr("nothing"), signed.name if signed else "")
        known = signed is not None and signed.known
        self._value.setVisible(signed is not None)
        self._value.show_value(visible(signed.value) if signed is not None else "")
        self._size.setVisible(known)
        self._size.setText(messages.size(signed.value) if signed is not None else "")
        why = messages.why_signed(inspected)
        self._why.setText(
            why if known or signed is None else self.tr("This is not the value that the browser sent. ") + why
        )
