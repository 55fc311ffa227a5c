"""Convot's rules and nothing else: what is signed, the hash, the comparison, and the effect of each setting.

Compare this file with the help articles, line by line:

* https://help.convot.io/en/article/identity-verification ("the article" below)
* https://help.convot.io/en/article/common-errors for the error's name
* https://help.convot.io/en/article/merchant-context-in-conversations for inferred merchant data
"""

from __future__ import annotations

import hmac
import re
from typing import TYPE_CHECKING

from convot_inspector.core.model import Enforcement, HashVerdict, Outcome

if TYPE_CHECKING:
    from convot_inspector.core.model import Field, IdentifyCall, MerchantData, Status

EXTERNAL_ID, EMAIL, USER_HASH = "external_id", "email", "user_hash"
SHOP, SHOP_HASH = "shop", "shop_hash"
IDENTITY_FIELDS = (EXTERNAL_ID, EMAIL, USER_HASH, SHOP, SHOP_HASH)

REJECTED_ERROR = "identity_verification_required"
SHOP_DOMAIN_ENDING = ".myshopify.com"

_HEX_DIGEST = re.compile(r"[0-9a-f]{64}")


def signed_field(call: IdentifyCall) -> Field | None:
    """Return the field whose value is signed: "the external_id when you pass one, otherwise the email" (the article).

    Empty text, null and undefined count as not passed; the article leaves that open and a finding says so.
    """
    return call.sent(EXTERNAL_ID) or call.sent(EMAIL)


def expected_hash(secret: str, value: str) -> str:
    """Return ``HMAC-SHA256(identity_secret, value)`` in lower-case hex, as the article's Ruby, Node and Python do.

    The key is the secret's 64 characters, not the 32 bytes that they could stand for; both are encoded as UTF-8.
    Raises UnicodeEncodeError for a value that has no UTF-8 form (half of a surrogate pair).
    """
    return hmac.digest(secret.encode(), value.encode(), "sha256").hex()


def same_hash(sent: str, expected: str) -> bool:
    """Compare byte for byte in constant time (the article): upper case, spaces or base64 are not the same hash."""
    return hmac.compare_digest(sent.encode("utf-8", "surrogatepass"), expected.encode())


def can_be_a_hash(text: str) -> bool:
    """Return whether some secret could make this text the right hash: 64 lower-case hex digits."""
    return _HEX_DIGEST.fullmatch(text) is not None


def check(value: Field | None, sent_hash: Field | None, secret: str | None) -> HashVerdict:
    """Return Convot's verdict on one value and its hash. ``user_hash`` and ``shop_hash`` follow the same rule.

    ``value`` and ``sent_hash`` are None where they do not count as passed; ``secret`` is None where there is none.
    """
    if sent_hash is None:
        status: Status = "missing" if value is not None else "absent"
        return HashVerdict(status, expected=_expected(value, secret))
    if value is None:
        return HashVerdict("no-value")
    expected = _expected(value, secret)
    if not (value.known and sent_hash.known):
        return HashVerdict("not-checked", expected=expected)
    if not can_be_a_hash(sent_hash.value):
        return HashVerdict("mismatch", expected=expected)
    if expected is None:
        return HashVerdict("not-checked")
    return HashVerdict("verified" if same_hash(sent_hash.value, expected) else "mismatch", expected=expected)


def _expected(value: Field | None, secret: str | None) -> str | None:
    """Return the right hash, or None where it is not defined.

    A number is signed as its decimal text. No article says what Convot signs for true, false, an object or half of a
    surrogate pair.
    """
    if value is None or secret is None or value.kind not in ("text", "number"):
        return None
    try:
        return expected_hash(secret, value.value)
    except UnicodeEncodeError:
        return None


def enforcement(user: HashVerdict) -> Enforcement:
    """Return what *Require identity verification* does with the session, off and on. The shop has no effect on it.

    Off, the default: "accepts identity calls with or without a valid hash", unsigned ones with lower trust. On: "any
    widget session without a valid hash is rejected" (the article).
    """
    if user.status == "verified":
        return Enforcement(off=Outcome("accepted", "verified"), on=Outcome("accepted", "verified"))
    if user.status == "not-checked":
        return Enforcement(off=Outcome("accepted", "unknown"), on=Outcome("unknown", "unknown"))
    return Enforcement(off=Outcome("accepted", "lower"), on=Outcome("rejected", None, REJECTED_ERROR))


def merchant_data(call: IdentifyCall, user: HashVerdict, shop: HashVerdict) -> MerchantData:
    """Return whether the conversation shows the merchant's revenue data.

    Attached with a verified shop; "an unsigned shop value is silently ignored" (the article). Without a verified shop
    a *verified* external_id that is a myshopify domain lets Convot infer the merchant. Unknown where an unchecked
    hash would decide.
    """
    if shop.status == "verified":
        return "attached"
    if shop.status == "not-checked":
        return "unknown"
    identity = call.sent(EXTERNAL_ID)
    if identity is not None and (not identity.known or identity.value.endswith(SHOP_DOMAIN_ENDING)):
        if user.status == "verified":
            return "inferred"
        if user.status == "not-checked":
            return "unknown"
    return "ignored" if call.sent(SHOP) is not None else "not-sent"
