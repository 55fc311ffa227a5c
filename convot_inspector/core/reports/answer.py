"""The answer for the merchant: friendly, at most five sentences, what is wrong and whom to ask for what.

It holds no value of the paste, no secret and no hash, and no name of another app.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.characters.excerpt import excerpt
from convot_inspector.core.language import localize, tr
from convot_inspector.core.reports import sentences
from convot_inspector.core.wording.conclusions import MEANWHILE, MEANWHILE_WORDS, REASONS
from convot_inspector.core.wording.findings import ANY_DEFECT, IDENTITY_VERIFICATION
from convot_inspector.core.wording.mistakes import MERCHANT_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.core.diagnosis.diagnosis import Diagnosis, HashDiagnosis

_LONGEST_NAME = 60  # characters of a field's name


def merchant_answer(diagnosis: Diagnosis) -> str:
    """Return the answer about one call."""
    special = {
        REASONS: _reasons(diagnosis),
        MEANWHILE: (localize(MEANWHILE_WORDS[diagnosis.circumstances.setting]),),
    }
    places = sentences.places(diagnosis)
    said: list[str] = []
    row = sentences.words(diagnosis)
    is_of_both = bool(row.answer_with_shop) and diagnosis.shop.conclusion == "verified"
    for template in row.answer_with_shop if is_of_both else row.answer:
        said += special[template] if template in special else (tr(template, **places),)
    return " ".join(said)


def _reasons(diagnosis: Diagnosis) -> Sequence[str]:
    """Return what is wrong and what to ask the developer for; two sentences, whatever the number of mistakes."""
    about = next((each for each in (diagnosis.about, *diagnosis.hashes) if each.reasons), diagnosis.about)
    details = _details(about)
    places = {"hash": about.hash_name, "value": about.value_name or tr("external_id or email")}

    def filled(template: str, detail: str) -> str:
        return tr(template, detail=detail, link=IDENTITY_VERIFICATION, **places)

    rows = [(MERCHANT_WORDS[found.id], details.get(found.id, "")) for found in about.reasons]
    rows = rows or [(ANY_DEFECT, "")]
    wrong = tuple(dict.fromkeys(filled(row.wrong.text, detail) for row, detail in rows))
    please = tuple(dict.fromkeys(filled(row.please.text, detail) for row, detail in rows))
    first, detail = rows[0]
    if len(wrong) > 1:
        return _several(wrong, please)
    request = filled(first.please.alone, detail) if len(please) == 1 else _request(please)
    return filled(first.wrong.alone, detail), request


def _details(about: HashDiagnosis) -> dict[str, str]:
    proof = about.verdict.proof
    mistakes = proof.mistakes if proof is not None else ()
    return {mistake.id: excerpt(localize(mistake.detail), _LONGEST_NAME) for mistake in mistakes}


def _several(wrong: Sequence[str], please: Sequence[str]) -> Sequence[str]:
    return (
        tr("There is more than one reason: {reasons}.", reasons=_listed(wrong)),
        tr(
            "Please ask your developer to do all of this: {requests} (the right code is here: {link}).",
            requests=_listed(please),
            link=IDENTITY_VERIFICATION,
        ),
    )


def _request(parts: Sequence[str]) -> str:
    return tr(
        "Please ask your developer to {requests} (the right code is here: {link}).",
        requests=_listed(parts),
        link=IDENTITY_VERIFICATION,
    )


def _listed(parts: Sequence[str]) -> str:
    first, *middle = parts
    last = middle.pop() if middle else ""
    for part in middle:
        first = tr("{list}; {next}", list=first, next=part)
    return tr("{list}; and {last}", list=first, last=last) if last else first
