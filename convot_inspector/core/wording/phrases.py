"""Short words for verdicts and outcomes, for all renderings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr, localize, tr

if TYPE_CHECKING:
    from convot_inspector.core.model import MerchantData, Outcome, Problem, Status

_STATUS = {
    "verified": lazy_tr("verifies"),
    "mismatch": lazy_tr("does not verify"),
    "missing": lazy_tr("not sent"),
    "no-value": lazy_tr("sent, but nothing that it could belong to"),
    "absent": lazy_tr("not sent"),
    "not-checked": lazy_tr("not checked"),
}
_MERCHANT_DATA = {
    "attached": lazy_tr("attached"),
    "inferred": lazy_tr("may be inferred from the verified external_id, if that merchant is synced"),
    "ignored": lazy_tr("not attached: the shop is not verified, so it is silently ignored"),
    "not-sent": lazy_tr("not attached: no shop is sent"),
    "unknown": lazy_tr("cannot tell"),
}


def status_words(status: Status) -> str:
    """Return the words for the status of a hash."""
    return localize(_STATUS[status])


def merchant_data_words(data: MerchantData) -> str:
    """Return the words for whether the conversation shows the merchant's revenue data."""
    return localize(_MERCHANT_DATA[data])


def outcome_words(outcome: Outcome) -> str:
    """Return the words for what a setting does with the session."""
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
    """Return why something was not read, with its line and column."""
    return tr(
        "Line {line}, column {column}: {problem}", line=problem.line, column=problem.column, problem=problem.message
    )
