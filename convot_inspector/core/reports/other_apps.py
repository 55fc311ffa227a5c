"""Inspections without the names of the user's other apps: another customer's name is in no text for this one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.diagnosis.diagnose import OTHER_APP, diagnose
from convot_inspector.core.diagnosis.findings import OF_OTHER_APP, finding, is_secret_of_other_app
from convot_inspector.core.diagnosis.observation import Observation
from convot_inspector.core.language import tr
from convot_inspector.core.shown import Shown

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Diagnosis
    from convot_inspector.core.model import CallInspection, Finding, HashVerdict, Mistake


def nameless(diagnosis: Diagnosis) -> Diagnosis:
    """Return the diagnosis with "another app" in the place of every other app's name."""
    return diagnose(nameless_call(diagnosis.inspected), diagnosis.circumstances)


def nameless_call(call: CallInspection) -> CallInspection:
    """Return the inspection with "another app" in the place of every other app's name."""
    user, shop = _nameless_verdict(call.user), _nameless_verdict(call.shop)
    findings = tuple(map(_nameless_finding, call.findings))
    if user is call.user and shop is call.shop and findings == call.findings:
        return call
    return replace(call, user=user, shop=shop, findings=findings)


def _nameless_finding(found: Finding) -> Finding:
    if found.id == OTHER_APP:
        return finding(Observation(OTHER_APP, found.target, tr("another app")))
    if is_secret_of_other_app(found):
        return finding(Observation(found.id, found.target, tr("another app"), variant=OF_OTHER_APP))
    return found


def _nameless_verdict(verdict: HashVerdict) -> HashVerdict:
    proof = verdict.proof
    ways = (*verdict.other_ways, *((proof.mistakes,) if proof is not None else ()))
    names = [mistake.detail for way in ways for mistake in way if mistake.id == OTHER_APP]
    if not names or proof is None:
        return verdict
    shown = replace(proof, mistakes=_nameless_mistakes(proof.mistakes), key=_nameless_key(proof.key, names))
    return replace(verdict, proof=shown, other_ways=tuple(map(_nameless_mistakes, verdict.other_ways)))


def _nameless_mistakes(mistakes: tuple[Mistake, ...]) -> tuple[Mistake, ...]:
    return tuple(replace(each, detail=tr("another app")) if each.id == OTHER_APP else each for each in mistakes)


def _nameless_key(key: Shown, names: list[str]) -> Shown:
    """Return what is said of the key, without the code of the other app's secret: that is the other customer's."""
    another = tr("another app")
    for name in map(Shown, names):
        shown = Shown(re.sub(rf"{re.escape(name)} \([0-9A-F]{{4}}-[0-9A-F]{{4}}\)", lambda _: another, key, count=1))
        if shown != key:
            return shown
    return tr("the secret of another app") if any(Shown(name) in key for name in names) else key
