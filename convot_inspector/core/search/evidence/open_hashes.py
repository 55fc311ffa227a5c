"""Hashes of a text that have the name of one of Convot's and that no call has: they are there, so none is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.model import Field
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.formats import is_loose
from convot_inspector.core.reading.limits import MAX_SNIPPET

if TYPE_CHECKING:
    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.reading.evidence.hashes import HashSighting
    from convot_inspector.core.reading.source import Reading, Source

_MOST_NAMED = 5
_CALL_NAME_WITHIN = 60  # characters from a call's beginning to its name


def open_hashes(source: Source, reading: Reading) -> list[HashSighting]:
    """Return the hashes with names in a text of no fixed notation that no call has; their places are in ``source``."""
    from convot_inspector.core.reading.evidence.hashes import hash_sightings

    is_cut = any(problem.id == "too-large" for problem in reading.problems)
    if not _has_no_bounds(reading) or is_cut or len(source.text) > MAX_SNIPPET:
        return []
    fields = [field for call in reading.calls for field in (*call.fields.values(), *call.repeated)]
    known = {field.value.lower() for field in fields}
    spans = [(field.start, field.end) for field in fields]
    found: dict[str, HashSighting] = {}
    for sighting in hash_sightings(source.text):
        start, end = source.span(sighting.start, sighting.end)
        is_taken = any(begin < end and start < stop for begin, stop in spans)
        if (sighting.is_of_user or sighting.is_of_shop) and not is_taken and sighting.text.lower() not in known:
            found.setdefault(sighting.text, sighting)
    return list(found.values())


def without_halves(source: Source, reading: Reading) -> Reading:
    """Return the reading without objects that hold only a value where a user hash of the text is in no call.

    Which of the hash and the value belong together is not known; what is in the text is not missing.
    """
    if not _has_no_bounds(reading):
        return reading
    parts = [call for call in reading.calls if _has_no_user_hash(source.pasted, call)]
    left = [hash_ for hash_ in open_hashes(source, reading) if hash_.is_of_user] if parts else []
    if not left:
        return reading
    calls: list[IdentifyCall] = []
    for call in reading.calls:
        if not any(call is each for each in parts):
            calls.append(call)
        elif call.fields.get(convot.SHOP_HASH) is not None:
            calls.append(_with_unclear(source, call, left))
    return replace(reading, calls=tuple(calls), format=reading.format if calls else "none")


def _with_unclear(source: Source, call: IdentifyCall, left: list[HashSighting]) -> IdentifyCall:
    """Return a call of a shop with the nearest of the hashes that may be its user's."""
    nearest = min(left, key=lambda hash_: abs(source.span(hash_.start, hash_.end)[0] - call.start))
    line, column = source.place(nearest.start)
    span = source.span(nearest.start, nearest.end)
    field = Field(convot.USER_HASH, nearest.text, "unclear", line, column, *span)
    return replace(call, fields={**call.fields, convot.USER_HASH: field})


def with_open_hashes(source: Source, reading: Reading) -> Reading:
    """Return the reading with a problem for each hash that nothing in the text explains, beside the calls."""
    if not reading.calls:
        return reading
    left = open_hashes(source, reading)[:_MOST_NAMED]
    named = tuple(problems.at(source, each.start, "no-identify-call", "other-hash") for each in left)
    return replace(reading, problems=(*reading.problems, *(each for each in named if each not in reading.problems)))


def _has_no_bounds(reading: Reading) -> bool:
    return reading.format == "evidence" or is_loose(reading.format)


def _has_no_user_hash(text: str, call: IdentifyCall) -> bool:
    """Return whether a call that no page makes holds a value without the hash of a user."""
    if "identify" in text[call.start : min(call.end, call.start + _CALL_NAME_WITHIN)]:
        return False
    return call.fields.get(convot.USER_HASH) is None and convot.signed_field(call) is not None
