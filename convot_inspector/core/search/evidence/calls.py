"""Identify calls made from proven pairs of a value and its hash."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.language import lazy_tr
from convot_inspector.core.model import Field, IdentifyCall
from convot_inspector.core.reading.evidence.named_id import external_id_beside
from convot_inspector.core.reading.evidence.pieces import QUOTES, name_before
from convot_inspector.core.reading.field_names import canonical_name
from convot_inspector.core.search.evidence.beside import with_unproven_fields

_SHOP_HASH = re.compile(r"shop[ _-]?hash", re.IGNORECASE)
_DIGEST = re.compile(
    r"(?<![0-9A-Za-z])(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128})(?![0-9A-Za-z])"
)
_NAME_AND_BLANK = re.compile(
    r"(?i)(?<![a-z])(external[ _-]?id|shop|email)[\"'`*)]{0,3}"
    r"(?:[ \t]{1,4}[\"'`]?|\s{0,4}(?:</?\w{1,20}>\s{0,9}){2,4})\Z"
)
_LONGEST_RECORD = 2_000  # characters from a value to its hash
_SENTENCE = ".,;:!?)]}>"

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.core.search.evidence.pairs import Evidence, ProvenPair


def evidence_calls(evidence: Evidence) -> list[IdentifyCall]:
    """Return a call for each proven user hash, with the nearest proven shop hash, in the order of the text.

    A hash is the shop's if its name says so, or if it belongs to a myshopify domain beside another hash. A value is
    the email or the external_id by its name; without one an address is an email.
    """
    pairs = evidence.pairs
    shops = [pair for pair in pairs if _is_of_shop(pair, pairs, has_others=bool(evidence.unproven))]
    users = [pair for pair in pairs if pair not in shops]
    calls = []
    for number, user in enumerate(users or shops):
        of_shop = shops if not users else [pair for pair in shops if _nearest(pair, users) == number]
        group = [user] if not users else [user, *of_shop[:1]]
        calls.append(_call(group, [pair in shops for pair in group], evidence))
    return calls


def _is_of_shop(pair: ProvenPair, pairs: Sequence[ProvenPair], *, has_others: bool) -> bool:
    if pair.hash.is_of_shop:
        return True
    named = _name_of_value(pair)
    if named == convot.SHOP and not pair.hash.is_of_user:
        return True
    if named in (convot.EXTERNAL_ID, convot.EMAIL):
        return False
    is_domain = pair.value.text.endswith(convot.SHOP_DOMAIN_ENDING)
    has_others = has_others or _has_other_digest(pair)
    is_alone = not has_others and all(other.value.text == pair.value.text for other in pairs)
    return is_domain and not pair.hash.is_of_user and not is_alone


def _has_other_digest(pair: ProvenPair) -> bool:
    """Return whether the text has a shop_hash by name, or a digest of another length, which may be the user's."""
    text = pair.source.text
    return _SHOP_HASH.search(text) is not None or _DIGEST.search(text) is not None


def _nearest(shop: ProvenPair, users: Sequence[ProvenPair]) -> int:
    return min(range(len(users)), key=lambda number: abs(users[number].hash.start - shop.hash.start))


def _call(group: Sequence[ProvenPair], is_shop: Sequence[bool], evidence: Evidence) -> IdentifyCall:
    fields: dict[str, Field] = {}
    for pair, of_shop in zip(group, is_shop, strict=True):
        hash_name = convot.SHOP_HASH if of_shop else convot.USER_HASH
        value_name = convot.SHOP if of_shop else _value_name(pair)
        for name, text, start, end, how in (
            (value_name, pair.value.text, pair.value.start, pair.value.end, pair.value.how),
            (hash_name, pair.hash.text, pair.hash.start, pair.hash.end, ""),
        ):
            line, column = pair.source.place(start)
            span = pair.source.span(start, end)
            fields[name] = Field(
                name, text, "text", line, column, *span, reading=_reading(pair.source.text, start, end, how)
            )
    if convot.EMAIL in fields:
        passed = _named_id(group[0])
        if passed is not None and passed.value == fields[convot.EMAIL].value:
            email = fields.pop(convot.EMAIL)
            fields = {convot.EXTERNAL_ID: replace(email, name=convot.EXTERNAL_ID), **fields}
        elif passed is not None:
            fields = {convot.EXTERNAL_ID: passed, **fields}
    fields = with_unproven_fields(fields, evidence)
    start = min(field.start for field in fields.values())
    first = min(fields.values(), key=lambda field: field.start)
    return IdentifyCall(fields, first.line, first.column, start, max(field.end for field in fields.values()))


def _named_id(pair: ProvenPair) -> Field | None:
    """Return the external_id that is named in the record from a pair's value to its hash."""
    start, end = min(pair.hash.start, pair.value.start), max(pair.hash.end, pair.value.end)
    if end - start > _LONGEST_RECORD:
        start, end = pair.hash.start, pair.hash.end
    return external_id_beside(pair.source, start, end)


def _reading(text: str, start: int, end: int, how: str) -> str:
    """Return which of the possible readings was proven, in words."""
    if how:
        return how
    behind, before = text[end : end + 1], text[start - 1 : start] if start else ""
    if before in QUOTES and behind in QUOTES and before and behind:
        return lazy_tr("the quotes around it do not belong to it")
    if behind in _SENTENCE and behind:
        return lazy_tr("the {character} after it belongs to the text around it", character=behind)
    return lazy_tr("it ends at the next space or sign") if behind.strip() else lazy_tr("it is on its own")


def _name_of_value(pair: ProvenPair) -> str:
    """Return the field that the name before a value stands for; "" for none."""
    text, start = pair.source.text, pair.value.start
    named, _ = canonical_name(name_before(text, start))
    alone = _NAME_AND_BLANK.search(text, max(0, start - 100), start) if not named else None
    return canonical_name(alone[1])[0] if alone is not None else named


def _value_name(pair: ProvenPair) -> str:
    named = _name_of_value(pair)
    if named in (convot.EXTERNAL_ID, convot.EMAIL):
        return named
    return convot.EMAIL if "@" in pair.value.text else convot.EXTERNAL_ID
