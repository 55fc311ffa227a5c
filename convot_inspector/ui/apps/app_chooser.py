"""Button that names the current app, with a drop-down list of all apps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from convot_inspector.ui import theme
from convot_inspector.ui.widgets.widgets import ElidingButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from convot_inspector.keychain.app import App
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.apps.app_popup import AppPopup


class AppChooser(ElidingButton):
    """Button that opens the list of apps or, if there are none yet, the dialog to add one."""

    app_chosen = Signal(str)  # the app's id

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.setObjectName("appChooser")
        self.setAccessibleDescription(self.tr("Opens the list of apps, ready to search."))
        self._apps: tuple[App, ...] = ()
        self._chosen, self._recent = "", 0
        self._popup: AppPopup | None = None
        self.clicked.connect(self.open)
        actions.choose_app.triggered.connect(self.open)

    def show_apps(self, apps: Sequence[App], chosen: App | None, words: str, recent: Sequence[App] = ()) -> None:
        """Show the apps, the ``recent`` ones first; ``words`` is the button's text for the chosen one."""
        self._apps, self._recent = (*recent, *(app for app in apps if app not in recent)), len(recent)
        self._chosen = chosen.id if chosen is not None else ""
        self.show_words(words)
        if self._popup is not None and self._popup.isVisible():
            self._popup.apps.show_apps(self._apps, self._chosen, self._recent)

    def open(self) -> None:
        """Open the list, ready to search."""
        if not self._apps:
            self._actions.add_app.trigger()
            return
        if self._popup is None:
            from convot_inspector.ui.apps.app_popup import AppPopup  # imported after the first paint

            self._popup = AppPopup(self._actions, self)
            self._popup.apps.chosen.connect(self._choose)
        self._popup.open_under(self, self._apps, self._chosen, self._recent)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        letter = self.fontMetrics().averageCharWidth()
        return QSize(min(max(hint.width(), letter * 30), letter * 64), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(theme.tokens().dim))
        painter.drawText(
            self.rect().adjusted(12, 0, -12, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "▾"
        )

    def _choose(self, app_id: str) -> None:
        if self._popup is not None:
            self._popup.hide()
        self.app_chosen.emit(app_id)
