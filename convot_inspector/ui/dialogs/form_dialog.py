"""Common base of dialogs with fields: captions, one line for errors, and waiting without blocking."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from convot_inspector.ui.widgets.announcements import SpokenLabel
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.tall_area import TallArea
from convot_inspector.ui.widgets.widgets import button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.widgets.failure import Failure

T = TypeVar("T")


class FormDialog(QDialog):
    """Dialog that closes itself when its work is done. It shows errors itself, and nothing typed is lost.

    A subclass adds its parts to ``form``, does its work when it is ``confirmed``, and ends with `accept` or `failed`.
    """

    confirmed = Signal()

    def __init__(self, service: AppsService, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(max(480, self.fontMetrics().averageCharWidth() * 60))
        self.service = service
        self._parts: list[QWidget] = []
        self._first: QWidget | None = None
        self._closed = self._busy = False
        self._words = self.tr("Save")
        self._said = SpokenLabel("error")
        self._unlock = button(self.tr("Unlock…"))
        self._unlock.hide()
        self._save = button(self._words, primary=True)
        self._save.setDefault(True)
        self._cancel = button(self.tr("Cancel"))
        inside = QWidget()
        inside.setObjectName("cards")
        self.form = QVBoxLayout(inside)
        self.form.setContentsMargins(20, 20, 20, 0)
        self.form.setSpacing(6)
        self._area = TallArea(inside)
        buttons = FlowLayout()
        buttons.addWidget(self._unlock)
        buttons.add_stretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        below = QVBoxLayout()
        below.setContentsMargins(20, 0, 20, 16)
        below.setSpacing(6)
        below.addWidget(self._said)
        below.addSpacing(8)
        below.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._area, 1)
        layout.addLayout(below)
        self._save.clicked.connect(self._try)
        self._cancel.clicked.connect(self.reject)
        self._unlock.clicked.connect(self._unlock_and_save)
        self.finished.connect(self._close)
        service.waiting.connect(self._wait)

    def name(self, title: str, save: str = "") -> None:
        """Set the dialog's title, and the text of its button if that is not "Save"."""
        self.setWindowTitle(title)
        self._words = save or self._words
        self._save.setText(self._words)

    def begin_in(self, field: QWidget) -> None:
        """Give that field the focus when the dialog appears."""
        self._first = field

    def add_field(self, caption: str, field: QWidget) -> None:
        """Put a field under its caption; the first one gets the focus."""
        words = label(caption, "title")
        words.setBuddy(field)
        field.setAccessibleName(caption)
        self._first = self._first or field
        self.form.addWidget(words)
        self.form.addWidget(field)
        self.form.addSpacing(6)
        self.add_part(field)

    def add_part(self, part: QWidget) -> None:
        """Add a widget that is disabled while something is being saved."""
        self._parts.append(part)

    def problem(self) -> str:
        """Return what is wrong with the fields, as far as they show it; empty if nothing is."""
        return ""

    def say(self, words: str, is_problem: bool = True) -> None:  # noqa: FBT001, FBT002  # a signal's
        """Say what is wrong, or what was noticed; nothing hides the line."""
        self._unlock.hide()
        if words == self._said.text():
            return
        self._said.say(words, "error" if is_problem else "dim")
        self.adjustSize()  # a wrapped label computes its height only on request

    def failed(self, failure: Failure) -> None:
        """Say why it was not done, and let the user try again."""
        self.set_busy(busy=False)
        self.say(failure.words)
        self._unlock.setVisible(failure.reason == "locked")

    def while_open(self, callback: Callable[[T], None]) -> Callable[[T], None]:
        """Wrap a callback so that it runs only while the dialog is open: an answer may come after it was closed."""

        def call(result: T) -> None:
            if not self._closed:
                callback(result)

        return call

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for each in (self._said, self._unlock, self._cancel, self._save):
            each.raise_()  # after the fields, which were added later: screen readers follow this order
        if self._first is not None:
            self._first.setFocus()

    def _try(self) -> None:
        problem = self.problem()
        if problem:
            self.say(problem)
            return
        self.set_busy(busy=True)
        self.confirmed.emit()

    def _unlock_and_save(self) -> None:
        self.set_busy(busy=True)
        self.service.unlock(
            lambda: self.while_open(lambda _: self.confirmed.emit())(None), self.while_open(self.failed)
        )

    def set_busy(self, *, busy: bool) -> None:
        """Keep the fields as they are while something is being saved."""
        self._busy = busy
        self.say("")
        for each in (*self._parts, self._save):
            each.setEnabled(not busy)
        self._save.setText(self.tr("Saving…") if busy else self._words)

    def _wait(self, waiting: bool) -> None:  # noqa: FBT001
        if self._busy and waiting:
            self.say(
                self.tr(
                    "Waiting for your computer's password store. Look for a password window, perhaps behind this one."
                )
            )

    def _close(self) -> None:
        self._closed = True
