"""The verdict on user_hash or shop_hash: what was checked, what was sent, and what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from convot_inspector.core import convot
from convot_inspector.core.explaining.visible import shape, visible
from convot_inspector.ui import messages
from convot_inspector.ui.findings import Findings
from convot_inspector.ui.fold import Fold
from convot_inspector.ui.pieces import Card, Pill, button, label
from convot_inspector.ui.value_label import ValueLabel

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection, Target

_HIDDEN = "•" * 16


class HashCard(Card):
    """One of the two hashes. The expected one is a login credential, so it is hidden until it is asked for."""

    def __init__(self, target: Target) -> None:
        self._verdict = Pill()
        self._name = convot.USER_HASH if target == "user" else convot.SHOP_HASH
        super().__init__(self._name, self._verdict)
        self.setObjectName(self._name)
        self._target = target
        self._expected: str | None = None
        self._sentence = label("", "dim")
        self._findings = Findings()
        self._sent = ValueLabel(self.tr("The hash that was sent"))
        self._sent_shape = label("", "dim")
        self._right = ValueLabel(self.tr("The hash that Convot computes"))
        self._reveal = button(self.tr("Reveal"), quiet=True)
        self._reveal.setAccessibleDescription(
            self.tr("Shows the right hash. It is as good as a password for this user.")
        )
        self._reveal.clicked.connect(self._toggle_expected)
        self._checked = label("", "dim")
        self._fold = Fold(self.tr("What was checked"), self._details())
        for part in (self._sentence, self._findings, self._fold):
            self.body.addWidget(part)

    def show_call(self, inspected: CallInspection, with_secret: str) -> None:
        """Show the verdict on this hash. ``with_secret`` names the secret that was used, empty for none."""
        verdict = inspected.user if self._target == "user" else inspected.shop
        sent = inspected.call.sent(self._name)
        value = inspected.signed if self._target == "user" else inspected.call.sent(convot.SHOP)
        self._verdict.show_words(*messages.status_pill(verdict.status))
        self._findings.show_findings(found for found in inspected.findings if found.target == self._target)
        self._sentence.setText(self._say(inspected))
        self._sentence.setVisible(bool(self._sentence.text()))
        self._sent.show_value(visible(sent.value) if sent is not None else self.tr("not sent"))
        self._sent_shape.setText(shape(sent.value) if sent is not None else "")
        self._expected = verdict.expected
        self._show_expected(revealed=False)
        self._fold.open(is_open=verdict.status == "mismatch")
        self._fold.setVisible(verdict.status in ("verified", "mismatch", "missing") or sent is not None)
        if with_secret and value is not None and verdict.expected is not None:
            checked = self.tr(
                "HMAC-SHA256 of {field} ({size}) with {secret}, in lower-case hex, compared byte for byte."
            )
            text = checked.format(field=value.name, size=messages.size(value.value), secret=with_secret)
        else:
            text = self.tr("Nothing was computed: that takes the value, its hash and the app's secret.")
        self._checked.setText(text)

    def _details(self) -> QWidget:
        details = QWidget()
        grid = QGridLayout(details)
        grid.setContentsMargins(4, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._checked, 0, 0, 1, 3)
        grid.addWidget(label(self.tr("Sent"), "dim", wrap=False), 1, 0)
        grid.addWidget(self._sent, 1, 1)
        grid.addWidget(self._sent_shape, 2, 1)
        grid.addWidget(label(self.tr("Expected"), "dim", wrap=False), 3, 0)
        grid.addWidget(self._right, 3, 1)
        grid.addWidget(self._reveal, 3, 2)
        grid.addWidget(label(self.tr("64 lower-case hex digits"), "dim"), 4, 1)
        return details

    def _toggle_expected(self) -> None:
        self._show_expected(revealed=self._right.text() == _HIDDEN)

    def _show_expected(self, *, revealed: bool) -> None:
        self._reveal.setVisible(self._expected is not None)
        self._reveal.setText(self.tr("Hide") if revealed else self.tr("Reveal"))
        if self._expected is None:
            self._right.show_value(self.tr("cannot be computed"))
        else:
            self._right.show_value(self._expected if revealed else _HIDDEN)

    def _say(self, inspected: CallInspection) -> str:
        if self._target == "shop":
            return messages.merchant_line(inspected.merchant_data)
        match inspected.user.status:
            case "verified":
                return self.tr("Convot trusts this identity.")
            case "mismatch":
                return self.tr("It is not what Convot computes. No cause is known for it.")
            case "missing":
                return self.tr("Nothing proves this identity. What Convot does then depends on the setting below.")
            case _:
                return ""
