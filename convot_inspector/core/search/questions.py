"""The questions to search: texts that may be a hash, and what the call and the paste hold that may have been signed."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.language import lazy_tr
from convot_inspector.core.model import Mistake
from convot_inspector.core.reading.field_names import canonical_name
from convot_inspector.core.search.blocks import MOST_MISTAKES
from convot_inspector.core.search.engine import SentHash
from convot_inspector.core.search.hash_check import HASHES, SEARCHED
from convot_inspector.core.search.paste_texts import paste_texts
from convot_inspector.core.search.payload import Payload

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convot_inspector.core.model import Field, IdentifyCall
    from convot_inspector.core.search.hash_check import HashCheck
    from convot_inspector.core.search.paste_texts import PasteTexts

_MOST_FIELDS = 40
_CLOSE = 32 * 1024  # characters
_LONGEST = 2_000  # characters of a field that are searched
_MOST_ELSEWHERE = 1  # mistake in addition to the place, in a field whose name does not suggest a hash
_HASH_NAME = re.compile("hash|hmac|signature|digest|verif", re.IGNORECASE)
_CHECKABLE = ("text", "number")
_UNFILLED = ("template", "placeholder", "redacted", "obfuscated")


@dataclass(frozen=True)
class Question:
    """One hash to explain: its call, its verdict, the call's other hash, and the texts that may be it."""

    call: IdentifyCall
    check: HashCheck
    other: HashCheck
    sent: tuple[SentHash, ...]


class Questions:
    """The questions about the calls of one paste."""

    def __init__(self, text: str, calls: Sequence[IdentifyCall]) -> None:
        self._text, self._calls = text, calls
        self._texts: dict[int, PasteTexts] = {}

    def question(self, call: IdentifyCall, check: HashCheck, other: HashCheck) -> Question | None:
        """Return the question about one hash, None where there is nothing to explain."""
        if check.verdict.status not in SEARCHED:
            return None
        if check.value is not None and check.value.kind not in (*_CHECKABLE, "unclear"):
            return None
        sent = tuple(_sent(call, check, other))
        return Question(call, check, other, sent) if sent else None

    def payload(self, call: IdentifyCall, check: HashCheck) -> Payload:
        """Return what there is to be signed instead of the right value."""
        every = [field for field in call.fields.values() if field.known and field.sent and field.name not in HASHES]
        fields = [field for field in every if len(field.value) <= _LONGEST][:_MOST_FIELDS]
        around = self._around(call)
        plain = [(field.name, field.value) for field in fields if field.kind != "object"]
        plain += [
            (lazy_tr("{field}, written twice", field=field.name), field.value)
            for field in call.repeated
            if field.known and field.name not in HASHES
        ]
        hashes = [field for name in HASHES if (field := call.sent(name)) is not None and field.known]
        hashes += [field for field in fields if _means_hash(field)]
        return Payload(
            check.value.name if check.value is not None else "",
            check.value.value if check.value is not None and check.value.known else None,
            tuple(plain),
            tuple((field.name, _json(field)) for field in fields if not _means_hash(field)),
            tuple((field.name, field.value) for field in hashes),
            tuple(self._elsewhere(call, check)),
            tuple(self._foreign(call, [text for _, text in plain])),
            tuple((field.name, field.value) for field in call.fields.values() if _is_unfilled(field)),
            around.texts,
            is_complete=len(fields) == len(every) and len(self._calls) <= _MOST_FIELDS and around.is_complete,
        )

    def _around(self, call: IdentifyCall) -> PasteTexts:
        """Return the texts of the paste around the call; shared by calls that stand close to each other."""
        at = call.start // _CLOSE * _CLOSE
        if at not in self._texts:
            self._texts[at] = paste_texts(self._text, at, _CLOSE)
        return self._texts[at]

    def _elsewhere(self, call: IdentifyCall, check: HashCheck) -> Iterator[tuple[str, str]]:
        """Yield what the other calls of the paste should sign."""
        for other in self._calls[:200]:
            value = other.sent(convot.SHOP) if check.hash_name == convot.SHOP_HASH else convot.signed_field(other)
            if other is not call and value is not None and value.kind in _CHECKABLE and len(value.value) <= _LONGEST:
                yield lazy_tr("line {line}", line=str(other.line)), value.value

    def _foreign(self, call: IdentifyCall, known: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield other texts of the other calls, without duplicates, with the field's name and the call's place."""
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


def _is_unfilled(field: Field) -> bool:
    return field.kind in _UNFILLED and field.name not in HASHES and len(field.value) <= _LONGEST


def _json(field: Field) -> str:
    return json.dumps(field.value, ensure_ascii=False) if field.kind == "text" else field.value


def _sent(call: IdentifyCall, check: HashCheck, other: HashCheck) -> Iterator[SentHash]:
    """Yield the texts that may be this hash: the one in its own field, and those in other fields."""
    own = call.sent(check.hash_name)
    if own is not None and own.known:
        yield SentHash(own.name, own.value)
    if check.verdict.status == "no-value":
        return
    for field in [*call.fields.values()][:_MOST_FIELDS]:
        is_taken = field.name == other.hash_name and (
            other.verdict.status == "verified" or (own is None and field.name == convot.USER_HASH)
        )
        is_identity = field.name in convot.IDENTITY_FIELDS and field.name not in HASHES
        if field.name == check.hash_name or is_taken or is_identity or field.kind != "text":
            continue
        if len(field.value) <= _LONGEST:
            place = (Mistake("hash-in-other-field", field.name),)
            parent, _, name = field.name.rpartition(".")
            means = canonical_name(name)[0] or convot.USER_HASH
            is_meant = field.name not in HASHES and _means_hash(field) and means == check.hash_name
            is_plain = is_meant and canonical_name(name, by_spelling_only=bool(parent))[0] == check.hash_name
            most = MOST_MISTAKES if is_meant else _MOST_ELSEWHERE
            yield SentHash(field.name, field.value, place, most, is_meant=is_meant, is_plain=is_plain)


def _means_hash(field: Field) -> bool:
    """Return whether a field is named after a hash, as ``userHash`` and ``custom_data.hmac`` are."""
    return field.kind == "text" and _HASH_NAME.search(field.name) is not None
