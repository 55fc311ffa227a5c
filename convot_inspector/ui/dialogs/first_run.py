"""Visibility of the first steps: at the first start until done or skipped, and from the Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.apps.current_app import CurrentApp
    from convot_inspector.ui.dialogs.first_steps import FirstSteps
    from convot_inspector.ui.preferences import Preferences
    from convot_inspector.ui.verdict.verdict_panel import VerdictPanel


class FirstRun(QObject):
    """Controller of the first steps, which stand in the verdict's place while there is no verdict."""

    def __init__(
        self,
        actions: Actions,
        panel: VerdictPanel,
        service: AppsService,
        current_app: CurrentApp,
        preferences: Preferences,
    ) -> None:
        super().__init__(panel)
        self._actions, self._panel, self._service = actions, panel, service
        self._current_app, self._preferences = current_app, preferences
        self._steps: FirstSteps | None = None
        service.changed.connect(self._look)
        actions.first_steps.triggered.connect(self.begin_again)

    def begin_again(self) -> None:
        """Clear the paste and show them from the beginning."""
        self._actions.clear.trigger()
        self.offer()

    def offer(self) -> None:
        """Show them from the beginning; the focus stays where it is."""
        from convot_inspector.ui.dialogs.first_steps import NAME, FirstSteps

        if self._steps is None:
            self._steps = FirstSteps(self._actions, self._service)
            self._steps.skipped.connect(self.end)
            self._steps.added.connect(self._current_app.choose)
        self._panel.offer_steps(self._steps)
        self._steps.go_to(NAME)

    def checked(self) -> None:
        """Hide the steps once a call of the user's own was checked."""
        if self._steps is not None and self._service.apps and not self._current_app.is_demo:
            self.end()

    def end(self) -> None:
        """Hide the steps and remember that they were done."""
        self._preferences.first_steps_done = True
        self._panel.offer_steps(None)
        if self._steps is not None:
            self._steps.deleteLater()
            self._steps = None

    def _look(self) -> None:
        if self._steps is None and self._service.loaded and not self._preferences.first_steps_done:
            if self._service.apps or self._service.fault is not None:
                return
            self.offer()
