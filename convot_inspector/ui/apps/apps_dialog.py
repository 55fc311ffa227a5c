"""Dialog to find, add, import, edit, rotate, reorder and remove apps. Secrets are never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from convot_inspector.core.language import tr
from convot_inspector.ui.apps.app_details import AppDetails
from convot_inspector.ui.apps.app_list import AppList
from convot_inspector.ui.apps.app_operations import AppOperations
from convot_inspector.ui.screen import resize_within
from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.tab_order import move_focus
from convot_inspector.ui.widgets.widgets import action_button, button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from convot_inspector.keychain.app import App
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.apps.apps_service import AppsService


class AppsDialog(QDialog):
    """Dialog with the list of apps and the details of the app in its current row."""

    def __init__(
        self, actions: Actions, service: AppsService, app_id: str, parent: QWidget, new_secret: Callable[[App], None]
    ) -> None:
        """Create the dialog. ``app_id``: the app to select first. ``new_secret`` asks for another secret of an app."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Apps"))
        width = self.fontMetrics().averageCharWidth()
        resize_within(self, max(860, width * 110), max(520, self.fontMetrics().height() * 30))
        self._service = service
        self._operations = AppOperations(service, self, self.say, new_secret)
        self._list, self._details = AppList(), AppDetails(self._operations)
        self._place, self._said = label("", "dim"), SpokenLabel("error")
        self._add = action_button(actions.add_app, self.tr("Add…"), primary=True)
        self._import = action_button(actions.import_apps, self.tr("Import several…"))
        self._close = button(self.tr("Close"))
        self._assemble()
        self._connect()
        self._fill()
        self._list.mark(app_id)

    def _assemble(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._list, 1)
        buttons = FlowLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._import)
        left.addLayout(buttons)
        sides = QHBoxLayout()
        sides.setSpacing(20)
        sides.addLayout(left, 4)
        sides.addWidget(self._details, 5)
        bottom = QHBoxLayout()
        bottom.addWidget(self._place, 1)
        bottom.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(sides, 1)
        layout.addWidget(self._said)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self._close.clicked.connect(self.accept)
        self._list.marked.connect(self._show)
        self._service.changed.connect(self._fill)
        self._service.locked_changed.connect(self._fill)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  # Qt's own
        return move_focus(self, forward=next)

    def say(self, words: str) -> None:
        """Show an error message; empty hides the line."""
        self._said.say(words)

    def _fill(self) -> None:
        marked = self._list.app()
        self._list.show_apps(self._service.apps, marked.id if marked is not None else "")
        not_kept = self._service.not_kept
        kept = tr("Secrets are kept in {place}.", place=self._service.place)
        self._place.setText(kept if not_kept is None else not_kept.words)

    def _show(self) -> None:
        app = self._list.app()
        peers = self._operations.peers(app)
        at = peers.index(app) if app is not None and app in peers else 0
        self._details.show_app(app, first=at == 0, last=at >= len(peers) - 1)
