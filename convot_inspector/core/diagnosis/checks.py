"""Findings that need no proof: facts that can be observed in the paste itself, never guesses."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.characters.look_alikes import look_alike_facts
from convot_inspector.core.diagnosis.findings import OF_OTHER_APP
from convot_inspector.core.diagnosis.hash_shape import hash_shape
from convot_inspector.core.diagnosis.observation import Observation as Observation
from convot_inspector.core.diagnosis.other_names import other_names, renaming_is_proven
from convot_inspector.core.diagnosis.page_code import page_code_observations
from convot_inspector.core.diagnosis.signed_name import signed_name
from convot_inspector.core.diagnosis.web_token import token_observations, web_token
from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.core.language import localize, tr
from convot_inspector.core.model import AppSecrets
from convot_inspector.core.reading.field_names import canonical_name
from convot_inspector.core.reading.javascript.numbers import is_rounded
from convot_inspector.core.reading.repair.smart_quotes import QUOTES
from convot_inspector.core.secret_format import format_problem
from convot_inspector.core.secret_masker import SecretMasker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import Field, HashVerdict, IdentifyCall, Kind, Target

_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_CURLED = re.compile(f"[{QUOTES}]")
_CURLED_NAME = re.compile(rf"[{QUOTES}]\s{{0,8}}(?:=>|[:=])\s{{0,8}}\Z")
_PUSH = re.compile(r"Convot\s{0,9}\??\.\s{0,9}push\b")
_KIND_OBSERVATIONS: dict[Kind, str] = {
    "expression": "value-is-expression",
    "unclear": "value-unclear",
    "template": "template-not-rendered",
    "placeholder": "value-redacted",
    "redacted": "value-redacted",
    "obfuscated": "email-obfuscated",
}
_COMMENTS = (("/*", "*/"), ("<!--", "-->"))
_BEFORE = 20_000  # characters
_RENAMED = frozenset(("field-renamed", "field-nested"))
_HASHES: tuple[tuple[str, Target], ...] = ((convot.USER_HASH, "user"), (convot.SHOP_HASH, "shop"))
_HEX_DIGEST = re.compile(r"[0-9a-fA-F]{64}")


def observations(
    text: str,
    call: IdentifyCall,
    user: HashVerdict,
    shop: HashVerdict,
    secrets: AppSecrets,
    masker: SecretMasker,
    *,
    exposed: bool,
) -> tuple[Observation, ...]:
    """Return every observation of one call, the gravest first. ``exposed``: whether the text shows a secret."""
    signed, shop_value = convot.signed_field(call), call.sent(convot.SHOP)
    return tuple(
        dict.fromkeys(
            (
                *_about_secrets(text, call, secrets, masker, exposed=exposed),
                *page_code_observations(text, call),
                *_causes("user", signed, user),
                *_causes("shop", shop_value, shop),
                *token_observations(call, secrets, masker),
                *_about_hash(text, call, "user", convot.USER_HASH, signed, user),
                *_about_hash(text, call, "shop", convot.SHOP_HASH, shop_value, shop),
                *other_names(text, call, user, shop, secrets.current),
                *_about_value(text, call, "user", signed, user, masker),
                *_about_value(text, call, "shop", shop_value, shop, masker),
                *_about_receiving(text, call),
                *_about_call(call, user, shop, is_renamed=renaming_is_proven(call, secrets.current)),
                *_about_way(text, call),
                *_about_copy(text, call),
            )
        )
    )


def _about_receiving(text: str, call: IdentifyCall) -> Iterator[Observation]:
    """Yield why Convot does not receive what the call passes."""
    if call.sent_by != "identify":
        yield Observation(call.sent_by, "call", call.callee)
    if not call.runs:
        is_comment = _in_comment(text, call.start)
        yield Observation("not-run", "call", "comment" if is_comment else "")


def _in_comment(text: str, index: int) -> bool:
    """Return whether a comment is open at an index: ``//``, ``/*`` or ``<!--``, as far as the text before shows it."""
    before = text[max(0, index - _BEFORE) : index]
    line = before[before.rfind("\n") + 1 :].lstrip()
    return line.startswith("//") or any(before.rfind(begin) > before.rfind(end) for begin, end in _COMMENTS)


def _about_secrets(
    text: str, call: IdentifyCall, secrets: AppSecrets, masker: SecretMasker, *, exposed: bool
) -> Iterator[Observation]:
    if exposed:
        yield from _exposed(text, call, secrets)
    for name, target in _HASHES:
        sent = call.sent(name)
        if sent is not None and masker.is_secret(sent.value):
            yield Observation("hash-is-secret", target, name)
    if secrets.current is not None and format_problem(secrets.current) is not None:
        yield Observation("secret-format", "call")


def _exposed(text: str, call: IdentifyCall, secrets: AppSecrets) -> Iterator[Observation]:
    """Yield whose secret is shown: only that of another app of the user's, else that of this app."""
    shown = "\n".join((text, *(f"{field.name}\n{field.value}" for field in (*call.fields.values(), *call.repeated))))
    if not SecretMasker(replace(secrets, others={})).contains(shown):
        for app, secret in secrets.others.items():
            if SecretMasker(AppSecrets(secret)).contains(shown):
                detail = tr("{app} ({code})", app=app, code=fingerprint(secret))
                yield Observation("secret-exposed", "call", detail, variant=OF_OTHER_APP)
                return
    yield Observation("secret-exposed", "call")


def _causes(target: Target, value: Field | None, verdict: HashVerdict) -> Iterator[Observation]:
    if verdict.proof is not None:
        signed = signed_name(verdict.proof.mistakes, "")
        for mistake in verdict.proof.mistakes:
            is_proven = mistake.id in _RENAMED
            name = canonical_name(mistake.detail.rpartition(".")[2])[0] if is_proven else value.name if value else ""
            yield Observation(mistake.id, target, mistake.detail, name, is_proven=is_proven, signed=signed)


def _about_hash(
    text: str, call: IdentifyCall, target: Target, name: str, value: Field | None, verdict: HashVerdict
) -> Iterator[Observation]:
    sent = call.sent(name)
    if sent is None:
        return
    if not sent.known:
        yield Observation("hash-is-placeholder" if sent.kind == "placeholder" else _unknown(text, sent), target, name)
    elif verdict.status in ("mismatch", "no-value"):
        if value is not None and value.known and value.value == sent.value:
            if not _HEX_DIGEST.fullmatch(sent.value):  # otherwise the value is wrong, and not the hash
                yield Observation("hash-is-value", target, name)
        elif verdict.causes or web_token(sent.value) is not None:
            return  # these explain more than the form of the hash
        elif not convot.can_be_a_hash(sent.value):
            yield _about_form(target, name, sent.value)


def _about_form(target: Target, name: str, sent: str) -> Observation:
    """Return why a text can never be a right hash."""
    shape = hash_shape(sent)
    if re.search(r"[^0-9a-fA-F]", sent):
        return Observation("hash-not-hex", target, name, fact=sent.strip() if shape == "unset" else "", variant=shape)
    if len(sent) != 64:
        return Observation("hash-wrong-length", target, name, fact=str(len(sent)), variant=shape)
    return Observation("hash-upper-case", target, name, variant=shape)


def _about_value(
    text: str, call: IdentifyCall, target: Target, value: Field | None, verdict: HashVerdict, masker: SecretMasker
) -> Iterator[Observation]:
    if value is None or (value.kind == "unclear" and verdict.status == "mismatch"):
        return  # another field's value was signed: this one is not in question
    if not value.known:
        yield Observation(_unknown(text, value), target, value.name)
        return
    if value.reading:
        yield Observation("reading-proven", target, value.name, fact=localize(value.reading))
    if value.kind == "number":
        if value.name == convot.EXTERNAL_ID:
            yield Observation("external-id-number", target, value.name)
        if is_rounded(text[value.start : value.end].lstrip("+-")):
            yield Observation("number-rounded", target, value.name)
    if _is_hash(call, target, value) and not masker.is_secret(value.value):
        yield Observation("value-is-hash", target, value.name)
    look_alikes = look_alike_facts(value.value) if value.kind == "text" else ""
    if look_alikes:
        yield Observation("value-look-alike", target, value.name, fact=look_alikes)
    if value.value != value.value.strip():
        yield Observation("value-has-whitespace", target, value.name)
    if _INVISIBLE.search(value.value.strip()) or "\u00a0" in value.value.strip():
        yield Observation("value-has-invisible", target, value.name)
    if value.name == convot.SHOP and not value.value.endswith(convot.SHOP_DOMAIN_ENDING):
        yield Observation("shop-not-myshopify", target, value.name)


def _is_hash(call: IdentifyCall, target: Target, value: Field) -> bool:
    """Return whether a value looks like a hash or is the call's other hash; its own hash is ``hash-is-value``."""
    if value.kind != "text":
        return False
    if _HEX_DIGEST.fullmatch(value.value):
        return True
    own, name = (call.sent(convot.SHOP), convot.SHOP_HASH)
    if target == "shop":
        own, name = (convot.signed_field(call), convot.USER_HASH)
    other = call.sent(name)
    is_other = other is not None and other.known and other.value == value.value
    return is_other and (own is None or own.value != value.value)


def _about_call(call: IdentifyCall, user: HashVerdict, shop: HashVerdict, *, is_renamed: bool) -> Iterator[Observation]:
    if user.status in ("absent", "no-value") and not is_renamed and _RENAMED.isdisjoint(user.causes):
        yield Observation("nothing-to-sign", "user")
    if shop.status == "missing" and not shop.causes:
        yield Observation("shop-unsigned", "shop")
    if shop.status == "no-value" and _RENAMED.isdisjoint(shop.causes):
        yield Observation("shop-hash-without-shop", "shop")
    if convot.EXTERNAL_ID in call.fields and call.sent(convot.EXTERNAL_ID) is None:
        yield Observation("external-id-empty", "user", convot.EXTERNAL_ID)
    for field in call.repeated:
        target: Target = "shop" if field.name.startswith("shop") else "user"
        yield Observation("duplicate-field", target if field.name in convot.IDENTITY_FIELDS else "call", field.name)


def _about_way(text: str, call: IdentifyCall) -> Iterator[Observation]:
    """Observe how the call was made."""
    if _PUSH.match(text, call.start):
        yield Observation("push-call", "call")


def _about_copy(text: str, call: IdentifyCall) -> Iterator[Observation]:
    """Observe changes that chat and mail programs made to the whole call."""
    written = text[call.start : call.end]
    if not written.isascii() and any(
        _CURLED.match(text, field.start) or _CURLED_NAME.search(text[max(0, field.start - 20) : field.start])
        for field in call.fields.values()
    ):
        yield Observation("smart-quotes", "call")


def _unknown(text: str, field: Field) -> str:
    """Return the id of the observation that says why a value is not known."""
    if field.kind == "obfuscated":
        if _CURLED.match(text, field.start):
            return "value-redacted"  # for an apostrophe; a hyphen in the value may have been replaced too
        if field.value.count("\u00a0") > field.value.count("[email\u00a0protected]"):
            return "value-has-invisible"
    return _KIND_OBSERVATIONS[field.kind]
