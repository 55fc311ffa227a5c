"""Nothing in a paste moves the cursor, hides, reorders or breaks a line of an output, and nothing raises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hostile_outputs import OUTPUTS, REDACTIONS, SHOWN
from hostile_values import FAKE, MOVING, PLACES, TEXTS
from paste import OTHER_SECRET, SECRET, inspect_briefly

from convot_inspector import AppSecrets
from convot_inspector.core.inspection import Check

if TYPE_CHECKING:
    from convot_inspector.core.inspection import InspectionReport

SECRETS = AppSecrets(SECRET, (), {"Globex": OTHER_SECRET})
OWN = {"ticket in slack": "\n\u2060"}  # WORD JOINER: how Slack's mentions are ended


def moved(report: InspectionReport) -> list[str]:
    """Return what of the outputs moves or hides, or cannot be written."""
    found: list[str] = []
    for name, write in {**OUTPUTS, **SHOWN}.items():
        for redaction in REDACTIONS:
            written = write(report, redaction)
            written.encode()
            own = OWN.get(name, "\n")
            moving = {f"U+{ord(each):04X}" for each in written if not each.isprintable() and each not in own}
            if f"\n{FAKE}" in written:
                moving.add("a line of its own")
            found += [f"{name}, {redaction}: {each}" for each in sorted(moving)]
    return found


@pytest.mark.parametrize("value", MOVING)
def test_no_output_holds_a_character_that_moves_or_hides(value: str) -> None:
    found = {place: moved(Check(write(MOVING[value]), SECRETS).verdict()) for place, write in PLACES.items()}
    assert {place: each for place, each in found.items() if each} == {}


@pytest.mark.slow
@pytest.mark.usefixtures("few_numbers")
@pytest.mark.parametrize("value", TEXTS)
def test_no_output_holds_one_after_the_search(value: str) -> None:
    found = {place: moved(inspect_briefly(write(TEXTS[value]), SECRETS, 40)) for place, write in PLACES.items()}
    assert {place: each for place, each in found.items() if each} == {}


def test_the_lists_are_not_empty() -> None:
    assert min(len(MOVING), len(TEXTS) - len(MOVING), len(PLACES)) > 25
