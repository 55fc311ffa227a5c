"""The proof of a cause, in words: what was signed, with which key, how it was computed and written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr, localize, tr
from convot_inspector.core.model import Proof

if TYPE_CHECKING:
    from convot_inspector.core.model import Mistake
    from convot_inspector.core.search.engine import Match
    from convot_inspector.core.shown import Shown

_WRITTEN = {
    "digest-base64": "{detail}",
    "digest-base64-of-hex": lazy_tr("base64 of the hex text"),
    "digest-hex-of-hex": lazy_tr("hex of the hex text"),
    "digest-upper-case": lazy_tr("hex with capitals"),
    "digest-prefixed": lazy_tr("with {detail} around it"),
    "digest-separated": lazy_tr("with “{detail}” between its bytes"),
    "digest-repr": lazy_tr("as a language shows {detail}"),
    "digest-zeros-lost": lazy_tr("as numbers: {detail}"),
    "digest-truncated": lazy_tr("cut off after {detail}"),
    "digest-whitespace": lazy_tr("with white space or invisible characters"),
    "digest-url-encoded": lazy_tr("percent-encoded base64"),
    "digest-escaped": lazy_tr("with escapes: {detail}"),
    "digest-look-alike": lazy_tr("with letters for digits: {detail}"),
    "digest-raw": lazy_tr("its bytes read as {detail}"),
}


def _written(writing: tuple[Mistake, ...]) -> Shown:
    """Return how the digest is written, in the order in which that was done."""
    steps = [tr(_WRITTEN[mistake.id], detail=localize(mistake.detail)) for mistake in writing]
    if not steps:
        return tr("64 lower-case hex digits")
    first, *rest = steps
    for step in rest:
        first = tr("{steps}, then {step}", steps=first, step=step)
    return first


def proof_of(match: Match) -> Proof:
    """Return what was signed, with which key, how it was computed and written, and where it stands; never a secret."""
    construction = match.construction
    key = localize(match.key.name) if match.key is not None and not construction.keyless else tr("none")
    return Proof(
        match.mistakes, match.signed.data, key, localize(construction.formula), _written(match.writing),
        match.sent.text, match.sent.field,
    )  # fmt: skip
