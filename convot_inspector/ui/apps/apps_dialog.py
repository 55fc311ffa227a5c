"""Dialog to find, add, import, edit, rotate, reorder and remove apps. Secrets are never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QVBoxLayout

from convot_inspector.core.language import tr
from convot_inspector.ui.apps.app_details import AppDetails
from convot_inspector.ui.apps.app_list import AppList
from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.tab_order import move_focus
from convot_inspector.ui.widgets.widgets import action_button, button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from convot_inspector.keychain.app import App, PreviousSecret
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.widgets.failure import Failure


class AppsDialog(QDialog):
    """Dialog with the list of apps and the details of the app in its current row."""

    new_secret_wanted = Signal(object)  # App

    def __init__(self, actions: Actions, service: AppsService, app_id: str, parent: QWidget) -> None:
        """Create the dialog. ``app_id``: the app to select first."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Apps"))
        width = self.fontMetrics().averageCharWidth()
        self.resize(max(860, width * 110), max(520, self.fontMetrics().height() * 30))
        self._service = service
        self._list, self._details = AppList(), AppDetails()
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
        self._details.edit_wanted.connect(self._edit)
        self._details.new_secret_wanted.connect(lambda: self._with_app(self.new_secret_wanted.emit))
        self._details.fingerprint_wanted.connect(self._read)
        self._details.forget_wanted.connect(self._ask_forget)
        self._details.move_wanted.connect(self._move)
        self._details.remove_wanted.connect(self._ask_remove)
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
        peers = self._peers(app)
        at = peers.index(app) if app is not None and app in peers else 0
        self._details.show_app(app, first=at == 0, last=at >= len(peers) - 1)

    def _peers(self, app: App | None) -> list[App]:
        """Return the apps among which this one can be moved."""
        return [each for each in self._service.apps if app is not None and each.where == app.where]

    def _with_app(self, do: Callable[[App], object]) -> None:
        app = self._list.app()
        self.say("")
        if app is not None:
            do(app)

    def _failed(self, failure: Failure) -> None:
        self.say(failure.words)

    def _edit(self) -> None:
        from convot_inspector.ui.apps.edit_app_dialog import EditAppDialog

        def edit(app: App) -> None:
            dialog = EditAppDialog(self._service, app, self)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._with_app(edit)

    def _read(self) -> None:
        self._with_app(lambda app: self._service.secrets(app.id, lambda _: None, self._failed))

    def _move(self, by: int) -> None:
        def move(app: App) -> None:
            peers = self._peers(app)
            at = peers.index(app) + by
            rest = [each for each in peers if each.id != app.id]
            before = rest[at].id if 0 <= at < len(rest) else None
            self._service.move(app.id, before, self._failed)

        self._with_app(move)

    def _ask_remove(self) -> None:
        self._with_app(
            lambda app: self._ask(
                self.tr("Remove an app"),
                tr("Remove “{name}” and its secrets from this computer?", name=app.name),
                self.tr("Nothing changes in Convot. To check again, you need the secret again."),
                self.tr("Remove"),
                lambda: self._service.remove(app.id, self._failed),
            )
        )

    def _ask_forget(self, previous: PreviousSecret) -> None:
        self._with_app(
            lambda app: self._ask(
                self.tr("Forget a previous secret"),
                tr(
                    "Forget the previous secret {fingerprint} of “{name}”?",
                    fingerprint=previous.fingerprint or "",
                    name=app.name,
                ),
                self.tr("A server that still uses it can then no longer be told by it."),
                self.tr("Forget"),
                lambda: self._service.forget_previous(app.id, previous.uid, self._failed),
            )
        )

    def _ask(self, title: str, question: str, consequence: str, deed: str, do: Callable[[], None]) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(title)
        box.setText(question)
        box.setInformativeText(consequence)
        button = box.addButton(deed, QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        button.clicked.connect(do)
        box.finished.connect(box.deleteLater)
        box.open()
