"""Objects of other events beside the one that identifies: an order with an email address identifies nobody."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.convot import SHOP_HASH, USER_HASH

if TYPE_CHECKING:
    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.reading.source import Reading

_EVENT_NAMES = ("event", "type", "msg", "message", "action", "method", "topic", "event_name", "eventName")
_IDENTIFIES = re.compile("identif|convot", re.IGNORECASE)
_FORMATS = ("json", "log", "python", "ruby", "php", "javascript", "yaml", "console")
_CALL_NAME_WITHIN = 60  # characters from a call's beginning to its name


def without_other_events(text: str, reading: Reading) -> Reading:
    """Return the reading without the objects that carry the name of another event than those with a hash."""
    if len(reading.calls) < 2 or reading.format not in _FORMATS:
        return reading
    identifying = {_event(call) for call in reading.calls if _has_hash(call)}
    if not identifying:
        return reading
    calls = tuple(
        call
        for call in reading.calls
        if _has_hash(call) or _is_made_by_page(text, call) or not _is_other(_event(call), identifying)
    )
    return reading if len(calls) == len(reading.calls) else replace(reading, calls=calls)


def _is_other(event: tuple[str, ...], identifying: set[tuple[str, ...]]) -> bool:
    return any(event) and event not in identifying and not any(map(_IDENTIFIES.search, event))


def _event(call: IdentifyCall) -> tuple[str, ...]:
    """Return what an object says of which event it is; empty texts where it says nothing."""
    fields = (call.fields.get(name) for name in _EVENT_NAMES)
    return tuple(field.value if field is not None and field.kind == "text" else "" for field in fields)


def _has_hash(call: IdentifyCall) -> bool:
    return any(call.sent(name) is not None for name in (USER_HASH, SHOP_HASH))


def _is_made_by_page(text: str, call: IdentifyCall) -> bool:
    return "identify(" in "".join(text[call.start : min(call.end, call.start + _CALL_NAME_WITHIN)].split())
