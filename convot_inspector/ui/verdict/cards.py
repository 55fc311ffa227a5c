"""The cards below the headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from convot_inspector.ui.verdict.enforcement_card import EnforcementCard
from convot_inspector.ui.verdict.hash_card import HashCard
from convot_inspector.ui.verdict.remaining_card import RemainingCard
from convot_inspector.ui.verdict.remarks_card import RemarksCard
from convot_inspector.ui.verdict.signed_card import SignedCard
from convot_inspector.ui.widgets.widgets import restyle

if TYPE_CHECKING:
    from convot_inspector.ui.actions import Actions
    from convot_inspector.ui.verdict.call_card import CallCard, ShownCall
    from convot_inspector.ui.verdict.code_language import CodeLanguage


_POINTS_FOR = 1_500  # milliseconds


def make_cards(actions: Actions, language: CodeLanguage) -> tuple[CallCard, ...]:
    """Make every card. A new one is a line here and a file of its own."""
    return (
        RemarksCard(language),
        SignedCard(actions),
        HashCard("user", actions, language),
        HashCard("shop", actions, language),
        EnforcementCard(),
        RemainingCard(),
    )


class Cards(QWidget):
    """Container that shows one call in all of the cards."""

    def __init__(self, actions: Actions, language: CodeLanguage) -> None:
        super().__init__()
        self._cards = make_cards(actions, language)
        self._shown: ShownCall | None = None
        self._pointing = QTimer(self, singleShot=True, interval=_POINTS_FOR)
        self._pointing.timeout.connect(lambda: self._point(None))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for card in self._cards:
            layout.addWidget(card)
        self.hide()

    def show_call(self, shown: ShownCall) -> None:
        """Show one call."""
        self._shown = shown
        for card in self._cards:
            card.show_call(shown)
        self.show()

    def blank(self) -> None:
        """Show nothing for a moment; their room is kept."""
        self._keep_room(kept=True)
        self.hide()

    def _keep_room(self, *, kept: bool) -> None:
        policy = self.sizePolicy()
        if policy.retainSizeWhenHidden() != kept:
            policy.setRetainSizeWhenHidden(kept)
            self.setSizePolicy(policy)

    def clear(self) -> None:
        """Hide the cards and drop what they show."""
        self._keep_room(kept=False)
        self.hide()
        if self._shown is not None:
            self._shown = None
            for card in self._cards:
                card.clear()

    def show_searching(self) -> None:
        """Say where a cause is being looked for."""
        for card in self._cards:
            card.show_searching()

    def point_at(self, field: str) -> CallCard | None:
        """Mark the card that tells about a field for a moment; None if none does."""
        card = next((each for each in self._cards if each.tells_about(field)), None)
        self._point(card)
        self._pointing.start()
        return card

    def _point(self, pointed: CallCard | None) -> None:
        for card in self._cards:
            if bool(card.property("pointed")) != (card is pointed):
                card.setProperty("pointed", card is pointed)
                restyle(card)
