"""Copying of the answer or the ticket, and the export dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from convot_inspector.core.language import tr
from convot_inspector.ui.verdict.share_bar import ShareBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from convot_inspector.core.diagnosis.diagnosis import Diagnosis, Setting
    from convot_inspector.core.model import CallInspection, Inspection
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.verdict.code_language import CodeLanguage


class ShareController(QObject):
    """Controller. ``setting`` returns how *Require identity verification* is set for the current app."""

    def __init__(
        self, actions: Actions, language: CodeLanguage, setting: Callable[[], Setting], window: QWidget
    ) -> None:
        super().__init__(window)
        self._language, self._setting, self._window = language, setting, window
        self._inspection: Inspection | None = None
        self._call: CallInspection | None = None
        self.bar = ShareBar(actions)
        actions.copy_answer.triggered.connect(self.copy_answer)
        actions.copy_ticket.triggered.connect(self.copy_ticket)
        actions.export.triggered.connect(self.export)

    def show(self, inspection: Inspection | None, index: int) -> None:
        """Set the call that is shared; None for none."""
        has_call = inspection is not None and bool(inspection.calls)
        self._inspection = inspection if has_call else None
        self._call = inspection.calls[index] if inspection is not None and has_call else None
        self.bar.setVisible(has_call)
        self.bar.say("")

    def copy_answer(self) -> None:
        """Copy the answer for the merchant."""
        if self._call is not None:
            from convot_inspector.core.reports.answer import merchant_answer

            QGuiApplication.clipboard().setText(merchant_answer(self._diagnosis(self._call)))
            self.bar.say(self.tr("The answer is copied. Paste it into your reply."))

    def copy_ticket(self) -> None:
        """Copy the developer ticket as Markdown, with personal data masked."""
        if self._call is not None:
            from convot_inspector.core.reports.markdown import to_markdown
            from convot_inspector.core.reports.ticket import ticket

            QGuiApplication.clipboard().setText(to_markdown(ticket(self._diagnosis(self._call), self._language.name)))
            self.bar.say(
                tr(
                    "The ticket is copied, with its code in {language} and personal data masked.",
                    language=self._language.name,
                )
            )

    def _diagnosis(self, call: CallInspection) -> Diagnosis:
        from convot_inspector.core.diagnosis.diagnose import diagnose
        from convot_inspector.core.diagnosis.diagnosis import Circumstances

        return diagnose(call, Circumstances(setting=self._setting()))

    def export(self) -> None:
        """Open the export dialog."""
        if self._inspection is not None:
            from convot_inspector.ui.dialogs.export_dialog import ExportDialog

            dialog = ExportDialog(self._inspection, self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
