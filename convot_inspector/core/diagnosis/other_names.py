"""Fields under a name or inside an object where Convot does not read them, where the right field is not sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.characters.excerpt import excerpt
from convot_inspector.core.diagnosis.observation import Observation
from convot_inspector.core.reading.field_names import canonical_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import Field, HashVerdict, IdentifyCall, Severity, Target

_HASHES = (convot.USER_HASH, convot.SHOP_HASH)
_LONGEST_NAME = 60
_PARENTS = ("user", "custom_data")
_KINDS = ("object", "boolean")  # an identity is none of these
_CALLED = re.compile(r"[^{]{0,200}?\bidentify\b[^{(]{0,80}\(")
_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


def other_names(text: str, call: IdentifyCall, user: HashVerdict, shop: HashVerdict) -> Iterator[Observation]:
    """Yield, for each field that is not sent where Convot reads it, the field that comes closest."""
    found = sorted(_candidates(text, call, user, shop), key=_severity)
    closest: dict[tuple[str, str], Observation] = {}
    for observed in found:
        closest.setdefault((observed.id, observed.value), observed)
    yield from closest.values()


def _candidates(text: str, call: IdentifyCall, user: HashVerdict, shop: HashVerdict) -> Iterator[Observation]:
    proven = {
        mistake.detail
        for verdict in (user, shop)
        if verdict.proof is not None
        for mistake in verdict.proof.mistakes
        if mistake.id == "hash-in-other-field"
    }
    # In a log row or a table row an id may be the row's own; only in a call does it identify the visitor.
    is_called = _CALLED.match(text, call.start, call.end) is not None
    for field in call.fields.values():
        parent, _, name = field.name.rpartition(".")
        if not field.sent or field.kind in _KINDS or field.name in proven or (parent and parent not in _PARENTS):
            continue
        right, is_sure = canonical_name(name, by_spelling_only=parent == "custom_data" or not (parent or is_called))
        if right and call.sent(right) is None and (parent or name != right):
            yield _observation(field, right, user, is_nested=bool(parent), is_sure=is_sure)


def _observation(field: Field, right: str, user: HashVerdict, *, is_nested: bool, is_sure: bool) -> Observation:
    target: Target = "shop" if right in (convot.SHOP, convot.SHOP_HASH) else "user"
    # A shop inside custom_data may be plain data; and if the user verifies, a missing value has no effect.
    doubt = (not is_sure or (is_nested and right == convot.SHOP)) + (user.status == "verified" and right not in _HASHES)
    return Observation(
        "field-nested" if is_nested else "field-renamed",
        target,
        excerpt(field.name, _LONGEST_NAME),
        right,
        severity=_SEVERITIES[doubt],
    )


def _severity(observed: Observation) -> int:
    return _SEVERITIES.index(observed.severity or "error")
