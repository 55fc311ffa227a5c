"""What was checked about a hash: the proof, the hash that was sent, and the one that would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from convot_inspector.core import convot
from convot_inspector.core.characters.visible import shape, visible
from convot_inspector.core.language import tr
from convot_inspector.core.reports.sentences import tried
from convot_inspector.ui.verdict import messages
from convot_inspector.ui.verdict.proof_view import ProofView
from convot_inspector.ui.widgets.value_button import ValueButton
from convot_inspector.ui.widgets.value_label import ValueLabel
from convot_inspector.ui.widgets.widgets import button, label

if TYPE_CHECKING:
    from convot_inspector.core.model import Field, HashVerdict, Target
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.verdict.call_card import ShownCall

_HIDDEN = "•" * 16


class HashDetails(QWidget):
    """Rows about one hash. The expected one is a login credential, so it is hidden until asked for."""

    def __init__(self, target: Target, actions: Actions) -> None:
        super().__init__()
        self._target = target
        self._name = convot.USER_HASH if target == "user" else convot.SHOP_HASH
        self._expected: str | None = None
        self._proof = ProofView()
        self._checked = label("", "dim")
        self._sent = ValueButton(self.tr("Sent"))
        self._sent.clicked.connect(lambda: actions.field_wanted.emit(self._name))
        self._sent_shape = label("", "dim")
        self._right = ValueLabel(self.tr("Expected"))
        self._reveal = button(self.tr("Reveal"), quiet=True)
        self._reveal.setAccessibleDescription(
            self.tr("Shows the right hash. It is as good as a password for this user.")
        )
        self._reveal.clicked.connect(self._toggle_expected)
        self._show_expected(revealed=False)
        self._assemble()

    def _assemble(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, self._proof.names_width())
        grid.addWidget(self._proof, 0, 0, 1, 3)
        grid.addWidget(self._checked, 1, 0, 1, 3)
        sent, expected = (label(text, "dim", wrap=False) for text in (self.tr("Sent"), self.tr("Expected")))
        sent.setBuddy(self._sent)
        expected.setBuddy(self._right)
        grid.addWidget(sent, 2, 0)
        grid.addWidget(self._sent, 2, 1, 1, 2)
        grid.addWidget(self._sent_shape, 3, 1, 1, 2)
        grid.addWidget(expected, 4, 0)
        grid.addWidget(self._right, 4, 1)
        grid.addWidget(self._reveal, 4, 2)
        grid.addWidget(label(self.tr("64 lower-case hex digits"), "dim"), 5, 1)

    def show_call(self, shown: ShownCall) -> None:
        """Show a call; the expected hash stays revealed if it is the one before."""
        call, verdict = shown.inspected.call, shown.diagnosis.of(self._target).verdict
        sent = call.sent(self._name)
        value = shown.inspected.signed if self._target == "user" else call.sent(convot.SHOP)
        if verdict.expected != self._expected:
            self._expected = verdict.expected
            self._show_expected(revealed=False)
        self._proof.show_proof(verdict, self._name, value)
        self._checked.setText(self._say_checked(verdict, value, shown.with_secret))
        self._sent.show_value(visible(sent.value) if sent is not None else self.tr("not sent"))
        self._sent_shape.setText(shape(sent.value) if sent is not None else "")

    def clear(self) -> None:
        """Drop everything that comes from the paste."""
        self._expected = None
        self._proof.clear()
        self._sent.show_value("")
        self._show_expected(revealed=False)
        for words in (self._sent_shape, self._checked):
            words.setText("")

    def _say_checked(self, verdict: HashVerdict, value: Field | None, with_secret: str) -> str:
        if not with_secret or value is None or verdict.expected is None:
            return self.tr("Nothing was computed: that takes the value, its hash and the app's secret.")
        text = tr(
            "HMAC-SHA256 of {field} ({size}) with {secret}, in lower-case hex, compared byte for byte.",
            field=value.name,
            size=messages.size(value.value),
            secret=with_secret,
        )
        return f"{text} {tried(verdict)}" if verdict.causes else text

    def _toggle_expected(self) -> None:
        self._show_expected(revealed=self._right.text() == _HIDDEN)

    def _show_expected(self, *, revealed: bool) -> None:
        self._reveal.setVisible(self._expected is not None)
        self._reveal.setText(self.tr("Hide") if revealed else self.tr("Reveal"))
        if self._expected is None:
            self._right.show_value(self.tr("cannot be computed"))
        elif revealed:
            self._right.show_value(self._expected)
        else:
            self._right.show_value(_HIDDEN, self.tr("hidden"))
