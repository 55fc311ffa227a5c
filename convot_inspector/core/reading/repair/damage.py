"""A text that no reader could make whole sense of, read again without what was put around it or into it on its way."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import is_not
from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.model import KNOWN_KINDS
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.formats import hides_cuts, is_loose
from convot_inspector.core.reading.javascript.call_places import call_places
from convot_inspector.core.reading.limits import MAX_BODY, MAX_PAGE
from convot_inspector.core.reading.repair.mending import mended
from convot_inspector.core.reading.repair.smart_quotes import QUOTES, straightened
from convot_inspector.core.reading.repair.templates import holds_template, mask
from convot_inspector.core.reading.repair.unwrap import (
    has_colours,
    has_fence,
    is_marked,
    unwrapped,
    without_colours,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.reading.source import Reading, Source

    Reader = Callable[[Source], Reading | None]

_QUOTED = re.compile(r'"(?:[^"\\\r\n]|\\.)*+"?')


def read_damaged(source: Source, read: Reader) -> Reading | None:
    """What ``read`` makes of the text, or of the text inside its wrapping if that says more."""
    reading = _read(source, lambda inner: _unless_cut(inner, read(inner), source))
    if reading is None or not reading.calls:
        return reading
    calls = tuple(mended(call, source, in_lines=hides_cuts(reading.format)) for call in reading.calls)
    return replace(reading, calls=calls) if any(map(is_not, calls, reading.calls)) else reading


def _read(source: Source, read: Reader) -> Reading | None:
    text = source.text
    plain = read(source)
    if len(text) <= MAX_BODY and _is_doubtful(plain) and has_colours(source):
        source = without_colours(source)
        plain = _better(read(source), plain)
    if len(text) > MAX_PAGE:
        return _unless_wrapped(source, plain)
    if _is_whole(plain, text) and not has_fence(source):
        return plain
    best = _repaired(source, plain, read, text)
    readings = [
        found for inner in unwrapped(source) if (found := _repaired(inner, read(inner), read, text)) is not None
    ]
    best = _better(_together(readings), best)
    return best if len(text) <= MAX_BODY else _unless_wrapped(source, best)


def _unless_wrapped(source: Source, plain: Reading | None) -> Reading | None:
    """For a text that is too long to be unwrapped: that it is, where that may be why nothing was read."""
    if plain is None or plain.calls or not plain.problems:
        return plain
    place = next(iter(call_places(source.text)), None)
    if place is None or not is_marked(source, place):
        return plain
    return replace(plain, problems=(problems.at(source, place, "too-large"),))


def _is_whole(reading: Reading | None, text: str) -> bool:
    """Whether nothing of it could be read better: calls without a problem, with known values, in a strict notation."""
    if reading is None or _is_doubtful(reading):
        return False
    for call in reading.calls:
        for name in IDENTITY_FIELDS:
            field = call.fields.get(name)
            if field is not None and field.kind not in KNOWN_KINDS:
                return False
        if holds_template(call, text) or (not text.isascii() and _is_curled(call)):
            return False
    return True


def _unless_cut(inner: Source, reading: Reading | None, pasted: Source) -> Reading | None:
    """The reading, or that the beginning or the end of the text was not copied.

    The part that is missing may hold the external_id, so that no verdict would be sure. A grammar sees that by itself;
    what reads lines does not mind a bracket that has no other half.
    """
    if reading is None or not reading.calls or not hides_cuts(reading.format):
        return reading
    text = inner.text
    if text.count("{") == text.count("}") or len(text) > MAX_PAGE:
        return reading
    bare = _QUOTED.sub("", _without_values(text, reading) if inner is pasted else text)
    missing = bare.count("{") - bare.count("}")
    if not missing:
        return reading
    trouble = problems.at(pasted, reading.calls[0].start, "unterminated", "end" if missing > 0 else "start")
    return replace(reading, calls=(), problems=(*reading.problems, trouble))


def _without_values(text: str, reading: Reading) -> str:
    """The text without the values that were read: what brackets they hold is theirs."""
    fields = (field for call in reading.calls for field in call.fields.values() if field.kind != "expression")
    parts = []
    at = 0
    for start, end in sorted((field.start, field.end) for field in fields):
        if start >= at:
            parts.append(text[at:start])
            at = end
    return "".join((*parts, text[at:]))


def _is_doubtful(reading: Reading | None) -> bool:
    """Whether a repair can be worth it: no calls, a problem, or a notation that takes anything."""
    return reading is None or not reading.calls or bool(reading.problems) or is_loose(reading.format)


def _is_curled(call: IdentifyCall) -> bool:
    """Whether curled quotes stand where a name or a value begins: the grammar takes them for letters of a name."""
    return any(
        name[0] in QUOTES or (field.kind == "expression" and field.value[0] in QUOTES)
        for name, field in call.fields.items()
        if name and field.value
    )


def _repaired(source: Source, plain: Reading | None, read: Reader, text: str) -> Reading | None:
    """``plain``, or what is read once curled quotes and templates in the text are out of the way."""
    calls = plain.calls if plain is not None else ()
    straight = straightened(source) if _is_doubtful(plain) or any(map(_is_curled, calls)) else None
    if straight is not None:
        source, plain = straight, _better(read(straight), plain)
    has_templates = any(holds_template(call, text) for call in calls)
    masked = mask(source) if has_templates or _is_doubtful(plain) else None
    if masked is None:
        return plain
    found = read(masked.source)
    if found is not None:
        found = replace(found, calls=tuple(map(masked.restore, found.calls)))
        if plain is None or (len(found.calls) == len(plain.calls) and (has_templates or not found.calls)):
            return found  # without calls, it says what is wrong besides the templates
    return _better(found, plain)


def _together(readings: list[Reading]) -> Reading | None:
    """The readings of several blocks as one; a block without calls has a say only where none has any."""
    with_calls = [reading for reading in readings if reading.calls]
    if not with_calls:
        return readings[0] if readings else None
    calls = tuple(call for reading in with_calls for call in reading.calls)
    troubles = tuple(problem for reading in with_calls for problem in reading.problems)
    return replace(with_calls[0], calls=calls, problems=troubles)


def _better(new: Reading | None, old: Reading | None) -> Reading | None:
    """The one that holds more; the old one if both hold the same."""
    if new is None or not new.calls:
        return old if old is not None else new
    return new if old is None or _worth(new) > _worth(old) else old


def _worth(reading: Reading) -> tuple[int, bool, int, int, int]:
    kinds = [field.kind for call in reading.calls for field in call.fields.values()]
    known = sum(field.known for call in reading.calls for name in IDENTITY_FIELDS if (field := call.fields.get(name)))
    return len(reading.calls), not is_loose(reading.format), -len(reading.problems), known, -kinds.count("expression")
