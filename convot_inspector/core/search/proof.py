"""How a sent hash comes about, in the words of the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.language import phrase, told, tr
from convot_inspector.core.model import Proof

if TYPE_CHECKING:
    from convot_inspector.core.model import Mistake
    from convot_inspector.core.search.engine import Match

_WRITTEN = {
    "digest-base64": "{detail}",
    "digest-base64-of-hex": phrase("base64 of the hex text"),
    "digest-hex-of-hex": phrase("hex of the hex text"),
    "digest-upper-case": phrase("hex with capitals"),
    "digest-prefixed": phrase("with {detail} around it"),
    "digest-separated": phrase("with “{detail}” between its bytes"),
    "digest-repr": phrase("as a language shows {detail}"),
    "digest-zeros-lost": phrase("as numbers: {detail}"),
    "digest-truncated": phrase("cut off after {detail}"),
    "digest-whitespace": phrase("with white space or invisible characters"),
    "digest-url-encoded": phrase("percent-encoded base64"),
    "digest-escaped": phrase("with escapes: {detail}"),
    "digest-raw": phrase("its bytes taken for {detail}"),
}


def _written(writing: tuple[Mistake, ...]) -> str:
    """How the digest is written, in the order in which that was done."""
    steps = [tr(_WRITTEN[mistake.id], detail=told(mistake.detail)) for mistake in writing]
    if not steps:
        return tr("64 lower-case hex digits")
    first, *rest = steps
    for step in rest:
        first = tr("{steps}, then {step}", steps=first, step=step)
    return first


def proof_of(match: Match) -> Proof:
    """What was signed, with which key, how it was computed and written, and where it stands. None of it is a secret."""
    construction = match.construction
    key = told(match.key.name) if match.key is not None and not construction.keyless else tr("none")
    return Proof(
        match.mistakes, match.signed.data, key, told(construction.formula), _written(match.writing), match.sent.text,
        match.sent.field,
    )  # fmt: skip
