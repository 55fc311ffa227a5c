"""The first three steps: name the app, paste its secret, paste a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from convot_inspector.core.language import tr
from convot_inspector.ui.apps import clipboard
from convot_inspector.ui.dialogs.setup_picture import SetupPicture
from convot_inspector.ui.verdict import messages
from convot_inspector.ui.widgets.announcements import SpokenLabel, announce
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.secret_field import SecretField
from convot_inspector.ui.widgets.widgets import Card, action_button, button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from convot_inspector.keychain.app import App
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.apps.apps_service import AppsService
    from convot_inspector.ui.widgets.failure import Failure

NAME, SECRET, PASTE = range(3)


class FirstSteps(Card):
    """The steps, one open at a time. Typed text stays until it is saved; a secret only in its field."""

    skipped = Signal()
    added = Signal(str)  # the new app's id

    def __init__(self, actions: Actions, service: AppsService) -> None:
        self._skip = button(self.tr("Skip these steps"), quiet=True)
        super().__init__(self.tr("Three steps to the first answer"), self._skip)
        self.setObjectName("firstSteps")
        self._service = service
        self._name, self._secret = QLineEdit(), SecretField()
        self._unnamed = SpokenLabel("error")
        self._said, self._place, self._result = SpokenLabel("error"), label("", "dim"), label("", "dim")
        self._save = button(self.tr("Save the app"), primary=True)
        self._paste = action_button(actions.paste, primary=True)
        self._name_given = label("", "dim")
        self._titles: list[QLabel] = []
        self._numbers: list[QLabel] = []
        self._parts: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._add_step(self.tr("Name the app"), self._naming())
        self._grid.addWidget(self._name_given, 1, 1)
        self._add_step(self.tr("Paste its identity secret"), self._giving())
        self._add_step(self.tr("Paste what the merchant's page sends"), self._pasting(actions))
        self._skip.clicked.connect(self.skipped)
        self._secret.remarked.connect(self._say)
        self._known = len(service.apps)
        service.changed.connect(self._look)
        self._show_place()
        self.go_to(NAME)

    def _add_step(self, title: str, part: QWidget) -> None:
        row = len(self._titles)
        self._titles.append(label(title, "title"))
        self._numbers.append(label("", "title", wrap=False))
        self._parts.append(part)
        self._grid.addWidget(self._numbers[row], row * 2, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._titles[row], row * 2, 1)
        self._grid.addWidget(part, row * 2 + 1, 1)

    def _naming(self) -> QWidget:
        self._name.setPlaceholderText(self.tr("Acme, production"))
        self._name.setAccessibleName(self.tr("Name of the app"))
        next_ = button(self.tr("Next"), primary=True)
        next_.clicked.connect(self._take_name)
        self._name.returnPressed.connect(self._take_name)
        self._name.textEdited.connect(lambda _: self._unnamed.say(""))
        row = QHBoxLayout()
        row.addWidget(self._name, 1)
        row.addWidget(next_)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 8)
        column.addLayout(row)
        column.addWidget(self._unnamed)
        return part

    def _take_name(self) -> None:
        from convot_inspector.keychain.errors import InvalidName
        from convot_inspector.keychain.naming import normalized_name, validated_name

        try:
            validated_name(self._name.text(), {normalized_name(app.name) for app in self._service.apps})
        except InvalidName as problem:
            self._unnamed.say(str(problem))
            self._name.setFocus()
        else:
            self._open(SECRET)

    def _giving(self) -> QWidget:
        self._secret.setAccessibleName(self.tr("Identity secret of the app"))
        back = button(self.tr("Back"))
        back.clicked.connect(lambda: self._open(NAME))
        self._save.clicked.connect(self._try)
        self._secret.returnPressed.connect(self._try)
        buttons = FlowLayout()
        buttons.add_stretch()
        buttons.addWidget(back)
        buttons.addWidget(self._save)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(label(self.tr("It is here in Convot; the page may look a little different:"), "dim"))
        for widget in (SetupPicture(), self._secret, self._said, self._place):
            column.addWidget(widget)
        column.addLayout(buttons)
        return part

    def _pasting(self, actions: Actions) -> QWidget:
        example = action_button(actions.show_example, self.tr("Show me an example"))
        words = self.tr(
            "The Convot.identify call, or all of the page's source: in the browser, right-click the page and choose "
            "“View page source”. Copy it there, then paste it here."
        )
        buttons = FlowLayout()
        buttons.addWidget(self._paste)
        buttons.addWidget(example)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(self._result)
        column.addWidget(label(words, "dim"))
        column.addLayout(buttons)
        return part

    def go_to(self, step: int) -> None:
        """Open a step."""
        for number, part in enumerate(self._parts):
            part.setVisible(number == step)
            self._titles[number].setEnabled(number <= step)
            self._numbers[number].setText("✓" if number < step else f"{number + 1}.")
        self._name_given.setText(self._name.text().strip())
        self._name_given.setVisible(step > NAME and bool(self._name_given.text()))
        self._result.setVisible(bool(self._result.text()))
        self.setAccessibleDescription(tr("Step {number} of 3", number=step + 1))

    def _open(self, step: int) -> None:
        """Open a step after a user action: move the focus there and announce it."""
        self.go_to(step)
        (self._name, self._secret, self._paste)[step].setFocus()
        announce(self, self._titles[step].text())

    def _try(self) -> None:
        problem = self._secret.problem()
        self._say(problem)
        if problem:
            self._secret.setFocus()
            return
        self._set_busy(busy=True)
        self._service.add(
            self._name.text(), self._secret.text(), key="", session_only=False, done=self._done, failed=self._failed
        )

    def _done(self, app: App) -> None:
        self._set_busy(busy=False)
        cleared = app.where == "keychain" and clipboard.clear_of([self._secret.text()])
        self._secret.clear()
        saved = tr("“{name}” is saved.", name=app.name)
        self._result.setText(messages.cleared(self._service.place) if cleared else saved)
        self._open(PASTE)
        self.added.emit(app.id)

    def _failed(self, failure: Failure) -> None:
        self._set_busy(busy=False)
        self._say(failure.words)

    def _set_busy(self, *, busy: bool) -> None:
        for each in (self._secret, self._save):
            each.setEnabled(not busy)
        self._save.setText(self.tr("Saving…") if busy else self.tr("Save the app"))

    def _say(self, words: str, is_problem: bool = True) -> None:  # noqa: FBT001, FBT002  # a signal's
        self._said.say(words, "error" if is_problem else "dim")

    def _look(self) -> None:
        """Skip to the last step when an app was added in another way."""
        if len(self._service.apps) > self._known:
            self.go_to(PASTE)
        self._known = len(self._service.apps)
        self._show_place()

    def _show_place(self) -> None:
        if self._service.keeps:
            words: str = tr("It is kept in {place} and never shown.", place=self._service.place)
        else:
            words = self.tr("This computer keeps no secrets: it is forgotten when the program closes.")
        self._place.setText(words)
