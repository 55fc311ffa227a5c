"""The bar at the top: which app's secret is used, and whether verification is required for that app today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from convot_inspector.core.language import tr
from convot_inspector.ui.apps.app_chooser import AppChooser
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.switch import Switch
from convot_inspector.ui.widgets.widgets import Pill, button, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.keychain.app import App


class TopBar(QWidget):
    """Shows the choice and tells of another one; what that means is for the window to do."""

    app_chosen = Signal(str)
    add_wanted = Signal()
    manage_wanted = Signal()
    enforcement_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._choose = AppChooser()
        self._state = Pill()
        self._manage = button(self.tr("Manage apps…"))
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
        self._choose.app_chosen.connect(self.app_chosen)
        self._choose.add_wanted.connect(self.add_wanted)
        self._manage.clicked.connect(self.manage_wanted)
        self._switch.clicked.connect(self.enforcement_chosen)

    def choose(self) -> None:
        """Open the list of apps."""
        self._choose.open()

    def show_apps(self, apps: Sequence[App], chosen: App | None, *, locked: bool) -> None:
        """Show the apps to choose from, and the chosen one; ``locked``: its secrets were dropped from memory."""
        self._choose.show_apps(apps, chosen, self._describe(chosen))
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
        """What is unusual about the secret, in a word, and its tone."""
        if app is None:
            return "", "unknown"
        if app.trouble is not None:
            return self.tr("secret not available"), "warning"
        if locked:
            return self.tr("locked"), "unknown"
        if app.where == "session":
            return self.tr("this session only"), "warning"
        return "", "unknown"
