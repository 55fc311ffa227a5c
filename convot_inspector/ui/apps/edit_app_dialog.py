"""Dialog to change an app's name and public key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from convot_inspector.ui.dialogs.form_dialog import FormDialog
from convot_inspector.ui.widgets.widgets import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from convot_inspector.keychain.app import App
    from convot_inspector.ui.apps.apps_service import AppsService


class EditAppDialog(FormDialog):
    """Dialog that leaves the secret unchanged."""

    def __init__(self, service: AppsService, app: App, parent: QWidget) -> None:
        super().__init__(service, parent)
        self._app = app
        self.name(self.tr("Edit the app"))
        self._name, self._key = QLineEdit(app.name), QLineEdit(app.key)
        self._key.setPlaceholderText("app_…")
        self.add_field(self.tr("Name"), self._name)
        self.add_field(self.tr("Public app key, optional"), self._key)
        self.form.addWidget(label(self.tr("A paste that contains the key selects this app."), "dim"))
        self.confirmed.connect(self._save_it)
        for field in (self._name, self._key):
            field.textEdited.connect(lambda _: self.say(""))

    def _save_it(self) -> None:
        self.service.describe(
            self._app.id,
            self._name.text(),
            self._key.text(),
            self.while_open(lambda _: self.accept()),
            self.while_open(self.failed),
        )
