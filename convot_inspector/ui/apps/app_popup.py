"""Popup with the list of apps, below the app chooser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from convot_inspector.ui.apps.app_list import AppList
from convot_inspector.ui.widgets.widgets import action_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from convot_inspector.keychain.app import App
    from convot_inspector.ui.actions import Actions


class AppPopup(QFrame):
    """Popup that closes on Escape or a click outside."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Choose an app"))
        self.apps = AppList()
        add = action_button(actions.add_app)
        actions.add_app.triggered.connect(self.hide)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.apps)
        layout.addWidget(add)

    def open_under(self, above: QWidget, apps: Sequence[App], chosen: str, recent: int = 0) -> None:
        """Show these apps under a widget, ready to search. ``recent``: how many of the first were used last."""
        self.apps.search.clear()
        self.apps.show_apps(apps, chosen, recent)
        self.setFixedWidth(max(above.width(), self.fontMetrics().averageCharWidth() * 56))
        self.setFixedHeight(min(460, 140 + self.fontMetrics().height() * 2 * len(apps)))
        self.move(above.mapToGlobal(QPoint(0, above.height() + 4)))
        self.show()
        self.apps.search.setFocus()
