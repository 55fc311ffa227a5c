"""The verdict on user_hash or shop_hash, its cause and its fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from convot_inspector.core import convot
from convot_inspector.core.reports.sentences import hash_meaning
from convot_inspector.core.wording.phrases import status_pill
from convot_inspector.ui.verdict.call_card import CallCard
from convot_inspector.ui.verdict.findings import Findings
from convot_inspector.ui.verdict.hash_details import HashDetails
from convot_inspector.ui.verdict.unexplained_view import UnexplainedView
from convot_inspector.ui.widgets.disclosure import Disclosure
from convot_inspector.ui.widgets.widgets import Pill, action_button, label

if TYPE_CHECKING:
    from convot_inspector.core.model import IdentifyCall, Target
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.verdict.call_card import ShownCall
    from convot_inspector.ui.verdict.code_language import CodeLanguage


class HashCard(CallCard):
    """Card for one of the two hashes. What was checked, and the hashes themselves, are in its fold."""

    def __init__(self, target: Target, actions: Actions, language: CodeLanguage) -> None:
        self._verdict = Pill()
        self._name = convot.USER_HASH if target == "user" else convot.SHOP_HASH
        super().__init__(self._name, self._verdict)
        self.setObjectName(self._name)
        self._target = target
        self._expected: str | None = None
        self._call: IdentifyCall | None = None
        self._is_pending = False
        self._shown: ShownCall | None = None
        self._details: HashDetails | None = None
        self._actions = actions
        self._sentence = label("", "dim")
        self._findings = Findings(language)
        self._unexplained = UnexplainedView(actions)
        self._code = action_button(actions.whole_code, quiet=True)
        self._fold = Disclosure(self.tr("What was checked"), self._make_details)
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
        is_new = inspected.call != self._call or verdict.expected != self._expected
        self._shown = shown
        self._call, self._expected, self._is_pending = inspected.call, verdict.expected, verdict.is_pending
        self._verdict.show_words(*status_pill(verdict.status, is_empty=self._name in inspected.call.fields))
        self._findings.show_findings(found for found in inspected.findings if found.target == self._target)
        self._unexplained.show_diagnosis(about)
        self._sentence.setText(hash_meaning(shown.diagnosis, self._target))
        self._sentence.setVisible(bool(self._sentence.text()))
        if is_new:  # the causes come later than the verdict and must not close what the user opened meanwhile
            self._drop_details()
        elif self._details is not None:
            self._details.show_call(shown)
        self._code.setVisible(about.needs_code)
        self._fold.setVisible(about.needs_code or sent is not None)
        self._fold.name(self.tr("What was tried") if verdict.proof else self.tr("What was checked"))

    def clear(self) -> None:
        self._shown, self._call, self._expected, self._is_pending = None, None, None, False
        self._findings.show_findings(())
        self._unexplained.clear()
        self._sentence.setText("")
        self._drop_details()

    def tells_about(self, field: str) -> bool:
        return field == self._name or (self._target == "shop" and field == convot.SHOP)

    def _make_details(self) -> HashDetails:
        self._details = HashDetails(self._target, self._actions)
        if self._shown is not None:
            self._details.show_call(self._shown)
        return self._details

    def _drop_details(self) -> None:
        if self._details is not None:
            self._details.clear()
            self._details = None
        self._fold.drop()
