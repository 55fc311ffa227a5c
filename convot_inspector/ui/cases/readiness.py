"""The one rule about when a text about the shown case may leave the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.language import tr

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Diagnosis
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.apps.current_app import CurrentApp
    from convot_inspector.ui.cases.arrivals import Arrivals
    from convot_inspector.ui.paste.check_runner import CheckRunner
    from convot_inspector.ui.paste.check_scheduler import CheckScheduler


class Readiness:
    """Answer, ticket, export and test call are made only from the final result of the shown case's present text.

    The result is final when no text is being loaded, no check waits or runs (neither the search for a cause nor the
    proof of values), and it was made with the secret of the app that is chosen. Until then they are held.
    """

    def __init__(
        self,
        service: AppsService,
        current_app: CurrentApp,
        runner: CheckRunner,
        scheduler: CheckScheduler,
        arrivals: Arrivals,
    ) -> None:
        self._service, self._current_app = service, current_app
        self._runner, self._scheduler, self._arrivals = runner, scheduler, arrivals

    @property
    def is_delivering(self) -> bool:
        """Whether the text changes because one that was being loaded has arrived."""
        return self._arrivals.is_delivering

    def is_coming(self) -> bool:
        """Return whether a newer result than the shown one is on its way."""
        return (
            self._arrivals.is_pending
            or self._scheduler.is_pending
            or self._runner.is_running
            or not self._service.loaded
            or self._current_app.is_fetching
            or self._scheduler.basis != self._current_app.basis
        )

    def missing(self, diagnosis: Diagnosis) -> str:
        """Return what keeps a result from ever being final, as a sentence; empty if nothing does."""
        app = self._current_app.app
        if app is None or self._current_app.secrets is not None or not diagnosis.wants_secret:
            return ""
        if self._service.locked and self._current_app.failure is None:
            return tr("Nothing was copied: the secret of “{app}” is locked.", app=app.name)
        return tr("Nothing was copied: the secret of “{app}” is not available.", app=app.name)
