"""Short words for verdicts and outcomes, for all renderings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convot_inspector.core.language import lazy_tr, localize, tr

if TYPE_CHECKING:
    from convot_inspector.core.model import MerchantData, Outcome, Problem, Status
    from convot_inspector.core.shown import Shown
    from convot_inspector.core.wording.conclusions.row import Tone


class StatusWords(NamedTuple):
    """The words for the status of a hash.

    ``report``: for a row of a report. ``pill``: for the window, with its tone. ``meaning``: what follows for the
    visitor; a shop has a sentence about its merchant data instead.
    """

    report: str
    pill: str
    tone: Tone
    meaning: str = ""


_STATUS: dict[Status, StatusWords] = {
    "verified": StatusWords(
        lazy_tr("verifies"), lazy_tr("✓ Verifies"), "right", lazy_tr("Convot trusts this identity.")
    ),
    "mismatch": StatusWords(
        lazy_tr("does not verify"),
        lazy_tr("✕ Does not verify"),
        "wrong",
        lazy_tr("It is not what Convot computes."),
    ),
    "missing": StatusWords(
        lazy_tr("not sent"),
        lazy_tr("Not sent"),
        "warning",
        lazy_tr("Nothing proves this identity. What Convot does depends on the setting below."),
    ),
    "no-value": StatusWords(lazy_tr("sent, but not the value that it signs"), lazy_tr("✕ Nothing to sign"), "wrong"),
    "absent": StatusWords(lazy_tr("not sent"), lazy_tr("Not sent"), "unknown"),
    "not-checked": StatusWords(lazy_tr("not checked"), lazy_tr("Not checked"), "unknown"),
}
_MERCHANT_DATA: dict[MerchantData, str] = {
    "attached": lazy_tr("attached"),
    "inferred": lazy_tr("may be inferred from the verified external_id, if that merchant is synced"),
    "ignored": lazy_tr("not attached: the shop is not verified, so it is silently ignored"),
    "not-sent": lazy_tr("not attached: no shop is sent"),
    "unknown": lazy_tr("cannot tell"),
}
_MERCHANT_DATA_MEANING: dict[MerchantData, str] = {
    "attached": lazy_tr("Merchant revenue data is attached."),
    "inferred": lazy_tr(
        "No verified shop, but Convot may link the merchant by the verified external_id if that merchant is synced."
    ),
    "ignored": lazy_tr("The shop is not verified, so it is silently ignored: no merchant revenue data."),
    "not-sent": lazy_tr("No shop is sent, so there is no merchant revenue data."),
    "unknown": lazy_tr("This does not show whether merchant revenue data is attached."),
}


def status_words(status: Status, *, is_empty: bool = False) -> Shown:
    """Return the words for the status of a hash. ``is_empty``: whether its field is sent without a value."""
    if is_empty and status in ("missing", "absent"):
        return tr("sent empty")
    return localize(_STATUS[status].report)


def status_pill(status: Status, *, is_empty: bool = False) -> tuple[Shown, Tone]:
    """Return a few words for the status of a hash, with a mark for those who see no colours, and their tone."""
    if is_empty and status in ("missing", "absent"):
        return tr("Sent empty"), _STATUS[status].tone
    return localize(_STATUS[status].pill), _STATUS[status].tone


def status_meaning(status: Status) -> Shown:
    """Return what the status of ``user_hash`` means for the visitor; empty where nothing follows from it."""
    return localize(_STATUS[status].meaning)


def merchant_data_words(data: MerchantData) -> Shown:
    """Return the words for whether the conversation shows the merchant's revenue data."""
    return localize(_MERCHANT_DATA[data])


def merchant_data_meaning(data: MerchantData) -> Shown:
    """Return a sentence about the merchant's revenue data."""
    return localize(_MERCHANT_DATA_MEANING[data])


def outcome_words(outcome: Outcome) -> Shown:
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


def outcome_tone(outcome: Outcome) -> Tone:
    """Return the tone of what a setting does with the session."""
    if outcome.session == "unknown":
        return "unknown"
    if outcome.session == "rejected":
        return "wrong"
    tones: dict[str | None, Tone] = {"verified": "right", "lower": "warning"}
    return tones.get(outcome.trust, "unknown")


def placed(problem: Problem) -> Shown:
    """Return why something was not read, with its line and column."""
    return tr(
        "Line {line}, column {column}: {problem}", line=problem.line, column=problem.column, problem=problem.message
    )
