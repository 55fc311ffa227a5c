"""The part of a ticket and a report about one call: its values, verdicts and proof. It shows no complete hash.

A right hash is as good as a password, and so is a wrong one that only differs in case: hashes are always shortened,
whatever the redaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.characters.excerpt import excerpt
from convot_inspector.core.characters.visible import shape, signed_text, visible
from convot_inspector.core.diagnosis.other_ways import other_ways
from convot_inspector.core.language import tr
from convot_inspector.core.reports.document import Points, Row, Rows, Sides
from convot_inspector.core.reports.redaction import is_digest, is_hash, quoted, redacted, redacted_field
from convot_inspector.core.reports.sentences import tried
from convot_inspector.core.shown import Shown
from convot_inspector.core.wording.phrases import (
    merchant_data_words,
    outcome_tone,
    outcome_words,
    status_pill,
    status_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.diagnosis.diagnosis import Diagnosis, HashDiagnosis
    from convot_inspector.core.model import CallInspection, Field, Redaction, Status
    from convot_inspector.core.reports.document import Block

_LONGEST_NAME, _LONGEST_VALUE = 60, 500  # characters


def values(call: CallInspection, redaction: Redaction) -> Rows:
    """Return every field of the call."""
    return Rows(tuple(_row(field, call, redaction) for field in call.call.fields.values()))


def _row(field: Field, call: CallInspection, redaction: Redaction) -> Row:
    name = excerpt(field.name, _LONGEST_NAME)
    if not field.known:
        return Row(name, tr("not in this text"))
    if not field.value:
        return Row(name, tr("(empty)"))
    if is_hash(field, call):
        short = redacted_field(field, call, "none", "short") or ""
        if redaction == "remove" and not is_digest(field.value):  # it may be a person's data in the place of a hash
            short = tr("(left out)")
        return Row(name, tr("{hash} ({shape})", hash=excerpt(short, _LONGEST_NAME), shape=shape(field.value)))
    value = redacted(field, redaction)
    return (
        Row(name, tr("(left out)"))
        if value is None
        else Row(name, excerpt(visible(value), _LONGEST_VALUE), is_exact=True)
    )


def verdicts(call: CallInspection, redaction: Redaction) -> Rows:
    """Return what is signed, the status of both hashes, and what each setting does."""
    return Rows(
        (
            *_signed(call.signed, redaction),
            _status(call, convot.USER_HASH, call.user.status),
            _status(call, convot.SHOP_HASH, call.shop.status),
            Row(tr("Merchant data"), merchant_data_words(call.merchant_data)),
        )
    )


def _status(call: CallInspection, name: str, status: Status) -> Row:
    return Row(Shown(name), status_words(status, is_empty=name in call.call.fields), tone=status_pill(status)[1])


def settings(diagnosis: Diagnosis) -> Sides:
    """Return what each setting of *Require identity verification* does, with the one in force marked if it is known."""
    outcomes, setting = diagnosis.inspected.enforcement, diagnosis.circumstances.setting
    off, on = tr("Verification not required"), tr("Verification required")
    return Sides(
        (
            Row(off, outcome_words(outcomes.off), tone=outcome_tone(outcomes.off)),
            Row(on, outcome_words(outcomes.on), tone=outcome_tone(outcomes.on)),
        ),
        {"off": off, "on": on}.get(setting, Shown()),
        tr("as it is set in Convot"),
    )


def _signed(signed: Field | None, redaction: Redaction) -> Iterator[Row]:
    if signed is None:
        yield Row(tr("Signed value"), tr("none"))
        return
    yield Row(tr("Signed field"), excerpt(signed.name, _LONGEST_NAME))
    if not signed.known:
        yield Row(tr("Signed value"), tr("not in this text"))
        return
    value = redacted(signed, redaction)
    yield (
        Row(tr("Signed value"), tr("(left out)"))
        if value is None
        else Row(tr("Signed value"), excerpt(visible(value), _LONGEST_VALUE), is_exact=True)
    )
    size = len(signed.value.encode("utf-8", "surrogatepass"))
    yield Row(tr("Its size"), tr("{count} bytes of UTF-8", count=size))


def proof(about: HashDiagnosis, redaction: Redaction) -> Iterator[Block]:
    """Yield how the sent hash comes about, where that is proven."""
    verdict = about.verdict
    found = verdict.proof
    if found is None:
        return
    text = quoted(signed_text(found.signed), redaction)
    yield Rows(
        (
            Row(tr("Signed text"), tr("(left out)"))
            if text is None
            else Row(tr("Signed text"), excerpt(text, _LONGEST_VALUE) or tr("(an empty text)"), is_exact=bool(text)),
            Row(tr("Key"), found.key),
            Row(tr("Computed"), found.construction),
            Row(tr("Written as"), found.encoding),
            Row(tr("Found in"), excerpt(found.place, _LONGEST_NAME)),
            Row(tr("Search"), tried(verdict)),
        )
    )
    if verdict.alternatives:
        yield Points(other_ways(verdict, about.hash_name, about.value_name))
