"""Dialogs for another secret of an app: the new one after a rotation, a lost one again, or a previous one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.language import tr
from convot_inspector.ui.apps import clipboard
from convot_inspector.ui.dialogs.form_dialog import FormDialog
from convot_inspector.ui.widgets.secret_field import SecretField
from convot_inspector.ui.widgets.widgets import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from convot_inspector.keychain.app import App
    from convot_inspector.ui.apps.apps_service import AppsService


class NewSecretDialog(FormDialog):
    """Dialog for a new secret. ``cleared``: whether it was cleared from the clipboard once it was saved."""

    def __init__(self, service: AppsService, app: App, parent: QWidget) -> None:
        super().__init__(service, parent)
        self._app = app
        self.cleared = False
        self._secret = SecretField()
        if app.problem is None:
            self.name(self.tr("New secret"))
            words = tr(
                "After “Regenerate identity secret” in Convot, under Settings → Apps → [your app] → "
                "Setup. The current secret of “{name}” becomes a previous one, kept to recognize a "
                "server that still uses it. Update the server and redeploy: sessions signed with the "
                "old secret fail from now on.",
                name=app.name,
            )
        else:
            self.name(self.tr("Paste the secret again"))
            words = tr(
                "In Convot: Settings → Apps → [your app] → Setup, in the security section. It replaces "
                "the one that “{name}” has lost. Nothing else changes.",
                name=app.name,
            )
        self.add_field(self.tr("Identity secret"), self._secret)
        self.form.addWidget(label(words, "dim"))
        self.confirmed.connect(self._save_it)
        self._secret.remarked.connect(self.say)

    def problem(self) -> str:
        return self._secret.problem()

    def _save_it(self) -> None:
        self.service.rotate(
            self._app.id, self._secret.text(), self.while_open(self._done), self.while_open(self.failed)
        )

    def _done(self, app: App) -> None:
        self.cleared = app.where == "keychain" and clipboard.clear_of([self._secret.text()])
        self._secret.clear()
        self.accept()


class PreviousSecretDialog(FormDialog):
    """Dialog to add a secret that the app had before. ``cleared``: whether it was cleared from the clipboard."""

    def __init__(self, service: AppsService, app: App, parent: QWidget) -> None:
        super().__init__(service, parent)
        self._app = app
        self.cleared = False
        self._secret = SecretField()
        self.name(self.tr("Add a previous secret"))
        self.add_field(self.tr("Previous identity secret"), self._secret)
        words = tr(
            "A secret that “{name}” had before “Regenerate identity secret”. It is kept to recognize a "
            "server that still uses it. Convot does not accept it.",
            name=app.name,
        )
        self.form.addWidget(label(words, "dim"))
        self.confirmed.connect(self._save_it)
        self._secret.remarked.connect(self.say)

    def problem(self) -> str:
        return self._secret.problem()

    def _save_it(self) -> None:
        done, failed = self.while_open(self._done), self.while_open(self.failed)
        self.service.add_previous(self._app.id, self._secret.text(), done, failed)

    def _done(self, app: App) -> None:
        self.cleared = app.where == "keychain" and clipboard.clear_of([self._secret.text()])
        self._secret.clear()
        self.accept()
