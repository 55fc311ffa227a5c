"""Fields that a proven call got from another record of the text: of another hash, or of another request of a log."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.core.model import Field, IdentifyCall

_REQUEST = re.compile(
    r"\[([\w-]{4,40})\]|\b(?:req(?:uest)?|trace|correlation|session)[_-]?id[\"']?[=:]\s{0,3}[\"']?([\w-]{4,60})",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"[A-Za-z]+")
_LONGEST_LINE = 4_000  # characters before and after a field


def without_other_records(text: str, calls: Sequence[IdentifyCall]) -> list[IdentifyCall]:
    """Return the calls without an external_id that was not proven and that belongs to another record."""
    proven = {
        (field.start, field.end)
        for call in calls
        if (field := call.fields.get(convot.EXTERNAL_ID)) is not None and field.reading
    }
    return [_without(text, call, proven) for call in calls]


def _without(text: str, call: IdentifyCall, proven: set[tuple[int, int]]) -> IdentifyCall:
    id_, hash_, email = (call.fields.get(name) for name in (convot.EXTERNAL_ID, convot.USER_HASH, convot.EMAIL))
    if id_ is None or hash_ is None or email is None or id_.reading or not email.reading:
        return call
    is_other = any(start < id_.end and id_.start < end for start, end in proven) or _is_of_other_request(
        text, id_, hash_
    )
    if not is_other:
        return call
    fields = {name: field for name, field in call.fields.items() if name != convot.EXTERNAL_ID}
    first = min(fields.values(), key=lambda field: field.start)
    end = max(field.end for field in fields.values())
    return replace(call, fields=fields, line=first.line, column=first.column, start=first.start, end=end)


def _is_of_other_request(text: str, one: Field, other: Field) -> bool:
    """Return whether the lines of two fields name requests, and none of them is the same."""
    requests, others = _requests(text, one), _requests(text, other)
    return bool(requests) and bool(others) and requests.isdisjoint(others)


def _requests(text: str, field: Field) -> set[str]:
    start = text.rfind("\n", max(0, field.start - _LONGEST_LINE), field.start) + 1
    end = text.find("\n", field.end, field.end + _LONGEST_LINE)
    named = (found[1] or found[2] for found in _REQUEST.finditer(text, start, len(text) if end < 0 else end))
    return {each for each in named if not _LEVEL.fullmatch(each)}
