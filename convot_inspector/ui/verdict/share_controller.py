"""Copying of the answer or the ticket, and the export dialog."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from convot_inspector.core.language import tr
from convot_inspector.ui.verdict.share_bar import ShareBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from convot_inspector.core.diagnosis.diagnosis import Diagnosis
    from convot_inspector.core.model import Inspection
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.cases.readiness import Readiness
    from convot_inspector.ui.preferences import Preferences
    from convot_inspector.ui.verdict.code_language import CodeLanguage

_RIGHT_CALL_FOR = 60_000  # milliseconds
_Wanted = Literal["answer", "answer for all", "ticket", "edit", "test call", "export"]


class ShareController(QObject):
    """Controller. What is not final yet is copied as soon as it is; what cannot be copied is said."""

    def __init__(
        self,
        actions: Actions,
        language: CodeLanguage,
        preferences: Preferences,
        readiness: Readiness,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._readiness = readiness
        self._language, self._preferences, self._window = language, preferences, window
        self._inspection: Inspection | None = None
        self._diagnosis: Diagnosis | None = None
        self._wanted: _Wanted | None = None
        self.bar = ShareBar(actions)
        wishes: tuple[tuple[QAction, _Wanted], ...] = (
            (actions.copy_answer, "answer"),
            (actions.copy_answer_for_all, "answer for all"),
            (actions.copy_ticket, "ticket"),
            (actions.edit_copies, "edit"),
            (actions.make_right_call, "test call"),
            (actions.export, "export"),
        )
        for action, wanted in wishes:
            action.triggered.connect(partial(self._want, wanted))
        actions.copy_nothing.triggered.connect(self._stop)

    def expect(self, *, has_text: bool) -> None:
        """Drop what was shown: the text has changed and is going to be checked.

        What is wanted of a text that was being loaded is still wanted when that text has arrived.
        """
        if not self._readiness.is_delivering:
            self.drop_wanted()
        self.wait_for_verdict()
        if not has_text:
            self.bar.hide()

    def drop_wanted(self) -> None:
        """Copy nothing of another text: the one for which it was wanted is shown no longer, or did not arrive."""
        self.bar.say(tr("Nothing was copied: the text has changed.") if self._wanted is not None else "")
        self._wanted = None

    def wait_for_verdict(self) -> None:
        """Drop what was shown: a check with another text, app or secret follows."""
        self._inspection = self._diagnosis = None

    def show(self, inspection: Inspection | None, diagnosis: Diagnosis | None) -> None:
        """Set what is shared: the result of the check, with the shown call's diagnosis; None for none."""
        self._inspection, self._diagnosis = inspection, diagnosis
        self.bar.setVisible(diagnosis is not None)
        if self._wanted is not None and not self._is_coming():
            self._want(self._wanted)

    def _is_coming(self) -> bool:
        return self._readiness.is_coming() or (self._diagnosis is not None and not self._diagnosis.search_ended)

    def _want(self, wanted: _Wanted, _: bool = False) -> None:  # noqa: FBT001, FBT002  # the signal's own argument
        """Copy or open something, now or when the result is final; say why if it cannot be."""
        is_coming = self._is_coming()
        self._wanted = wanted if is_coming else None
        if is_coming:
            self.bar.show()
            self.bar.wait(_held(wanted))
            return
        diagnosis = self._diagnosis
        problem = self._why_nothing()
        if diagnosis is None or problem:
            self.bar.show()
            self.bar.say(problem)
            return
        ways = {"edit": self._edit, "test call": self._make_right_call, "export": self._export}
        ways.get(wanted, partial(self._copy, wanted))(diagnosis)

    def _why_nothing(self) -> str:
        """Return why nothing can be made of what is shown; empty if it can."""
        if self._diagnosis is not None:
            return self._readiness.missing(self._diagnosis)
        if self._inspection is not None:
            return tr("Nothing was copied: no identify call was found in this text.")
        return tr("Nothing was copied: there is no text to check.")

    def _copy(self, wanted: _Wanted, diagnosis: Diagnosis) -> None:
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

    def _edit(self, diagnosis: Diagnosis) -> None:
        """Open the dialog in which the answer and the ticket can be changed before they are copied."""
        from convot_inspector.ui.dialogs.share_dialog import ShareDialog

        dialog = ShareDialog(diagnosis, self._all(), self._language, self._preferences, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make_right_call(self, diagnosis: Diagnosis) -> None:
        """Ask whether a call with right hashes should be made, which is a login for a minute in the clipboard."""
        from convot_inspector.core.reports.signed_call import signed_call

        made = signed_call(diagnosis.inspected)
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

    def _export(self, diagnosis: Diagnosis) -> None:
        """Open the export dialog."""
        if self._inspection is not None:
            from convot_inspector.ui.dialogs.export_dialog import ExportDialog

            dialog = ExportDialog(self._inspection, diagnosis.circumstances, self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()


def _held(wanted: _Wanted) -> str:
    if wanted == "ticket":
        return tr("The ticket is copied when the cause is known.")
    if wanted in ("answer", "answer for all"):
        return tr("The answer is copied when the cause is known.")
    return tr("It opens when the cause is known.")
