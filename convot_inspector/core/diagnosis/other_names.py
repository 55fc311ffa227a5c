"""Fields under a name or inside an object where Convot does not read them, where the right field is not sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.characters.excerpt import excerpt
from convot_inspector.core.diagnosis.observation import Observation
from convot_inspector.core.reading.field_names import is_called, other_fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convot_inspector.core.model import HashVerdict, IdentifyCall, Severity, Target
    from convot_inspector.core.reading.field_names import OtherField

_HASHES = (convot.USER_HASH, convot.SHOP_HASH)
_OWN_NAMES = frozenset(convot.IDENTITY_FIELDS)
_LONGEST_NAME = 60
_MOST = 4  # fields that may be the same one
_ELSEWHERE = ("hash-in-other-field", "field-renamed", "field-nested")
_IDENTITIES = (convot.EXTERNAL_ID, convot.EMAIL)
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


def other_names(
    text: str, call: IdentifyCall, user: HashVerdict, shop: HashVerdict, secret: str | None
) -> Iterator[Observation]:
    """Yield, for each field that is not sent where Convot reads it, the field that comes closest.

    ``secret``: the current one; it tells which of several fields are a value and its hash.
    """
    if _has_only_own_names(call):
        return
    found = list(_candidates(text, call, user, shop))
    closest: dict[str, Observation] = {}
    for other in _proven(call, secret):
        closest[other.right] = _observation(other, user, is_proven=True)
    for observed in sorted((_observation(other, user) for other in found), key=_severity):
        closest.setdefault(observed.value, observed)
    yield from sorted(closest.values(), key=_severity)


def renaming_is_proven(call: IdentifyCall, secret: str | None) -> bool:
    """Return whether a call that sends neither a value nor a hash would verify with its fields renamed."""
    return not _has_only_own_names(call) and bool(_proven(call, secret))


def _has_only_own_names(call: IdentifyCall) -> bool:
    return _OWN_NAMES.issuperset(call.fields)


def _proven(call: IdentifyCall, secret: str | None) -> tuple[OtherField, ...]:
    """Return the value and the hash of a call that sends neither where Convot reads it, if the hash is right."""
    if secret is None:
        return ()
    found: tuple[OtherField, ...] = ()
    if convot.signed_field(call) is None and call.sent(convot.USER_HASH) is None:
        others = tuple(other_fields(call))
        of_value = sorted(
            (other for other in others if other.right in _IDENTITIES), key=lambda other: not other.is_sure
        )
        found += _pair(of_value, [other for other in others if other.right == convot.USER_HASH], secret)
    if call.sent(convot.SHOP) is None and call.sent(convot.SHOP_HASH) is None:
        others = tuple(other_fields(call))
        of_shop = [other for other in others if other.right == convot.SHOP]
        found += _pair(of_shop, [other for other in others if other.right == convot.SHOP_HASH], secret)
    return found


def _pair(values: Sequence[OtherField], hashes: Sequence[OtherField], secret: str) -> tuple[OtherField, ...]:
    for value in values[:_MOST]:
        for sent in hashes[:_MOST]:
            if convot.check(value.field, sent.field, secret).status == "verified":
                return value, sent
    return ()


def _candidates(text: str, call: IdentifyCall, user: HashVerdict, shop: HashVerdict) -> Iterator[OtherField]:
    mistakes = [
        mistake
        for verdict in (user, shop)
        if verdict.proof is not None
        for mistake in verdict.proof.mistakes
        if mistake.id in _ELSEWHERE
    ]
    named = {mistake.detail for mistake in mistakes}
    if call.sent_by == "not-identify" and user.status == "verified":
        return  # another product's own names
    all_others = list(other_fields(call))
    if not all_others:
        return
    taken = {other.right for other in all_others if other.field.name in named}
    # In a log row or a table row an id may be the row's own; only in a call does it identify the visitor.
    for other in other_fields(call, by_spelling_only=not is_called(text, call)):
        if other.field.name not in named and other.right not in taken:
            yield other


def _observation(other: OtherField, user: HashVerdict, *, is_proven: bool = False) -> Observation:
    field, right, is_nested, is_sure = other
    target: Target = "shop" if right in (convot.SHOP, convot.SHOP_HASH) else "user"
    # A shop inside custom_data may be plain data; and if the user verifies, a missing value has no effect.
    is_right = user.status == "verified" or user.causes == ("hash-in-other-field",)
    doubt = (not is_sure or (is_nested and right == convot.SHOP)) + (is_right and right not in _HASHES)
    if is_proven:
        doubt = int(target == "shop" and user.status == "verified")
    return Observation(
        "field-nested" if is_nested else "field-renamed",
        target,
        excerpt(field.name, _LONGEST_NAME),
        right,
        severity=_SEVERITIES[doubt],
        is_proven=is_proven,
    )


def _severity(observed: Observation) -> int:
    return _SEVERITIES.index(observed.severity or "error")
