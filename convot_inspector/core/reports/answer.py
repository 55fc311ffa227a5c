"""The answer for the merchant: friendly, in short paragraphs, what is wrong and whom to ask for what.

It holds no value of the paste, no secret and no hash, and no name of another app.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from convot_inspector.core.characters.excerpt import excerpt
from convot_inspector.core.diagnosis.signed_name import signed_name
from convot_inspector.core.language import localize, tr
from convot_inspector.core.reports import sentences
from convot_inspector.core.shown import Shown
from convot_inspector.core.wording.conclusions.answer_parts import (
    ASK_FOR_VALUES_WORDS,
    MEANWHILE_WORDS,
    MISSED_COMMENT,
    MISSED_LETTERS,
    MISSED_WORDS,
    WHERE,
)
from convot_inspector.core.wording.conclusions.next_steps import NO_CALL_ANSWER, OTHER_KEY_ANSWER
from convot_inspector.core.wording.conclusions.row import ASK_FOR_VALUES, MEANWHILE, REASONS
from convot_inspector.core.wording.findings import ANY_DEFECT, IDENTITY_VERIFICATION
from convot_inspector.core.wording.hash_shapes import HASH_SHAPES
from convot_inspector.core.wording.mistakes import MERCHANT_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convot_inspector.core.diagnosis.diagnosis import Diagnosis, HashDiagnosis
    from convot_inspector.core.model import Finding
    from convot_inspector.core.wording.rows import MerchantWords

_LONGEST_NAME = 60  # characters of a field's name
_NO_VALUES = ("value-is-expression", "template-not-rendered")
_SOURCES = frozenset(("html", "javascript", "python", "ruby", "php"))  # formats of a page's source or of code


def merchant_answer(diagnosis: Diagnosis, greeting: str = "", closing: str = "") -> str:
    """Return the answer about one call, in short paragraphs.

    ``greeting`` and ``closing`` are the user's own and stand around it unchanged; empty ones are left out.
    """
    said = [text for _, text in answer_parts(diagnosis)]
    first = sentences.joined(said[:2])  # the thanks alone would be a paragraph of a few words
    return "\n\n".join(part for part in (greeting.strip(), first, *said[2:], closing.strip()) if part)


def answer_parts(diagnosis: Diagnosis) -> Iterator[tuple[str, Shown]]:
    """Yield the paragraphs of the answer, each after the template or placeholder of the row that it comes from."""
    places = {**sentences.places(diagnosis), "missed": _missed(diagnosis)}
    special = {
        REASONS: _reasons(diagnosis),
        MEANWHILE: (localize(MEANWHILE_WORDS[diagnosis.circumstances.setting]),),
        ASK_FOR_VALUES: (tr(ASK_FOR_VALUES_WORDS[_what_was_sent(diagnosis)], **places),),
    }
    for template in sentences.words(diagnosis).answer:
        for text in special[template] if template in special else (tr(template, **places),):
            yield template, text
    if diagnosis.conclusion in ("verified", "remarks") and not diagnosis.circumstances.shows_call:
        yield NO_CALL_ANSWER, localize(NO_CALL_ANSWER)
    if sentences.may_be_other_app(diagnosis):
        yield OTHER_KEY_ANSWER, localize(OTHER_KEY_ANSWER)


def _missed(diagnosis: Diagnosis) -> str:
    """Return why Convot does not receive the call; empty where it may."""
    found = next((each for each in diagnosis.lead if each.id in MISSED_WORDS), None)
    if found is None:
        return ""
    template = MISSED_WORDS[found.id]
    if found.id == "not-identify" and found.detail.lower() == "convot.identify":
        template = MISSED_LETTERS
    if found.id == "not-run" and found.detail:
        template = MISSED_COMMENT
    return tr(template, detail=excerpt(found.detail, _LONGEST_NAME))


def _what_was_sent(diagnosis: Diagnosis) -> Literal["code", "hidden", "other"]:
    """Return what the text is: code that gets the values from elsewhere, a copy with hidden values, or another text."""
    found = {each.id for each in diagnosis.inspected.findings}
    if diagnosis.circumstances.input_format in _SOURCES and not found.isdisjoint(_NO_VALUES):
        return "code"
    return "hidden" if found & {"value-redacted", "email-obfuscated"} else "other"


def _reasons(diagnosis: Diagnosis) -> Sequence[Shown]:
    """Return what is wrong and what to ask the developer for; two paragraphs, whatever the number of mistakes."""
    about = next((each for each in (diagnosis.about, *diagnosis.hashes) if each.reasons), diagnosis.about)
    details = _details(about)
    value = about.value_name or tr("external_id or email")
    proof = about.verdict.proof
    signed = signed_name(proof.mistakes, value) if proof is not None else value
    places = {"hash": about.hash_name, "value": value, "signed": signed}

    def filled(template: str, detail: str) -> Shown:
        return tr(template, detail=detail, **places)

    rows = [(_merchant_words(found, about), details.get(found.id, "")) for found in about.reasons]
    rows = rows or [(ANY_DEFECT, "")]
    wrong = tuple(dict.fromkeys(filled(row.wrong.text, detail) for row, detail in rows))
    please = tuple(dict.fromkeys(filled(row.please.text, detail) for row, detail in rows))
    wheres = {row.where for row, _ in rows} - {""}
    where = tr(WHERE["both" if len(wheres) > 1 else wheres.pop()], link=IDENTITY_VERIFICATION) if wheres else Shown()
    first, detail = rows[0]
    if len(wrong) > 1:
        because = tr("There is more than one reason: {reasons}.", reasons=_listed(wrong))
    else:
        because = filled(first.wrong.alone, detail)
    if len(please) == 1:
        request = filled(first.please.alone, detail)
    elif len(wrong) > 1:
        request = tr("Please ask your developer to do all of this: {requests}.", requests=_listed(please))
    else:
        request = tr("Please ask your developer to {requests}.", requests=_listed(please))
    return because, sentences.joined((request, where))


def _merchant_words(found: Finding, about: HashDiagnosis) -> MerchantWords:
    shape = HASH_SHAPES.get(about.shape or "") if found is about.defect else None
    return (shape.merchant if shape is not None else None) or MERCHANT_WORDS[found.id]


def _details(about: HashDiagnosis) -> dict[str, str]:
    proof = about.verdict.proof
    mistakes = proof.mistakes if proof is not None else ()
    return {mistake.id: excerpt(localize(mistake.detail), _LONGEST_NAME) for mistake in mistakes}


def _listed(parts: Sequence[Shown]) -> Shown:
    first, *middle = parts
    last = middle.pop() if middle else None
    for part in middle:
        first = tr("{list}; {next}", list=first, next=part)
    return tr("{list}; and {last}", list=first, last=last) if last is not None else first
