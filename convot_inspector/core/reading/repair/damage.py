"""Second attempts at an incompletely read text: without wrapping, terminal colours, curly quotes and templates."""

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
from convot_inspector.core.reading.repair.diffs import without_removed_lines
from convot_inspector.core.reading.repair.mail_html import show_html_parts
from convot_inspector.core.reading.repair.mail_parts import decode_mail_parts
from convot_inspector.core.reading.repair.smart_quotes import QUOTES, straighten
from convot_inspector.core.reading.repair.templates import holds_template, mask
from convot_inspector.core.reading.repair.unwrap import (
    MAX_BLOCKS,
    has_colours,
    has_fence,
    is_marked,
    unwrap,
    without_colours,
)
from convot_inspector.core.reading.repair.values import repair_values

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.reading.source import Reading, Source

    Reader = Callable[[Source], Reading | None]

_QUOTED = re.compile(r'"(?:[^"\\\r\n]|\\.)*+"?')


def read_damaged(source: Source, read: Reader) -> Reading | None:
    """Return what ``read`` returns for the text, or for a repaired form of the text if that holds more."""
    reading = _read(source, lambda inner: _report_if_cut(inner, read(inner), source))
    if reading is None or not reading.calls:
        return reading
    in_lines, is_html = hides_cuts(reading.format), reading.format == "html"
    calls = tuple(repair_values(call, source, in_lines=in_lines, decodes_attributes=is_html) for call in reading.calls)
    return replace(reading, calls=calls) if any(map(is_not, calls, reading.calls)) else reading


def _read(source: Source, read: Reader) -> Reading | None:
    if len(source.text) <= MAX_BODY:
        source = decode_mail_parts(source) or source
        source = without_removed_lines(source) or source
        source = show_html_parts(source) or source
    text = source.text
    plain = read(source)
    if len(text) <= MAX_BODY and _is_doubtful(plain) and has_colours(source):
        source = without_colours(source)
        plain = _better(read(source), plain)
    if len(text) > MAX_PAGE:
        return _report_if_wrapped(source, plain)
    if _is_complete(plain, text) and not has_fence(source):
        return plain
    best = _repair(source, plain, read, text)
    blocks = unwrap(source)
    found = (_repair(inner, read(inner), read, text) for inner in blocks[:MAX_BLOCKS])
    best = _better(_with_rest(_merge([reading for reading in found if reading is not None]), blocks), best)
    return best if len(text) <= MAX_BODY else _report_if_wrapped(source, best)


def _with_rest(reading: Reading | None, blocks: Sequence[Source]) -> Reading | None:
    """Add the problem that there are more blocks than were read, if there are and a block holds a call."""
    if reading is None or not reading.calls or len(blocks) <= MAX_BLOCKS:
        return reading
    problem = problems.at(blocks[MAX_BLOCKS], 0, "too-large", "more-calls")
    return replace(reading, problems=(*reading.problems, problem))


def _report_if_wrapped(source: Source, plain: Reading | None) -> Reading | None:
    """Report "too-large" for a text that is too long to unwrap, if its first call is on a quoted or numbered line."""
    if plain is None or plain.calls or not plain.problems:
        return plain
    place = next(iter(call_places(source.text)), None)
    if place is None or not is_marked(source, place):
        return plain
    return replace(plain, problems=(problems.at(source, place, "too-large"),))


def _is_complete(reading: Reading | None, text: str) -> bool:
    """Return whether no repair can help: calls without problems, known values, a strict notation, no template."""
    if reading is None or _is_doubtful(reading):
        return False
    for call in reading.calls:
        for name in IDENTITY_FIELDS:
            field = call.fields.get(name)
            if field is not None and field.kind not in KNOWN_KINDS:
                return False
        if holds_template(call, text) or (not text.isascii() and _has_curly_quotes(call)):
            return False
    return True


def _report_if_cut(inner: Source, reading: Reading | None, pasted: Source) -> Reading | None:
    """Replace the calls by an "unterminated" problem if braces are unbalanced, so the text lacks its start or end.

    The missing part may hold the external_id, so no verdict would be certain. Readers with a grammar notice this
    themselves; line-based readers accept unbalanced brackets.
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
    problem = problems.at(pasted, reading.calls[0].start, "unterminated", "end" if missing > 0 else "start")
    return replace(reading, calls=(), problems=(*reading.problems, problem))


def _without_values(text: str, reading: Reading) -> str:
    """Return the text without the values that were read, whose brackets do not count."""
    fields = (field for call in reading.calls for field in call.fields.values() if field.kind != "expression")
    parts = []
    at = 0
    for start, end in sorted((field.start, field.end) for field in fields):
        if start >= at:
            parts.append(text[at:start])
            at = end
    return "".join((*parts, text[at:]))


def _is_doubtful(reading: Reading | None) -> bool:
    """Return whether a repair is worth trying: no calls, a problem, or a loose notation."""
    return reading is None or not reading.calls or bool(reading.problems) or is_loose(reading.format)


def _has_curly_quotes(call: IdentifyCall) -> bool:
    """Return whether a name or an expression begins with a curly quote, which the grammar reads as part of a name."""
    return any(
        name[0] in QUOTES or (field.kind == "expression" and field.value[0] in QUOTES)
        for name, field in call.fields.items()
        if name and field.value
    )


def _repair(source: Source, plain: Reading | None, read: Reader, text: str) -> Reading | None:
    """Return the better of ``plain`` and the reading with curly quotes straightened and templates masked.

    ``text``: the pasted text.
    """
    calls = plain.calls if plain is not None else ()
    straight = straighten(source) if _is_doubtful(plain) or any(map(_has_curly_quotes, calls)) else None
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
            return found  # if it has no calls, its problem is not caused by the templates
    return _better(found, plain)


def _merge(readings: list[Reading]) -> Reading | None:
    """Merge the readings of several blocks; those without calls are dropped unless none has any."""
    with_calls = [reading for reading in readings if reading.calls]
    if not with_calls:
        return readings[0] if readings else None
    calls = tuple(call for reading in with_calls for call in reading.calls)
    found_problems = tuple(problem for reading in with_calls for problem in reading.problems)
    return replace(with_calls[0], calls=calls, problems=found_problems)


def _better(new: Reading | None, old: Reading | None) -> Reading | None:
    """Return the reading that ranks higher; ``old`` if they rank the same or ``new`` has no calls."""
    if new is None or not new.calls:
        return old if old is not None else new
    return new if old is None or _rank(new) > _rank(old) else old


def _rank(reading: Reading) -> tuple[int, bool, int, int, int]:
    kinds = [field.kind for call in reading.calls for field in call.fields.values()]
    known = sum(field.known for call in reading.calls for name in IDENTITY_FIELDS if (field := call.fields.get(name)))
    return len(reading.calls), not is_loose(reading.format), -len(reading.problems), known, -kinds.count("expression")
