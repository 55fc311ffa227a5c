"""The search for the smallest set of mistakes that reproduces a sent hash bit for bit.

A candidate is a text × a key × a construction. The sent text is decoded once into every digest that it can stand
for, so that one set lookup tells whether a candidate is one of them, however it was written and wherever it
stands. Fewest mistakes first; no candidate is computed twice, and the same input always gives the same result.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.model import Mistake
from convot_inspector.core.search.blocks import COST_OF_KEY, MOST_MISTAKES, blocks, parts
from convot_inspector.core.search.constructions import RIGHT
from convot_inspector.core.search.digests import START, forms, once
from convot_inspector.core.search.values import CancelledError, Signed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from convot_inspector.core.search.blocks import Batch, Texts
    from convot_inspector.core.search.constructions import Construction
    from convot_inspector.core.search.digests import Form
    from convot_inspector.core.search.keys import Key, Keys
    from convot_inspector.core.search.lossy import Lossy


@dataclass(frozen=True)
class SentHash:
    """A text that was sent, in ``field``. ``place``: the mistakes that it takes for it to stand there.

    ``most``: the largest number of mistakes of value, key and construction. ``is_meant``: whether the name
    of its field says that it is a hash of this call, so that it may be one of the wrong field; ``is_plain``: whether
    the name can mean nothing else, so that it may be one without any secret. (An MD5 of the email address in
    ``custom_data.gravatar_hash`` is no mistake.)
    """

    field: str
    text: str
    place: tuple[Mistake, ...] = ()
    most: int = MOST_MISTAKES
    is_meant: bool = True
    is_plain: bool = True

    def explains(self, signed: Signed, key: Key | None, construction: Construction) -> bool:
        """Return whether a candidate that gives this text would explain why the text stands where it does."""
        if not self.place:
            return True
        ids = {mistake.id for mistake in signed.mistakes}
        if "hash-of-other-call" in ids or ("wrong-field" in ids and not self.is_meant):
            return False
        return self.is_plain or (key is not None and key.data != b"" and not construction.keyless)


@dataclass(frozen=True)
class Match:
    """A candidate whose digest is the sent one. ``mistakes``: all of them, in the order of the axes."""

    signed: Signed
    key: Key | None
    construction: Construction
    sent: SentHash
    writing: tuple[Mistake, ...]

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """Everything that was done wrong."""
        key = self.key.mistakes if self.key is not None and not self.construction.keyless else ()
        return once((*self.signed.mistakes, *key, *self.construction.mistakes, *self.writing, *self.sent.place))


@dataclass(frozen=True)
class SearchResult:
    """``matches``: every candidate that reproduces the hash with the fewest mistakes, the best first. ``tried``: how
    many candidates were computed. ``complete``: whether the search came to its end."""

    matches: tuple[Match, ...]
    tried: int
    complete: bool = True


@dataclass(frozen=True)
class _Used:
    """Stand-in for the texts of a finished search, so that the texts themselves can be freed."""

    cost: int
    is_complete: bool

    def level(self, _: int) -> list[Signed]:
        """Return no text."""
        return []

    def alone(self) -> list[Signed]:
        """Return no text."""
        return []


class Search:
    """One search. ``cancelled`` is asked every few milliseconds."""

    def __init__(self, texts: Texts, keys: Keys, sent: Sequence[SentHash], cancelled: Callable[[], bool]) -> None:
        self._texts: Texts = texts
        self._keys, self._cancelled = keys, cancelled
        self._forms: list[tuple[Form, SentHash]] = []
        self._lossy: list[tuple[Lossy, SentHash]] = []
        for each in sent:
            exact, lossy = forms(each.text)
            self._forms += [(form, each) for form in exact]
            self._lossy += [(way, each) for way in lossy]
        self.exact = {form.exact for form, _ in self._forms if form.exact is not None}
        self._starts: dict[int, set[bytes]] = {}
        self._rounds = 1 + max((each.most for each in sent), default=-1)
        self._matches: list[Match] = []
        self._tried = 0
        self._computed = 0

    @property
    def spent(self) -> int:
        """What the search cost so far: a candidate is 1, 1 more for every 128 bytes of its text, and 5 for each key."""
        return self._computed + self._texts.cost

    def run(self, most: int) -> SearchResult:
        """Search until the fewest mistakes are known. ``most``: what may be spent."""
        least = min(
            [form.least + len(sent.place) for form, sent in self._forms]
            + [len(way.mistakes) + len(sent.place) for way, sent in self._lossy],
            default=None,
        )
        if least is None:
            return SearchResult((), 0)
        try:
            complete = self._run(most, least)
        except CancelledError:
            complete = False
        complete = complete and self._texts.is_complete and self._keys.is_complete
        # Many searches are kept until all are done, and each has thousands of texts.
        self._texts = _Used(self._texts.cost, self._texts.is_complete)
        return SearchResult(self._best(), self._tried, complete)

    def _run(self, most: int, least: int) -> bool:
        """Try the candidates; return whether all were tried that can have the fewest mistakes."""
        for mistakes in range(self._rounds):
            best = min((len(match.mistakes) for match in self._matches), default=None)
            if best is not None and best < mistakes + least:
                break
            for construction, keys, texts in blocks(mistakes, self._texts, self._keys):
                for some_keys, some_texts in parts(construction, keys, texts):
                    if self._cancelled() or self.spent >= most:
                        return False
                    self._try(construction, some_keys, some_texts)
        return True

    @property
    def has_own_hash(self) -> bool:
        """Whether the text in the hash's own place can be a digest at all."""
        return any(not sent.place for _, sent in self._forms)

    def try_numbers(self, numbers: range, digests: Sequence[bytes], key: Key) -> None:
        """Look for the hash among the digests of numbers that the paste does not show, made with the right key."""
        for at, form, sent in self._among(digests):
            text = str(numbers[at])
            signed = Signed(text.encode(), (Mistake("value-literal", text),), common=False)
            writing = form.mistakes(digests[at]) if not sent.place else None
            if writing is not None:
                self._add(Match(signed, key, RIGHT, sent, writing))

    def result(self, *, further: int, complete: bool) -> SearchResult:
        """Return what was found so far. ``further``: candidates that were computed for several searches at once."""
        return SearchResult(self._best(), self._tried + further, complete)

    def _among(self, digests: Sequence[bytes]) -> Iterator[tuple[int, Form, SentHash]]:
        """Yield the index of each digest that can be a sent one; all have one length."""
        starts = self.starts(len(digests[0]))
        if self.exact.isdisjoint(digests) and not (starts and any(digest[:START] in starts for digest in digests)):
            return
        for form, sent in self._forms:
            for at, digest in enumerate(digests):
                if form.mistakes(digest) is not None:
                    yield at, form, sent

    def _try(self, construction: Construction, keys: Sequence[Key | None], batch: Batch) -> None:
        digests = construction.digests([key.data if key is not None else b"" for key in keys], batch.data)
        self._tried += len(digests)
        self._computed += len(keys) * (COST_OF_KEY + batch.cost)
        for at, form, sent in self._among(digests):
            writing = form.mistakes(digests[at])
            if writing is not None:
                self._found(construction, keys, batch, at, sent, writing)
        for way, sent in self._lossy:
            for at in way.among(digests):
                self._found(construction, keys, batch, at, sent, way.mistakes)

    def _found(
        self, construction: Construction, keys: Sequence[Key | None], batch: Batch, at: int, sent: SentHash,
        writing: tuple[Mistake, ...],
    ) -> None:  # fmt: skip
        key, text = divmod(at, len(batch.data))
        self._add(Match(batch.signed[text], keys[key], construction, sent, writing))

    def starts(self, size: int) -> set[bytes]:
        """Return the prefixes that were sent of digests of that many bytes of which only a prefix was sent."""
        if size not in self._starts:
            self._starts[size] = {form.start for form, _ in self._forms if form.is_beginning_of(size)}
        return self._starts[size]

    def _add(self, match: Match) -> None:
        of_candidate = len(match.mistakes) - len(match.writing) - len(match.sent.place)
        if of_candidate <= match.sent.most and match.sent.explains(match.signed, match.key, match.construction):
            self._matches.append(match)

    def _best(self) -> tuple[Match, ...]:
        fewest = min((len(match.mistakes) for match in self._matches), default=0)
        return tuple(match for match in self._matches if len(match.mistakes) == fewest)
