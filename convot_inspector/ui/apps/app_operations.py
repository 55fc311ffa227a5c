"""What the apps dialog can do with one app: its details' buttons call these methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.language import tr
from convot_inspector.ui.widgets.question_box import QuestionBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from convot_inspector.keychain.app import App, PreviousSecret
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.widgets.failure import Failure


class AppOperations:
    """The operations on an app. What cannot be undone is asked for first."""

    def __init__(
        self,
        service: AppsService,
        parent: QWidget,
        say: Callable[[str], None],
        new_secret: Callable[[App], None],
    ) -> None:
        """Create the operations. ``parent``: of their dialogs. ``say``: shows an error message; empty hides it."""
        self._service, self._parent, self._say, self._new_secret = service, parent, say, new_secret

    def edit(self, app: App) -> None:
        """Open the dialog for the app's name and key."""
        from convot_inspector.ui.apps.edit_app_dialog import EditAppDialog

        self._say("")
        dialog = EditAppDialog(self._service, app, self._parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def new_secret(self, app: App) -> None:
        """Open the dialog for another secret."""
        self._say("")
        self._new_secret(app)

    def add_previous(self, app: App) -> None:
        """Open the dialog for a secret that the app had before."""
        from convot_inspector.ui.apps.new_secret_dialog import PreviousSecretDialog

        self._say("")
        dialog = PreviousSecretDialog(self._service, app, self._parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, app: App) -> None:
        """Read the app's secrets, so that their fingerprints are shown."""
        self._say("")
        self._service.secrets(app.id, lambda _: None, self._failed)

    def peers(self, app: App | None) -> list[App]:
        """Return the apps among which this one can be moved."""
        return [each for each in self._service.apps if app is not None and each.where == app.where]

    def move(self, app: App, by: int) -> None:
        """Move an app in the list. ``by``: -1 is up, 1 down."""
        self._say("")
        peers = self.peers(app)
        at = peers.index(app) + by
        rest = [each for each in peers if each.id != app.id]
        before = rest[at].id if 0 <= at < len(rest) else None
        self._service.move(app.id, before, self._failed)

    def remove(self, app: App) -> None:
        """Remove an app and its secrets, after a question."""
        self._ask(
            tr("Remove an app"),
            tr("Remove “{name}” and its secrets from this computer?", name=app.name),
            tr("Nothing changes in Convot. To check again, you need the secret again."),
            tr("Remove"),
            lambda: self._service.remove(app.id, self._failed),
        )

    def forget(self, app: App, previous: PreviousSecret) -> None:
        """Remove one of an app's previous secrets, after a question."""
        self._ask(
            tr("Forget a previous secret"),
            tr(
                "Forget the previous secret {fingerprint} of “{name}”?",
                fingerprint=previous.fingerprint or "",
                name=app.name,
            ),
            tr("A server that still uses it can no longer be recognized then."),
            tr("Forget"),
            lambda: self._service.forget_previous(app.id, previous.uid, self._failed),
        )

    def _failed(self, failure: Failure) -> None:
        self._say(failure.words)

    def _ask(self, title: str, question: str, consequence: str, deed: str, do: Callable[[], None]) -> None:
        self._say("")
        box = QuestionBox(title, question, consequence, self._parent, deed=deed)
        box.confirmed.connect(do)
        box.finished.connect(box.deleteLater)
        box.open()
