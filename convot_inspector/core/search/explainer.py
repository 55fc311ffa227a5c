"""From a call and its verdicts to the causes: what to search for, and what of the answer is told."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.language import lazy_tr
from convot_inspector.core.model import Mistake
from convot_inspector.core.search.credentials import is_public
from convot_inspector.core.search.engine import MOST_MISTAKES, Search, SearchResult, SentHash
from convot_inspector.core.search.field_names import canonical_name
from convot_inspector.core.search.hash_check import HASHES, SEARCHED
from convot_inspector.core.search.payload import Payload
from convot_inspector.core.search.proof import proof_of
from convot_inspector.core.search.values import SignedTexts, ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from convot_inspector.core.model import Field, HashVerdict, IdentifyCall
    from convot_inspector.core.search.engine import Match
    from convot_inspector.core.search.hash_check import HashCheck
    from convot_inspector.core.search.keys import Keys

_MOST_ALTERNATIVES = 5
_MOST_FIELDS = 40
_LONGEST = 2_000  # characters of a field that is looked at
_MOST_ELSEWHERE = 1  # mistake besides the place, in a field whose name says nothing of a hash
_HASH_NAME = re.compile("hash|hmac|signature|digest|verif", re.IGNORECASE)
_CHECKABLE = ("text", "number")
MOST_TRIED = 4_000_000  # candidates in one paste, whatever it holds

# By how often it was met in the wild; what is not named here comes last.
_FREQUENT = (
    "wrong-field", "key-previous", "key-other-app", "key-hex-decoded", "key-whitespace", "arguments-swapped",
    "plain-hash", "digest-base64", "digest-upper-case", "value-case", "value-whitespace", "hashes-swapped",
    "hash-in-other-field", "key-quoted", "key-empty", "wrong-algorithm", "value-number", "value-url-encoded",
    "value-quoted", "digest-prefixed", "key-env-line", "hash-of-other-call",
)  # fmt: skip
_RANK = {id_: rank for rank, id_ in enumerate(_FREQUENT)}


class Explainer:
    """Searches for the causes in the calls of one paste; equal questions are asked once."""

    def __init__(self, keys: Keys, calls: Sequence[IdentifyCall], cancelled: Callable[[], bool]) -> None:
        self._keys, self._calls, self._cancelled = keys, calls, cancelled
        self._left = MOST_TRIED
        self.used_as_secrets: dict[str, str] = {}
        """Tokens of the paste that are proven to be keys and are no public text, with their names."""
        self._known: dict[tuple[Payload, tuple[SentHash, ...]], SearchResult] = {}

    def explain(self, call: IdentifyCall, user: HashCheck, shop: HashCheck) -> tuple[HashVerdict, HashVerdict]:
        """Both verdicts with their causes, where something reproduces the sent hash."""
        of_user = self._search(call, user, shop)
        of_shop = self._search(call, shop, user)
        crossed = _crossed(of_user, shop.hash_name) and _crossed(of_shop, user.hash_name)
        return (
            self._told(user.verdict, of_user, shop.hash_name if crossed else None),
            self._told(shop.verdict, of_shop, user.hash_name if crossed else None),
        )

    def _told(self, verdict: HashVerdict, found: SearchResult, crossed_with: str | None) -> HashVerdict:
        if not found.tried:
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

    def _search(self, call: IdentifyCall, target: HashCheck, other: HashCheck) -> SearchResult:
        if target.verdict.status not in SEARCHED:
            return SearchResult((), 0)
        if target.value is not None and target.value.kind not in _CHECKABLE:
            return SearchResult((), 0)
        sent = tuple(_sent(call, target, other))
        payload = self._payload(call, target)
        if not sent:
            return SearchResult((), 0)
        if (payload, sent) not in self._known:
            found = Search(SignedTexts(payload), self._keys, sent, self._cancelled, self._left).run()
            self._left = max(self._left - found.tried, 0)
            self._known[payload, sent] = found
        return self._known[payload, sent]

    def _payload(self, call: IdentifyCall, target: HashCheck) -> Payload:
        fields = [field for field in call.fields.values() if field.known and len(field.value) <= _LONGEST]
        fields = [field for field in fields if field.name not in HASHES and field.sent][:_MOST_FIELDS]
        plain = [(field.name, field.value) for field in fields if field.kind != "object"]
        plain += [
            (lazy_tr("{field}, written twice", field=field.name), field.value)
            for field in call.repeated
            if field.known and field.name not in HASHES
        ]
        hashes = [field for name in HASHES if (field := call.sent(name)) is not None and field.known]
        hashes += [field for field in fields if _means_hash(field)]
        return Payload(
            target.value.name if target.value is not None else "",
            target.value.value if target.value is not None else None,
            tuple(plain),
            tuple((field.name, _json(field)) for field in fields if not _means_hash(field)),
            tuple((field.name, field.value) for field in hashes),
            tuple(self._elsewhere(call, target)),
            tuple(self._foreign(call, [text for _, text in plain])),
        )

    def _elsewhere(self, call: IdentifyCall, target: HashCheck) -> Iterator[tuple[str, str]]:
        """What the other calls of the paste should sign."""
        for other in self._calls[:200]:
            value = other.sent(convot.SHOP) if target.hash_name == convot.SHOP_HASH else convot.signed_field(other)
            if other is not call and value is not None and value.kind in _CHECKABLE and len(value.value) <= _LONGEST:
                yield lazy_tr("line {line}", line=str(other.line)), value.value

    def _foreign(self, call: IdentifyCall, known: Sequence[str]) -> Iterator[tuple[str, str]]:
        """What the other calls hold besides, each text once, with the field's name and where its call stands."""
        seen = set(known)
        for other in self._calls[:_MOST_FIELDS]:
            for field in other.fields.values():
                is_text = field.known and field.sent and field.kind in _CHECKABLE and field.name not in HASHES
                if other is call or not is_text or field.value in seen or len(field.value) > _LONGEST:
                    continue
                if len(seen) - len(known) >= _MOST_FIELDS:
                    return
                seen.add(field.value)
                yield lazy_tr("{field} of the call at line {line}", field=field.name, line=str(other.line)), field.value


def _json(field: Field) -> str:
    return json.dumps(field.value, ensure_ascii=False) if field.kind == "text" else field.value


def _sent(call: IdentifyCall, target: HashCheck, other: HashCheck) -> Iterator[SentHash]:
    """The texts that may be this hash: the one in its place, and those in other fields."""
    own = call.sent(target.hash_name)
    if own is not None and own.known:
        yield SentHash(own.name, own.value)
    if target.verdict.status == "no-value":
        return
    for field in [*call.fields.values()][:_MOST_FIELDS]:
        is_taken = field.name == other.hash_name and other.verdict.status == "verified"
        is_identity = field.name in convot.IDENTITY_FIELDS and field.name not in HASHES
        if field.name == target.hash_name or is_taken or is_identity or field.kind != "text":
            continue
        if len(field.value) <= _LONGEST:
            place = (Mistake("hash-in-other-field", field.name),)
            parent, _, name = field.name.rpartition(".")
            means = canonical_name(name)[0] or convot.USER_HASH
            is_meant = field.name not in HASHES and _means_hash(field) and means == target.hash_name
            is_plain = is_meant and canonical_name(name, by_spelling_only=bool(parent))[0] == target.hash_name
            most = MOST_MISTAKES if is_meant else _MOST_ELSEWHERE
            yield SentHash(field.name, field.value, place, most, is_meant=is_meant, is_plain=is_plain)


def _means_hash(field: Field) -> bool:
    """Whether a field is named after a hash, as ``userHash`` and ``custom_data.hmac`` are."""
    return field.kind == "text" and _HASH_NAME.search(field.name) is not None


def _crossed(found: SearchResult, other_hash: str) -> bool:
    return any(match.sent.field == other_hash and match.sent.place for match in found.matches)


def _with_causes(verdict: HashVerdict, found: SearchResult, crossed_with: str | None) -> HashVerdict:
    """``crossed_with``: the field that holds this hash while the other hash stands here."""
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
    """The same bytes may come of the value in several ways."""
    for of_value in (match.signed.mistakes, *match.signed.also):
        yield replace(match, signed=replace(match.signed, mistakes=of_value, also=())).mistakes
