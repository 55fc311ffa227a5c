"""Optional check of the clipboard at start; the user is asked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from convot_inspector.ui.apps import clipboard
from convot_inspector.ui.widgets.notice import NoticeMessage

if TYPE_CHECKING:
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.background import Worker
    from convot_inspector.ui.paste.paste_panel import PastePanel
    from convot_inspector.ui.preferences import Preferences
    from convot_inspector.ui.widgets.notice import Notice

_LONGEST = 4 * 1024 * 1024  # bytes; a larger text has to be pasted by hand


class ClipboardAtStart(QObject):
    """Use of a clipboard text that holds a call, if nothing was pasted yet. Never reads it without consent."""

    def __init__(
        self, actions: Actions, paste: PastePanel, question: Notice, preferences: Preferences, worker: Worker
    ) -> None:
        super().__init__(paste)
        self._paste, self._question = paste, question
        self._preferences, self._worker = preferences, worker
        self._waits = False
        paste.pasted.connect(self._ask)
        actions.clipboard_at_start.triggered.connect(self.choose)

    def begin(self) -> None:
        """Read the clipboard once the window is active: some systems give no access earlier."""
        if not self._preferences.clipboard_at_start:
            return
        self._waits = True
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._activated)
            self._activated(application.applicationState())

    def _activated(self, state: Qt.ApplicationState) -> None:
        if self._waits and state == Qt.ApplicationState.ApplicationActive:
            self._waits = False
            self._look()

    def choose(self, wanted: bool) -> None:  # noqa: FBT001  # a menu's signal
        """Set whether to check the clipboard at every start."""
        self._preferences.clipboard_at_start = wanted
        self._question.say(NoticeMessage())

    def _ask(self) -> None:
        if self._preferences.clipboard_at_start is None and self._paste.text():
            self._question.say(
                NoticeMessage(
                    self.tr("Look in the clipboard at every start too, and check a call that is there?"),
                    (
                        (self.tr("Yes"), lambda: self.choose(wanted=True)),
                        (self.tr("No"), lambda: self.choose(wanted=False)),
                    ),
                )
            )

    def _look(self) -> None:
        text = clipboard.held_text(_LONGEST)
        if not text.strip():
            return

        def has_call() -> bool:
            from convot_inspector.core.reading import read

            return bool(read(text).calls)

        def take(found: bool) -> None:  # noqa: FBT001  # the worker's one result
            if found and not self._paste.text():
                self._paste.set_text(text)

        self._worker.run(has_call, take, lambda _: None)
