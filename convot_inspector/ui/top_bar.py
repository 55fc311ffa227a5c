"""The bar at the top: which app's secret is used, and whether verification is required for that app today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from convot_inspector.ui.pieces import ElidingButton, button, label
from convot_inspector.ui.switch import Switch

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
        self._choose = ElidingButton()
        self._menu = QMenu(self._choose)
        self._choose.setMenu(self._menu)
        self._manage = button(self.tr("Manage apps…"))
        self._switch = Switch(self.tr("Require identity verification"))
        caption = label(self.tr("Require identity verification"))
        caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        caption.setBuddy(self._switch)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._choose)
        row.addWidget(self._manage)
        row.addWidget(caption, 1)
        row.addWidget(self._switch)
        self._manage.clicked.connect(self.manage_wanted)
        self._switch.clicked.connect(self.enforcement_chosen)

    def show_apps(self, apps: Sequence[App], chosen: App | None) -> None:
        """Show the apps to choose from, and the chosen one."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for app in apps:
            action = self._menu.addAction(_menu_text(app.name))
            action.setCheckable(True)
            action.setChecked(chosen is not None and app.id == chosen.id)
            action.triggered.connect(lambda _=False, app_id=app.id: self.app_chosen.emit(app_id))
            group.addAction(action)
        if apps:
            self._menu.addSeparator()
        self._menu.addAction(self.tr("Add an app…")).triggered.connect(self.add_wanted)
        self._choose.show_words(self._describe(chosen))
        self._choose.setAccessibleName(self.tr("App: {name}").format(name=chosen.name if chosen else self.tr("none")))
        self._switch.setEnabled(chosen is not None)
        self._switch.setChecked(chosen is not None and chosen.enforced)

    def _describe(self, app: App | None) -> str:
        if app is None:
            return self.tr("No app yet")
        if app.trouble is not None:
            secret = self.tr("secret not available")
        else:
            secret = self.tr("secret {fingerprint}").format(fingerprint=app.fingerprint)
            if app.where == "session":
                secret += self.tr(", this session only")
        return f"{app.name}  ·  {secret}"


def _menu_text(name: str) -> str:
    """A name with an ampersand is no keyboard shortcut."""
    return name.replace("&", "&&")
