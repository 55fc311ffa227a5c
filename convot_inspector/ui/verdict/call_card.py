"""Interface of a card under the headline: its input and its methods."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple

from convot_inspector.ui.widgets.widgets import Card

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Diagnosis
    from convot_inspector.core.model import CallInspection


class ShownCall(NamedTuple):
    """One call as the window shows it: every part shows this one diagnosis.

    ``with_secret`` names the secret that it was checked with, empty for none. ``other_app``: the app, saved here, whose
    secret made the hash; empty for none. ``has_place``: whether the text shows a secret, and the place can be shown.
    """

    diagnosis: Diagnosis
    with_secret: str = ""
    other_app: str = ""
    has_place: bool = False

    @property
    def inspected(self) -> CallInspection:
        """The inspected call."""
        return self.diagnosis.inspected


class CallCard(Card):
    """A card about one aspect of a call. ``cards.py`` lists them; no other module knows a single one.

    mypy refuses to create a card without the abstract methods. ``ABC`` would add nothing: Qt's metaclass is another
    one, and Qt's constructor does not look for abstract methods.
    """

    @abstractmethod
    def show_call(self, shown: ShownCall) -> None:
        """Show a call instead of the one before."""

    @abstractmethod
    def clear(self) -> None:
        """Drop everything that comes from the paste: nothing of it may stay in memory after *Clear*."""

    def show_searching(self) -> None:
        """Say that a cause is being looked for; a card that shows no causes says nothing."""

    def tells_about(self, field: str) -> bool:  # noqa: ARG002  # for the cards that do
        """Return whether this is the card for a field of the shown call."""
        return False
