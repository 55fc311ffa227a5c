"""Managing the apps: add, rename, remove. Secrets are never shown again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
)

from convot_inspector.ui.pieces import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import (
        QWidget,
    )

    from convot_inspector.keychain.app import App
    from convot_inspector.ui.apps_service import AppsService


class AppsDialog(QDialog):
    """The list of apps."""

    add_wanted = Signal()

    def __init__(self, service: AppsService, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Apps"))
        self.resize(560, 420)
        self._service = service
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Apps"))
        self._place = label("", "dim")
        self._said = label("", "error")
        self._add, self._rename = button(self.tr("Add…"), primary=True), button(self.tr("Rename…"))
        self._remove, self._close = button(self.tr("Remove…")), button(self.tr("Close"))
        buttons = QHBoxLayout()
        for each in (self._add, self._rename, self._remove):
            buttons.addWidget(each)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._place)
        layout.addWidget(self._said)
        layout.addLayout(buttons)
        self._add.clicked.connect(self.add_wanted)
        self._rename.clicked.connect(self._ask_name)
        self._remove.clicked.connect(self._ask_remove)
        self._close.clicked.connect(self.accept)
        self._list.itemSelectionChanged.connect(self._enable)
        service.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        before = self._chosen()
        self._list.clear()
        for app in self._service.apps:
            item = QListWidgetItem(self._line(app))
            item.setData(Qt.ItemDataRole.UserRole, app.id)
            self._list.addItem(item)
            if before is not None and app.id == before.id:
                self._list.setCurrentItem(item)
        kept = self.tr("Secrets are kept in {place}.").format(place=self._service.place)
        self._place.setText(kept if self._service.keeps else self._service.why_not_kept)
        self._enable()

    def _line(self, app: App) -> str:
        if app.trouble is not None:
            state = self.tr("its secret cannot be used now")
        elif app.where == "session":
            state = self.tr("secret {fingerprint}, for this session only").format(fingerprint=app.fingerprint)
        else:
            state = self.tr("secret {fingerprint}").format(fingerprint=app.fingerprint)
        return f"{app.name} · {state}"

    def _chosen(self) -> App | None:
        chosen = [item.data(Qt.ItemDataRole.UserRole) for item in self._list.selectedItems()]
        return next((app for app in self._service.apps if app.id in chosen), None)

    def _enable(self) -> None:
        for each in (self._rename, self._remove):
            each.setEnabled(self._chosen() is not None)

    def _ask_name(self) -> None:
        app = self._chosen()
        if app is None:
            return
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Rename"))
        dialog.setLabelText(self.tr("New name"))
        dialog.setTextValue(app.name)
        dialog.textValueSelected.connect(lambda name: self._service.rename(app.id, name, self._said.setText))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_remove(self) -> None:
        app = self._chosen()
        if app is None:
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Remove an app"))
        box.setText(self.tr("Remove “{name}” and its secret from this computer?").format(name=app.name))
        box.setInformativeText(self.tr("Nothing changes in Convot. To check again, you need the secret again."))
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        remove.clicked.connect(lambda: self._service.remove(app.id, self._said.setText))
        box.finished.connect(box.deleteLater)
        box.open()
