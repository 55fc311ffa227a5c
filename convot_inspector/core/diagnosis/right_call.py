"""The one call that Convot receives, made of what another call passes, where only the way it is passed is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.reading.field_names import canonical_name, other_fields

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection, Field

NOT_RECEIVED = ("not-identify", "identify-arguments", "settings-object", "not-run")
"""Findings that say why Convot does not receive a call."""
_OF_LOADER = ("app_id", "app_key", "app", "key", "host", "api_base")
_OTHER_NAME = ("field-renamed", "field-nested", "hash-in-other-field")


def right_call(inspected: CallInspection) -> tuple[tuple[str, Field | None], ...]:
    """Return the fields of the right call, by the name that Convot reads; None for a hash that the server must make.

    Empty where neither the way in which the call is made nor the name of a field is wrong.
    """
    found = {finding.id for finding in inspected.findings if finding.severity != "note"}
    if found.isdisjoint((*NOT_RECEIVED, *_OTHER_NAME)):
        return ()
    call = inspected.call
    renamed = _renamed(inspected)
    named = {other.field.name: other.right for other in other_fields(call) if other.field.name in renamed}
    is_right = {
        convot.USER_HASH: _may_be_right(inspected, "user"),
        convot.SHOP_HASH: _may_be_right(inspected, "shop"),
    }
    fields: dict[str, Field | None] = {}
    for name, field in call.fields.items():
        right = named.get(name, name)
        if name in _OF_LOADER or (right == name and "." in name) or (right != name and right in fields):
            continue
        if right == name and canonical_name(name)[0] not in ("", name):
            continue  # an id of the page's own: as external_id it would be what the hash has to sign
        fields[right] = field if is_right.get(right, True) else None
    return tuple(fields.items())


def _renamed(inspected: CallInspection) -> frozenset[str]:
    """Return the names of fields that stand for Convot's: proven ones, and those of a call that sends neither."""
    names: set[str] = set()
    for target, verdict in (("user", inspected.user), ("shop", inspected.shop)):
        if verdict.proof is not None:
            names.update(mistake.detail for mistake in verdict.proof.mistakes if mistake.id in _OTHER_NAME)
        if verdict.status == "absent":
            found = (each for each in inspected.findings if each.target == target and each.id in _OTHER_NAME)
            names.update(each.detail for each in found if each.severity != "note")
    return frozenset(names)


def _may_be_right(inspected: CallInspection, target: str) -> bool:
    """Return whether nothing but the name of its field, or of its value's, is wrong with a hash."""
    verdict = inspected.shop if target == "shop" else inspected.user
    if verdict.status in ("mismatch", "missing", "no-value"):
        return bool(verdict.causes) and set(verdict.causes) <= set(_OTHER_NAME)
    return True
