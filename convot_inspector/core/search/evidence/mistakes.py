"""The search for causes where no value is known: every likely piece of the text is tried as the signed value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.model import Mistake
from convot_inspector.core.reading.evidence.hashes import hash_sightings
from convot_inspector.core.reading.evidence.values import likely_values
from convot_inspector.core.search.engine import Search, SentHash
from convot_inspector.core.search.evidence.pairs import Evidence, ProvenPair
from convot_inspector.core.search.values import VALUE_MISTAKES, CancelledError, Signed, changed_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from convot_inspector.core.reading.evidence.hashes import HashSighting
    from convot_inspector.core.reading.evidence.values import ValueSighting
    from convot_inspector.core.reading.source import Source
    from convot_inspector.core.search.engine import Match
    from convot_inspector.core.search.keys import Keys

_MOST_HASHES = 8
_MOST_CANDIDATES = 150_000  # for one hash
_COST_OF_TEXT = 6
_MOST_MISTAKES = 2
# Keys that anybody has: other programs may have hashed the same text with them for unrelated reasons.
_PUBLIC_KEYS = frozenset(("key-empty", "key-literal"))


def prove_with_mistakes(
    source: Source, keys: Keys, answered: frozenset[str], cancelled: Callable[[], bool] = lambda: False
) -> Evidence:
    """Search for values from which a hash of the text is made with at most two mistakes.

    ``answered``: hashes that need no value. A hash without its own name is never explained without a secret: pages
    are full of digests by Gravatar and advertisers. Not all pairs of mistakes can be tried, as too many values are
    possible; the evidence is complete if the search was not cancelled.
    """
    sightings = hash_sightings(source.text, answered)
    by_text = {each.text: each for each in reversed(sightings)}  # one that stands there twice is one
    hashes = [each for each in sightings if by_text[each.text] is each]
    pairs: list[ProvenPair] = []
    unproven: list[HashSighting] = []
    computed, rest = 0, next(iter(hashes[_MOST_HASHES:]), None)
    for sighting in hashes[:_MOST_HASHES]:
        if cancelled():
            return Evidence(tuple(pairs), tuple(unproven), computed, complete=False, source=source, rest=rest)
        texts = _Pool(likely_values(source.text, sighting), cancelled)
        sent = SentHash(sighting.name or "hash", sighting.text, most=_MOST_MISTAKES)
        search = Search(texts, keys, (sent,), cancelled)
        result = search.run(_MOST_CANDIDATES)
        computed += search.spent
        match = next((each for each in result.matches if _is_proof(each, sighting)), None)
        if match is None:
            unproven.append(sighting)
        else:
            pairs.append(ProvenPair(sighting, texts.origin_of(match.signed), source))
    return Evidence(tuple(pairs), tuple(unproven), computed, source=source, rest=rest)


def _is_proof(match: Match, sighting: HashSighting) -> bool:
    if sighting.is_of_user or sighting.is_of_shop or "hmac" in sighting.name:
        return True
    if match.construction.keyless or match.key is None:
        return False
    return not any(mistake.id in _PUBLIC_KEYS for mistake in match.key.mistakes)


class _Pool:
    """Texts that may have been signed, by number of mistakes, made from several values that each may be right."""

    def __init__(self, values: Sequence[ValueSighting], cancelled: Callable[[], bool]) -> None:
        self._values, self._cancelled = values, cancelled
        self._origins: dict[bytes, ValueSighting] = {}
        self._levels: list[list[Signed]] = []

    @property
    def cost(self) -> int:
        """What it cost to make the texts, as multiples of what a candidate costs."""
        return _COST_OF_TEXT * len(self._origins)

    @property
    def is_complete(self) -> bool:
        """Always True: the texts of the evidence are bounded where they are collected."""
        return True

    def alone(self) -> list[Signed]:
        """Return no text: all of them are combined with other mistakes."""
        return []

    def level(self, mistakes: int) -> list[Signed]:
        """Return the texts that take so many mistakes; empty beyond one."""
        while len(self._levels) <= min(mistakes, 1):
            self._levels.append(self._changed() if self._levels else self._unchanged())
        return self._levels[mistakes] if mistakes < len(self._levels) else []

    def origin_of(self, signed: Signed) -> ValueSighting:
        """Return the value that a text was made of."""
        return self._origins[signed.data]

    def _unchanged(self) -> list[Signed]:
        return [
            Signed(data, (), common=True)
            for value in self._values
            if (data := _encoded(value.text)) is not None and self._is_new(data, value)
        ]

    def _changed(self) -> list[Signed]:
        found = []
        for value in self._values:
            if self._cancelled():
                raise CancelledError
            for row in VALUE_MISTAKES:
                for text, detail in changed_texts(row, value.text):
                    data = text if isinstance(text, bytes) else _encoded(text)
                    if data is not None and self._is_new(data, value):
                        found.append(Signed(data, (Mistake(row.id, detail),), common=row.common))
        return found

    def _is_new(self, data: bytes, value: ValueSighting) -> bool:
        return self._origins.setdefault(data, value) is value


def _encoded(text: str) -> bytes | None:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return None
