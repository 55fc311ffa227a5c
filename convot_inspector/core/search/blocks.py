"""The candidates of a search, in the order in which they are tried: many keys and texts at a time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from convot_inspector.core.search.constructions import CONSTRUCTIONS, DOUBLE_CONSTRUCTIONS, RIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convot_inspector.core.search.constructions import Construction
    from convot_inspector.core.search.keys import Key, Keys
    from convot_inspector.core.search.values import Signed

COST_OF_KEY = 3
_COST_AT_ONCE = 8_192  # of the candidates that are computed between two questions whether to go on; some milliseconds
_BYTES_OF_COST = 128  # bytes that are hashed in about the time that the rest of a candidate takes
MOST_MISTAKES = 3  # mistakes of value, key and construction together; those of writing and place are added


class Texts(Protocol):
    """Texts that may have been signed, by the number of mistakes that they take."""

    @property
    def cost(self) -> int:
        """What it cost to make the texts, as multiples of what a candidate costs."""

    @property
    def is_complete(self) -> bool:
        """Whether every text was kept; False after the bound on their number was reached."""

    def level(self, mistakes: int, /) -> list[Signed]:
        """Return the texts that take so many mistakes, without duplicates of lower levels."""

    def alone(self) -> list[Signed]:
        """Return further texts of one mistake that are combined with no other mistake than another secret."""


class Batch:
    """Texts that are tried together."""

    def __init__(self, signed: Sequence[Signed]) -> None:
        self.signed, self.data = signed, [text.data for text in signed]
        self.cost = len(signed) + sum(map(len, self.data)) // _BYTES_OF_COST

    @cached_property
    def parts(self) -> list[Batch]:
        """The same texts in batches that are small enough to be computed at once with one key."""
        if self.cost <= _COST_AT_ONCE:
            return [self]
        parts: list[list[Signed]] = [[]]
        cost = 0
        for text in self.signed:
            cost += 1 + len(text.data) // _BYTES_OF_COST
            if cost > _COST_AT_ONCE and parts[-1]:
                parts.append([])
                cost = 1 + len(text.data) // _BYTES_OF_COST
            parts[-1].append(text)
        return [Batch(part) for part in parts]


def parts(
    construction: Construction, keys: Sequence[Key | None], batch: Batch
) -> Iterator[tuple[Sequence[Key | None], Batch]]:
    """Yield all keys with all texts in parts that are small enough to be computed at once."""
    keys = [key for key in keys if not construction.is_plain_with(key)]
    for part in batch.parts:
        count = max(_COST_AT_ONCE // (COST_OF_KEY + part.cost), 1)
        for at in range(0, len(keys), count):
            yield keys[at : at + count], part


Block = tuple["Construction", "Sequence[Key | None]", Batch]


def blocks(mistakes: int, texts: Texts, keys: Keys) -> Iterator[Block]:
    """Yield every candidate with that many mistakes, in blocks: a construction, and the keys and texts for it.

    Frequent candidates come first. With one and two mistakes all follow; with three only frequent ones are tried: three
    rare mistakes at once are many millions of candidates, and were never met.
    """
    for is_rest in (False, True) if mistakes < MOST_MISTAKES else (False,):
        for of_value, of_key, of_construction in _SHARES[mistakes]:
            signed, held = texts.level(of_value), keys.level(of_key)
            common, rare = _parted(signed)
            if mistakes == MOST_MISTAKES and of_value == 2:
                common = signed  # two mistakes of the value leave few texts already
            common_keys, rare_keys = _parted(held)
            constructions = _CONSTRUCTIONS[of_construction]
            usual, unusual = _parted([each for each in constructions if not each.keyless])
            plain, unusual_plain = _parted([each for each in constructions if each.keyless and of_key == 0])
            if is_rest:
                everything = Batch(signed)
                yield from _block(plain, (None,), Batch(rare))
                yield from _block(unusual_plain, (None,), everything)
                yield from _block(usual, common_keys, Batch(rare))
                yield from _block(usual, rare_keys, everything)
                yield from _block(unusual, held, everything)
                if of_value == 1 and of_key <= 1 and of_construction == 0:
                    yield from _block((RIGHT,), _of_secrets(held), Batch(texts.alone()))
            else:
                batch = Batch(common)
                yield from _block(plain, (None,), batch)
                yield from _block(usual, common_keys, batch)


def _of_secrets(keys: Sequence[Key]) -> list[Key]:
    """Return the unchanged secrets: the current one, previous ones and those of other apps."""
    return [key for key in keys if not key.mistakes or key.mistakes[0].id in ("key-previous", "key-other-app")]


def _block(constructions: Sequence[Construction], keys: Sequence[Key | None], batch: Batch) -> Iterator[Block]:
    if keys and batch.data:
        for construction in constructions:
            yield construction, keys, batch


class _Rated(Protocol):
    @property
    def common(self) -> bool: ...


_R = TypeVar("_R", bound=_Rated)


def _parted(rated: Sequence[_R]) -> tuple[list[_R], list[_R]]:
    """Split candidates into the frequent and the rare ones."""
    return [each for each in rated if each.common], [each for each in rated if not each.common]


_CONSTRUCTIONS: tuple[tuple[Construction, ...], ...] = ((RIGHT,), CONSTRUCTIONS, DOUBLE_CONSTRUCTIONS)
# Ways to divide the mistakes among value, key and construction, the most frequent first.
_SHARES: tuple[tuple[tuple[int, int, int], ...], ...] = (
    ((0, 0, 0),),
    ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    ((1, 1, 0), (1, 0, 1), (0, 1, 1), (2, 0, 0), (0, 2, 0), (0, 0, 2)),
    ((1, 1, 1), (2, 1, 0), (2, 0, 1), (1, 2, 0), (0, 2, 1), (1, 0, 2), (0, 1, 2)),
)
