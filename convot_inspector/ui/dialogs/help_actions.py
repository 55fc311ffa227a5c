"""The *Help* menu's dialogs, made when one is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.dialogs.help_dialogs import HelpDialogs


class HelpActions(QObject):
    """Controller of the actions that explain something."""

    def __init__(self, actions: Actions, service: AppsService, window: QWidget) -> None:
        super().__init__(window)
        self._service, self._window = service, window
        self._held: HelpDialogs | None = None
        actions.show_rules.triggered.connect(lambda: self._dialogs().show_rules())
        actions.show_article.triggered.connect(lambda: self._dialogs().show_article())
        actions.check_installation.triggered.connect(lambda: self._dialogs().check())
        actions.show_about.triggered.connect(lambda: self._dialogs().show_about())

    def _dialogs(self) -> HelpDialogs:
        if self._held is None:
            from convot_inspector.ui.dialogs.help_dialogs import HelpDialogs

            self._held = HelpDialogs(self._service, self._window)
        return self._held

    def stop(self) -> None:
        """Stop their worker; called when the window closes."""
        if self._held is not None:
            self._held.stop()

    def wait(self, seconds: float) -> bool:
        """Wait after ``stop``; return whether the worker has ended within that time."""
        return self._held is None or self._held.wait(seconds)
