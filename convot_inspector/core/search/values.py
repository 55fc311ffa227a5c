"""Candidate texts that the server may have signed instead of the value: one row a mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.model import Mistake
from convot_inspector.core.search import payload_texts
from convot_inspector.core.search.changes import charsets, encodings, escapes, identifiers, spelling
from convot_inspector.core.search.payload import EMPTY_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from convot_inspector.core.search.changes import Changed
    from convot_inspector.core.search.payload import Payload


@dataclass(frozen=True)
class ValueMistake:
    """A mistake with the value. ``change`` yields changed texts. ``common``: combined with everything else."""

    id: str
    change: Callable[[str], Iterator[Changed]]
    common: bool = True


# The most frequent first: among explanations with equally few mistakes the first one wins.
VALUE_MISTAKES = (
    ValueMistake("value-case", spelling.case),
    ValueMistake("value-whitespace", spelling.whitespace),
    ValueMistake("value-number", identifiers.number),
    ValueMistake("value-prefix", identifiers.prefix),
    ValueMistake("value-quoted", escapes.quoted),
    ValueMistake("value-url-encoded", escapes.url_encoded),
    ValueMistake("value-escaped", escapes.escaped),
    # The more exact mistake first: text without its zero-width space is also "in ASCII, the rest left out".
    ValueMistake("value-invisible", spelling.invisible),
    ValueMistake("value-mojibake", charsets.mojibake),
    ValueMistake("value-unicode", spelling.unicode_form),
    ValueMistake("value-charset", charsets.charset),
    ValueMistake("value-uuid", identifiers.uuid),
    ValueMistake("value-base64", encodings.base64_text),
    ValueMistake("value-hashed", encodings.hashed),
)
_LITERALS = (
    "", "undefined", "null", "None", "nil", "NaN", "true", "True", "false", "False", "0", "1", "[object Object]",
    "[object Promise]", "Array", "NULL", "Null", "{}", "[]", '""', "[object Undefined]", "[object Null]", "N/A",
    "anonymous", "guest", "user", "value", "-1",
)  # fmt: skip
_NAMES = ("external_id", "email", "user_email", "user_id", "user.email", "user.id", "shop", "<value_to_sign>")
_MOST_TEXTS = 6_000  # for each number of mistakes
_MOST_ALONE = 16_000
_COST_OF_TEXT = 10
_COST_AT_ONCE = 8_192  # between two questions whether to go on
_BYTES_OF_COST = 32  # texts that are made in about the time that a candidate takes
_MOST_BYTES = 4_000_000  # bytes of all texts with the same number of mistakes
_LONGEST = 4_096  # characters; signed values are short, and longer texts would only slow the search down


@dataclass(frozen=True, slots=True)
class Signed:
    """A text that the server may have signed. ``mistakes``: how it was made from the right one. ``also``: others."""

    data: bytes
    mistakes: tuple[Mistake, ...]
    common: bool
    also: tuple[tuple[Mistake, ...], ...] = ()


class CancelledError(Exception):
    """Raised where a search is cancelled while its texts are made."""


class SignedTexts:
    """Candidate texts by number of mistakes, without duplicates.

    A level is made at its first request, after the levels before it.
    """

    def __init__(self, payload: Payload, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Take what the call holds. ``cancelled`` is asked while texts are made, and ends that with CancelledError."""
        self._payload = payload
        self._gathered = _Gathered(cancelled)
        self._makers = (self._right, self._wrong, self._twice_wrong)
        self._alone: list[Signed] | None = None

    @property
    def cost(self) -> int:
        """What it cost to make the texts, as multiples of what a candidate costs."""
        return self._gathered.cost

    @property
    def is_complete(self) -> bool:
        """Whether every text is there; False after a bound on their number or length was reached."""
        value = self._payload.value or ""
        return self._payload.is_complete and len(value) <= _LONGEST and not self._gathered.is_full

    def level(self, mistakes: int) -> list[Signed]:
        """Return the texts that take so many mistakes; none beyond two."""
        levels = self._gathered.levels
        while len(levels) <= min(mistakes, len(self._makers) - 1):
            self._makers[len(levels)]()
            self._gathered.close()
        return levels[mistakes] if mistakes < len(levels) else []

    def alone(self) -> list[Signed]:
        """Return further texts of one mistake, too many to combine with other mistakes than another secret."""
        if self._alone is None:
            self.level(1)
            self._alone = self._gathered.more(self._rare())
        return self._alone

    def _rare(self) -> Iterator[tuple[str, Mistake]]:
        payload = self._payload
        for name, text in (*payload.unfilled, *payload.paste):
            yield text, Mistake("wrong-field", name)
        if payload.value is not None and len(payload.value) <= _LONGEST:
            for changed, detail in spelling.invisible_inside(payload.value):
                yield str(changed), Mistake("value-invisible", detail)
        for text, detail in payload_texts.long_composites(payload):
            yield text, Mistake("value-composite", detail)

    def _right(self) -> None:
        if self._payload.value is not None:
            self._gathered.add(self._payload.value, (), common=True)

    def _others(self) -> list[tuple[str, str]]:
        payload = self._payload
        return [(name, text) for name, text in payload.fields if name != payload.name and text != payload.value]

    def _wrong(self) -> None:
        payload, add = self._payload, self._gathered.add
        for name, text in self._others():
            add(text, (Mistake("wrong-field", name),), common=True)
        for place, text in payload.elsewhere:
            add(text, (Mistake("hash-of-other-call", place),), common=True)
        for name, text in payload.foreign:
            add(text, (Mistake("wrong-field", name),), common=True)
        _add_changes(self._gathered, payload.value, ())
        for literal in _LITERALS:
            add(literal, (Mistake("value-literal", literal or EMPTY_TEXT),), common=literal in _LITERALS[:15])
        for name in dict.fromkeys((payload.name, *_NAMES)):
            add(name, (Mistake("value-literal", name),), common=name == payload.name)
        for text, detail, is_usual in payload_texts.json_texts(payload):
            add(text, (Mistake("value-json", detail),), common=is_usual)
        for text, detail, is_usual in payload_texts.composites(payload):
            add(text, (Mistake("value-composite", detail),), common=is_usual)

    def _twice_wrong(self) -> None:
        for name, text in (*self._others(), *self._payload.foreign):
            _add_changes(self._gathered, text, (Mistake("wrong-field", name),))
        _add_second_changes(self._gathered, self._payload.value)


def _add_changes(gathered: _Gathered, value: str | None, before: tuple[Mistake, ...]) -> None:
    if value is None or len(value) > _LONGEST:
        return
    for row in VALUE_MISTAKES:
        if gathered.is_full:
            return
        for text, detail in changed_texts(row, value):
            gathered.add(text, (*before, Mistake(row.id, detail)), common=row.common)


# Two changes of the same value: first trimming and lower-casing, then encoding.
_FIRST = ("value-case", "value-whitespace", "value-unicode")
_SECOND = ("value-case", "value-whitespace", "value-quoted", "value-url-encoded", "value-base64", "value-hashed")


def _add_second_changes(gathered: _Gathered, value: str | None) -> None:
    if value is None or len(value) > _LONGEST:
        return
    rows = {row.id: row for row in VALUE_MISTAKES}
    for first in _FIRST:
        for text, detail in changed_texts(rows[first], value):
            if gathered.is_full or not isinstance(text, str):
                continue
            for second in _SECOND:
                if second == first:
                    continue
                for changed, further in changed_texts(rows[second], text):
                    gathered.add(changed, (Mistake(first, detail), Mistake(second, further)), common=False)


def changed_texts(row: ValueMistake, value: str) -> Iterable[Changed]:
    """Return what a mistake makes of a text; nothing for one without a UTF-8 form."""
    try:
        return tuple(row.change(value))
    except UnicodeError:  # half of a surrogate pair
        return ()


class _Gathered:
    """Texts by their number of mistakes; a text that is already there only gets another way of making it.

    Texts beyond the bounds are left out, which sets ``is_full``.
    """

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        self._cancelled, self._asked_at = cancelled, 0
        self.levels: list[list[Signed]] = []
        self._now: dict[bytes, Signed] = {}
        self._seen: set[bytes] = set()
        self._size = 0
        self.is_full = False
        self.cost = 0

    def add(self, text: str | bytes, mistakes: tuple[Mistake, ...], *, common: bool) -> None:
        try:
            data = text if isinstance(text, bytes) else text.encode()
        except UnicodeEncodeError:
            return
        self._spend(_COST_OF_TEXT + len(data) // _BYTES_OF_COST)
        if data in self._seen:
            return
        known = self._now.get(data)
        if known is None and (len(self._now) >= _MOST_TEXTS or self._size + len(data) > _MOST_BYTES):
            self.is_full = True
        elif known is None:
            self._now[data] = Signed(data, mistakes, common)
            self._size += len(data)
        elif ids(mistakes) not in (ids(known.mistakes), *map(ids, known.also)):
            self._now[data] = Signed(data, known.mistakes, known.common or common, (*known.also, mistakes))

    def _spend(self, cost: int) -> None:
        self.cost += cost
        if self.cost - self._asked_at > _COST_AT_ONCE:
            self._asked_at = self.cost
            if self._cancelled():
                raise CancelledError

    def close(self) -> None:
        """Close this number of mistakes: the texts that follow have one more."""
        self.levels.append(list(self._now.values()))
        self._seen.update(self._now)
        self._now = {}
        self._size = 0

    def more(self, texts: Iterable[tuple[str, Mistake]]) -> list[Signed]:
        """Return texts that no level holds."""
        found: dict[bytes, Signed] = {}
        size = 0
        for text, mistake in texts:
            try:
                data = text.encode()
            except UnicodeEncodeError:
                continue
            if data in self._seen or data in found:
                continue
            size += len(data)
            self._spend(2 * _COST_OF_TEXT + len(data) // _BYTES_OF_COST)
            if len(found) >= _MOST_ALONE or size > _MOST_BYTES:
                self.is_full = True
                break
            found[data] = Signed(data, (mistake,), common=False)
        return [*found.values()]


def ids(mistakes: tuple[Mistake, ...]) -> tuple[str, ...]:
    """Return the ids of mistakes."""
    return tuple(mistake.id for mistake in mistakes)
