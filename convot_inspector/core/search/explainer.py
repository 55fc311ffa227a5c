"""The search for the causes of the wrong hashes in one paste, and the verdicts that contain them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.model import Mistake
from convot_inspector.core.search.constructions import hmacs
from convot_inspector.core.search.credentials import is_public
from convot_inspector.core.search.digests import START
from convot_inspector.core.search.engine import Search, SearchResult
from convot_inspector.core.search.hash_check import HASHES
from convot_inspector.core.search.proof import proof_of
from convot_inspector.core.search.questions import Questions
from convot_inspector.core.search.renaming import with_renamed_fields
from convot_inspector.core.search.values import SignedTexts, ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from convot_inspector.core.model import HashVerdict, IdentifyCall
    from convot_inspector.core.search.engine import Match, SentHash
    from convot_inspector.core.search.hash_check import HashCheck
    from convot_inspector.core.search.keys import Keys
    from convot_inspector.core.search.payload import Payload
    from convot_inspector.core.search.questions import Question

_MOST_ALTERNATIVES = 5
MOST_SPENT = 3_400_000  # cost for one paste, whatever it holds; a candidate costs 1, see Search.spent
_LEAST_SHARE = 8_000  # part of it for one hash: enough for most single mistakes
_COST_OF_QUESTION = 4_000
_SIZE = 32  # bytes of the right digest
LARGEST_NUMBER = 1_000_000
_NUMBERS_AT_ONCE = 8_000
_MOST_WITH_NUMBERS = 100  # hashes
NOTHING = SearchResult((), 0)

# Most frequent in practice first; ids that are not listed come last.
_FREQUENT = (
    "wrong-field", "key-previous", "key-other-app", "key-hex-decoded", "key-whitespace", "arguments-swapped",
    "plain-hash", "digest-base64", "digest-upper-case", "value-case", "value-whitespace", "hashes-swapped",
    "hash-in-other-field", "key-quoted", "key-empty", "wrong-algorithm", "value-number", "value-url-encoded",
    "value-quoted", "digest-prefixed", "key-env-line", "hash-of-other-call",
)  # fmt: skip
_RANK = {id_: rank for rank, id_ in enumerate(_FREQUENT)}


class Explainer:
    """The search for the causes in the calls of one paste, within one budget; equal questions are asked once."""

    def __init__(
        self,
        text: str,
        keys: Keys,
        calls: Sequence[IdentifyCall],
        cancelled: Callable[[], bool] = lambda: False,
        spent: int = 0,
    ) -> None:
        """Take the calls of a text. ``spent``: the part of the budget that was used before."""
        self._keys, self._calls, self._cancelled = keys, calls, cancelled
        self._stopped = False
        self._questions = Questions(text, calls)
        self._left = MOST_SPENT - spent
        self.used_as_secrets: dict[str, str] = {}
        """Tokens of the paste that are proven to be keys and are no public text, with their names."""
        self._searches: dict[tuple[Payload, tuple[SentHash, ...]], Search] = {}
        self._results: dict[Search, SearchResult] = {}

    def explain(self, checks: Sequence[tuple[HashCheck, HashCheck]]) -> list[tuple[HashVerdict, HashVerdict]]:
        """Return the verdicts of the user's and the shop's hash of each call, with the causes that were found."""
        questions = [
            (self._questions.question(call, user, shop), self._questions.question(call, shop, user))
            for call, (user, shop) in zip(self._calls, checks, strict=True)
        ]
        asked = [question for pair in questions for question in pair if question is not None]
        if len(asked) == len(HASHES):
            self._left += MOST_SPENT // 5  # then each of the two hashes of one call is searched to the end
        searches: dict[int, Search | None] = {}
        for done, question in enumerate(asked):
            searches[id(question)] = self._search(question, max(self._left // (len(asked) - done), _LEAST_SHARE))
        self._try_numbers()
        explained = [
            self._explained(pair, user, shop, searches) for pair, (user, shop) in zip(questions, checks, strict=True)
        ]
        # A search refers to `_stop`, and so to this object and the secrets: a cycle until the garbage collector runs.
        self._searches.clear()
        self._results.clear()
        return explained

    def _stop(self) -> bool:
        self._stopped = self._stopped or self._cancelled()
        return self._stopped

    def _explained(
        self,
        questions: tuple[Question | None, Question | None],
        user: HashCheck,
        shop: HashCheck,
        searches: Mapping[int, Search | None],
    ) -> tuple[HashVerdict, HashVerdict]:
        of_user, of_shop = (self._result(question, searches) for question in questions)
        crossed = _crossed(of_user, shop.hash_name) and _crossed(of_shop, user.hash_name)
        question = questions[1]
        if not crossed and question is not None and _crossed(of_shop, user.hash_name):
            # The user_hash explains a shop_hash only where the two are swapped; otherwise it is the user's own.
            own = tuple(sent for sent in question.sent if sent.field != user.hash_name)
            of_shop = NOTHING
            if own:
                again = replace(question, sent=own)
                of_shop = self._result(again, {id(again): self._search(again, max(self._left, _LEAST_SHARE))})
        asked = questions[0] or questions[1]
        user_verdict = self._searched_verdict(user.verdict, of_user, shop.hash_name if crossed else None)
        shop_verdict = self._searched_verdict(shop.verdict, of_shop, user.hash_name if crossed else None)
        if asked is None:
            return user_verdict, shop_verdict
        return (
            with_renamed_fields(user_verdict, asked.call, user.hash_name),
            with_renamed_fields(shop_verdict, asked.call, shop.hash_name),
        )

    def _search(self, question: Question, share: int) -> Search | None:
        """Search with a share of the budget; None if nothing of that is left."""
        if self._left <= 0:
            return None
        key = self._questions.payload(question.call, question.check), question.sent
        search = self._searches.get(key)
        if search is None:
            texts = SignedTexts(key[0], self._stop)
            search = self._searches[key] = Search(texts, self._keys, question.sent, self._stop)
            self._results[search] = search.run(min(share, self._left))
            self._left -= search.spent + _COST_OF_QUESTION
        return search

    def _result(self, question: Question | None, searches: Mapping[int, Search | None]) -> SearchResult:
        if question is None:
            return NOTHING
        search = searches[id(question)]
        return SearchResult((), 0, complete=False) if search is None else self._results[search]

    def _try_numbers(self) -> None:
        """Try the numbers that a database gives to its rows for all hashes that nothing else explains."""
        open_ = [search for search, found in self._results.items() if not found.matches and search.has_own_hash]
        for search in open_[_MOST_WITH_NUMBERS:]:
            self._results[search] = search.result(further=0, complete=False)
        open_ = open_[:_MOST_WITH_NUMBERS]
        if not open_:
            return
        tried, is_complete = 0, True
        exact = {digest for search in open_ for digest in search.exact}
        starts = {start for search in open_ for start in search.starts(_SIZE)}
        for key in self._keys.level(0):
            for first in range(1, LARGEST_NUMBER + 1, _NUMBERS_AT_ONCE):
                if self._stop():
                    is_complete = False
                    break
                numbers = range(first, min(first + _NUMBERS_AT_ONCE, LARGEST_NUMBER + 1))
                digests = hmacs((key.data,), [b"%d" % number for number in numbers])
                tried += len(digests)
                is_found = not exact.isdisjoint(digests)
                if is_found or (starts and not starts.isdisjoint([digest[:START] for digest in digests])):
                    for search in open_:
                        search.try_numbers(numbers, digests, key)
        for search in open_:
            complete = is_complete and self._results[search].complete
            self._results[search] = search.result(further=tried, complete=complete)

    def _searched_verdict(self, verdict: HashVerdict, found: SearchResult, crossed_with: str | None) -> HashVerdict:
        """Return the verdict with the result of its search, and note the tokens that served as keys."""
        if not found.tried and found.complete:
            return verdict
        for match in found.matches:
            self._note(match)
        searched = self._keys.searched(complete=found.complete)
        return replace(_with_causes(verdict, found, crossed_with), searched=searched)

    def _note(self, match: Match) -> None:
        for mistake in match.mistakes:
            if mistake.id == "key-other-credential" and match.key is not None:
                token = match.key.data.decode("utf-8", "replace")
                if not (is_public(token) or self._identifies(token)):
                    self.used_as_secrets[token] = mistake.detail

    def _identifies(self, token: str) -> bool:
        names = (convot.EXTERNAL_ID, convot.EMAIL, convot.SHOP)
        sent = (call.sent(name) for call in self._calls for name in names)
        return any(field is not None and field.value == token for field in sent)


def _crossed(found: SearchResult, other_hash: str) -> bool:
    return any(match.sent.field == other_hash and match.sent.place for match in found.matches)


def _with_causes(verdict: HashVerdict, found: SearchResult, crossed_with: str | None) -> HashVerdict:
    """Return the verdict with its causes. ``crossed_with``: the field that holds this hash if the two are swapped."""
    if crossed_with is not None:
        swapped = (Mistake("hashes-swapped", crossed_with),)
        matches = tuple(
            replace(match, sent=replace(match.sent, place=swapped))
            for match in found.matches
            if match.sent.field == crossed_with and match.sent.place
        )
    else:
        matches = tuple(sorted(found.matches, key=_rank))
    if not matches:
        return replace(verdict, tried=found.tried)
    best = matches[0]
    by_ids: dict[tuple[str, ...], tuple[Mistake, ...]] = {}
    for match in matches:
        for way in _ways(match):
            by_ids.setdefault(ids(way), way)
    causes = next(iter(by_ids))
    others = tuple(by_ids.values())[1 : _MOST_ALTERNATIVES + 1]
    return replace(verdict, causes=causes, tried=found.tried, other_ways=others, proof=proof_of(best))


def _rank(match: Match) -> tuple[int, int]:
    ranks = [_RANK.get(mistake.id, len(_RANK)) for mistake in match.mistakes]
    return sum(ranks), len(match.sent.place)


def _ways(match: Match) -> Iterator[tuple[Mistake, ...]]:
    """Yield the ways in which the value may have become the same bytes."""
    for of_value in (match.signed.mistakes, *match.signed.also):
        yield replace(match, signed=replace(match.signed, mistakes=of_value, also=())).mistakes
