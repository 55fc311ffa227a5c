"""What a text names beside a proven pair: fields that are there, of which nothing is proven."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.model import Field
from convot_inspector.core.reading.evidence.hashes import HashSighting
from convot_inspector.core.reading.evidence.named_id import external_id_beside
from convot_inspector.core.reading.evidence.values import addresses, shop_domains

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convot_inspector.core.reading.evidence.pieces import Piece
    from convot_inspector.core.reading.source import Source
    from convot_inspector.core.search.evidence.pairs import Evidence

_DIGEST = re.compile(r"[0-9a-fA-F](?:(?<![0-9A-Za-z].)|(?<=\\x22.))[0-9a-fA-F]{19,127}(?![0-9A-Za-z])")
_MOST_DIGESTS = 200
_NEAR = 2_000  # characters; what stands farther away belongs to another record


def with_unproven_fields(fields: Mapping[str, Field], evidence: Evidence) -> dict[str, Field]:
    """Return the fields and, as ``unclear`` ones, those of the other hash if the text has one near them.

    Without them the call would be one that sends no such hash, which nobody knows.
    """
    source = evidence.source
    if source is None:
        return dict(fields)
    place = min(field.start for field in fields.values())
    found = dict(fields)
    if convot.USER_HASH not in fields:
        sighting = _nearest_hash((*evidence.unproven, *_other_digests(fields, source)), source, place, is_of_shop=False)
        if sighting is not None:
            found.update(_user_fields(source, sighting))
    if convot.SHOP_HASH not in fields:
        sighting = _nearest_hash(evidence.unproven, source, place, is_of_shop=True)
        if sighting is not None:
            shop = _nearest(shop_domains(source.text), sighting)
            found[convot.SHOP] = _unclear(convot.SHOP, source, shop)
            found[convot.SHOP_HASH] = _unclear(convot.SHOP_HASH, source, sighting)
    return found


def _user_fields(source: Source, sighting: HashSighting) -> dict[str, Field]:
    named = external_id_beside(source, sighting.start, sighting.end)
    address = _nearest(addresses(source.text), sighting)
    found = {convot.USER_HASH: _unclear(convot.USER_HASH, source, sighting)}
    if address is not sighting:
        found[convot.EMAIL] = _unclear(convot.EMAIL, source, address)
    if named is not None or address is sighting:
        id_ = named or _unclear(convot.EXTERNAL_ID, source, sighting)
        found[convot.EXTERNAL_ID] = replace(id_, kind="unclear")
    return found


def _other_digests(fields: Mapping[str, Field], source: Source) -> Iterator[HashSighting]:
    """Yield the digests of any length in the text that are not among the fields."""
    taken = {field.value for field in fields.values()}
    for found in islice(_DIGEST.finditer(source.text), _MOST_DIGESTS):
        if found[0] not in taken:
            yield HashSighting(found[0], *found.span())


def _nearest_hash(
    sightings: Iterable[HashSighting], source: Source, place: int, *, is_of_shop: bool
) -> HashSighting | None:
    def distance(sighting: HashSighting) -> int:
        return abs(source.span(sighting.start, sighting.end)[0] - place)

    near = [each for each in sightings if each.is_of_shop == is_of_shop and distance(each) <= _NEAR]
    return min(near, key=distance, default=None)


def _nearest(pieces: Iterable[Piece], sighting: HashSighting) -> Piece | HashSighting:
    """Return the piece nearest to a hash; the hash itself if none is near."""
    near = [piece for piece in pieces if abs(piece.start - sighting.start) <= _NEAR]
    return min(near, key=lambda piece: abs(piece.start - sighting.start), default=sighting)


def _unclear(name: str, source: Source, at: Piece | HashSighting) -> Field:
    """Return a field of which only the place is certain. A value that is not known is ""."""
    is_value_unknown = name in (convot.SHOP, convot.EXTERNAL_ID) and not isinstance(at, tuple)
    line, column = source.place(at.start)
    span = source.span(at.start, at.end)
    return Field(name, "" if is_value_unknown else at.text, "unclear", line, column, *span)
