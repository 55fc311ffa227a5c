"""Places in a text where a hash may stand, whatever surrounds them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from convot_inspector.core.reading.data.invisible import INVISIBLE
from convot_inspector.core.reading.evidence.bounds import sent_text

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_HASHES = 60
_OVERLAPPING = 4  # ways of writing one hash that are looked for
_DIGITS = 64

# Runs of hex digits and what line wrapping or copying puts between two of them: white space, quote marks, zero-width
# characters, quoted-printable soft line breaks.
_RUN = re.compile(r"(?<![0-9A-Za-z])(?![0-9a-f]{3}0: )(?:[=%\\]?3[Dd])?([0-9a-fA-F]{2,63})(?![0-9A-Za-z])")
_GAP = re.compile(
    r"(?:\r?\n[0-9a-f]{3}0: "
    rf"|[ \t\u00a0{INVISIBLE}]|=?\r?\n[ \t>|#*]{{0,40}}|\\\r?\n[ \t]{{0,40}}){{1,8}}"
)
_LONE = re.compile(r"(?<![0-9A-Za-z])[0-9a-fA-F]{64}(?![0-9A-Za-z])")
# What stands before the first digit is looked at behind that digit: a pattern that begins with a set of characters is
# searched for three times as fast.
# An escape before a hash (``=3D``, ``%3D``, ``\\u003d``) ends in hex digits of its own.
_INSIDE = re.compile(
    r"[0-9a-fA-F](?:(?<![0-9a-fA-F].)|(?<=[%=][0-9a-fA-F]{3})|(?<=\\x[0-9a-fA-F]{3})|(?<=\\u[0-9a-fA-F]{5}))"
    r"[0-9a-fA-F]{63}(?![0-9a-fA-F])"
)
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/]{43}|[A-Za-z0-9_-]{43})(?:=|%3[Dd])?(?![A-Za-z0-9+/_=-])")
_BASE64_OF_HEX = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9]{85}[AEIMQUYcgkosw048](?:==)?(?![A-Za-z0-9+/_=-])")
_SEPARATED = re.compile(
    r"[0-9a-fA-F](?<![0-9a-fA-F].)[0-9a-fA-F](?:([-: ])[0-9a-fA-F]{2})(?:\1[0-9a-fA-F]{2}){30}(?![0-9a-fA-F])"
)
# Digests of other algorithms and cut ones; they count only after a name that says what they are, and only if nothing
# behind them can be their rest.
_OTHER_LENGTH = re.compile(
    r"[0-9a-fA-F](?<![0-9A-Za-z].)[0-9a-fA-F]{15,127}(?![0-9A-Za-z])"
    r"(?![\W_]{0,12}(?:[0-9a-f]{3}0: )?[0-9a-fA-F]{2,63}(?![0-9A-Za-z]))"
)
_OTHER_TOTALS = (96, 128)
_MISREAD = re.compile(r"[0-9a-fA-FoOlI|](?<![0-9A-Za-z].)[0-9a-fA-FoOlI|]{63}(?![0-9A-Za-z])")
_MIXED = re.compile(r"(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z])", re.DOTALL)
_NAME = re.compile(
    r"([^\W\d][\w .-]{0,40}?)[\s\"'`*_)\]\\]{0,8}(?:=>|->|:=|[:=>|,\t：]|[ \t][-–—.](?=[ \t]))"
    rf"[\s\"'`*(\[\\<{INVISIBLE}]{{0,12}}"
    r"(?:[A-Za-z]{2,12}\([\"']?)?\Z"
)
_NAME_AND_BLANK = re.compile(
    r"(?i)(?<![a-z])((?:user|shop)[ _-]?hash)[\"'`*)]{0,3}"
    r"(?:[ \t]{1,4}[\"'`]?|\s{0,4}(?:</?\w{1,20}>\s{0,9}){2,4})\Z"
)
# What a program or a language puts between the name and its value: a suffix, a type, tags, members of JSON.
_NAME_AND_MARKS = re.compile(
    r"(?i)(?<![a-z])((?:user|shop)[ _-]?hash)(?:['’]\w{1,3}\b)?"
    r"(?:[\s\"'`*«»“”„:=|,{}\[\]]|\([^()\n]{1,20}\)|<[^<>\n]{1,60}>|\b(?:type|code|text|content|value|string)\b){1,24}\Z"
)
_SPACES = re.compile(r"[\s_.-]")
_MEANS_HASH = re.compile("hash|hmac|sign|digest|sig$|хеш|хэш|ハッシュ|哈希|해시|גיבוב|हैश")
# Whose hash it is, in the languages in which people write to support.
_USER = re.compile(
    "user|identi|usuari|utent|benutzer|gebruiker|użytkown|użytk|användar|bruger|пользовател|ユーザ|用户|用戶"
)
_SHOP = re.compile(
    "shop|store|butik|boutique|tienda|loja|negozio|winkel|sklep|mağaza|kaup|obchod|магазин|ショップ|店铺|店舖|متجر|상점|חנות|दुकान"
)
_OF_CONVOT = re.compile(r"(?:user|identifier|shop)(?:hash|hmac)\Z")
_NAMES_LOOKED_AT = 100  # characters before a hash


@dataclass(frozen=True, slots=True)
class HashSighting:
    """A text that may be a hash.

    ``text``: the hash as it was sent, without what wrapping and copying inserted; in quotes, their whole content.
    ``start`` and ``end``: its position. ``name``: the name before it, reduced to lower-case letters, or "".
    """

    text: str
    start: int
    end: int
    name: str = ""

    @property
    def is_of_shop(self) -> bool:
        """True if the name in front of the hash refers to the shop."""
        return self.name != "" and _last(_SHOP, self.name) > _last(_USER, self.name)

    @property
    def is_of_user(self) -> bool:
        """True if the name in front of the hash refers to the user."""
        return self.name != "" and _last(_USER, self.name) > _last(_SHOP, self.name)


def _last(pattern: re.Pattern[str], name: str) -> int:
    """Return where a pattern matches last; -1 if it does not."""
    return max((found.start() for found in pattern.finditer(name)), default=-1)


def hash_sightings(text: str, answered: frozenset[str] = frozenset(), most: int = MOST_HASHES) -> list[HashSighting]:
    """Return the first places that may hold a hash, in text order, without overlaps. ``answered``: leave these out."""
    found: list[HashSighting] = []
    taken_to = -1
    answered = answered.union(*(_INSIDE.findall(each) for each in answered if len(each) != _DIGITS))
    candidates = _candidates(text, _OVERLAPPING * (most + len(answered)))
    for start, end, written in sorted(candidates, key=lambda each: (each[0], -each[1])):
        if start < taken_to:
            continue
        sent, start, end = sent_text(text, (written, start, end), _name_before)
        taken_to = end
        if written in answered or sent in answered:
            continue
        found.append(HashSighting(sent, start, end, _name_before(text, start)))
        if len(found) >= most:
            break
    return found


def names_shop(text: str) -> bool:
    """Return whether a word for a shop is in a text, as it is before a hash of one."""
    return _SHOP.search(_SPACES.sub("", text).lower()) is not None


def has_hash(text: str) -> bool:
    """Return whether the text has at least one place that may hold a hash."""
    return next(_candidates(text, _OVERLAPPING * MOST_HASHES), None) is not None


def _candidates(text: str, most: int) -> Iterator[tuple[int, int, str]]:
    """Yield every place in every way of writing, at most ``most`` of each."""
    yield from (_place(match) for match in islice(_INSIDE.finditer(text), most))
    yield from islice(_wrapped(text), most)
    yield from (_place(match) for match in islice(_SEPARATED.finditer(text), most))
    yield from islice((_place(match) for match in _BASE64.finditer(text) if _MIXED.match(match[0])), most)
    yield from islice((_place(match) for match in _MISREAD.finditer(text) if not _LONE.fullmatch(match[0])), most)
    for match in islice(_OTHER_LENGTH.finditer(text), most):
        if len(match[0]) != _DIGITS and _OF_CONVOT.search(_name_before(text, match.start())):
            yield _place(match)
    for match in islice(_BASE64_OF_HEX.finditer(text), most):
        if _OF_CONVOT.search(_name_before(text, match.start())):
            yield _place(match)


def _place(match: re.Match[str]) -> tuple[int, int, str]:
    return match.start(), match.end(), match[0]


def _wrapped(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield pieces of hex digits that together have 64, or as many as a longer digest, separated only by gaps."""
    runs: list[re.Match[str]] = []
    chain: list[re.Match[str]] = []
    total = 0
    for run in _RUN.finditer(text):
        if chain and not _GAP.fullmatch(text, chain[-1].end(), run.start()):
            yield from _whole(chain)
            runs, chain, total = [], [], 0
        runs.append(run)
        chain.append(run)
        total += len(run[1])
        while total > _DIGITS:
            total -= len(runs.pop(0)[1])
        if total == _DIGITS and len(runs) > 1:
            yield runs[0].start(1), run.end(), "".join(each[1] for each in runs)
            runs, total = [], 0
    yield from _whole(chain)


def _whole(chain: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """Yield the runs as one digest if they have as many digits as one that is longer than a hash."""
    written = "".join(run[1] for run in chain)
    if len(chain) > 1 and len(written) in _OTHER_TOTALS:
        yield chain[0].start(1), chain[-1].end(), written


def _name_before(text: str, start: int) -> str:
    """Return the name before a hash that says so, in lower case without blanks; "" if none does."""
    first = max(0, start - _NAMES_LOOKED_AT)
    for pattern in (_NAME, _NAME_AND_BLANK, _NAME_AND_MARKS):
        found = pattern.search(text, first, start)
        name = _SPACES.sub("", found[1]).lower() if found is not None else ""
        if _MEANS_HASH.search(name):
            return "" if "shopifyhmac" in name else name  # X-Shopify-Hmac-Sha256 signs a webhook
    return ""
