"""JSON Web Tokens in place of a hash: their claims, and whether a stored secret made the signature.

Whatever the result, a token is no hash: Convot does not read it, and no verdict depends on it.
"""

from __future__ import annotations

import base64
import hmac
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.characters.excerpt import excerpt
from convot_inspector.core.diagnosis.observation import Observation
from convot_inspector.core.language import join_list, tr
from convot_inspector.core.secret_format import format_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import AppSecrets, IdentifyCall, Target
    from convot_inspector.core.secret_masker import SecretMasker

_LONGEST = 10_000  # characters
_MOST_CLAIMS = 8
_MOST_SECRETS = 100
_LONGEST_NAME = 40
_TOKEN = re.compile(r"([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]*)")  # an unsigned token has no third part
_DIGESTS = {"HS256": "sha256", "HS384": "sha384", "HS512": "sha512"}


@dataclass(frozen=True, repr=False)
class WebToken:
    """A parsed JSON Web Token (RFC 7519). ``claims`` is None where its content is no JSON object."""

    algorithm: str
    claims: dict[str, object] | None
    signed: bytes
    signature: bytes | None


def web_token(text: str) -> WebToken | None:
    """Parse a text as a token; return None if it is none."""
    found = _TOKEN.fullmatch(text.strip()) if "." in text and len(text) <= _LONGEST else None
    if found is None:
        return None
    header = _json_object(found[1])
    if header is None or "alg" not in header:
        return None
    algorithm = header["alg"]
    return WebToken(
        algorithm if isinstance(algorithm, str) else "",
        _json_object(found[2]),
        f"{found[1]}.{found[2]}".encode(),
        _decoded(found[3]),
    )


def token_observations(call: IdentifyCall, secrets: AppSecrets, masker: SecretMasker) -> Iterator[Observation]:
    """Yield an observation for each hash that is a token."""
    hashes: tuple[tuple[str, Target], ...] = ((convot.USER_HASH, "user"), (convot.SHOP_HASH, "shop"))
    for name, target in hashes:
        sent = call.sent(name)
        token = web_token(sent.value) if sent is not None and sent.kind == "text" else None
        if token is not None:
            yield Observation("hash-is-jwt", target, name, fact=token_facts(token, call, secrets, masker))


def token_facts(token: WebToken, call: IdentifyCall, secrets: AppSecrets, masker: SecretMasker) -> str:
    """Return whose secret signed the token, and the names of its claims, without their values."""
    return f"{_signature(token, secrets)} {_claims(token, call, masker)}"


def _signature(token: WebToken, secrets: AppSecrets) -> str:
    digest = _DIGESTS.get(token.algorithm)
    if digest is None:
        return tr("Its signature cannot be checked with an identity secret: it is not HS256, HS384 or HS512.")
    known = list(_secrets(secrets))
    if not known:
        return tr("Its signature cannot be checked without the identity secret.")
    signature = token.signature or b""
    for whose, secret in known:
        if hmac.compare_digest(signature, hmac.digest(secret.encode("utf-8", "surrogatepass"), token.signed, digest)):
            return whose
    return tr("None of the secrets stored here verifies its signature.")


def _secrets(secrets: AppSecrets) -> Iterator[tuple[str, str]]:
    """Yield the sentence for each known secret, and the secret, without a malformed current one."""
    if secrets.current is not None and format_problem(secrets.current) is None:
        yield tr("Its signature verifies with this app's secret."), secrets.current
    for secret in secrets.previous[:_MOST_SECRETS]:
        if secret:
            yield tr("Its signature verifies with a previous secret of this app."), secret
    for _, secret in zip(range(_MOST_SECRETS), secrets.others.values(), strict=False):
        if secret:  # without the app's name: this sentence goes to people of this one
            yield tr("Its signature verifies with the secret of another app."), secret


def _claims(token: WebToken, call: IdentifyCall, masker: SecretMasker) -> str:
    if token.claims is None:
        return tr("Its content is not a JSON object.")
    if not token.claims:
        return tr("It has no claims.")
    looked_at = [*token.claims][:_MOST_CLAIMS]
    # Mask secrets before shortening a name: part of a secret would not be recognized as one.
    names = [excerpt(masker.mask(name), _LONGEST_NAME) for name in looked_at]
    more = len(token.claims) - len(names)
    same = [
        tr("{claim} is this call's {field}", claim=shown_name, field=name)
        for claim, shown_name in zip(looked_at, names, strict=True)
        for name in (convot.EXTERNAL_ID, convot.EMAIL)
        if _is_value_of(token.claims[claim], call, name)
    ]
    claims = join_list(names)
    if more:
        claims = tr("{claims} and {count} more", claims=claims, count=more)
    if same:
        return tr("Its claims: {claims}; {same}.", claims=claims, same=join_list(same))
    return tr("Its claims: {claims}.", claims=claims)


def _is_value_of(claim: object, call: IdentifyCall, name: str) -> bool:
    field = call.sent(name)
    return field is not None and field.kind in ("text", "number") and isinstance(claim, str) and claim == field.value


def _json_object(part: str) -> dict[str, object] | None:
    data = _decoded(part)
    if data is None:
        return None
    try:
        # Keep numbers as text: Python refuses to convert very long ones.
        value: object = json.loads(data.decode(), parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _decoded(part: str) -> bytes | None:
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except ValueError:
        return None
