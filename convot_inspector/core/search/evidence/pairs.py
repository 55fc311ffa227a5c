"""Pieces of a text that are proven to be a value and its hash, where no notation says so.

HMAC-SHA256 does not match by accident: a piece whose hash stands in the same text is what was signed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from convot_inspector.core.reading.evidence.hashes import MOST_HASHES, hash_sightings
from convot_inspector.core.reading.evidence.values import value_sightings
from convot_inspector.core.reading.evidence.views import views
from convot_inspector.core.search.constructions import hmacs
from convot_inspector.core.search.digests import forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from convot_inspector.core.reading.evidence.hashes import HashSighting
    from convot_inspector.core.reading.evidence.values import ValueSighting
    from convot_inspector.core.reading.source import Source

_BATCH = 256
_SIZE = 32  # bytes of the right digest
MOST_COMPUTED = 30_000  # hashes for the verdict on one text; with the values that are looked for, a fifth of a second
_LEAST_VALUES = 500  # with each secret, where they are many


@dataclass(frozen=True)
class ProvenPair:
    """A hash and the value that it was made from; their places are in ``source``."""

    hash: HashSighting
    value: ValueSighting
    source: Source


@dataclass(frozen=True)
class Evidence:
    """``pairs``: what is proven, in the order of the hashes. ``unproven``: the other places that may hold a hash.

    ``computed``: how many hashes were computed; ``complete``: whether every piece of the text was tried. ``rest``: the
    first of the hashes that were not looked at, because there are too many; None if all were. ``source``: where the
    unproven places and ``rest`` are.
    """

    pairs: tuple[ProvenPair, ...]
    unproven: tuple[HashSighting, ...]
    computed: int
    complete: bool = True
    source: Source | None = None
    rest: HashSighting | None = None


def prove(
    source: Source,
    secrets: Sequence[str],
    answered: frozenset[str] = frozenset(),
    cancelled: Callable[[], bool] = lambda: False,
    most: int = MOST_COMPUTED,
) -> Evidence:
    """Look for values whose hash with one of ``secrets`` stands in the text.

    ``answered``: hashes that already have a value. ``most``: how many hashes are computed.
    """
    state = _State(most)
    first: list[HashSighting] = []
    first_view = source
    rest: HashSighting | None = None
    for view in views(source):
        if cancelled():
            state.end()
            break
        hashes = hash_sightings(view.text, answered, MOST_HASHES + 1)
        if hashes and not first:
            first, rest, first_view = hashes[:MOST_HASHES], next(iter(hashes[MOST_HASHES:]), None), view
        hashes = hashes[:MOST_HASHES]
        wanted = state.wanted(hashes)
        if not wanted:
            continue
        if cancelled():
            state.end()
            break
        values = _Replayed(value_sightings(view.text, hashes, state.cut))
        of_secret = max(most // len(secrets), _LEAST_VALUES)
        for secret in dict.fromkeys(secrets):
            for pair in _matches(view, islice(values, of_secret), wanted, secret, state, cancelled):
                state.pairs.setdefault(pair.hash.text, pair)
            wanted = state.wanted(hashes)
            if wanted and values.has_more_than(of_secret):
                state.cut()
            if not wanted or state.is_ended:
                break
        if state.is_ended:
            break
    unproven = tuple(each for each in first if each.text not in state.pairs)
    pairs = tuple(sorted(state.pairs.values(), key=lambda pair: pair.source.span(pair.hash.start, pair.hash.end)))
    complete = state.complete or not (state.is_ended or state.wanted(first))
    return Evidence(pairs, unproven, state.computed, complete, first_view, rest)


class _Replayed:
    """The items of an iterator, computed once and replayed to every later reader."""

    def __init__(self, made: Iterator[ValueSighting]) -> None:
        self._made = made
        self._kept: list[ValueSighting] = []

    def __iter__(self) -> Iterator[ValueSighting]:
        yield from self._kept
        for value in self._made:
            self._kept.append(value)
            yield value

    def has_more_than(self, number: int) -> bool:
        """Return whether there are more items; one more may be computed for that."""
        self._kept.extend(islice(self._made, max(number + 1 - len(self._kept), 0)))
        return len(self._kept) > number


class _State:
    def __init__(self, most: int) -> None:
        self.most = most
        self.pairs: dict[str, ProvenPair] = {}
        self.proven: set[bytes] = set()
        self.computed = 0
        self.complete, self.is_ended = True, False
        self._digests: dict[str, list[bytes]] = {}

    def cut(self) -> None:
        """Note that some values are left out."""
        self.complete = False

    def end(self) -> None:
        """Note that nothing further is tried."""
        self.complete, self.is_ended = False, True

    def wanted(self, hashes: Sequence[HashSighting]) -> dict[bytes, HashSighting]:
        """Return the digests that the unproven hashes stand for."""
        found: dict[bytes, HashSighting] = {}
        for sighting in hashes:
            if sighting.text in self.pairs:
                continue
            for digest in self._digests_of(sighting.text):
                if digest not in self.proven:
                    found.setdefault(digest, sighting)
        return found

    def _digests_of(self, text: str) -> list[bytes]:
        if text not in self._digests:
            exact = (form.exact for form in forms(text)[0])
            self._digests[text] = [digest for digest in exact if digest is not None and len(digest) == _SIZE]
        return self._digests[text]


def _matches(
    view: Source,
    values: Iterable[ValueSighting],
    wanted: dict[bytes, HashSighting],
    secret: str,
    state: _State,
    cancelled: Callable[[], bool],
) -> Iterator[ProvenPair]:
    key = (secret.encode(),)
    remaining = iter(values)
    open_digests = set(wanted)
    while batch := list(islice(remaining, _BATCH)):
        if cancelled() or state.computed >= state.most:
            state.end()
            return
        digests = hmacs(key, [value.text.encode("utf-8", "surrogatepass") for value in batch])
        state.computed += len(digests)
        if open_digests.isdisjoint(digests):
            continue
        for value, digest in zip(batch, digests, strict=True):
            if digest in open_digests:
                open_digests.discard(digest)
                state.proven.add(digest)
                yield ProvenPair(wanted[digest], value, view)
        if not open_digests:
            return
