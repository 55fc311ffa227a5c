"""Top bar: the current app, and its *Require identity verification* setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from convot_inspector.core.language import tr
from convot_inspector.ui.apps.app_chooser import AppChooser
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.segments import Segments
from convot_inspector.ui.widgets.widgets import Pill, action_button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from convot_inspector.keychain.app import App
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.apps.current_app import CurrentApp

_AROUND = 40  # pixels: the bar's margins and the space between the setting and its caption


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
        self._setting = Segments(
            self.tr("Require identity verification in Convot"),
            (("on", self.tr("On")), ("off", self.tr("Off")), ("unknown", self.tr("Not known"))),
        )
        self._caption = label(self.tr("Require identity verification in Convot:"), wrap=False)
        self._caption.setBuddy(self._setting)
        setting = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, setting)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(8)
        self._beside.addWidget(self._caption)
        self._beside.addWidget(self._setting, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
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
        self._setting.chosen.connect(current_app.set_setting)
        current_app.changed.connect(self._show)
        current_app.setting_shown.connect(self._show)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the setting under its caption where the bar is too narrow for both."""
        needed = self._caption.sizeHint().width() + self._setting.sizeHint().width() + _AROUND
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.LeftToRight if needed <= self.width() else directions.TopToBottom)
        super().resizeEvent(event)

    def _show(self) -> None:
        """Show the apps to choose from, and the current one."""
        chosen = self._current_app.app
        locked = self._service.locked and not self._current_app.is_demo
        self._choose.show_apps(self._current_app.apps, chosen, self._describe(chosen), self._current_app.recent_apps)
        self._choose.setAccessibleName(tr("App: {name}", name=self._describe(chosen)))
        self._state.show_words(*self._state_of(chosen, locked=locked))
        self._setting.setEnabled(chosen is not None)
        self._setting.choose(self._current_app.setting)

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
