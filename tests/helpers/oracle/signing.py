"""Right hashes, and wrong ones by known mistakes, computed with the standard library only."""

from __future__ import annotations

import base64
import hashlib
import hmac
import html
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from oracle.identities import Identity

SECRET = "7d1fa9c2e4b05836" * 2 + "91c3e5f70b2d4a68" * 2
PREVIOUS = "0f1e2d3c4b5a6978" * 3 + "8796a5b4c3d2e1f0"
OTHER = "a5d8c1f4e7b0639c" * 2 + "2b5e8f1c4d7a0369" * 2
OTHER_NAME = "Staging"


def sign(value: str, secret: str = SECRET, algorithm: str = "sha256") -> str:
    return hmac.new(secret.encode(), value.encode(), algorithm).hexdigest()


def _sign_bytes(value: bytes, key: bytes = SECRET.encode()) -> str:
    return hmac.new(key, value, "sha256").hexdigest()


def _charset(value: str) -> str | None:
    try:
        latin = value.encode("latin-1")
    except UnicodeEncodeError:
        return None
    return None if value.isascii() else _sign_bytes(latin)


def _signed_other(who: Identity) -> str | None:
    return sign(who.email) if who.external_id and who.email and who.email != who.external_id else None


def _changed(change: Callable[[str], str]) -> Callable[[Identity], str | None]:
    """Return a function that signs the changed value; it returns None if the change has no effect."""

    def mistake(who: Identity) -> str | None:
        changed = change(who.signed)
        return None if changed == who.signed else sign(changed)

    return mistake


def _each(compute: Callable[[str], str | None]) -> Callable[[Identity], str | None]:
    return lambda who: compute(who.signed)


MISTAKES: dict[str, tuple[Callable[[Identity], str | None], ...]] = {
    "wrong-field": (_signed_other,),
    "value-case": (_changed(str.lower), _changed(str.upper)),
    "value-whitespace": (
        _each(lambda v: sign(f"{v}\n")),
        _each(lambda v: sign(f" {v}")),
        _each(lambda v: sign(f"{v}\r\n")),
    ),
    "value-url-encoded": (_changed(lambda v: quote(v, safe="")),),
    "value-quoted": (_each(lambda v: sign(f'"{v}"')), _each(lambda v: sign(f"'{v}'"))),
    "value-escaped": (_changed(html.escape),),
    "value-unicode": (_changed(lambda v: unicodedata.normalize("NFD", v)),),
    "value-charset": (_each(_charset),),
    "value-base64": (_each(lambda v: sign(base64.b64encode(v.encode()).decode())),),
    "value-hashed": (_each(lambda v: sign(hashlib.sha256(v.encode()).hexdigest())),),
    "value-literal": (_each(lambda _: sign("undefined")), _each(lambda _: sign("null"))),
    "key-previous": (_each(lambda v: sign(v, PREVIOUS)),),
    "key-other-app": (_each(lambda v: sign(v, OTHER)),),
    "key-hex-decoded": (_each(lambda v: _sign_bytes(v.encode(), bytes.fromhex(SECRET))),),
    "key-whitespace": (_each(lambda v: sign(v, f"{SECRET}\n")),),
    "key-quoted": (_each(lambda v: sign(v, f'"{SECRET}"')),),
    "key-case": (_each(lambda v: sign(v, SECRET.upper())),),
    "key-empty": (_each(lambda v: _sign_bytes(v.encode(), b"")),),
    "arguments-swapped": (_each(lambda v: sign(SECRET, v)),),
    "wrong-algorithm": (_each(lambda v: sign(v, algorithm="sha512")), _each(lambda v: sign(v, algorithm="sha1"))),
    "plain-hash": (
        _each(lambda v: hashlib.sha256(v.encode()).hexdigest()),
        _each(lambda v: hashlib.md5(v.encode()).hexdigest()),
    ),
    "concatenated": (_each(lambda v: hashlib.sha256(f"{SECRET}{v}".encode()).hexdigest()),),
    "digest-base64": (_each(lambda v: base64.b64encode(bytes.fromhex(sign(v))).decode()),),
    "digest-upper-case": (_each(lambda v: sign(v).upper()),),
    "digest-truncated": (_each(lambda v: sign(v)[:32]), _each(lambda v: sign(v)[:40])),
}
"""By the id of the contract, how each mistake can be made. None: this identity cannot show it."""


def mistaken(who: Identity, chance: Random) -> tuple[str, str]:
    """Return a wrong hash by one known mistake, and the mistake's id."""
    right = sign(who.signed)
    while True:
        cause = chance.choice(tuple(MISTAKES))
        made = chance.choice(MISTAKES[cause])(who)
        if made is not None and made != right:
            return cause, made


def nonsense(chance: Random) -> str:
    """Return a random text in the form of a hash."""
    return f"{chance.getrandbits(256):064x}"
