"""Timing of checks: when a text is checked, and with which app's secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.ui.apps.auto_lock import AutoLock
    from convot_inspector.ui.apps.current_app import CurrentApp
    from convot_inspector.ui.paste.check_runner import CheckRunner
    from convot_inspector.ui.paste.example_menu import ExampleController

_PAUSE = 120  # milliseconds after the last key before typed text is checked


class CheckScheduler(QObject):
    """Scheduler that checks after a pause in typing, with the app whose public key is in the text, else the current."""

    def __init__(
        self,
        text: Callable[[], str],
        runner: CheckRunner,
        current_app: CurrentApp,
        examples: ExampleController,
        auto_lock: AutoLock,
    ) -> None:
        super().__init__(runner)
        self._text, self._runner, self._current_app = text, runner, current_app
        self._examples, self._auto_lock = examples, auto_lock
        self.basis = current_app.basis
        """What the newest check was made with."""
        self.pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.pause.timeout.connect(self._check)
        self._looks = 0
        self._is_looking = False
        current_app.secrets_changed.connect(self._check_again)

    @property
    def is_pending(self) -> bool:
        """Whether a check is going to begin: a pause in typing is waited for, or the text is searched for keys."""
        return self.pause.isActive() or self._is_looking

    def text_changed(self) -> None:
        """Discard pending results and schedule a check of the new text."""
        self._runner.forget()
        self._stop_looking()
        self.pause.start()

    def check_now(self) -> None:
        """Check with the secrets at hand."""
        self.basis = self._current_app.basis
        self._runner.ask(self._text(), self._current_app.secrets)

    def stop(self) -> None:
        """Drop the check that was going to begin."""
        self.pause.stop()
        self._stop_looking()

    def _stop_looking(self) -> None:
        self._looks += 1
        self._is_looking = False

    def _check_again(self) -> None:
        # In a pause nothing is gained, and a search that begins now would begin again after it. But without secrets,
        # which may have been locked, nothing that was made with them may stay.
        if not self.is_pending or self._current_app.secrets is None:
            self.check_now()

    def _check(self) -> None:
        """Check with the app that the text names; fetch its secrets if they are locked."""
        self._auto_lock.used()
        text, keys = self._text(), self._current_app.keys
        self._examples.put_away_for(text)

        self._stop_looking()
        mine = self._looks

        def found(named: tuple[str, ...]) -> None:
            if mine != self._looks:
                return  # the text has changed, or the secrets were locked meanwhile
            self._is_looking = False
            if not self._current_app.follow(named):  # otherwise its secrets are being fetched already
                self._current_app.need_secrets()
                self.check_now()

        def look() -> tuple[str, ...]:
            from convot_inspector.core.app_key import keys_in

            return keys_in(text, keys)

        if keys:
            self._is_looking = True
            self._runner.worker.run(look, found, lambda _: found(()))
        else:
            found(())
