"""Short words for verdicts and outcomes, in whatever is handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convot_inspector.core.model import Outcome

STATUS_WORDS = {
    "verified": "verifies",
    "mismatch": "does not verify",
    "missing": "not sent",
    "no-value": "sent, but nothing that it could belong to",
    "absent": "not sent",
    "not-checked": "not checked",
}
MERCHANT_DATA_WORDS = {
    "attached": "attached",
    "inferred": "may be inferred from the verified external_id, if that merchant is synced",
    "ignored": "not attached: the shop is not verified, so it is silently ignored",
    "not-sent": "not attached: no shop is sent",
    "unknown": "cannot tell",
}


def outcome_words(outcome: Outcome) -> str:
    """What a setting does with the session."""
    if outcome.session == "unknown":
        return "cannot tell"
    if outcome.session == "rejected":
        return f"rejected ({outcome.error})"
    return {
        "verified": "accepted, verified",
        "lower": "accepted with lower trust",
        "unknown": "accepted, trust unknown",
    }[outcome.trust or "unknown"]
