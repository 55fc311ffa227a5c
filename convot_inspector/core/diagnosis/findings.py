"""Findings in words, from observations and proven mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.characters.excerpt import excerpt
from convot_inspector.core.language import localize, tr
from convot_inspector.core.model import Finding
from convot_inspector.core.search.payload import EMPTY_TEXT
from convot_inspector.core.shown import Shown
from convot_inspector.core.wording.findings import (
    IN_COMMENT,
    PROVEN_WORDS,
    SECRET_OF_OTHER_APP,
    USED_AS_SECRET,
    WORDS,
    Words,
)
from convot_inspector.core.wording.hash_shapes import HASH_SHAPES
from convot_inspector.core.wording.mistakes import CERTAIN, MISTAKES

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.observation import Observation

_LONGEST_DETAIL = 160  # characters; a name from the paste can be any text

OF_OTHER_APP = "other-app"
"""The variant of ``secret-exposed`` for the secret of another app of the user's, which the detail names."""


def finding(observed: Observation) -> Finding:
    """Return an observation or a proven mistake with its words, in the language in use."""
    words = _words(observed)
    severity = observed.severity or words.severity
    hash_name = "shop_hash" if observed.target == "shop" else "user_hash"
    detail = excerpt(localize(observed.detail), _LONGEST_DETAIL)
    put_in = {
        "detail": detail,
        "quoted": tr("an empty text") if observed.detail == EMPTY_TEXT else tr("“{detail}”", detail=detail),
        "hash": hash_name,
        "value": observed.value or tr("the value"),
        "signed": observed.signed or observed.value or tr("the value"),
        "fact": observed.fact,
    }
    return Finding(
        observed.id, severity, observed.target, Shown(observed.detail),
        tr(words.title, **put_in), tr(words.because, **put_in), tr(words.fix, **put_in), words.owner, Shown(words.link),
    )  # fmt: skip


def is_secret_of_other_app(found: Finding) -> bool:
    """Return whether a finding says that the text shows the secret of another app, not a token used as one."""
    return found.id == "secret-exposed" and bool(found.detail) and found.owner == SECRET_OF_OTHER_APP.owner


def _words(observed: Observation) -> Words:
    cause = CERTAIN.get(observed.id) if observed.is_proven else None
    cause = cause or MISTAKES.get(observed.id)
    if cause is not None:
        return Words("error", cause.title, cause.because, cause.fix, cause.owner)
    if observed.id == "secret-exposed" and observed.variant == OF_OTHER_APP:
        return SECRET_OF_OTHER_APP
    if observed.id == "secret-exposed" and observed.detail:
        return USED_AS_SECRET
    if observed.is_proven and observed.id in PROVEN_WORDS:
        return PROVEN_WORDS[observed.id]
    if observed.id == "not-run" and observed.detail:
        return IN_COMMENT
    return HASH_SHAPES.get(observed.variant) or WORDS[observed.id]
