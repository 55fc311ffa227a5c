"""Adding an app: its name and its secret, which is checked here and shown nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from convot_inspector.core.secret_format import format_problem
from convot_inspector.ui.pieces import button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from convot_inspector.keychain.app import App
    from convot_inspector.ui.apps_service import AppsService


class AddAppDialog(QDialog):
    """Closes itself when the app was saved. What went wrong is said in it, and nothing typed is lost."""

    def __init__(self, service: AppsService, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add an app"))
        self.setMinimumWidth(max(460, self.fontMetrics().averageCharWidth() * 56))
        self._service = service
        self.added: App | None = None
        self._name, self._secret = QLineEdit(), QLineEdit()
        self._name.setPlaceholderText(self.tr("Acme, production"))
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._secret.setPlaceholderText(self.tr("64 characters, 0–9 and a–f"))
        self._keep = QCheckBox()
        self._said = label("", "error")
        self._said.hide()
        self._save = button(self.tr("Save"), primary=True)
        self._save.setDefault(True)
        self._cancel = button(self.tr("Cancel"))
        self._assemble()
        self._secret.textEdited.connect(self._judge)
        self._name.textEdited.connect(lambda _: self._say(""))
        self._keep.toggled.connect(lambda _: self._say(""))
        self._save.clicked.connect(self._try)
        self._cancel.clicked.connect(self.reject)
        service.changed.connect(self._show_place)
        self._show_place()

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(6)
        for caption, field in ((self.tr("Name"), self._name), (self.tr("Identity secret"), self._secret)):
            words = label(caption, "title")
            words.setBuddy(field)
            field.setAccessibleName(caption)
            layout.addWidget(words)
            layout.addWidget(field)
            layout.addSpacing(6)
        layout.addWidget(
            label(self.tr("In Convot: Settings → Apps → [your app] → Setup, in the security section."), "dim")
        )
        layout.addWidget(self._keep)
        layout.addWidget(self._said)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        layout.addSpacing(8)
        layout.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._name.setFocus()

    def _show_place(self) -> None:
        """Say where the secret will be kept; without a keychain only the session is left."""
        keeps = self._service.keeps
        self._keep.setEnabled(keeps)
        self._keep.setChecked(keeps)
        if keeps:
            self._keep.setText(self.tr("Keep it in {place}").format(place=self._service.place))
        else:
            self._keep.setText(self.tr("Keep it (not possible on this computer)"))

    def _judge(self, text: str) -> None:
        """Say what is wrong with a pasted secret at once, but do not nag while somebody types."""
        problem = format_problem(text)
        self._say(problem.message if problem is not None and len(text) >= 4 else "")

    def _say(self, words: str) -> None:
        if words == self._said.text():
            return
        self._said.setText(words)
        self._said.setAccessibleName(words)
        self._said.setVisible(bool(words))
        self.adjustSize()  # a wrapped label gets its height only when it is asked for

    def _try(self) -> None:
        problem = format_problem(self._secret.text())
        if problem is not None:
            self._say(problem.message)
            self._secret.setFocus()
            return
        self._set_busy(busy=True)
        self._service.add(
            self._name.text(),
            self._secret.text(),
            session_only=not self._keep.isChecked(),
            done=self._done,
            failed=self._failed,
        )

    def _done(self, app: App) -> None:
        self.added = app
        self._secret.clear()
        self.accept()

    def _failed(self, words: str) -> None:
        self._set_busy(busy=False)
        self._say(words)

    def _set_busy(self, *, busy: bool) -> None:
        for each in (self._name, self._secret, self._save):
            each.setEnabled(not busy)
        self._keep.setEnabled(not busy and self._service.keeps)
        self._say("")
        self._save.setText(self.tr("Saving…") if busy else self.tr("Save"))
