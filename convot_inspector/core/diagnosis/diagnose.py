"""The diagnosis of an inspected call. The only place that decides what a combination of verdicts means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.diagnosis.as_pasted import BROKEN
from convot_inspector.core.diagnosis.diagnosis import UNEXPLAINED, Circumstances, Diagnosis, HashDiagnosis
from convot_inspector.core.diagnosis.findings import finding, is_secret_of_other_app
from convot_inspector.core.diagnosis.hash_shape import hash_shape
from convot_inspector.core.diagnosis.observation import Observation
from convot_inspector.core.diagnosis.right_call import NOT_RECEIVED

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Conclusion, Question, Subject
    from convot_inspector.core.model import CallInspection, Field, Finding, HashVerdict, Owner, Target

_FORMS = ("hash-not-hex", "hash-wrong-length", "hash-upper-case")
_SHORTEST_DIGEST = 32  # characters: MD5 in hex
_RENAMED = frozenset(("field-renamed", "field-nested"))
OTHER_APP = "key-other-app"
_DEFECTS = ("hash-is-value", "hash-is-jwt", *_FORMS)
_FINDINGS: dict[tuple[Subject, Conclusion], str] = {
    ("user", "placeholder"): "hash-is-placeholder",
    ("shop", "placeholder"): "hash-is-placeholder",
    ("user", "template"): "template-not-rendered",
    ("shop", "template"): "template-not-rendered",
    ("user", "absent"): "nothing-to-sign",
    ("user", "no-value"): "nothing-to-sign",
    ("shop", "unsigned"): "shop-unsigned",
    ("shop", "no-value"): "shop-hash-without-shop",
}
"""Findings that come with a conclusion and say what to do."""

_SUPPORT: frozenset[Conclusion] = frozenset(
    (
        "other-app",
        "not-in-text",
        "several-readings",
        "too-many-readings",
        "bad-secret",
        "no-secret",
        "placeholder",
        "rejected",
        "template",
    )
)
_NEEDS_NO_WORDS: frozenset[Conclusion] = frozenset(("verified", "absent"))
"""Conclusions about a shop that need no words once the user is verified."""


def diagnose(inspected: CallInspection, circumstances: Circumstances | None = None) -> Diagnosis:
    """Return what a call means. Depends on its arguments only; never raises for an inspection made by ``Check``."""
    known = circumstances or Circumstances()
    is_certain = _is_certain_of_app(inspected, known)
    if is_certain:
        inspected = _blaming_the_server(inspected)
    user = _of_hash(inspected, "user", convot.USER_HASH, inspected.signed, is_certain=is_certain)
    shop = _of_hash(inspected, "shop", convot.SHOP_HASH, inspected.call.sent(convot.SHOP), is_certain=is_certain)
    subject, conclusion, lead = _conclude(inspected, user, shop, known)
    return Diagnosis(
        inspected,
        user,
        shop,
        subject,
        conclusion,
        lead,
        _owner(subject, conclusion, lead),
        not (inspected.user.is_pending or inspected.shop.is_pending),
        known,
    )


def _is_certain_of_app(inspected: CallInspection, known: Circumstances) -> bool:
    """Return whether the app is the page's: the text holds its key, or one of the hashes is right with its secret."""
    return known.has_app_key or "verified" in (inspected.user.status, inspected.shop.status)


def _blaming_the_server(inspected: CallInspection) -> CallInspection:
    """Return the inspection with the words for the secret of another app where the choice of the app is certain."""
    findings = tuple(
        finding(Observation(found.id, found.target, found.detail, is_proven=True)) if found.id == OTHER_APP else found
        for found in inspected.findings
    )
    return inspected if findings == inspected.findings else replace(inspected, findings=findings)


def _conclude(
    inspected: CallInspection, user: HashDiagnosis, shop: HashDiagnosis, known: Circumstances
) -> tuple[Subject, Conclusion, tuple[Finding, ...]]:
    """Select the worst: an exposed secret, the user's hash, a call that is not received, the shop's hash, warnings."""
    of_other = tuple(found for found in inspected.findings if is_secret_of_other_app(found))
    if of_other:
        return "call", "other-exposed", of_other
    exposed = [found for found in inspected.findings if found.id in ("secret-exposed", "hash-is-secret")]
    # With a detail it is another token, which exposes nobody's identity.
    secrets = [found for found in exposed if found.id == "hash-is-secret" or not found.detail]
    if exposed:
        first = (secrets or exposed)[:1]
        return "call", "exposed" if secrets else "token-exposed", tuple(first)
    if user.conclusion != "verified":
        return "user", user.conclusion, _lead(inspected, "user", user)
    missed = tuple(found for found in inspected.findings if found.id in NOT_RECEIVED)
    if missed:
        return "call", "not-received", missed
    broken = tuple(found for found in inspected.findings if found.id == BROKEN)
    if broken:
        return "call", "broken", broken
    if known.loads_other_key or known.shows_rejection:
        return "call", "other-key" if known.loads_other_key else "rejected", ()
    if shop.conclusion not in _NEEDS_NO_WORDS:
        return "shop", shop.conclusion, _lead(inspected, "shop", shop)
    remarks = tuple(found for found in inspected.findings if found.severity == "warning")
    return "call", "remarks" if remarks else "verified", remarks


def _lead(inspected: CallInspection, subject: Subject, about: HashDiagnosis) -> tuple[Finding, ...]:
    if about.conclusion == "absent":  # both may stand under other names
        renamed = tuple(each for each in inspected.findings if each.id in _RENAMED and each.target == subject)
        if any(each.severity != "note" for each in renamed):
            return renamed
    wanted = _FINDINGS.get((subject, about.conclusion))
    found = tuple(found for found in inspected.findings if found.id == wanted and found.target == subject)
    return found or about.reasons


def _owner(subject: Subject, conclusion: Conclusion, lead: tuple[Finding, ...]) -> Owner | None:
    if conclusion in ("verified", "searching"):
        return None
    if conclusion in _SUPPORT or (subject == "user" and conclusion in UNEXPLAINED):
        return "support"
    return lead[0].owner if lead else "developer"


def _of_hash(
    inspected: CallInspection, target: Target, hash_name: str, value: Field | None, *, is_certain: bool
) -> HashDiagnosis:
    verdict = inspected.shop if target == "shop" else inspected.user
    sent = inspected.call.sent(hash_name)
    own = [found for found in inspected.findings if found.target == target]
    causes = tuple(found for found in own if found.id in verdict.causes)
    conclusion = _conclusion(inspected, verdict, value, sent)
    if conclusion == "unsigned" and hash_name in inspected.call.fields:
        conclusion = "empty"
    other_app = _other_app(verdict) if conclusion == "proven" and not is_certain else ""
    if other_app:
        conclusion = "other-app"  # the choice of the app is in doubt, not the server
    defect = next((found for found in own if found.id in _DEFECTS), None) if conclusion == "defect" else None
    questions: tuple[Question, ...] = ()
    if conclusion in UNEXPLAINED or _may_be_a_digest(verdict, defect, sent):
        other = inspected.user if target == "shop" else inspected.shop
        questions = _questions(verdict, is_secret_right=other.status == "verified")
    return HashDiagnosis(
        target,
        hash_name,
        value.name if value is not None else "",
        conclusion,
        verdict,
        causes,
        defect,
        tuple(field.name for field in (value, sent) if field is not None and not field.known),
        questions,
        hash_shape(sent.value) if defect is not None and defect.id in _FORMS and sent is not None else None,
        other_app,
    )


def _conclusion(inspected: CallInspection, verdict: HashVerdict, value: Field | None, sent: Field | None) -> Conclusion:
    match verdict.status:
        case "mismatch":
            return _of_mismatch(verdict, sent)
        case "missing":
            return "misplaced" if verdict.causes else "unsigned"
        case "not-checked":
            return _why_not_checked(inspected, verdict, value, sent)
        case "no-value":
            return "no-value" if _RENAMED.isdisjoint(verdict.causes) else "proven"
        case "verified" | "absent":
            return verdict.status


def _of_mismatch(verdict: HashVerdict, sent: Field | None) -> Conclusion:
    if verdict.causes:
        return "proven"
    if sent is None or not convot.can_be_a_hash(sent.value):
        return "defect"
    if verdict.is_pending:
        return "searching"
    return "unexplained" if verdict.searched is not None and verdict.searched.complete else "interrupted"


def _why_not_checked(
    inspected: CallInspection, verdict: HashVerdict, value: Field | None, sent: Field | None
) -> Conclusion:
    unknown = [field for field in (value, sent) if field is not None and not field.known]
    if unknown:
        if sent is not None and sent.kind == "placeholder":
            return "placeholder"
        kinds = {field.kind for field in unknown}
        if kinds == {"unclear"}:
            return "too-many-readings" if verdict.is_cut else "several-readings"
        return "template" if "template" in kinds else "not-in-text"
    if value is not None and value.kind in ("object", "boolean"):
        return "unsignable"
    if any(found.id == "secret-format" for found in inspected.findings):
        return "bad-secret"
    if value is not None and any("\ud800" <= character <= "\udfff" for character in value.value):
        return "half-character"
    return "no-secret"


def _may_be_a_digest(verdict: HashVerdict, defect: Finding | None, sent: Field | None) -> bool:
    """Return whether a text that is no hash may be a digest in another form, unexplained by the complete search."""
    if defect is None or defect.id not in _FORMS or sent is None or len(sent.value) < _SHORTEST_DIGEST:
        return False
    searched = verdict.searched
    has_secret = searched is not None and (searched.current or searched.previous or searched.others)
    return searched is not None and searched.complete and bool(has_secret)


def _other_app(verdict: HashVerdict) -> str:
    """Return the name of the app whose secret made the hash; empty if it was none of the user's other apps."""
    mistakes = verdict.proof.mistakes if verdict.proof is not None else ()
    return next((mistake.detail for mistake in mistakes if mistake.id == OTHER_APP), "")


def _questions(verdict: HashVerdict, *, is_secret_right: bool) -> tuple[Question, ...]:
    if is_secret_right:
        return ("which-text",)
    has_previous = verdict.searched is not None and verdict.searched.previous > 0
    return "older-secret" if has_previous else "regenerated", "other-app", "which-text"
