"""Payloads pasted next to a call without values, such as a console's output or text from a mail."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.convot import SHOP_HASH, USER_HASH
from convot_inspector.core.reading.javascript.call_places import call_places
from convot_inspector.core.reading.source import Reading
from convot_inspector.core.reading.source_map import part
from convot_inspector.core.reading.whole_words import whole_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.reading.source import Source

_PASSED = re.compile(r"identify\b[^\w\r\n]{0,20}\(([^\r\n]{0,200})")
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_ASSIGNED = re.compile(r"(?:\s{0,9}:[^=\r\n]{0,100})?\s{0,9}=(?![=>])")
_IN_CODE = re.compile(r"(?:[=(?,|&]|=>|\breturn|[\w$\"']\s{0,3}:)[ \t]*\Z|[=(]\s*\Z")
_MAX_BEFORE = 200  # characters before the first value, and before the object's brace
_MAX_PLACES = 50


def with_payload(source: Source, reading: Reading, readers: Sequence[Callable[[Source], Reading | None]]) -> Reading:
    """Return a reading of the payload after its call, or else before it; the same reading if there is none.

    A payload must have a hash, so that no prose around a call is taken for what it sends. ``readers`` are tried in
    order.
    """
    ids = {found.id for found in reading.problems}
    is_mentioned = ids == {"no-identify-call"}  # "With Convot.identify we send …"
    if reading.calls or reading.format != "javascript" or not (is_mentioned or ids == {"values-elsewhere"}):
        return reading
    text, places = source.text, tuple(call_places(source.text))
    if not places or _may_be_changed(text, places):
        return reading
    after = text.find("identify", places[-1]) if is_mentioned else text.find("\n", places[-1])
    pieces = ((after, len(text)), (0, text.rfind("\n", 0, places[0]) + 1))
    for piece in (part(source, start, end) for start, end in pieces if start >= 0 and text[start:end].strip()):
        for reader in readers:
            found = reader(piece)
            if found is not None and any(map(_has_hash, found.calls)):
                if is_mentioned:
                    return found
                calls = tuple(_as_expressions(source.pasted, call) for call in found.calls)
                return Reading(found.format, calls, (*reading.problems, *found.problems))
    return reading


def _as_expressions(pasted: str, call: IdentifyCall) -> IdentifyCall:
    """Return the call with expressions for its values where its object is a part of code.

    What code hands to the call depends on what runs: a branch, a function around it, a change that is not seen.
    """
    start = min((field.start for field in call.fields.values()), default=0)
    brace = pasted.rfind("{", max(0, start - _MAX_BEFORE), start)
    if brace < 0 or _IN_CODE.search(pasted, max(0, brace - _MAX_BEFORE), brace) is None:
        return call
    fields = {name: replace(field, kind="expression") for name, field in call.fields.items() if field.known}
    return replace(call, fields={**call.fields, **fields})


def _may_be_changed(text: str, places: Sequence[int]) -> bool:
    """Return whether a name that a call passes is assigned and also used elsewhere, so that it may be changed there.

    ``p.email = "…"`` is an example. A name that is never changed would have been resolved before.
    """
    passed = (_PASSED.search(text, place) for place in places[:_MAX_PLACES])
    names = {name for found in passed if found is not None for name in _NAME.findall(found[1])}
    for name in sorted(names)[:_MAX_PLACES]:
        ends = [end for _, end in whole_words(text, name)]
        if len(ends) > 2 and any(_ASSIGNED.match(text, end) for end in ends):
            return True
    return False


def _has_hash(call: IdentifyCall) -> bool:
    return any(call.sent(name) is not None for name in (USER_HASH, SHOP_HASH))
