"""Recognition of the notation of a pasted text. No part of the text is ever executed."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.code_names import OF_LINES, without_code_names
from convot_inspector.core.reading.data.events import without_other_events
from convot_inspector.core.reading.foreign.server_code import server_code
from convot_inspector.core.reading.formats import is_loose
from convot_inspector.core.reading.javascript.call_places import call_places, passes_something, without_comments
from convot_inspector.core.reading.javascript.calls import mention, object_error
from convot_inspector.core.reading.javascript.commented import read_commented
from convot_inspector.core.reading.javascript.evaluation.whole_programs import is_program
from convot_inspector.core.reading.javascript.template_comments import without_template_comments
from convot_inspector.core.reading.limits import MAX_CHARACTERS, MAX_SNIPPET
from convot_inspector.core.reading.notations import NOTATIONS
from convot_inspector.core.reading.repair.damage import read_damaged
from convot_inspector.core.reading.separate_payload import with_payload
from convot_inspector.core.reading.source import Reading, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.core.model import Problem
    from convot_inspector.core.reading.notations import Notation

_HASH_NAME = re.compile(r"\b(?:user_hash|shop_hash)\b")
_LONG = 64 * 1024  # above this length some readers give up
_BLANK = "\ufeff \t\r\n\v\f\u00a0\u2028\u2029"
_MAGIC = (
    "\x89PNG",
    "PNG\r\n",
    "GIF8",
    "\xff\xd8\xff",
    "%PDF-",
    "PK\x03\x04",
    "RIFF",
    "BM\x00",
    "\x1f\x8b",
    "\x7fELF",
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_DAMAGED = re.compile("[\ufffd\ud800-\udfff]")
_SAMPLE = 4096


def read(text: str) -> Reading:
    """Return the calls in a pasted text, or a problem with its position. Never raises."""
    if text.startswith("\ufeff"):
        text = " " + text[1:]  # a byte order mark, replaced by one character to keep positions
    source = Source(text)
    if not text.strip(_BLANK):
        return _without_calls(problems.at(source, 0, "empty-input"))
    if len(text) > MAX_CHARACTERS:
        return _without_calls(problems.at(source, 0, "too-large"))
    reading = read_damaged(without_template_comments(source), recognize)
    if reading is None or is_loose(reading.format) or _only_mentions(reading):
        commented = read_commented(source)
        if commented is not None and (reading is None or _is_inside(reading, commented)):
            reading = commented
    return without_other_events(text, reading) if reading is not None else _without_calls(_explain(source))


def _only_mentions(reading: Reading) -> bool:
    return not reading.calls and {each.id for each in reading.problems} == {"no-identify-call"}


def _is_inside(reading: Reading, commented: Reading) -> bool:
    """Return whether all hashes of a reading stand in calls of comments, which no reader of lines recognizes."""
    spans = [(call.start, call.end) for call in commented.calls]
    hashes = [call.sent(name) for call in reading.calls for name in (convot.USER_HASH, convot.SHOP_HASH)]
    return all(any(start <= sent.start < end for start, end in spans) for sent in hashes if sent is not None)


def recognize(source: Source, notations: Sequence[Notation] = NOTATIONS) -> Reading | None:
    """Return the reading of the first notation that recognizes the text; None if none does."""
    length = len(source.text)
    uncommented: Source | None = None
    aside: Reading | None = None  # an address beside the call, of which nobody is identified
    for notation in notations:
        if length > notation.max_characters:
            continue
        if notation.skips_comments and uncommented is None:
            uncommented = without_comments(source) or source
        given = uncommented if notation.skips_comments and uncommented is not None else source
        reading = notation.read(given)
        if reading is not None:
            if reading.format in OF_LINES and is_program(given):
                continue
            if _names_nobody(reading) and _is_called(source, reading):
                aside = aside or reading
                continue
            reading = _without_guesses(notation, given, reading)
            if not reading.calls and length <= MAX_SNIPPET and not is_program(given):
                readers = [partial(_read_as, each) for each in notations if each.is_payload]
                reading = with_payload(given, reading, readers)
            return without_code_names(given, reading)
    return aside


def _read_as(notation: Notation, source: Source) -> Reading | None:
    reading = notation.read(source)
    return None if reading is None else _without_guesses(notation, source, reading)


def _without_guesses(notation: Notation, source: Source, reading: Reading) -> Reading:
    """Return the reading with Convot's names, and with what its notation does not fix marked as unclear."""
    if notation.fixes_values and not notation.has_own_names:
        return reading
    from convot_inspector.core.reading.evidence.unclear import with_canonical_names, with_unclear_values

    if notation.has_own_names:
        reading = with_canonical_names(reading)
    return reading if notation.fixes_values else with_unclear_values(source, reading)


def _names_nobody(reading: Reading) -> bool:
    return bool(reading.calls) and not any(
        convot.signed_field(call) is not None or call.sent(convot.USER_HASH) is not None for call in reading.calls
    )


def _is_called(source: Source, reading: Reading) -> bool:
    """Return whether the text calls identify outside the calls of a reading."""
    spans = [(call.start, call.end) for call in reading.calls]
    for place in call_places(source.text):
        at = source.span(place, place)[0]
        if passes_something(source.text, place) and not any(start <= at < end for start, end in spans):
            return True
    return False


def _without_calls(problem: Problem) -> Reading:
    return Reading("none", problems=(problem,))


def _explain(source: Source) -> Problem:
    """Return the most specific problem of a text that no notation recognized."""
    sample = source.text[:_SAMPLE]
    control = len(_CONTROL.findall(sample))
    if source.text.startswith(_MAGIC) or control * 20 > len(sample):
        return problems.at(source, 0, "image-or-binary")
    if len(_DAMAGED.findall(sample)) * 5 > len(sample):
        return problems.at(source, 0, "not-text")
    hash_ = _HASH_NAME.search(source.text) if len(source.text) > _LONG else None
    if hash_ is not None and mention(source) is None:
        return problems.at(source, hash_.start(), "too-large", "data")
    if len(source.text) > MAX_SNIPPET:
        return mention(source) or problems.at(source, 0, "no-identify-call")
    is_template = source.text.lstrip().startswith(("{{", "{%"))
    broken = None if is_template else object_error(source)
    return broken or mention(source) or server_code(source) or problems.at(source, 0, "no-identify-call")
