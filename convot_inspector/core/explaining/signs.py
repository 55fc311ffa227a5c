"""Findings that need no proof: what can be seen in the paste itself. Each is a fact about the text, never a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.reading.javascript_number import is_rounded
from convot_inspector.core.reading.smart_quotes import QUOTES
from convot_inspector.core.secret_format import format_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import AppSecrets, Field, HashVerdict, IdentifyCall, Kind, Target
    from convot_inspector.core.veil import Veil

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_CURLED = re.compile(f"[{QUOTES}]")
_CURLED_NAME = re.compile(rf"[{QUOTES}]\s{{0,8}}(?:=>|[:=])\s{{0,8}}\Z")
_PUSH = re.compile(r"Convot\s{0,9}\??\.\s{0,9}push\b")
_KIND_SIGNS: dict[Kind, str] = {
    "expression": "value-is-expression",
    "template": "template-not-rendered",
    "placeholder": "value-redacted",
    "redacted": "value-redacted",
    "obfuscated": "email-obfuscated",
}


@dataclass(frozen=True)
class Sign:
    """The id of a finding, what it is about, and the detail that makes it exact. ``value``: the field to be signed."""

    id: str
    target: Target
    detail: str = ""
    value: str = ""


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
                *_causes("user", convot.signed_field(call), user),
                *_causes("shop", call.sent(convot.SHOP), shop),
                *_about_hash(text, call, "user", convot.USER_HASH, convot.signed_field(call), user),
                *_about_hash(text, call, "shop", convot.SHOP_HASH, call.sent(convot.SHOP), shop),
                *_about_value(text, "user", convot.signed_field(call)),
                *_about_value(text, "shop", call.sent(convot.SHOP)),
                *_about_call(call, user, shop),
                *_about_way(text, call),
                *_about_copy(text, call),
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


def _causes(target: Target, value: Field | None, verdict: HashVerdict) -> Iterator[Sign]:
    if verdict.proof is not None:
        for mistake in verdict.proof.mistakes:
            yield Sign(mistake.id, target, mistake.detail, value.name if value is not None else "")


def _about_hash(
    text: str, call: IdentifyCall, target: Target, name: str, value: Field | None, verdict: HashVerdict
) -> Iterator[Sign]:
    sent = call.sent(name)
    if sent is None:
        return
    if not sent.known:
        yield Sign("hash-is-placeholder" if sent.kind == "placeholder" else _unknown(text, sent), target, name)
    elif verdict.status in ("mismatch", "no-value"):
        if value is not None and value.known and value.value == sent.value:
            yield Sign("hash-is-value", target, name)
        elif verdict.causes:
            return  # they say more than how it looks
        elif re.search(r"[^0-9a-fA-F]", sent.value):
            yield Sign("hash-not-hex", target, name)
        elif len(sent.value) != 64:
            yield Sign("hash-wrong-length", target, name)


def _about_value(text: str, target: Target, value: Field | None) -> Iterator[Sign]:
    if value is None:
        return
    if not value.known:
        yield Sign(_unknown(text, value), target, value.name)
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


def _about_way(text: str, call: IdentifyCall) -> Iterator[Sign]:
    """How the call was made."""
    if _PUSH.match(text, call.start):
        yield Sign("push-call", "call")


def _about_copy(text: str, call: IdentifyCall) -> Iterator[Sign]:
    """What chat and mail programs did to the whole call."""
    written = text[call.start : call.end]
    if not written.isascii() and any(
        _CURLED.match(text, field.start) or _CURLED_NAME.search(text[max(0, field.start - 20) : field.start])
        for field in call.fields.values()
    ):
        yield Sign("smart-quotes", "call")


def _unknown(text: str, field: Field) -> str:
    """Why a value is not known. Of the ways in which a copy is damaged, email protection is only one."""
    if field.kind == "obfuscated":
        if _CURLED.match(text, field.start):
            return "value-redacted"  # an apostrophe, a hyphen in it may have been curled as well
        if field.value.count("\u00a0") > field.value.count("[email\u00a0protected]"):
            return "value-has-invisible"
    return _KIND_SIGNS[field.kind]
