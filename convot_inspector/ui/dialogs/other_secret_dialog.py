"""Dialog to check the shown call with another secret, which is not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QRadioButton, QVBoxLayout

from convot_inspector.core.language import tr
from convot_inspector.ui.apps.current_app import OtherSecret
from convot_inspector.ui.background import Worker
from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.secret_field import SecretField
from convot_inspector.ui.widgets.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from convot_inspector.core.trial import Trial


class OtherSecretDialog(QDialog):
    """Dialog that checks whether the sent hashes were made with a typed secret.

    It closes with ``found`` if one was, and says so otherwise. The field is cleared on close.
    """

    found = Signal(object)  # an OtherSecret

    def __init__(self, text: str, call: int, app: str, parent: QWidget) -> None:
        """Create the dialog. ``call``: the index of the call in ``text``. ``app``: the current app's name."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check with another secret"))
        self.setMinimumWidth(max(480, self.fontMetrics().averageCharWidth() * 60))
        self._text, self._call = text, call
        self._worker = Worker("another secret", self)
        self._closed = False
        self._secret = SecretField()
        self._previous = QRadioButton(tr("A previous secret of “{app}”", app=app).replace("&", "&&"))
        self._of_another = QRadioButton(self.tr("The secret of another app"))
        self._secret.setAccessibleName(self.tr("Secret to try"))
        self._said = SpokenLabel()
        self._check = button(self.tr("Check"), primary=True)
        self._check.setDefault(True)
        self._close = button(self.tr("Close"))
        self._assemble()
        self._secret.remarked.connect(lambda words, is_problem: self._say("" if is_problem else words))
        self._check.clicked.connect(self._try)
        self._close.clicked.connect(self.reject)
        self.finished.connect(self._end)

    def _assemble(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(8)
        words = label(self.tr("Secret to try"), "title")
        words.setBuddy(self._secret)
        layout.addWidget(words)
        layout.addWidget(self._secret)
        layout.addWidget(label(self.tr("What it is"), "title"))
        for each in (self._previous, self._of_another):
            each.setAccessibleDescription(self.tr("What it is"))
            layout.addWidget(each)
        layout.addWidget(label(self.tr("It is used only for this text and not saved."), "dim"))
        layout.addWidget(self._said)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._check)
        layout.addLayout(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._secret.setFocus()

    def _try(self) -> None:
        secret = self._secret.text()
        problem = self._secret.problem()
        if problem:
            self._say(problem)
            self._secret.setFocus()
            return
        if not (self._previous.isChecked() or self._of_another.isChecked()):  # it is what the answer will claim
            self._say(self.tr("Choose what it is: a previous secret of this app, or the secret of another app."))
            self._previous.setFocus()
            return
        text, call = self._text, self._call
        self._check.setEnabled(False)
        self._say(self.tr("Checking…"))

        def operation() -> Trial:
            from convot_inspector.core.trial import attempt

            return attempt(text, call, secret, lambda: self._closed)

        self._worker.run(operation, self._done, self._failed)

    def _done(self, trial: Trial) -> None:
        self._check.setEnabled(True)
        if trial.fits:
            self.found.emit(OtherSecret(self._secret.text(), is_previous=self._previous.isChecked()))
            self.accept()
        else:
            self._say("\n\n".join(trial.sentences))

    def _failed(self, _: Exception) -> None:
        self._check.setEnabled(True)
        self._say(self.tr("A fault in Convot Inspector stopped this check. Nothing was changed."))

    def _say(self, words: str) -> None:
        self._said.say(words)
        self.adjustSize()  # a wrapped label computes its height only on request

    def _end(self) -> None:
        self._closed = True
        self._secret.clear()
        self._worker.stop()
