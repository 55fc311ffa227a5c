"""The signed value: the field, the exact text, its size, and why not the other field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from convot_inspector.core.characters.visible import visible
from convot_inspector.ui.verdict import messages
from convot_inspector.ui.verdict.call_card import CallCard
from convot_inspector.ui.widgets.value_button import ValueButton
from convot_inspector.ui.widgets.widgets import Pill, action_button, label

if TYPE_CHECKING:
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.verdict.call_card import ShownCall


class SignedCard(CallCard):
    """Card with the value that the hashes are made from."""

    def __init__(self, actions: Actions) -> None:
        self._field = Pill()
        super().__init__(self.tr("Signed value"), self._field)
        self.setObjectName("signed")
        self._name = ""
        self._value = ValueButton()
        self._size = label("", "dim", wrap=False)
        self._why = label("", "dim")
        self._characters = action_button(actions.characters, quiet=True)
        self._characters.setAccessibleDescription(self.tr("Names the characters of the value that cannot be seen."))
        self._value.clicked.connect(lambda: actions.field_wanted.emit(self._name))
        row = QHBoxLayout()
        row.addWidget(self._value, 1)
        row.addWidget(self._size)
        self.body.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self._why, 1)
        below.addWidget(self._characters)
        self.body.addLayout(below)

    def show_call(self, shown: ShownCall) -> None:
        inspected = shown.inspected
        signed = inspected.signed
        self._name = signed.name if signed is not None else ""
        self._field.show_words(signed.name if signed is not None else self.tr("nothing"), signed.name if signed else "")
        known = signed is not None and signed.known
        self._value.setVisible(signed is not None)
        self._value.name(self._name)
        self._value.show_value(visible(signed.value) if signed is not None else "")
        self._size.setVisible(known)
        self._characters.setVisible(known)
        self._size.setText(messages.size(signed.value) if signed is not None else "")
        why = messages.why_signed(inspected)
        self._why.setText(
            why if known or signed is None else self.tr("This is not the value that the browser sent.") + " " + why
        )

    def clear(self) -> None:
        self._name = ""
        self._value.show_value("")
        self._why.setText("")

    def tells_about(self, field: str) -> bool:
        return bool(field) and field == self._name
