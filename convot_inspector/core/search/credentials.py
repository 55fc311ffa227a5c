"""Other tokens that stand in the paste: one of them may have been used as the key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"(?<![A-Za-z0-9_-])(?:(?P<kind>(?:app|ck|whsec|prtapi|shpat|shpss|shppa|sk|pk|key|secret|token)[_-])"
    r"[A-Za-z0-9_+/=-]{8,200}|(?P<uuid>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"
    r"|(?P<hex>[0-9a-fA-F]{32,64}))(?![A-Za-z0-9_-])"
)
_NAMED = re.compile(r"(?i)identity[_-]?secret[\"'`]?\s{0,9}[:=]>?\s{0,9}[\"'`]?([0-9a-f]{64})(?![0-9a-z_-])")
_MOST = 12
_LOOKED_AT = 256 * 1024  # characters


def credentials_in(text: str, hashes: set[str]) -> Iterator[tuple[str, str]]:
    """What each is called, never what it is, and the token itself. ``hashes``: what was sent as a hash is none."""
    seen: set[str] = set()
    for found in _TOKEN.finditer(text, 0, _LOOKED_AT):
        token = found[0]
        if token in seen or token in hashes:
            continue
        seen.add(token)
        kind = found["kind"]
        if kind:
            name = lazy_tr("the {kind}… token", kind=kind)
        else:
            name = (
                lazy_tr("a UUID") if found["uuid"] else lazy_tr("a text of {count} hex digits", count=str(len(token)))
            )
        yield name, token
        if kind:
            yield lazy_tr("the {kind}… token without {kind}", kind=kind), token[len(kind) :]
        if len(seen) >= _MOST:
            return


def is_public(token: str) -> bool:
    """Whether a token stands in pages as a rule: the app key does ("app-key-and-identity-secret")."""
    return token.startswith("app_")


def named_secrets(text: str) -> tuple[str, ...]:
    """What the text itself calls an identity secret, and looks like one."""
    return tuple(dict.fromkeys(found[1] for found in _NAMED.finditer(text, 0, _LOOKED_AT)))[:_MOST]
