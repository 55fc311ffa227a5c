"""A call completed by the texts that hashes prove, each in the field to which it belongs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot

if TYPE_CHECKING:
    from convot_inspector.core.model import Field, IdentifyCall

_UNFILLED = ("template", "placeholder", "redacted", "obfuscated")


def completed(text: str, call: IdentifyCall, proven: IdentifyCall, *, has_loose_bounds: bool) -> IdentifyCall | None:
    """Return the call with the proven texts in its own fields; None if it has no place for one of them.

    A proven text belongs to the field in which it stands. One that stands elsewhere is the value of the field that the
    call signs, if that has no value of its own in the text. ``has_loose_bounds``: its notation fixes no bounds.
    """
    fields = dict(call.fields)
    for written, found in proven.fields.items():
        if not found.reading and written in fields:
            continue  # named beside the pair but not proven
        repeated = (each.name for each in call.repeated if each.name in convot.IDENTITY_FIELDS and overlap(each, found))
        name = next(repeated, written)
        if not written.endswith("_hash") and _is_in_hash(call, found):
            return None  # what was read as the hash is the rest of a text; nothing says whose value this is
        own = _field_at(fields, call, name, found)
        if name in (convot.EXTERNAL_ID, convot.EMAIL) and (own is None or not overlap(own, found)):
            own = convot.signed_field(call)
            if own is None or _is_beside(call, name, own):
                if _contradicts(call.fields.get(name), found):
                    return None
                fields[name] = replace(found, name=name)
                continue
            if _cannot_be(text, call, name, own, found):
                return None
        if own is not None and _is_read_otherwise(text, call, own, found):
            return None
        is_fixed = own is not None and own.known and not (has_loose_bounds and own.value in found.value)
        if own is not None and is_fixed and overlap(own, found) and own.value != found.value:
            return None  # the notation fixes the value
        if own is None:
            fields[name] = found
        elif not is_fixed:
            fields[own.name] = replace(found, name=own.name)
    return _around(replace(call, fields=fields), proven)


def _is_in_hash(call: IdentifyCall, found: Field) -> bool:
    """Return whether a proven value stands in what was read as a hash, beyond its digits."""
    hashes = (call.fields.get(name) for name in (convot.USER_HASH, convot.SHOP_HASH))
    return any(each is not None and overlap(each, found) for each in hashes)


def _field_at(fields: dict[str, Field], call: IdentifyCall, name: str, found: Field) -> Field | None:
    """Return the field in which a proven text stands, else the one of its name; drop names that stand inside it."""
    inside = [each for each in map(fields.get, convot.IDENTITY_FIELDS) if each is not None and overlap(each, found)]
    inside.sort(key=lambda each: each.name != name)  # its own field first, if it has one
    for other in inside[1:]:
        if found.start <= other.start and other.end <= found.end:
            del fields[other.name]  # a name inside the value
    return inside[0] if inside else call.fields.get(name)


def _cannot_be(text: str, call: IdentifyCall, name: str, own: Field, found: Field) -> bool:
    """Return whether a proven text that stands elsewhere is not the value of the field that the call signs."""
    if _contradicts(own, found) or _is_named_otherwise(text, found, own.name):
        return True
    return own.name != name and convot.EMAIL in call.fields  # the email beside an external_id that is not known


def _is_read_otherwise(text: str, call: IdentifyCall, own: Field, found: Field) -> bool:
    """Return whether the notation decodes a field, or those of its name, to other texts than the proven one."""
    readings = {each.value for each in call.repeated if each.name == own.name}
    is_decoded = own.kind in _UNFILLED and own.value != text[own.start : own.end]
    return (bool(readings) or is_decoded) and found.value not in {own.value, *readings}


def _is_beside(call: IdentifyCall, name: str, own: Field) -> bool:
    """Return whether a proven value is another field than the one that the call signs.

    Where a value of that one stands in the text, whose bounds are not certain, it keeps it.
    """
    return (name == convot.EXTERNAL_ID and name not in call.fields) or (own.name != name and own.kind == "unclear")


def _contradicts(own: Field | None, found: Field) -> bool:
    return own is not None and own.known and own.value != found.value


def _is_named_otherwise(text: str, found: Field, name: str) -> bool:
    """Return whether a name stands before a proven text that is not that of the field which it would become."""
    from convot_inspector.core.reading.evidence.pieces import name_before
    from convot_inspector.core.reading.field_names import canonical_name

    named, is_sure = canonical_name(name_before(text, found.start), by_spelling_only=True)
    return is_sure and named != name


def _around(call: IdentifyCall, proven: IdentifyCall) -> IdentifyCall:
    """Return the call with a span that covers the proven texts too."""
    if proven.start < call.start:
        call = replace(call, start=proven.start, line=proven.line, column=proven.column)
    return replace(call, end=max(call.end, proven.end))


def overlap(one: Field, other: Field) -> bool:
    """Return whether two fields stand in the same text."""
    return one.start < other.end and other.start < one.end
