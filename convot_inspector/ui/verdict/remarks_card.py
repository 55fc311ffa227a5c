"""Findings that concern the call as a whole; hidden where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.diagnosis.right_call import NOT_RECEIVED
from convot_inspector.core.reports.code_lines import call_code
from convot_inspector.ui.verdict.call_card import CallCard
from convot_inspector.ui.verdict.findings import Findings

if TYPE_CHECKING:
    from convot_inspector.ui.verdict.call_card import ShownCall
    from convot_inspector.ui.verdict.code_language import CodeLanguage


class RemarksCard(CallCard):
    """Card with nothing but findings."""

    def __init__(self, language: CodeLanguage) -> None:
        super().__init__(self.tr("About the whole call"))
        self._findings = Findings(language)
        self.body.addWidget(self._findings)

    def show_call(self, shown: ShownCall) -> None:
        remarks = [found for found in shown.inspected.findings if found.target == "call"]
        self._findings.show_findings(
            remarks, dict.fromkeys(NOT_RECEIVED, call_code(shown.inspected, "none", "whole", in_lines=False))
        )
        self.setVisible(bool(remarks))

    def clear(self) -> None:
        self._findings.show_findings(())
