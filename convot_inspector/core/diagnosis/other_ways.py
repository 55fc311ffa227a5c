"""Other mistakes that make the same hash, in words, for the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.diagnosis.findings import finding
from convot_inspector.core.diagnosis.observation import Observation
from convot_inspector.core.diagnosis.signed_name import signed_name
from convot_inspector.core.language import tr
from convot_inspector.core.shown import Shown

if TYPE_CHECKING:
    from convot_inspector.core.model import HashVerdict, Mistake, Target


def other_ways(verdict: HashVerdict, hash_name: str, value: str) -> tuple[Shown, ...]:
    """Return a sentence for each other set of mistakes. ``value``: the field that this hash should sign."""
    target: Target = "shop" if hash_name == convot.SHOP_HASH else "user"
    return tuple(
        tr("These mistakes give the same hash: {mistakes}.", mistakes=_titles(way, target, value))
        for way in verdict.other_ways
    )


def _titles(mistakes: tuple[Mistake, ...], target: Target, value: str) -> Shown:
    signed = signed_name(mistakes, "")
    seen = (Observation(mistake.id, target, mistake.detail, value, signed=signed) for mistake in mistakes)
    return Shown.joined("; ", (finding(observed).title for observed in seen))
