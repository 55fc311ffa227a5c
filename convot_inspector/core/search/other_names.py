"""Fields that Convot does not read, where the right one is not sent: under another name, or inside an object."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.diagnosis.observation import Sign, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import Field, HashVerdict, IdentifyCall, Severity, Target

_HASHES = (convot.USER_HASH, convot.SHOP_HASH)
_LONGEST_NAME = 60
_PARENTS = ("user", "custom_data")
_KINDS = ("object", "boolean")  # no identity is one of these

# Names that say what they hold, and names that may hold many things.
_PLAIN_NAMES = {
    convot.EXTERNAL_ID: ("user_id", "userId"),
    convot.USER_HASH: (
        "hmac_hash", "identifier_hash", "identity_hash", "verification_hash", "email_hash",
    ),
    convot.SHOP: ("shop_domain", "shopDomain", "myshopify_domain"),
    convot.EMAIL: ("user_email", "userEmail"),
}  # fmt: skip
_VAGUE_NAMES = {
    convot.EXTERNAL_ID: ("id", "uid"),
    convot.USER_HASH: ("hash", "hmac", "signature"),
    convot.SHOP: ("shop_url", "store"),
    convot.EMAIL: ("mail",),
}
_CALLED = re.compile(r"[^{]{0,200}?\bidentify\b[^{(]{0,80}\(")
_DEGREES: tuple[Severity, ...] = ("error", "warning", "note")
_SEPARATORS = re.compile(r"[\s_-]")


def _squeezed(name: str) -> str:
    return _SEPARATORS.sub("", name).lower()


_SPELLINGS = {_squeezed(name): name for name in convot.IDENTITY_FIELDS}
_PLAIN = {_squeezed(name): right for right, names in _PLAIN_NAMES.items() for name in names}
_VAGUE = {_squeezed(name): right for right, names in _VAGUE_NAMES.items() for name in names}


def other_names(text: str, call: IdentifyCall, user: HashVerdict, shop: HashVerdict) -> Iterator[Sign]:
    """For each field that is not sent where Convot reads it, the one that comes closest."""
    found = sorted(_candidates(text, call, user, shop), key=lambda sign: _DEGREES.index(sign.severity or "error"))
    closest: dict[tuple[str, str], Sign] = {}
    for sign in found:
        closest.setdefault((sign.id, sign.value), sign)
    yield from closest.values()


def _candidates(text: str, call: IdentifyCall, user: HashVerdict, shop: HashVerdict) -> Iterator[Sign]:
    proven = {
        mistake.detail
        for verdict in (user, shop)
        if verdict.proof is not None
        for mistake in verdict.proof.mistakes
        if mistake.id == "hash-in-other-field"
    }
    # A row of a log or a table has an id of its own; only in a call does an id say who the visitor is.
    is_called = _CALLED.match(text, call.start, call.end) is not None
    for field in call.fields.values():
        parent, _, name = field.name.rpartition(".")
        if not field.sent or field.kind in _KINDS or field.name in proven or (parent and parent not in _PARENTS):
            continue
        right, is_sure = meant(name, by_spelling_only=parent == "custom_data" or not (parent or is_called))
        if right and call.sent(right) is None and (parent or name != right):
            yield _sign(field, right, user, is_nested=bool(parent), is_sure=is_sure)


def meant(name: str, *, by_spelling_only: bool = False) -> tuple[str, bool]:
    """The field that a name stands for, "" for none, and whether the name leaves no doubt."""
    squeezed = _squeezed(name) if len(name) <= _LONGEST_NAME else ""
    if squeezed in _SPELLINGS:
        return _SPELLINGS[squeezed], True
    if by_spelling_only:
        return "", False
    return (_PLAIN[squeezed], True) if squeezed in _PLAIN else (_VAGUE.get(squeezed, ""), False)


def _sign(field: Field, right: str, user: HashVerdict, *, is_nested: bool, is_sure: bool) -> Sign:
    target: Target = "shop" if right in (convot.SHOP, convot.SHOP_HASH) else "user"
    # A shop inside custom_data may be plain data; and where the user verifies, a value that is missing breaks nothing.
    doubt = (not is_sure or (is_nested and right == convot.SHOP)) + (user.status == "verified" and right not in _HASHES)
    return Sign("field-nested" if is_nested else "field-renamed", target, shown(field.name, _LONGEST_NAME), right,
                severity=_DEGREES[doubt])  # fmt: skip
