"""Copying of the answer or the ticket, and the export dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from convot_inspector.core.language import tr
from convot_inspector.ui.verdict.share_bar import ShareBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from convot_inspector.core.diagnosis.diagnosis import Diagnosis
    from convot_inspector.core.model import Inspection
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.preferences import Preferences
    from convot_inspector.ui.verdict.code_language import CodeLanguage

_RIGHT_CALL_FOR = 60_000  # milliseconds
_Wanted = Literal["answer", "answer for all", "ticket"]


class ShareController(QObject):
    """Controller. What is not final yet is copied as soon as it is; what cannot be copied is said."""

    def __init__(self, actions: Actions, language: CodeLanguage, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._language, self._preferences, self._window = language, preferences, window
        self._inspection: Inspection | None = None
        self._diagnosis: Diagnosis | None = None
        self._is_checking = False
        self._wanted: _Wanted | None = None
        self.bar = ShareBar(actions)
        actions.copy_answer.triggered.connect(lambda: self.copy("answer"))
        actions.copy_answer_for_all.triggered.connect(lambda: self.copy("answer for all"))
        actions.copy_ticket.triggered.connect(lambda: self.copy("ticket"))
        actions.copy_nothing.triggered.connect(self._stop)
        actions.edit_copies.triggered.connect(self.edit)
        actions.make_right_call.triggered.connect(self.make_right_call)
        actions.export.triggered.connect(self.export)

    def expect(self, *, has_text: bool) -> None:
        """Drop what was shown: the text has changed and is going to be checked."""
        self.bar.say(tr("Nothing was copied: the text has changed.") if self._wanted is not None else "")
        self._wanted = None
        self._inspection = self._diagnosis = None
        self._is_checking = has_text
        if not has_text:
            self.bar.hide()

    def wait_for_verdict(self) -> None:
        """Drop what was shown: the same text is being checked with another app or secret."""
        self._inspection = self._diagnosis = None
        self._is_checking = True

    def show(self, inspection: Inspection | None, diagnosis: Diagnosis | None) -> None:
        """Set what is shared: the result of the check, with the shown call's diagnosis; None for none."""
        self._is_checking = False
        self._inspection, self._diagnosis = inspection, diagnosis
        self.bar.setVisible(diagnosis is not None)
        wanted = self._wanted
        if wanted is not None and (diagnosis is None or diagnosis.search_ended):
            self._wanted = None
            self.copy(wanted)

    def copy(self, wanted: _Wanted) -> None:
        """Copy the answer or the ticket, now or when it is final; say why if there is none."""
        diagnosis = self._diagnosis
        if self._is_checking or (diagnosis is not None and not diagnosis.search_ended):
            self._wanted = wanted
            self.bar.show()
            self.bar.wait(
                tr("The answer is copied when the cause is known.")
                if wanted != "ticket"
                else tr("The ticket is copied when the cause is known.")
            )
            return
        if diagnosis is None:
            self.bar.show()
            self.bar.say(
                tr("Nothing was copied: there is no text to check.")
                if self._inspection is None
                else tr("Nothing was copied: no identify call was found in this text.")
            )
            return
        if wanted == "ticket":
            self._copy_ticket(diagnosis)
        else:
            self._copy_answer([diagnosis] if wanted == "answer" else self._all())
        self.bar.take_focus()

    def _all(self) -> list[Diagnosis]:
        """Return the diagnosis of each call of the text."""
        if self._inspection is None or self._diagnosis is None:
            return []
        from convot_inspector.core.diagnosis.diagnose import diagnose

        known = self._diagnosis.circumstances
        return [diagnose(call, known) for call in self._inspection.calls]

    def _copy_answer(self, diagnoses: Sequence[Diagnosis]) -> None:
        from convot_inspector.core.reports.all_calls import answer_for_all

        preferences = self._preferences
        QGuiApplication.clipboard().setText(answer_for_all(diagnoses, preferences.greeting, preferences.closing))
        self.bar.say(self.tr("The answer is copied. Paste it into your reply."))

    def _copy_ticket(self, diagnosis: Diagnosis) -> None:
        from convot_inspector.core.reports.formats.ticket_text import TICKET_FORMATS, ticket_text
        from convot_inspector.core.reports.ticket import ticket

        stored = self._preferences.ticket_format
        kind = next((each for each in TICKET_FORMATS if each == stored), TICKET_FORMATS[0])
        QGuiApplication.clipboard().setText(ticket_text(ticket(diagnosis, self._language.name), kind))
        self.bar.say(
            tr(
                "The ticket is copied, with its code in {language} and personal data masked.",
                language=self._language.name,
            )
        )

    def _stop(self) -> None:
        if self._wanted is not None:
            self._wanted = None
            self.bar.say(tr("Nothing was copied."))

    def edit(self) -> None:
        """Open the dialog in which the answer and the ticket can be changed before they are copied."""
        if self._diagnosis is None or not self._diagnosis.search_ended:
            self.bar.show()
            self.bar.say(tr("There is no final result to edit yet."))
            return
        from convot_inspector.ui.dialogs.share_dialog import ShareDialog

        dialog = ShareDialog(self._diagnosis, self._all(), self._language, self._preferences, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def make_right_call(self) -> None:
        """Ask whether a call with right hashes should be made, which is a login for a minute in the clipboard."""
        from convot_inspector.core.reports.signed_call import signed_call

        made = signed_call(self._diagnosis.inspected) if self._diagnosis is not None else ""
        if not made:
            self.bar.show()
            self.bar.say(tr("No test call can be made without the signed value and this app's secret."))
            return
        from convot_inspector.ui.dialogs.right_call_dialog import RightCallDialog

        dialog = RightCallDialog(made, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.copied.connect(self._copied_right_call)
        dialog.open()

    def _copied_right_call(self, made: str) -> None:
        from convot_inspector.ui.apps.clipboard import clear_of

        QTimer.singleShot(_RIGHT_CALL_FOR, self, lambda: clear_of((made,)))
        self.bar.say(tr("The test call is copied. It is cleared from the clipboard after a minute."))

    def export(self) -> None:
        """Open the export dialog."""
        if self._inspection is not None and self._diagnosis is not None:
            from convot_inspector.ui.dialogs.export_dialog import ExportDialog

            dialog = ExportDialog(self._inspection, self._diagnosis.circumstances, self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
