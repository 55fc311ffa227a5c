"""The right side: what it means, always in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from convot_inspector.core.language import tr
from convot_inspector.ui.verdict.headline_card import HeadlineCard
from convot_inspector.ui.widgets.notice import Notice
from convot_inspector.ui.widgets.widgets import button

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection, Inspection, Problem
    from convot_inspector.ui.dialogs.first_steps import FirstSteps
    from convot_inspector.ui.verdict.cards import Cards
    from convot_inspector.ui.verdict.code_language import CodeLanguage


class VerdictPanel(QScrollArea):
    """One headline and four cards, or why there are none."""

    add_app_wanted = Signal()
    examples_wanted = Signal()
    place_wanted = Signal(int, int)

    other_secret_wanted = Signal()
    value_wanted = Signal(str)  # the name of a field: a value was clicked
    characters_wanted = Signal()
    code_wanted = Signal()

    def __init__(self, language: CodeLanguage) -> None:
        super().__init__()
        self._language = language
        self.setObjectName("rightSide")
        self.setAccessibleName(self.tr("What it means"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.notice = Notice()
        self.headline = HeadlineCard()
        self.question = Notice("question", "unknown")
        self._add_app = button(self.tr("Add this app…"), primary=True)
        self._try_example = button(self.tr("Try an example"))
        self._show_place = button(self.tr("Show the place"))
        for each in (self._add_app, self._try_example, self._show_place):
            self.headline.add_action(each)
        self._cards: Cards | None = None
        self._enforced = False
        self._problem: Problem | None = None
        self._steps: FirstSteps | None = None
        self._is_empty = True
        self._assemble()
        self._add_app.clicked.connect(self.add_app_wanted)
        self._try_example.clicked.connect(self.examples_wanted)
        self._show_place.clicked.connect(self._go_to_problem)

    def _assemble(self) -> None:
        inside = QWidget()
        inside.setObjectName("cards")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(12)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.headline)
        self._column.addWidget(self.question)
        self._column.addStretch(1)
        self.setWidget(inside)

    def cards(self) -> Cards:
        """The four cards. They are made when they are first needed, which is after the window has appeared."""
        if self._cards is None:
            from convot_inspector.ui.verdict.cards import Cards

            self._cards = Cards(self._language)
            self._cards.other_secret_wanted.connect(self.other_secret_wanted)
            self._cards.value_wanted.connect(self.value_wanted)
            self._cards.characters_wanted.connect(self.characters_wanted)
            self._cards.code_wanted.connect(self.code_wanted)
            self._cards.enforcement.show_in_force(enforced=self._enforced)
            self._cards.hide()
            self._column.insertWidget(self._column.indexOf(self.question) + 1, self._cards)
        return self._cards

    def show_in_force(self, *, enforced: bool) -> None:
        """Mark the setting that is in force today."""
        self._enforced = enforced
        if self._cards is not None:
            self._cards.enforcement.show_in_force(enforced=enforced)

    def offer_steps(self, steps: FirstSteps | None) -> None:
        """Show the first steps while nothing is pasted; None for no more."""
        if self._steps is not None and steps is not self._steps:
            self._column.removeWidget(self._steps)
            self._steps.hide()
        if steps is not None and steps is not self._steps:
            self._column.insertWidget(self._column.indexOf(self.headline) + 1, steps)
        self._steps = steps
        if self._is_empty:
            self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing was pasted yet."""
        self._show(examples=True, empty=True)
        if self._steps is not None:
            self.headline.show_words(
                "unknown",
                self.tr("Welcome to Convot Inspector"),
                self.tr(
                    "It says why a chat shows “anonymous” visitors, or identity_verification_required, and what to do. "
                    "All of it happens on this computer: nothing is sent anywhere."
                ),
            )
            return
        self.headline.show_words(
            "unknown",
            self.tr("Paste what the page sends"),
            self.tr(
                "1. Add the app and its identity secret, once.\n"
                "2. Paste the Convot.identify call from the merchant's page, or the JSON that the browser sends.\n"
                "3. Read here which value is signed, whether each hash verifies, and what to do."
            ),
        )

    def show_fault(self) -> None:
        """The check itself broke down. That is our fault and never the user's."""
        self._show()
        self.headline.show_words(
            "unknown",
            self.tr("This text could not be checked"),
            self.tr(
                "A fault in Convot Inspector stopped the check. Your text is still here, nothing was changed. Try the "
                "call alone, without the text around it, and please tell us what kind of text it was."
            ),
        )

    def show_problem(self, inspection: Inspection) -> None:
        """The text holds no call that could be read."""
        problem = inspection.problems[0]
        where = tr("Line {line}, column {column}.", line=problem.line, column=problem.column)
        titles = {
            "no-identify-call": self.tr("No identify call found"),
            "unterminated": self.tr("The text is cut off"),
            "bad-javascript": self.tr("The call is damaged"),
            "bad-json": self.tr("The JSON is damaged"),
            "values-elsewhere": self.tr("The values are not in this text"),
            "image-or-binary": self.tr("This is not text"),
            "not-text": self.tr("This is not readable text"),
        }
        title = titles.get(problem.id, self.tr("This cannot be read"))
        self._problem = problem
        self._show(place=True)
        self.headline.show_words("unknown", title, f"{problem.message} {where}")

    def show_call(self, inspected: CallInspection, with_secret: str, without: str = "") -> None:
        """Show one call. ``with_secret`` names the secret that was used, empty for none.

        ``without``: the app whose secret is needed and cannot be had now; the notice says why.
        """
        from convot_inspector.core.diagnosis.diagnose import diagnose
        from convot_inspector.core.reports.headline import headline

        needs_secret = not with_secret and "not-checked" in (inspected.user.status, inspected.shop.status)
        self._show(add_app=needs_secret and not without, cards=True)
        if needs_secret and without:
            self.headline.show_words(
                "unknown",
                tr("The hash is not checked: the secret of “{app}” is not at hand", app=without),
                self.tr("What to do about it is said above. What needs no secret is shown already."),
            )
        else:
            said = headline(diagnose(inspected))
            self.headline.show_words(said.tone, said.title, said.text, said.owner)
        self.cards().show_call(inspected, with_secret)
        self.cards().show()

    def point_at(self, name: str) -> None:
        """Bring the card that tells about a field into sight."""
        card = self.cards().point_at(name)
        if card is not None:
            self.ensureWidgetVisible(card, 0, 12)

    def show_searching(self) -> None:
        """Say that the cause is being looked for."""
        if self._cards is not None:
            self._cards.show_searching()

    def _show(
        self,
        *,
        add_app: bool = False,
        examples: bool = False,
        place: bool = False,
        empty: bool = False,
        cards: bool = False,
    ) -> None:
        self._is_empty = empty
        if self._steps is not None:
            self._steps.setVisible(empty)
        if self._cards is not None and not cards:  # what stays is not laid out anew
            self._cards.hide()
        self._add_app.setVisible(add_app)
        self._try_example.setVisible(examples)
        self._show_place.setVisible(place)

    def _go_to_problem(self) -> None:
        if self._problem is not None:
            self.place_wanted.emit(self._problem.line, self._problem.column)
