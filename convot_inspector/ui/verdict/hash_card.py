"""The verdict on user_hash or shop_hash: what was checked, what was sent, and what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from convot_inspector.core import convot
from convot_inspector.core.characters.visible import shape, visible
from convot_inspector.core.language import tr
from convot_inspector.core.reports.sentences import hash_meaning, tried
from convot_inspector.core.wording.phrases import status_pill
from convot_inspector.ui.verdict import messages
from convot_inspector.ui.verdict.call_card import CallCard
from convot_inspector.ui.verdict.findings import Findings
from convot_inspector.ui.verdict.proof_view import ProofView
from convot_inspector.ui.verdict.unexplained_view import UnexplainedView
from convot_inspector.ui.widgets.disclosure import Disclosure
from convot_inspector.ui.widgets.value_button import ValueButton
from convot_inspector.ui.widgets.value_label import ValueLabel
from convot_inspector.ui.widgets.widgets import Pill, action_button, button, label

if TYPE_CHECKING:
    from convot_inspector.core.model import Field, HashVerdict, IdentifyCall, Target
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.verdict.call_card import ShownCall
    from convot_inspector.ui.verdict.code_language import CodeLanguage

_HIDDEN = "•" * 16


class HashCard(CallCard):
    """Card for one of the two hashes. The expected one is a login credential, so it is hidden until asked for."""

    def __init__(self, target: Target, actions: Actions, language: CodeLanguage) -> None:
        self._verdict = Pill()
        self._name = convot.USER_HASH if target == "user" else convot.SHOP_HASH
        super().__init__(self._name, self._verdict)
        self.setObjectName(self._name)
        self._target = target
        self._expected: str | None = None
        self._call: IdentifyCall | None = None
        self._is_pending = False
        self._sentence = label("", "dim")
        self._findings = Findings(language)
        self._unexplained = UnexplainedView(actions)
        self._proof = ProofView()
        self._sent = ValueButton(self.tr("Sent"))
        self._sent.clicked.connect(lambda: actions.field_wanted.emit(self._name))
        self._sent_shape = label("", "dim")
        self._right = ValueLabel(self.tr("Expected"))
        self._reveal = button(self.tr("Reveal"), quiet=True)
        self._reveal.setAccessibleDescription(
            self.tr("Shows the right hash. It is as good as a password for this user.")
        )
        self._reveal.clicked.connect(self._toggle_expected)
        self._checked = label("", "dim")
        self._code = action_button(actions.whole_code, quiet=True)
        self._fold = Disclosure(self.tr("What was checked"), self._details())
        for part in (self._sentence, self._findings, self._unexplained):
            self.body.addWidget(part)
        self.body.addWidget(self._code, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._fold)

    def show_searching(self) -> None:
        if self._is_pending:
            self._sentence.setText(self.tr("Looking for the cause…"))
            self._sentence.show()

    def show_call(self, shown: ShownCall) -> None:
        inspected = shown.inspected
        about = shown.diagnosis.of(self._target)
        verdict = about.verdict
        sent = inspected.call.sent(self._name)
        value = inspected.signed if self._target == "user" else inspected.call.sent(convot.SHOP)
        is_new = inspected.call != self._call or verdict.expected != self._expected
        self._call, self._expected, self._is_pending = inspected.call, verdict.expected, verdict.is_pending
        self._verdict.show_words(*status_pill(verdict.status))
        self._findings.show_findings(found for found in inspected.findings if found.target == self._target)
        self._unexplained.show_diagnosis(about)
        self._proof.show_proof(verdict, self._name, value)
        self._sentence.setText(hash_meaning(shown.diagnosis, self._target))
        self._sentence.setVisible(bool(self._sentence.text()))
        self._sent.show_value(visible(sent.value) if sent is not None else self.tr("not sent"))
        self._sent_shape.setText(shape(sent.value) if sent is not None else "")
        if is_new:  # the causes come later than the verdict and must not close what the user opened meanwhile
            self._show_expected(revealed=False)
            self._fold.open(is_open=False)
        self._code.setVisible(about.needs_code)
        self._fold.setVisible(about.needs_code or sent is not None)
        self._fold.name(self.tr("What was tried") if verdict.proof else self.tr("What was checked"))
        self._checked.setText(self._say_checked(verdict, value, shown.with_secret))

    def clear(self) -> None:
        self._call, self._expected, self._is_pending = None, None, False
        self._findings.show_findings(())
        self._unexplained.clear()
        self._proof.clear()
        self._sent.show_value("")
        self._show_expected(revealed=False)
        for words in (self._sentence, self._sent_shape, self._checked):
            words.setText("")

    def tells_about(self, field: str) -> bool:
        return field == self._name or (self._target == "shop" and field == convot.SHOP)

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

    def _details(self) -> QWidget:
        details = QWidget()
        grid = QGridLayout(details)
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
        return details

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
