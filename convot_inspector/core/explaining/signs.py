"""Findings that need no proof: what can be seen in the paste itself. Each is a fact about the text, never a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.reading.javascript_number import is_rounded
from convot_inspector.core.secret_format import format_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import AppSecrets, Field, HashVerdict, IdentifyCall, Kind, Target
    from convot_inspector.core.veil import Veil

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_KIND_SIGNS: dict[Kind, str] = {
    "expression": "value-is-expression",
    "template": "template-not-rendered",
    "placeholder": "value-redacted",
    "redacted": "value-redacted",
    "obfuscated": "email-obfuscated",
}


@dataclass(frozen=True)
class Sign:
    """The id of a finding, what it is about, and the detail that makes it exact (a field's name, never a value)."""

    id: str
    target: Target
    detail: str = ""


def signs(
    text: str,
    call: IdentifyCall,
    user: HashVerdict,
    shop: HashVerdict,
    secrets: AppSecrets,
    veil: Veil,
    *,
    exposed: bool,
) -> tuple[Sign, ...]:
    """Every sign of one call, the gravest first. ``exposed``: whether the text shows a secret."""
    return tuple(
        dict.fromkeys(
            (
                *_about_secrets(call, secrets, veil, exposed=exposed),
                *_about_hash(call, "user", convot.USER_HASH, convot.signed_field(call), user),
                *_about_hash(call, "shop", convot.SHOP_HASH, call.sent(convot.SHOP), shop),
                *_about_value(text, "user", convot.signed_field(call)),
                *_about_value(text, "shop", call.sent(convot.SHOP)),
                *_about_call(call, user, shop),
            )
        )
    )


def _about_secrets(call: IdentifyCall, secrets: AppSecrets, veil: Veil, *, exposed: bool) -> Iterator[Sign]:
    if exposed:
        yield Sign("secret-exposed", "call")
    hashes: tuple[tuple[str, Target], ...] = ((convot.USER_HASH, "user"), (convot.SHOP_HASH, "shop"))
    for name, target in hashes:
        sent = call.sent(name)
        if sent is not None and veil.is_secret(sent.value):
            yield Sign("hash-is-secret", target, name)
    if secrets.current is not None and format_problem(secrets.current) is not None:
        yield Sign("secret-format", "call")


def _about_hash(
    call: IdentifyCall, target: Target, name: str, value: Field | None, verdict: HashVerdict
) -> Iterator[Sign]:
    sent = call.sent(name)
    if sent is None:
        return
    if not sent.known:
        sign = _KIND_SIGNS[sent.kind]
        yield Sign("hash-is-placeholder" if sent.kind == "placeholder" else sign, target, name)
    elif verdict.status in ("mismatch", "no-value"):
        if value is not None and value.known and value.value == sent.value:
            yield Sign("hash-is-value", target, name)
        elif re.search(r"[^0-9a-fA-F]", sent.value):
            yield Sign("hash-not-hex", target, name)
        elif len(sent.value) != 64:
            yield Sign("hash-wrong-length", target, name)


def _about_value(text: str, target: Target, value: Field | None) -> Iterator[Sign]:
    if value is None:
        return
    if not value.known:
        yield Sign(_KIND_SIGNS[value.kind], target, value.name)
        return
    if value.kind == "number":
        if value.name == convot.EXTERNAL_ID:
            yield Sign("external-id-number", target, value.name)
        if is_rounded(text[value.start : value.end].lstrip("+-")):
            yield Sign("number-rounded", target, value.name)
    if value.value != value.value.strip():
        yield Sign("value-has-whitespace", target, value.name)
    if _INVISIBLE.search(value.value.strip()) or "\u00a0" in value.value.strip():
        yield Sign("value-has-invisible", target, value.name)
    if value.name == convot.SHOP and not value.value.endswith(convot.SHOP_DOMAIN_ENDING):
        yield Sign("shop-not-myshopify", target, value.name)


def _about_call(call: IdentifyCall, user: HashVerdict, shop: HashVerdict) -> Iterator[Sign]:
    if user.status in ("absent", "no-value"):
        yield Sign("nothing-to-sign", "user")
    if shop.status == "missing":
        yield Sign("shop-unsigned", "shop")
    if shop.status == "no-value":
        yield Sign("shop-hash-without-shop", "shop")
    if convot.EXTERNAL_ID in call.fields and call.sent(convot.EXTERNAL_ID) is None:
        yield Sign("external-id-empty", "user", convot.EXTERNAL_ID)
    for field in call.repeated:
        target: Target = "shop" if field.name.startswith("shop") else "user"
        yield Sign("duplicate-field", target if field.name in convot.IDENTITY_FIELDS else "call", field.name)
