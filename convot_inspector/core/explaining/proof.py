"""How a sent hash comes about, in the words of the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.model import Proof

if TYPE_CHECKING:
    from convot_inspector.core.explaining.search import Match
    from convot_inspector.core.model import Mistake

_WRITTEN = {
    "digest-base64": "{detail}",
    "digest-base64-of-hex": "base64 of the hex text",
    "digest-hex-of-hex": "hex of the hex text",
    "digest-upper-case": "hex with capitals",
    "digest-prefixed": "with {detail} around it",
    "digest-separated": "with “{detail}” between its bytes",
    "digest-repr": "as a language shows {detail}",
    "digest-zeros-lost": "as numbers: {detail}",
    "digest-truncated": "cut off after {detail}",
    "digest-whitespace": "with white space or invisible characters",
    "digest-url-encoded": "percent-encoded base64",
    "digest-escaped": "with escapes: {detail}",
    "digest-raw": "its bytes taken for {detail}",
}


def _written(writing: tuple[Mistake, ...]) -> str:
    """How the digest is written, in the order in which that was done."""
    steps = [_WRITTEN[mistake.id].replace("{detail}", mistake.detail) for mistake in writing]
    return ", then ".join(steps) or "64 lower-case hex digits"


def proof_of(match: Match) -> Proof:
    """What was signed, with which key, how it was computed and written, and where it stands. None of it is a secret."""
    construction = match.construction
    key = match.key.name if match.key is not None and not construction.keyless else "none"
    return Proof(
        match.mistakes, match.signed.data, key, construction.formula, _written(match.writing), match.sent.text,
        match.sent.field,
    )  # fmt: skip
