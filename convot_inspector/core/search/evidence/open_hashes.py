"""Hashes of a text that have the name of one of Convot's and that no call has: they are there, so none is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
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
    halves = [call for call in reading.calls if _is_half(source.pasted, call)] if _has_no_bounds(reading) else []
    if not halves or not any(hash_.is_of_user for hash_ in open_hashes(source, reading)):
        return reading
    calls = tuple(call for call in reading.calls if not any(call is half for half in halves))
    return replace(reading, calls=calls, format=reading.format if calls else "none")


def with_open_hashes(source: Source, reading: Reading) -> Reading:
    """Return the reading with a problem for each hash that nothing in the text explains, beside the calls."""
    if not reading.calls:
        return reading
    left = open_hashes(source, reading)[:_MOST_NAMED]
    named = tuple(problems.at(source, each.start, "no-identify-call", "other-hash") for each in left)
    return replace(reading, problems=(*reading.problems, *(each for each in named if each not in reading.problems)))


def _has_no_bounds(reading: Reading) -> bool:
    return reading.format == "evidence" or is_loose(reading.format)


def _is_half(text: str, call: IdentifyCall) -> bool:
    """Return whether a call that no page makes holds a value and no hash at all."""
    if "identify" in text[call.start : min(call.end, call.start + _CALL_NAME_WITHIN)]:
        return False
    has_hash = any(call.fields.get(name) is not None for name in (convot.USER_HASH, convot.SHOP_HASH))
    return not has_hash and convot.signed_field(call) is not None
