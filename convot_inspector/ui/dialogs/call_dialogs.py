"""Dialogs about the call that is shown: characters, code, another secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from convot_inspector.core.model import Inspection
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.apps.current_app import CurrentApp
    from convot_inspector.ui.verdict.code_language import CodeLanguage


class CallDialogs(QObject):
    """These dialogs. None blocks. ``text`` returns the whole paste, checked with the other secret."""

    def __init__(
        self,
        actions: Actions,
        language: CodeLanguage,
        text: Callable[[], str],
        current_app: CurrentApp,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._language, self._text, self._current_app, self._window = language, text, current_app, window
        self._inspection: Inspection | None = None
        self._index = 0
        actions.characters.triggered.connect(self.characters)
        actions.whole_code.triggered.connect(self.code)
        actions.other_secret.triggered.connect(self.other_secret)

    def show(self, inspection: Inspection | None, index: int) -> None:
        """Set the call that the dialogs are about; None for none."""
        self._inspection, self._index = inspection, index

    def characters(self) -> None:
        """Show the characters of the signed value, and of what was signed instead."""
        if self._inspection is not None:
            from convot_inspector.ui.dialogs.xray_dialog import XrayDialog, values_of

            self._open(XrayDialog(values_of(self._inspection.calls[self._index]), self._window))

    def code(self) -> None:
        """Show the complete code of a right hash."""
        if self._inspection is not None:
            from convot_inspector.core import convot
            from convot_inspector.core.reports.ticket import other_fields
            from convot_inspector.ui.dialogs.code_dialog import CodeDialog

            call = self._inspection.calls[self._index]
            signed = call.signed.name if call.signed is not None else convot.EXTERNAL_ID
            with_shop = call.call.sent(convot.SHOP) is not None
            others = other_fields(call)
            self._open(CodeDialog(self._language, signed, with_shop=with_shop, others=others, parent=self._window))

    def other_secret(self) -> None:
        """Check with another secret, without saving it; if the hash comes of it, the window shows what that means."""
        from convot_inspector.ui.dialogs.other_secret_dialog import OtherSecretDialog

        app = self._current_app.app
        dialog = OtherSecretDialog(self._text(), self._index, app.name if app is not None else "", self._window)
        dialog.found.connect(self._current_app.check_with)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
