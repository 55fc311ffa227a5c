"""Compares the program's result for a sample with the truth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paste import inspect_briefly

from convot_inspector import AppSecrets
from convot_inspector.core.inspection import Check
from oracle.signing import OTHER, OTHER_NAME, PREVIOUS, SECRET

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection, HashVerdict, Inspection
    from oracle.sampling import Sample

SECRETS = AppSecrets(SECRET, (PREVIOUS,), {OTHER_NAME: OTHER})

FAILURES = {
    "false-verified": 100,
    "false-red": 50,
    "false-cause": 50,
    "misread": 30,
    "false-missing": 30,
    "unfounded": 10,
    "other-cause": 10,
    "cause-missed": 2,
    "grey": 1,
    "unread": 1,
}
"""By severity, what can be wrong.

``false-verified``: a wrong hash is called right. ``false-red``: a right one is called wrong. ``false-cause``: a mistake
is stated for a hash that no mistake made. ``misread``: red over a value or a hash that the text does not hold.
``false-missing``: no hash is seen for a value whose hash is in the text. ``unfounded``: red where the notation leaves
the value several readings. ``other-cause``: a set of mistakes that is not the one that was made. ``cause-missed``: red
without its known mistake. ``grey``, ``unread``: a right hash that is not called right, with a call or without.
"""

POLLS = 300
"""How often the search may ask whether to go on: enough for one mistake in every shape, a tenth of a full search."""


def outcome(sample: Sample) -> str:
    """Return a key of `FAILURES`, or "read" (right), "proven" (the mistake), "red" (rightly), "silent" (grey, none)."""
    return _outcome(sample, inspect_briefly(sample.text, SECRETS, POLLS))


def verdict_outcome(sample: Sample) -> str:
    """Return the same without a search for causes: "cause-missed" is a wrong hash that is rightly called wrong."""
    return _outcome(sample, Check(sample.text, SECRETS).verdict())


def _outcome(sample: Sample, inspected: Inspection) -> str:
    calls = [call for call in inspected.calls if not _is_other(call)]
    return max(_of_user(sample, calls), _of_shop(calls), key=lambda found: FAILURES.get(found, 0))


def _of_shop(calls: list[CallInspection]) -> str:
    """Shops in the texts always have the right hash."""
    statuses = {call.shop.status for call in calls}
    return "false-red" if "mismatch" in statuses else "false-missing" if "missing" in statuses else ""


def _of_user(sample: Sample, calls: list[CallInspection]) -> str:
    if sample.truth != "mistake" and any(call.user.status == "missing" and call.user.causes for call in calls):
        return "false-cause"
    if sample.truth == "right":
        return _of_right(sample, calls)
    if any(call.user.status == "verified" for call in calls):
        if sample.cause and sample.cause == sample.shape.as_printed:
            return "silent"
        is_mentioned = sample.cause == "wrong-field" and not sample.shape.names_ids
        return "silent" if is_mentioned else "false-verified"
    if any(call.user.status == "missing" for call in calls):
        return "false-missing"
    if calls and all(call.user.status in ("absent", "no-value") for call in calls):
        return "false-missing"
    red = [_of_red(sample, call) for call in calls if call.user.status == "mismatch"]
    return max(red, key=lambda found: FAILURES.get(found, 0), default="silent")


def _is_other(call: CallInspection) -> bool:
    """Return whether the call is of the second user, whom some shapes contain too: without a hash, or a right one."""
    email = call.call.fields.get("email")
    others = ("missing", "not-checked", "verified")
    return email is not None and email.value.startswith("other") and call.user.status in others


def _of_right(sample: Sample, calls: list[CallInspection]) -> str:
    statuses = {call.user.status for call in calls}
    if any(call.user.status == "mismatch" and [sample.shape.also] != list(call.user.causes) for call in calls):
        return "false-red"
    if "mismatch" in statuses:
        return "read"
    if "verified" in statuses:
        return (
            "misread" if any(_signed(c) != sample.who.signed for c in calls if c.user.status == "verified") else "read"
        )
    if "missing" in statuses:
        return "false-missing"
    return "grey" if calls else "unread"


def _of_red(sample: Sample, call: CallInspection) -> str:
    if call.user.causes:
        if sample.truth == "nonsense":
            return "false-cause"
        return "proven" if sample.cause in _single_causes(call.user, sample.shape.also) else "other-cause"
    sent = call.call.fields["user_hash"].value
    if sample.shape.also:
        sent = re.sub(r"[\s\u00ad\u200b]", "", sent)
    can_be_right = re.fullmatch("[0-9a-f]{64}", sample.sent) is not None
    if sent != sample.sent or (can_be_right and _signed(call) != sample.who.signed):
        return "misread"
    if sample.shape.fixes(sample.who.signed):
        return "cause-missed" if sample.truth == "mistake" else "red"
    return "unfounded" if can_be_right else "red"


def _signed(call: CallInspection) -> str | None:
    return None if call.signed is None else call.signed.value


def _single_causes(verdict: HashVerdict, also: str) -> set[str]:
    """Return the mistakes that explain the hash alone, or together with the mistake of the shape."""
    ways = (verdict.causes, *([mistake.id for mistake in way] for way in verdict.other_ways))
    rests = ([cause for cause in way if cause != also] for way in ways)
    return {rest[0] for rest in rests if len(rest) == 1}
