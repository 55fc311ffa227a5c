"""The right side: notices, headline and cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from convot_inspector.core.language import tr
from convot_inspector.core.shown import Shown
from convot_inspector.ui.verdict.headline_card import HeadlineCard
from convot_inspector.ui.widgets.notice import Notice
from convot_inspector.ui.widgets.widgets import action_button

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from convot_inspector.core.model import Inspection
    from convot_inspector.core.reports.headline import Headline
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.dialogs.first_steps import FirstSteps
    from convot_inspector.ui.verdict.call_card import ShownCall
    from convot_inspector.ui.verdict.cards import Cards
    from convot_inspector.ui.verdict.code_language import CodeLanguage

_OF_WHOLE_TEXT = ("no-identify-call", "image-or-binary", "not-text")
"""Problems that have a place of their own only where it is not the text's beginning."""


class VerdictPanel(QScrollArea):
    """Panel with the headline and the cards of a call, or an explanation why there are none."""

    def __init__(self, actions: Actions, language: CodeLanguage) -> None:
        super().__init__()
        self._actions, self._language = actions, language
        self.setObjectName("rightSide")
        self.setAccessibleName(self.tr("What it means"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.notice = Notice()
        self.headline = HeadlineCard()
        self.question = Notice("question", "unknown")
        self._add_app = action_button(actions.add_app, self.tr("Add this app…"), primary=True)
        self._try_example = action_button(actions.show_example)
        self._show_place = action_button(actions.show_problem)
        self._check_other = action_button(actions.check_other_app, primary=True)
        for each in (self._add_app, self._check_other, self._try_example, self._show_place):
            self.headline.add_action(each)
        self._cards: Cards | None = None
        self._steps: FirstSteps | None = None
        self._is_empty = True
        self._assemble()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus only to somebody who moves it by key; it comes here by itself with every text."""
        reached = "program" if event.reason() == Qt.FocusReason.OtherFocusReason else "key"
        if self.property("reached") != reached:
            self.setProperty("reached", reached)
            self.style().unpolish(self)
            self.style().polish(self)
        super().focusInEvent(event)

    def _assemble(self) -> None:
        inside = QWidget()
        inside.setObjectName("cards")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(12)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.headline)
        self._column.addWidget(self.question)  # below the cards, once they are made: the result comes first
        self._column.addStretch(1)
        self.setWidget(inside)

    def cards(self) -> Cards:
        """Return the cards, made at the first call: they are not needed for the window's first picture."""
        if self._cards is None:
            from convot_inspector.ui.verdict.cards import Cards

            self._cards = Cards(self._actions, self._language)
            self._column.insertWidget(self._column.indexOf(self.question), self._cards)
        return self._cards

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
        """Show the introduction: nothing is pasted."""
        self._show(examples=True, empty=True)
        if self._steps is not None:
            self.headline.show_words(
                "unknown",
                self.tr("Welcome to Convot Inspector"),
                self.tr(
                    "It tells you why a chat shows “anonymous” visitors or "
                    "identity_verification_required, and what to do. It works on this computer: "
                    "nothing is sent anywhere."
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

    def show_checking(self, *, is_new: bool) -> None:
        """Show no verdict beside a text that it is not about. ``is_new``: of another text, not of an edited one."""
        if not self._is_empty:
            self.headline.show_checking()
            if is_new and self._cards is not None:
                self._cards.blank()

    def show_fault(self) -> None:
        """Show that the check itself failed, which is a fault of this program."""
        self._show()
        self.headline.show_words(
            "unknown",
            self.tr("This text could not be checked"),
            self.tr(
                "A fault in Convot Inspector stopped the check. Your text is still here; nothing was "
                "changed. Try the call alone, without the text around it, and please tell us what kind "
                "of text it was."
            ),
        )

    def show_problem(self, inspection: Inspection) -> Headline:
        """Show why no call could be read; return what is said."""
        from convot_inspector.core.reports.headline import Headline

        problem = inspection.problems[0]
        has_place = problem.id not in _OF_WHOLE_TEXT or (problem.line, problem.column) != (1, 1)
        where = tr("Line {line}, column {column}.", line=problem.line, column=problem.column) if has_place else ""
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
        self._show(place=has_place)
        return self._say(Headline("unknown", Shown(title), Shown(f"{problem.message} {where}".strip())))

    def show_call(self, shown: ShownCall, without: str = "", *, is_chosen_by_key: bool = False) -> Headline:
        """Show one call; return what is said of it first.

        ``without``: the app whose secret is needed and not available; the notice says why. ``is_chosen_by_key``:
        whether the app was chosen by the public key in the text.
        """
        from convot_inspector.core.reports.headline import headline, without_secret
        from convot_inspector.core.reports.sentences import checked_with

        needs_secret = not shown.with_secret and shown.diagnosis.wants_secret
        self._show(add_app=needs_secret and not without, place=shown.has_place, cards=True)
        other = shown.other_app
        self._check_other.setText(tr("Check with {app}", app=other).replace("&", "&&"))
        self._check_other.setVisible(bool(other))
        known = checked_with(shown.diagnosis.circumstances) if shown.with_secret else ""
        if known and is_chosen_by_key:
            known = tr("{checked} The app was chosen by its key in the text.", checked=known)
        self.cards().show_call(shown)
        if without and shown.diagnosis.conclusion == "no-secret":
            return self._say(without_secret(without))
        return self._say(headline(shown.diagnosis), known)

    def _say(self, said: Headline, known: str = "") -> Headline:
        self.headline.show_words(said.tone, said.title, said.text, said.owner, known)
        return said

    def point_at(self, name: str) -> None:
        """Scroll to the card of a field."""
        card = self.cards().point_at(name)
        if card is not None:
            self.ensureWidgetVisible(card, 0, 12)

    def scroll_to(self, position: int) -> None:
        """Scroll to a position in pixels once the layout is made."""
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(position))

    def show_searching(self) -> None:
        """Show that the search is running."""
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
        if self._cards is not None and not cards:  # keep unchanged cards, to avoid a new layout
            self._cards.clear()
        self._add_app.setVisible(add_app)
        self._check_other.hide()
        self._try_example.setVisible(examples)
        self._show_place.setVisible(place)
