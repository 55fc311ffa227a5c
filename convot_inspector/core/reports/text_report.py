"""An inspection as text for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.characters.visible import signed_text, visible
from convot_inspector.core.diagnosis.diagnose import diagnose
from convot_inspector.core.language import tr
from convot_inspector.core.reports import sentences
from convot_inspector.core.reports.code_lines import call_code
from convot_inspector.core.reports.headline import headline
from convot_inspector.core.reports.redaction import quoted, redacted
from convot_inspector.core.shown import Shown
from convot_inspector.core.wording.phrases import merchant_data_words, outcome_words, placed, status_words

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Circumstances, Diagnosis, HashDiagnosis
    from convot_inspector.core.model import Field, Finding, Inspection, Redaction


def to_text(inspection: Inspection, redaction: Redaction = "mask", circumstances: Circumstances | None = None) -> str:
    """Return the inspection in plain sentences."""
    known = sentences.checked_with(circumstances) if circumstances is not None else _EMPTY
    lines = [*([known] if known else ()), *map(placed, inspection.problems)]
    for inspected in inspection.calls:
        if lines:
            lines.append(_EMPTY)
        lines += _call_text(diagnose(inspected, circumstances), redaction)
    return "\n".join(lines) + "\n"


def _call_text(diagnosis: Diagnosis, redaction: Redaction) -> list[Shown]:
    inspected = diagnosis.inspected
    head = headline(diagnosis, redaction)
    signed = inspected.signed
    lines = [
        tr("{title}  (the call at line {line})", title=head.title, line=inspected.call.line),
        _indented(2, head.text),
        _EMPTY,
        *_rows(
            2,
            (tr("Signed value"), _signed(signed, redaction)),
            (
                Shown(convot.USER_HASH),
                status_words(inspected.user.status, is_empty=convot.USER_HASH in inspected.call.fields),
            ),
            (
                Shown(convot.SHOP_HASH),
                status_words(inspected.shop.status, is_empty=convot.SHOP_HASH in inspected.call.fields),
            ),
            (tr("Merchant data"), merchant_data_words(inspected.merchant_data)),
        ),
        _indented(2, tr("Require identity verification")),
        *_rows(
            4,
            (tr("off"), outcome_words(inspected.enforcement.off)),
            (tr("on"), outcome_words(inspected.enforcement.on)),
        ),
    ]
    for found in sentences.each_once(inspected.findings):
        lines += [_EMPTY, _indented(2, tr("{title}.", title=found.title))]
        lines += [_indented(4, words) for words in (found.because, _fix(found) if found.fix else _EMPTY) if words]
    right = call_code(inspected, redaction)
    if right:
        lines += [_EMPTY, _indented(2, tr("The right call, with the values of the checked text:"))]
        lines += [_indented(4, Shown(line)) for line in right.splitlines()]
    for about in diagnosis.hashes:
        lines += _proof_text(about, redaction) or _no_cause_text(about)
    return lines


_EMPTY = Shown()
_COLUMN = 17  # where the second column begins, if the names of the first are short enough


def _rows(indent: int, *rows: tuple[Shown, Shown]) -> list[Shown]:
    """Return names and values in two columns."""
    width = _COLUMN - indent - 1
    return [_indented(indent, name + Shown(" " * (1 + max(0, width - len(name)))) + value) for name, value in rows]


def _indented(indent: int, text: Shown) -> Shown:
    return Shown(" " * indent) + text


def _fix(found: Finding) -> Shown:
    if found.severity == "note":
        return sentences.suggestion(found)
    return {
        "developer": tr("Fix (developer): {fix}", fix=found.fix),
        "merchant": tr("Fix (merchant): {fix}", fix=found.fix),
        "support": tr("Fix (support): {fix}", fix=found.fix),
    }[found.owner]


def _proof_text(about: HashDiagnosis, redaction: Redaction) -> list[Shown]:
    proof = about.verdict.proof
    if proof is None:
        return []
    text = quoted(signed_text(proof.signed), redaction)
    rows = [] if text is None else [(tr("text"), text)]
    rows += [(tr("key"), proof.key), (tr("computed"), proof.construction), (tr("written as"), proof.encoding)]
    return [
        _EMPTY,
        _indented(2, tr("How this {hash} was made, computed and compared with what was sent:", hash=about.hash_name)),
        *_rows(4, *rows),
        _indented(4, sentences.tried(about.verdict)),
    ]


def _no_cause_text(about: HashDiagnosis) -> list[Shown]:
    means = sentences.no_cause(about)
    if not means:
        return []
    nothing = tr("No cause was found for this {hash}.", hash=about.hash_name)
    return [
        _EMPTY,
        _indented(2, sentences.joined((nothing, sentences.tried(about.verdict)))),
        _indented(4, means),
        *(_indented(4, Shown("- ") + question) for question in sentences.questions(about)),
    ]


def _signed(signed: Field | None, redaction: Redaction) -> Shown:
    if signed is None:
        return tr("none")
    if signed.kind == "unclear":
        return tr("{field}, which can be read in more than one way", field=signed.name)
    if not signed.known:
        return tr("{field}, which this text does not contain", field=signed.name)
    value = redacted(signed, redaction)
    return Shown(signed.name if value is None else f"{signed.name}: {visible(value)}")
