"""Short words for verdicts and outcomes, in whatever is handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.language import phrase, told, tr

if TYPE_CHECKING:
    from convot_inspector.core.model import MerchantData, Outcome, Problem, Status

_STATUS = {
    "verified": phrase("verifies"),
    "mismatch": phrase("does not verify"),
    "missing": phrase("not sent"),
    "no-value": phrase("sent, but nothing that it could belong to"),
    "absent": phrase("not sent"),
    "not-checked": phrase("not checked"),
}
_MERCHANT_DATA = {
    "attached": phrase("attached"),
    "inferred": phrase("may be inferred from the verified external_id, if that merchant is synced"),
    "ignored": phrase("not attached: the shop is not verified, so it is silently ignored"),
    "not-sent": phrase("not attached: no shop is sent"),
    "unknown": phrase("cannot tell"),
}


def status_words(status: Status) -> str:
    """What became of a hash."""
    return told(_STATUS[status])


def merchant_data_words(data: MerchantData) -> str:
    """Whether the conversation shows the merchant's revenue data."""
    return told(_MERCHANT_DATA[data])


def outcome_words(outcome: Outcome) -> str:
    """What a setting does with the session."""
    if outcome.session == "unknown":
        return tr("cannot tell")
    if outcome.session == "rejected":
        return tr("rejected ({error})", error=outcome.error)
    return {
        "verified": tr("accepted, verified"),
        "lower": tr("accepted with lower trust"),
        "unknown": tr("accepted, trust unknown"),
    }[outcome.trust or "unknown"]


def placed(problem: Problem) -> str:
    """Why something was not read, with its place."""
    return tr(
        "Line {line}, column {column}: {problem}", line=problem.line, column=problem.column, problem=problem.message
    )
