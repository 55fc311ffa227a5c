"""The right side: what it means, always in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from convot_inspector.core.explaining.headline import Headline, headline
from convot_inspector.ui.enforcement_card import EnforcementCard
from convot_inspector.ui.findings import Findings
from convot_inspector.ui.hash_card import HashCard
from convot_inspector.ui.headline_card import HeadlineCard
from convot_inspector.ui.notice import Notice
from convot_inspector.ui.pieces import Card, button
from convot_inspector.ui.signed_card import SignedCard

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection, Inspection, Problem


class VerdictPanel(QScrollArea):
    """One headline and four cards, or why there are none."""

    add_app_wanted = Signal()
    examples_wanted = Signal()
    place_wanted = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rightSide")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.notice = Notice()
        self.headline = HeadlineCard()
        self._add_app = button(self.tr("Add this app…"), primary=True)
        self._try_example = button(self.tr("Try an example"))
        self._show_place = button(self.tr("Show the place"))
        for each in (self._add_app, self._try_example, self._show_place):
            self.headline.add_action(each)
        self._remarks_card = Card(self.tr("About the whole call"))
        self._remarks = Findings()
        self._remarks_card.body.addWidget(self._remarks)
        self._signed = SignedCard()
        self._user, self._shop = HashCard("user"), HashCard("shop")
        self.enforcement = EnforcementCard()
        self._cards = (self._signed, self._user, self._shop, self.enforcement)
        self._problem: Problem | None = None
        self._assemble()
        self._add_app.clicked.connect(self.add_app_wanted)
        self._try_example.clicked.connect(self.examples_wanted)
        self._show_place.clicked.connect(self._go_to_problem)

    def _assemble(self) -> None:
        inside = QWidget()
        inside.setObjectName("cards")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for part in (self.notice, self.headline, self._remarks_card, *self._cards):
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(inside)

    def show_nothing(self) -> None:
        """Nothing was pasted yet."""
        self._show(
            Headline(
                "unknown",
                self.tr("Paste what the page sends"),
                self.tr(
                    "1. Add the app and its identity secret, once.\n"
                    "2. Paste the Convot.identify call from the merchant's page, or the JSON that the browser sends.\n"
                    "3. Read here which value is signed, whether each hash verifies, and what to do."
                ),
            ),
            examples=True,
        )

    def show_problem(self, inspection: Inspection) -> None:
        """The text holds no call that could be read."""
        problem = inspection.problems[0]
        where = self.tr("Line {line}, column {column}.").format(line=problem.line, column=problem.column)
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
        self._show(Headline("unknown", title, f"{problem.message} {where}"), place=True)

    def show_call(self, inspected: CallInspection, with_secret: str) -> None:
        """Show one call. ``with_secret`` names the secret that was used, empty for none."""
        needs_secret = not with_secret and "not-checked" in (inspected.user.status, inspected.shop.status)
        self._show(headline(inspected), add_app=needs_secret)
        remarks = [found for found in inspected.findings if found.target == "call"]
        self._remarks.show_findings(remarks)
        self._remarks_card.setVisible(bool(remarks))
        self._signed.show_call(inspected)
        self._user.show_call(inspected, with_secret)
        self._shop.show_call(inspected, with_secret)
        self.enforcement.show_outcomes(inspected.enforcement)
        for card in self._cards:
            card.show()

    def _show(self, shown: Headline, *, add_app: bool = False, examples: bool = False, place: bool = False) -> None:
        for card in (self._remarks_card, *self._cards):
            card.hide()
        self._add_app.setVisible(add_app)
        self._try_example.setVisible(examples)
        self._show_place.setVisible(place)
        self.headline.show_headline(shown)

    def _go_to_problem(self) -> None:
        if self._problem is not None:
            self.place_wanted.emit(self._problem.line, self._problem.column)
