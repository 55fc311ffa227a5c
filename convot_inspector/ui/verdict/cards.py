"""The cards under the headline, always in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from convot_inspector.core import convot
from convot_inspector.ui.verdict.enforcement_card import EnforcementCard
from convot_inspector.ui.verdict.findings import Findings
from convot_inspector.ui.verdict.hash_card import HashCard
from convot_inspector.ui.verdict.signed_card import SignedCard
from convot_inspector.ui.widgets.widgets import Card, restyle

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection
    from convot_inspector.ui.verdict.code_language import CodeLanguage


_POINTS_FOR = 1_500  # milliseconds


class Cards(QWidget):
    """Remarks on the whole call if there are any, the signed value, the two hashes, the setting."""

    other_secret_wanted = Signal()
    value_wanted = Signal(str)
    characters_wanted = Signal()
    code_wanted = Signal()

    def __init__(self, language: CodeLanguage) -> None:
        super().__init__()
        self._remarks_card = Card(self.tr("About the whole call"))
        self._remarks = Findings(language)
        self._remarks_card.body.addWidget(self._remarks)
        self._signed = SignedCard()
        self._user, self._shop = HashCard("user", language), HashCard("shop", language)
        for card in (self._user, self._shop):
            card.other_secret_wanted.connect(self.other_secret_wanted)
            card.value_wanted.connect(self.value_wanted)
            card.code_wanted.connect(self.code_wanted)
        self._signed.value_wanted.connect(self.value_wanted)
        self._signed.characters_wanted.connect(self.characters_wanted)
        self._about: dict[str, Card] = {}
        self._pointing = QTimer(self, singleShot=True, interval=_POINTS_FOR)
        self._pointing.timeout.connect(lambda: self._point(None))
        self.enforcement = EnforcementCard()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for part in (self._remarks_card, self._signed, self._user, self._shop, self.enforcement):
            layout.addWidget(part)

    def point_at(self, name: str) -> Card | None:
        """Mark the card that tells about a field for a moment; None if none does."""
        card = self._about.get(name)
        self._point(card)
        self._pointing.start()
        return card

    def _point(self, pointed: Card | None) -> None:
        for card in (self._signed, self._user, self._shop):
            if card.property("pointed") != (card is pointed):
                card.setProperty("pointed", card is pointed)
                restyle(card)

    def show_searching(self) -> None:
        """Say where a cause is being looked for."""
        self._user.show_searching()
        self._shop.show_searching()

    def show_call(self, inspected: CallInspection, with_secret: str) -> None:
        """Show one call. ``with_secret`` names the secret that was used, empty for none."""
        remarks = [found for found in inspected.findings if found.target == "call"]
        self._remarks.show_findings(remarks)
        self._remarks_card.setVisible(bool(remarks))
        self._signed.show_call(inspected)
        self._about = {convot.USER_HASH: self._user, convot.SHOP_HASH: self._shop, convot.SHOP: self._shop}
        if inspected.signed is not None:
            self._about[inspected.signed.name] = self._signed
        self._user.show_call(inspected, with_secret)
        self._shop.show_call(inspected, with_secret)
        self.enforcement.show_outcomes(inspected.enforcement)
