"""Tokens and named secrets in the paste, each a candidate for the key."""

from __future__ import annotations

import base64
import contextlib
import re
from typing import TYPE_CHECKING, NamedTuple

from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"(?<![A-Za-z0-9_-])(?:(?P<kind>(?:app|ck|whsec|prtapi|shpat|shpss|shppa|sk|pk|key|secret|token)[_-])"
    r"(?P<rest>[A-Za-z0-9_+/=-]{4,200}(?::[A-Za-z0-9_+/=-]{4,200})?)"
    r"|(?P<uuid>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
    r"|base64:(?P<base64>[A-Za-z0-9+/_-]{16,200}={0,2})"
    r"|(?P<hex>[0-9a-fA-F]{32,64}))(?![A-Za-z0-9_-])"
)
# From the word on: what may stand before it would be tried at each letter of the text.
_CALLED_SECRET = re.compile(
    r"(?i)(?P<word>(?:secret|key|token|password|hmac|salt|credential)[a-z0-9_.-]{0,20})"
    r"[\"'`]?\s{0,9}(?:=>|[:=])\s{0,9}[\"'`]?(?P<value>[^\s\"'`<>,;(){}\[\]]{4,200})"
)
_BEFORE_WORD = re.compile(r"[A-Za-z0-9_.-]{0,40}\Z")
_NAMED = re.compile(r"(?i)identity[_-]?secret[\"'`]?\s{0,9}[:=]>?\s{0,9}[\"'`]?([0-9a-f]{64})(?![0-9a-z_-])")
_MOST = 24
_MOST_LOOKED_AT = 2_000
_SHORTEST = 8  # characters of a token after its prefix
_LOOKED_AT = 256 * 1024  # characters


Credential = tuple[str, "str | bytes"]
"""What a token is called, never what it is, and the token itself."""


class Credentials(NamedTuple):
    """Tokens of a text. ``is_complete``: whether none was left out because there are too many."""

    found: tuple[Credential, ...]
    is_complete: bool


def credentials_in(text: str, hashes: set[str]) -> Credentials:
    """Return the tokens of a text and their parts, each once. ``hashes``: what was sent as a hash is no token."""
    found: dict[str | bytes, str] = {}
    is_complete = len(text) <= _LOOKED_AT
    for count, match in enumerate(_TOKEN.finditer(text, 0, _LOOKED_AT)):
        if count >= _MOST_LOOKED_AT or len(found) >= _MOST:
            is_complete = False
            break
        if match[0] not in hashes:
            for name, token in _parts(match):
                found.setdefault(token, name)
    for count, match in enumerate(_CALLED_SECRET.finditer(text, 0, _LOOKED_AT)):
        if count >= _MOST_LOOKED_AT or len(found) >= 2 * _MOST:
            is_complete = False
            break
        if match["value"] not in hashes:
            before = _BEFORE_WORD.search(text, max(0, match.start() - 40), match.start())
            name = f"{before[0] if before is not None else ''}{match['word']}"
            found.setdefault(match["value"], lazy_tr("the value of {name}", name=name))
    return Credentials(tuple((name, token) for token, name in found.items() if token not in hashes), is_complete)


def _parts(match: re.Match[str]) -> Iterator[Credential]:
    kind, token = match["kind"], match[0]
    if kind and len(match["rest"]) >= _SHORTEST:
        yield lazy_tr("the {kind}… token", kind=kind), token
        yield lazy_tr("the {kind}… token without {kind}", kind=kind), token[len(kind) :]
        before, colon, behind = token.partition(":")
        if colon:
            yield lazy_tr("the part of the {kind}… token after its colon", kind=kind), behind
            yield lazy_tr("the part of the {kind}… token before its colon", kind=kind), before
    elif match["uuid"]:
        yield lazy_tr("a UUID"), token
    elif match["base64"]:
        yield lazy_tr("the base64:… key"), token
        yield lazy_tr("the base64:… key without base64:"), match["base64"]
        with contextlib.suppress(ValueError):
            standard = match["base64"].replace("-", "+").replace("_", "/")
            yield lazy_tr("the bytes of the base64:… key"), base64.b64decode(standard, validate=True)
    elif match["hex"]:
        yield lazy_tr("a text of {count} hex digits", count=str(len(token))), token


def is_public(token: str) -> bool:
    """Return whether a token usually stands in pages, as the app key does ("app-key-and-identity-secret")."""
    return token.startswith("app_")


def named_secrets(text: str) -> tuple[str, ...]:
    """Return the texts that the paste itself names an identity secret and that look like one."""
    if "secret" not in text[:_LOOKED_AT].lower():
        return ()
    return tuple(dict.fromkeys(found[1] for found in _NAMED.finditer(text, 0, _LOOKED_AT)))[:_MOST]
