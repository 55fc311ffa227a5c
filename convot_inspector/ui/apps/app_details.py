"""Details of one app in the apps dialog: key, fingerprint, previous secrets, and buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from convot_inspector.core.language import tr
from convot_inspector.ui import theme
from convot_inspector.ui.verdict import messages
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.widgets import Pill, button, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.keychain.app import App, PreviousSecret
    from convot_inspector.ui.apps.app_operations import AppOperations


class AppDetails(QWidget):
    """Details, and a button for each operation. Secrets themselves are never shown."""

    def __init__(self, operations: AppOperations) -> None:
        super().__init__()
        self._operations = operations
        self._app: App | None = None
        self._title = label("", "title")
        self._key, self._fingerprint = label(), label("", wrap=False)
        self._fingerprint.setFont(theme.monospace())
        self._state = Pill()
        self._problem = label("", "error")
        self._read = button(self.tr("Show its code"), quiet=True)
        self._add_previous = button(self.tr("Add a previous secret…"), quiet=True)
        self._edit, self._new = button(self.tr("Edit…")), button(self.tr("New secret…"))
        self._up, self._down = button(self.tr("Move up")), button(self.tr("Move down"))
        self._remove = button(self.tr("Remove…"))
        self._previous = QVBoxLayout()
        self._previous.setSpacing(2)
        self._previous.setContentsMargins(0, 0, 0, 0)
        self._assemble()
        for each, do in (
            (self._read, operations.read),
            (self._add_previous, operations.add_previous),
            (self._edit, operations.edit),
            (self._new, operations.new_secret),
            (self._up, partial(operations.move, by=-1)),
            (self._down, partial(operations.move, by=1)),
            (self._remove, operations.remove),
        ):
            each.clicked.connect(partial(self._with_app, do))

    def _assemble(self) -> None:
        secret = QHBoxLayout()
        secret.setSpacing(10)
        for part in (self._fingerprint, self._read, self._state):
            secret.addWidget(part)
        secret.addStretch(1)
        facts = QFormLayout()
        facts.setHorizontalSpacing(16)
        facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        facts.addRow(label(self.tr("Secret"), "dim", wrap=False), secret)
        facts.addRow(label(self.tr("Public app key"), "dim", wrap=False), self._key)
        self._facts = facts
        first, second = FlowLayout(), FlowLayout()
        for each in (self._edit, self._new):
            first.addWidget(each)
        for each in (self._up, self._down, self._remove):
            second.addWidget(each)
        earlier = QWidget()
        earlier.setObjectName("cards")
        earlier.setLayout(self._previous)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("Previous secrets"))
        scroll.setWidget(earlier)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room = self.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # keeps the width of the list beside it
        self.setSizePolicy(room)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._title)
        layout.addLayout(facts)
        layout.addWidget(self._problem)
        layout.addLayout(first)
        heading = FlowLayout()
        heading.addWidget(label(self.tr("Previous secrets"), "title", wrap=False))
        heading.add_stretch()
        heading.addWidget(self._add_previous)
        layout.addLayout(heading)
        layout.addWidget(scroll, 1)
        layout.addLayout(second)

    def show_app(self, app: App | None, *, first: bool, last: bool) -> None:
        """Show an app, or none; ``first``, ``last``: where it stands in the list."""
        self._app = app
        self.setVisible(app is not None)
        self._title.setText(app.name if app is not None else "")
        self._key.setText((app.key or self.tr("none")) if app is not None else "")
        self._fingerprint.setText((app.fingerprint or "") if app is not None else "")
        self._fingerprint.setVisible(bool(self._fingerprint.text()))
        unread = app is not None and app.fingerprint is None and app.problem is None
        self._read.setVisible(unread)
        session = app is not None and app.where == "session"
        self._state.show_words(self.tr("this session only") if session else "", "warning")
        self._problem.setText(messages.unavailable(app.problem, app.name) if app is not None and app.problem else "")
        self._problem.setVisible(bool(self._problem.text()))
        lost = app is not None and app.problem in ("missing", "damaged", "forgotten")
        self._new.setText(self.tr("Paste it again…") if lost else self.tr("New secret…"))
        self._up.setEnabled(not first)
        self._down.setEnabled(not last)
        self._list(app.previous if app is not None else ())

    def _with_app(self, do: Callable[[App], None], *_: object) -> None:
        if self._app is not None:
            do(self._app)

    def _list(self, previous: tuple[PreviousSecret, ...]) -> None:
        while (item := self._previous.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        for each in previous:
            self._previous.addWidget(self._row(each))
        if not previous:
            self._previous.addWidget(label(self.tr("None. “New secret…” keeps the old one after a rotation."), "dim"))
        self._previous.addStretch(1)

    def _row(self, previous: PreviousSecret) -> QWidget:
        day = messages.day(previous.rotated)
        words = tr("rotated {day}", day=day) if day else self.tr("rotated at an unknown time")
        code = label(previous.fingerprint or self.tr("not read yet"), wrap=False)
        code.setFont(theme.monospace())
        forget = button(self.tr("Forget…"), quiet=True)
        forget.setAccessibleName(tr("Forget the secret that was {words}", words=words))
        forget.clicked.connect(partial(self._with_app, partial(self._operations.forget, previous=previous)))
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 2, 8, 2)
        row.setSpacing(12)
        row.addWidget(code)
        row.addWidget(label(words, "dim"), 1)
        row.addWidget(forget)
        return made
