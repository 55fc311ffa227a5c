"""The sentences of a diagnosis, which all renderings share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.characters.visible import signed_text
from convot_inspector.core.diagnosis.as_pasted import BROKEN
from convot_inspector.core.diagnosis.right_call import NOT_RECEIVED
from convot_inspector.core.language import join_list, join_names, localize, mid_sentence, number, plural, tr
from convot_inspector.core.reports.redaction import quoted
from convot_inspector.core.shown import Shown
from convot_inspector.core.wording.conclusions import next_steps
from convot_inspector.core.wording.conclusions.table import CONCLUSIONS
from convot_inspector.core.wording.findings import IDENTITY_VERIFICATION
from convot_inspector.core.wording.phrases import merchant_data_meaning, status_meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convot_inspector.core.diagnosis.diagnosis import Circumstances, Diagnosis, HashDiagnosis
    from convot_inspector.core.model import Finding, HashVerdict, Redaction, SearchStats, Target
    from convot_inspector.core.wording.conclusions.row import ConclusionWords

_NOTHING = Shown()
_LONGEST_QUOTE = 60  # characters; a longer text is too long for a headline
_NOT_TRUSTED = frozenset(("broken", "other-key", "rejected"))
"""Conclusions about a right hash of which it is not certain that Convot gets it."""
_OF_VALUE = frozenset(("wrong-field", "field-renamed", "field-nested", "hash-of-other-call"))


def words(diagnosis: Diagnosis) -> ConclusionWords:
    """Return the row of words for a diagnosis, with the words for a verified shop where the shop verifies."""
    row = CONCLUSIONS[diagnosis.subject, diagnosis.conclusion]
    other = row.with_shop if diagnosis.shop.conclusion == "verified" else None
    if other is None:
        return row
    return row._replace(**{name: value for name, value in other._asdict().items() if value is not None}, with_shop=None)


def places(diagnosis: Diagnosis) -> dict[str, str]:
    """Return what stands for the places in the words of a diagnosis."""
    about = diagnosis.about
    return {
        "hash": about.hash_name,
        "field": about.value_name or tr("external_id or email"),
        "user_field": diagnosis.user.value_name,
        "fields": join_names(about.not_in_text) if about.not_in_text else "",
        "titles": "; ".join(dict.fromkeys(found.title for found in diagnosis.lead)),
        "because": " ".join(dict.fromkeys(found.because for found in diagnosis.lead)),
        "link": IDENTITY_VERIFICATION,
    }


def title(diagnosis: Diagnosis) -> Shown:
    """Return the title: of the conclusion, or of the proven mistakes."""
    row = words(diagnosis)
    is_one = len(diagnosis.lead) == 1
    return tr((is_one and row.title_for_one) or row.title) or _all_titles(diagnosis.lead)


def meaning(diagnosis: Diagnosis, redaction: Redaction = "none") -> Shown:
    """Return what the conclusion means, with the proof in a sentence, but not yet what to do."""
    row, filled = words(diagnosis), places(diagnosis)
    is_required = diagnosis.circumstances.setting == "on"
    text = [tr(sentence, **filled) for sentence in (is_required and row.if_required) or row.text]
    if diagnosis.shop.conclusion == "verified":
        text.insert(1, localize(row.shop_too))
    text.append(_proven(diagnosis.about, redaction))
    if may_be_other_app(diagnosis):
        text.append(localize(next_steps.OTHER_KEY))
    return joined(text)


def to_do(diagnosis: Diagnosis) -> Shown:
    """Return the first thing to do; empty where nothing has to be done."""
    fixes = tuple(dict.fromkeys(found.fix for found in diagnosis.lead))
    row = words(diagnosis)
    if row.to_do:
        return tr(row.to_do, **places(diagnosis))
    if len(fixes) > 1:
        return localize(next_steps.ALL_FIXES.get(len(fixes), next_steps.MORE_FIXES))
    return fixes[0] if fixes else tr(row.otherwise)


def to_do_for_developer(diagnosis: Diagnosis) -> Shown:
    """Return the first thing that a developer has to do, also where the next step is the user's own."""
    template = next_steps.FOR_DEVELOPER.get(diagnosis.conclusion)
    return tr(template, **places(diagnosis)) if template is not None else to_do(diagnosis)


def hash_meaning(diagnosis: Diagnosis, target: Target) -> Shown:
    """Return what follows from the verdict on one hash: that its causes are proven, else what Convot does with it."""
    about, merchant_data = diagnosis.of(target), diagnosis.inspected.merchant_data
    if diagnosis.conclusion == "not-received" and about.conclusion == "verified":
        return tr("It is right, but Convot does not receive it.")
    if about.target == "user" and diagnosis.conclusion in _NOT_TRUSTED:
        return tr("It is right for this value.")
    if about.conclusion == "other-app" and len(about.causes) == 1:
        return tr("Proven: the secret of the other app makes exactly the hash that was sent.")
    if about.causes:
        return plural(
            "Proven: these {count} mistakes together make exactly the hash that was sent.",
            "Proven: this mistake makes exactly the hash that was sent.",
            len(about.causes),
        )
    return merchant_data_meaning(merchant_data) if about.target == "shop" else status_meaning(about.verdict.status)


def if_received(diagnosis: Diagnosis) -> Shown:
    """Return that the outcomes of the setting presuppose a call that Convot receives; empty where it receives it."""
    is_missed = any(found.id in (*NOT_RECEIVED, BROKEN) for found in diagnosis.inspected.findings)
    if diagnosis.conclusion == "other-key":
        return tr("These are the outcomes for the app it was checked for.")
    return tr("These are the outcomes if Convot received this call.") if is_missed else _NOTHING


def suggestions(diagnosis: Diagnosis) -> tuple[Shown, ...]:
    """Return what may be done better where nothing has to be changed."""
    notes = (found for found in diagnosis.inspected.findings if found.severity == "note" and found.fix)
    return tuple(dict.fromkeys(tr("{title}. {fix}", title=found.title, fix=suggestion(found)) for found in notes))


def suggestion(found: Finding) -> Shown:
    """Return the fix of a note, which nobody has to make."""
    return tr("Suggestion: {fix}", fix=found.fix)


def each_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, each once, without a reason or a fix that one before gives too."""
    said: set[str] = set()
    shown: list[Finding] = []
    for found in dict.fromkeys(findings):
        new = replace(
            found,
            because=_NOTHING if found.because in said else found.because,
            fix=_NOTHING if found.fix in said else found.fix,
        )
        if found.title not in said or new.because or new.fix:
            shown.append(new)
        said.update((found.title, found.because, found.fix))
    return tuple(shown)


def remaining(diagnosis: Diagnosis) -> tuple[Shown, ...]:
    """Return what is left to check if a visitor is shown as anonymous although everything verifies."""
    if diagnosis.conclusion not in ("verified", "remarks", "rejected"):
        return ()
    known = diagnosis.circumstances
    left_out = {"no-call"} if known.shows_call else set()
    left_out |= set() if known.shows_rejection else {"twice"}
    left_out |= {"app-key"} if known.has_app_key else set()
    return tuple(localize(words) for id_, words in next_steps.REMAINING.items() if id_ not in left_out)


def remaining_title(diagnosis: Diagnosis) -> Shown:
    """Return what heads the remaining checks."""
    is_rejected = diagnosis.conclusion == "rejected"
    return localize(next_steps.WHY_REJECTED if is_rejected else next_steps.STILL_ANONYMOUS)


def may_be_other_app(diagnosis: Diagnosis) -> bool:
    """Return whether the hash does not verify, and the key in the text is another app's."""
    return diagnosis.circumstances.loads_other_key and diagnosis.user.verdict.status == "mismatch"


def checked_with(known: Circumstances) -> Shown:
    """Return the app, the secret's code and the day of the check; empty where no app is known."""
    if not known.app:
        return tr("Checked on {day} without a secret.", day=known.day) if known.day else _NOTHING
    if not known.secret_code:
        if not known.day:
            return tr("Checked for {app}, without its secret.", app=known.app)
        return tr("Checked on {day} for {app}, without its secret.", day=known.day, app=known.app)
    if not known.day:
        return tr("Checked with the secret of {app} ({code}).", app=known.app, code=known.secret_code)
    return tr(
        "Checked on {day} with the secret of {app} ({code}).", day=known.day, app=known.app, code=known.secret_code
    )


def joined(sentences: Iterable[Shown]) -> Shown:
    """Return the sentences in one paragraph, without the empty ones."""
    return Shown.joined(" ", (sentence for sentence in sentences if sentence))


def tried(verdict: HashVerdict) -> Shown:
    """Return what a search went through; empty where none was made."""
    searched = verdict.searched
    if searched is None:
        return _NOTHING
    return plural(
        "Tried: {secrets}; {count} combinations.",
        "Tried: {secrets}; 1 combination.",
        verdict.tried,
        count=number(verdict.tried),
        secrets=_secrets(searched),
    )


def no_cause(about: HashDiagnosis) -> Shown:
    """Return what a search that found nothing means; empty for any other conclusion."""
    if not about.questions:
        return _NOTHING
    is_secret_right = about.conclusion == "unexplained" and about.questions == ("which-text",)
    return localize(next_steps.NO_CAUSE["unexplained, secret right" if is_secret_right else about.conclusion])


def questions(about: HashDiagnosis, *, for_developer: bool = False) -> tuple[Shown, ...]:
    """Return what to ask for where no cause was found, the most likely first."""
    asked = next_steps.QUESTIONS_FOR_DEVELOPER if for_developer else next_steps.QUESTIONS
    value = about.value_name or tr("the value")
    return tuple(tr(asked[question], value=value) for question in about.questions)


def _proven(about: HashDiagnosis, redaction: Redaction) -> Shown:
    """Return the sentence that the causes are proven: what comes out when the mistakes are made again."""
    proof = about.verdict.proof
    if proof is None or not about.causes:
        return _NOTHING
    of_value = any(mistake.id in _OF_VALUE or mistake.id.startswith("value-") for mistake in proof.mistakes)
    signed = quoted(signed_text(proof.signed), redaction) if of_value and proof.signed else None
    name = about.hash_name
    if about.conclusion == "other-app" and len(proof.mistakes) == 1:
        return tr("Proven: the secret of the other app makes exactly this {hash}.", hash=name)
    if signed is not None and len(signed) <= _LONGEST_QUOTE:
        if len(proof.mistakes) == 1:
            return tr("Proven: signing “{signed}” reproduces this {hash} exactly.", signed=signed, hash=name)
        return tr(
            "Proven: these mistakes, with “{signed}” as the signed text, reproduce this {hash} exactly.",
            signed=signed,
            hash=name,
        )
    if len(proof.mistakes) == 1:
        return tr("Proven: this mistake reproduces this {hash} exactly.", hash=name)
    return tr("Proven: these mistakes together reproduce this {hash} exactly.", hash=name)


def _all_titles(lead: Sequence[Finding]) -> Shown:
    """Return the first title, and what comes on top in as many words as a headline has room for."""
    lead = tuple({found.id: found for found in reversed(lead)}.values())[::-1]  # the first of each kind
    first, more = lead[0].title, len(lead) - 1
    if not more:
        return first
    two = tr("{first} (and {second})", first=first, second=mid_sentence(lead[1].title))
    if more == 1 and len(two) - len(first) <= _LONGEST_QUOTE:
        return two
    return plural("{first} (and {count} more mistakes)", "{first} (and 1 more mistake)", more, first=first)


def _secrets(searched: SearchStats) -> Shown:
    parts = [tr("the current secret")] if searched.current else []
    if searched.previous:
        parts.append(plural("{count} previous", "1 previous", searched.previous))
    if searched.others:
        parts.append(plural("{count} other apps", "1 other app", searched.others))
    if searched.credentials:
        parts.append(plural("{count} tokens in the text", "1 token in the text", searched.credentials))
    return join_list(parts) if parts else tr("no secret")
