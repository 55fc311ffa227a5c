"""Top bar: the current app, and its *Require identity verification* setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from convot_inspector.core.language import tr
from convot_inspector.ui.apps.app_chooser import AppChooser
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.switch import Switch
from convot_inspector.ui.widgets.widgets import Pill, action_button, label

if TYPE_CHECKING:
    from convot_inspector.keychain.app import App
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.apps.current_app import CurrentApp


class TopBar(QWidget):
    """Bar that shows and changes the current app and its setting."""

    def __init__(self, actions: Actions, service: AppsService, current_app: CurrentApp) -> None:
        super().__init__()
        self._service, self._current_app = service, current_app
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._choose = AppChooser(actions)
        self._state = Pill()
        self._manage = action_button(actions.manage_apps)
        self._switch = Switch(self.tr("Require identity verification"))
        caption = label(self.tr("Require identity verification"), wrap=False)
        caption.setBuddy(self._switch)
        setting = QWidget()
        beside = QHBoxLayout(setting)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(caption)
        beside.addWidget(self._switch)
        row = FlowLayout()
        for each in (self._choose, self._state, self._manage):
            row.addWidget(each)
        row.add_stretch()
        row.addWidget(setting)
        around = QVBoxLayout(self)
        around.setContentsMargins(16, 8, 16, 8)
        around.addLayout(row)
        self._state.hide()
        self._choose.app_chosen.connect(current_app.choose)
        self._switch.clicked.connect(lambda enforced: current_app.set_enforced(enforced=enforced))
        current_app.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        """Show the apps to choose from, and the current one."""
        chosen = self._current_app.app
        locked = self._service.locked and not self._current_app.is_demo
        self._choose.show_apps(self._current_app.apps, chosen, self._describe(chosen))
        self._choose.setAccessibleName(tr("App: {name}", name=self._describe(chosen)))
        self._state.show_words(*self._state_of(chosen, locked=locked))
        self._switch.setEnabled(chosen is not None)
        self._switch.setChecked(chosen is not None and chosen.enforced)

    def _describe(self, app: App | None) -> str:
        if app is None:
            return self.tr("No app yet")
        if app.fingerprint is None:
            return app.name
        return f"{app.name}  ·  " + tr("secret {fingerprint}", fingerprint=app.fingerprint)

    def _state_of(self, app: App | None, *, locked: bool) -> tuple[str, str]:
        """Return the secret's unusual state in a word, and its tone."""
        if app is None:
            return "", "unknown"
        if app.problem is not None:
            return self.tr("secret not available"), "warning"
        if locked:
            return self.tr("locked"), "unknown"
        if app.where == "session":
            return self.tr("this session only"), "warning"
        return "", "unknown"
