"""Dialog to add an app: name, secret and public key. The secret's format is checked; it is never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit

from convot_inspector.core.language import tr
from convot_inspector.ui.apps import clipboard
from convot_inspector.ui.dialogs.form_dialog import FormDialog
from convot_inspector.ui.widgets.secret_field import SecretField
from convot_inspector.ui.widgets.widgets import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from convot_inspector.keychain.app import App
    from convot_inspector.ui.apps.apps_service import AppsService


class AddAppDialog(FormDialog):
    """Dialog to add an app. ``added``: that app. ``cleared``: whether its secret was cleared from the clipboard."""

    def __init__(
        self, service: AppsService, parent: QWidget, *, name: str = "", secret: str = "", session_only: bool = False
    ) -> None:
        """Create the dialog, filled with what is known. ``session_only``: suggest a secret that is not kept."""
        super().__init__(service, parent)
        self.name(self.tr("Add an app"))
        self.added: App | None = None
        self.cleared = False
        self._session_only = session_only
        self._name, self._secret, self._key = QLineEdit(name), SecretField(), QLineEdit()
        self._secret.setText(secret)
        self._name.setPlaceholderText(self.tr("Acme, production"))
        self._key.setPlaceholderText("app_…")
        self._keep = QCheckBox()
        self.add_field(self.tr("Name"), self._name)
        self.add_field(self.tr("Identity secret"), self._secret)
        self.add_field(self.tr("Public app key, optional"), self._key)
        self.form.addWidget(
            label(
                self.tr(
                    "In Convot: Settings → Apps → [your app] → Setup, the secret in the security "
                    "section. A paste that contains the key selects this app."
                ),
                "dim",
            )
        )
        self.form.addWidget(self._keep)
        self.form.addWidget(label(self.tr("Otherwise it is forgotten when the program closes."), "dim"))
        self._secret.remarked.connect(self.say)
        for field in (self._name, self._key):
            field.textEdited.connect(lambda _: self.say(""))
        self._keep.toggled.connect(lambda _: self.say(""))
        self.confirmed.connect(self._save_it)
        service.changed.connect(self._show_place)
        self._show_place()
        if name:
            self.begin_in(self._secret)

    def problem(self) -> str:
        return self._secret.problem()

    def _save_it(self) -> None:
        self.service.add(
            self._name.text(),
            self._secret.text(),
            key=self._key.text(),
            session_only=not self._keep.isChecked(),
            done=self.while_open(self._done),
            failed=self.while_open(self.failed),
        )

    def set_busy(self, *, busy: bool) -> None:
        super().set_busy(busy=busy)
        self._keep.setEnabled(not busy and self.service.keeps)

    def _show_place(self) -> None:
        """Show where the secret will be kept; without a keychain only for this session."""
        keeps = self.service.keeps
        if self._keep.isEnabled() != keeps or not self._keep.text():
            self._keep.setEnabled(keeps)
            self._keep.setChecked(keeps and not self._session_only)
        if keeps:
            self._keep.setText(tr("Keep it in {place}", place=self.service.place))
        else:
            self._keep.setText(self.tr("Keep it (not possible on this computer)"))

    def _done(self, app: App) -> None:
        self.added = app
        self.cleared = app.where == "keychain" and clipboard.clear_of([self._secret.text()])
        self._secret.clear()
        self.accept()
