"""Values in a text without a call that may be those of one: for the user to say which is which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.reading.evidence.hashes import hash_sightings
from convot_inspector.core.reading.evidence.names import NAMED_ID
from convot_inspector.core.reading.evidence.values import addresses, shop_domains

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOKED_AT = 16 * 1024  # characters
_MOST = 3  # values for one field
_LONGEST = 200  # characters of a value
_VERB = re.compile(r"(?:is|was|=)[ \t]{1,9}")
_LIKE_AN_ID = re.compile(r"(?=[^\d]{0,200}\d)[^\s]{1,200}")  # a word with a digit; other words are part of a sentence
_AROUND = " \t.,;:!?'\"`*_~()[]<>…«»“”„‘’"  # what a sentence puts around a value


def suggestions(text: str) -> dict[str, tuple[str, ...]]:
    """Return for each identity field the different texts that may be its value, in their order; none is decided."""
    found: dict[str, dict[str, None]] = {name: {} for name in convot.IDENTITY_FIELDS}
    for name, value in _values(text[:_LOOKED_AT]):
        bare = value.strip(_AROUND)
        if bare and len(bare) <= _LONGEST and len(found[name]) < _MOST:
            found[name].setdefault(bare)
    return {name: tuple(values) for name, values in found.items() if values}


def _values(text: str) -> Iterator[tuple[str, str]]:
    for named in NAMED_ID.finditer(text):
        value = _VERB.sub("", named[named.lastindex or 0].strip())
        if _LIKE_AN_ID.fullmatch(value):
            yield convot.EXTERNAL_ID, value
    for address in addresses(text):
        yield convot.EMAIL, address.text
    for domain in shop_domains(text):
        yield convot.SHOP, domain.text
    for sighting in hash_sightings(text):
        yield convot.SHOP_HASH if sighting.is_of_shop else convot.USER_HASH, sighting.text
