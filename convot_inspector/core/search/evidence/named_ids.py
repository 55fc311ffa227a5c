"""Ids under names such as ``id`` and ``user_id`` in a program's own notation: an external_id where a hash proves it.

A database's own id beside the email is more frequent than an external_id under another name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.language import lazy_tr
from convot_inspector.core.reading.field_names import canonical_name
from convot_inspector.core.reading.notations import NOTATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import Field, HashVerdict, IdentifyCall
    from convot_inspector.core.reading.source import Reading

_OWN_NAMES = frozenset(
    format_
    for notation in NOTATIONS
    if notation.has_own_names or not notation.fixes_values
    for format_ in notation.formats
)
_OTHER_FIELD = ("wrong-field", "field-renamed")
_READING = lazy_tr("the hash is that of this id, so it is the external_id")


def with_proven_ids(reading: Reading, secret: str) -> Reading:
    """Return the reading with an external_id in each call whose hash is right for an id under another name."""
    if reading.format not in _OWN_NAMES:
        return reading

    def proven(call: IdentifyCall) -> IdentifyCall:
        sent = call.sent(convot.USER_HASH)
        for field in _ids(call) if sent is not None else ():
            if convot.check(field, sent, secret).status == "verified":
                return _with_external_id(call, field)
        return call

    return replace(reading, calls=tuple(map(proven, reading.calls)))


def with_explained_id(format_: str, call: IdentifyCall, verdict: HashVerdict) -> IdentifyCall | None:
    """Return the call with the external_id that its hash was made of by another mistake; None for any other call.

    ``verdict``: that of the email, explained by this id and what was done to it.
    """
    if format_ not in _OWN_NAMES or verdict.proof is None:
        return None
    signed = {mistake.detail for mistake in verdict.proof.mistakes if mistake.id in _OTHER_FIELD}
    return next((_with_external_id(call, field) for field in _ids(call) if field.name in signed), None)


def _ids(call: IdentifyCall) -> Iterator[Field]:
    if convot.EXTERNAL_ID in call.fields:
        return
    for field in call.fields.values():
        if field.kind in ("text", "number") and canonical_name(field.name)[0] == convot.EXTERNAL_ID:
            yield field


def _with_external_id(call: IdentifyCall, field: Field) -> IdentifyCall:
    external_id = replace(field, name=convot.EXTERNAL_ID, reading=field.reading or _READING)
    rest = {name: each for name, each in call.fields.items() if each is not field}
    return replace(call, fields={convot.EXTERNAL_ID: external_id, **rest})
