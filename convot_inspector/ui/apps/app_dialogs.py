"""Dialogs that concern apps, and what is done with their results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from convot_inspector.core.language import tr
from convot_inspector.ui.apps import clipboard
from convot_inspector.ui.verdict import messages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from convot_inspector.keychain.app import App
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.apps.current_app import CurrentApp
    from convot_inspector.ui.widgets.failure import Failure


class AppDialogs(QObject):
    """The dialogs about apps. None of them blocks; each is deleted when it is closed."""

    done = Signal(str)  # a sentence that says what was done
    failed = Signal(str)  # a sentence that says what was not
    removing_all = Signal(bool)
    removed_all = Signal()

    def __init__(self, actions: Actions, service: AppsService, current_app: CurrentApp, window: QWidget) -> None:
        super().__init__(window)
        self._actions, self._service, self._current_app, self._window = actions, service, current_app, window
        actions.add_app.triggered.connect(self.add)
        actions.import_apps.triggered.connect(self.import_several)
        actions.manage_apps.triggered.connect(self.manage)
        actions.remove_all.triggered.connect(self.remove_all)

    def add(self) -> None:
        """Add an app, and choose it."""
        self._add()

    def use_for_session(self) -> None:
        """Add a session-only secret to use instead of the current app's, which is unavailable."""
        app = self._current_app.app
        self._add(name=tr("{name}, this session", name=app.name) if app is not None else "")

    def paste_again(self) -> None:
        """Ask for the current app's secret again."""
        if self._current_app.app is not None:
            self.new_secret(self._current_app.app)

    def new_secret(self, app: App) -> None:
        """Give an app another secret."""
        from convot_inspector.ui.apps.new_secret_dialog import NewSecretDialog

        dialog = NewSecretDialog(self._service, app, self._over())

        def saved() -> None:
            if self._current_app.app is not None and self._current_app.app.id == app.id:
                self._current_app.try_again()
            self._tell_cleared(cleared=dialog.cleared)

        dialog.accepted.connect(saved)
        _open(dialog)

    def import_several(self) -> None:
        """Add apps from a table."""
        from convot_inspector.ui.apps.import_dialog import ImportDialog

        _open(ImportDialog(self._service, self._over()))

    def manage(self) -> None:
        """Show all apps."""
        from convot_inspector.ui.apps.apps_dialog import AppsDialog

        app = self._current_app.app
        app_id = app.id if app is not None else ""
        _open(AppsDialog(self._actions, self._service, app_id, self._window, self.new_secret))

    def remove_all(self) -> None:
        """Remove whatever the program keeps on this computer, after a question."""
        from convot_inspector.ui.widgets.question_box import QuestionBox

        kept = tr("Apps in the list: {count}.", count=len(self._service.apps))
        rest = self.tr("Nothing changes in Convot. To check again, you need the secrets again.")
        box = QuestionBox(
            self.tr("Remove all data"),
            self.tr("Remove all apps, their secrets and the settings from this computer?"),
            f"{kept} {rest}",
            self._window,
            deed=self.tr("Remove all data"),
        )
        box.confirmed.connect(self._remove_all)
        _open(box)

    def _remove_all(self) -> None:
        def done() -> None:
            self.removing_all.emit(False)  # noqa: FBT003
            self.removed_all.emit()
            self.done.emit(self.tr("All apps, their secrets and the settings are removed from this computer."))

        def failed(failure: Failure) -> None:
            self.removing_all.emit(False)  # noqa: FBT003
            self.failed.emit(failure.words)

        self.removing_all.emit(True)  # noqa: FBT003
        self._service.remove_everything(done, failed)

    def save_as_previous(self) -> None:
        """Save the other secret that the paste was checked with as a previous one of the current app."""
        app, other = self._current_app.app, self._current_app.other
        if app is None or other is None:
            return

        def saved(_: App) -> None:
            self._current_app.drop_other()
            cleared = app.where == "keychain" and clipboard.clear_of([other.secret])
            words = tr("Saved as a previous secret of “{name}”.", name=app.name)
            if cleared:
                words = tr("{saved} It was also cleared from your clipboard.", saved=words)
            self.done.emit(words)

        self._service.add_previous(app.id, other.secret, saved, lambda failure: self.failed.emit(failure.words))

    def add_other(self) -> None:
        """Add an app with the other secret that the paste was checked with."""
        other = self._current_app.other
        if other is not None:
            self._add(secret=other.secret)

    def _add(self, name: str | None = None, secret: str = "") -> None:
        from convot_inspector.ui.apps.add_app_dialog import AddAppDialog

        dialog = AddAppDialog(
            self._service, self._over(), name=name or "", secret=secret, session_only=name is not None
        )

        def added() -> None:
            if dialog.added is not None:
                self._current_app.choose(dialog.added.id)
            self._tell_cleared(cleared=dialog.cleared)

        dialog.accepted.connect(added)
        _open(dialog)

    def _tell_cleared(self, *, cleared: bool) -> None:
        if cleared:
            self.done.emit(messages.cleared(self._service.place))

    def _over(self) -> QWidget:
        """Return the parent for a new dialog: the open dialog, or the window."""
        return QApplication.activeModalWidget() or self._window


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
