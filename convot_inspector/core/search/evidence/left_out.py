"""What is said of hashes that no value was found for, and of what was not tried because there is too much of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.limits import MAX_SNIPPET
from convot_inspector.core.reading.source import Source

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Reading
    from convot_inspector.core.search.evidence.pairs import Evidence

_NO_CALL = "no-identify-call"


def with_rest(source: Source, reading: Reading, evidence: Evidence) -> Reading:
    """Return the reading, marked as cut if not everything was tried, with a problem where hashes begin to be left out.

    A hash that stands in a call is reported with the call.
    """
    is_cut = reading.is_cut or not evidence.complete or evidence.rest is not None
    reading = replace(reading, is_cut=is_cut) if is_cut else reading
    if evidence.rest is None or not reading.calls:
        return reading
    source = evidence.source or source
    at = source.span(evidence.rest.start, evidence.rest.start)[0]
    if any(call.start <= at < call.end for call in reading.calls):
        return reading
    problem = problems.at(source, evidence.rest.start, "too-large", "more-calls")
    return reading if problem in reading.problems else replace(reading, problems=(*reading.problems, problem))


def with_untried(text: str, reading: Reading) -> Reading:
    """Return the reading; where there is no call, with a problem that names the first hash, for want of a secret."""
    if reading.calls or any(problem.message != problems.message(_NO_CALL) for problem in reading.problems):
        return reading
    if len(text) > MAX_SNIPPET:
        return reading
    from convot_inspector.core.reading.evidence.hashes import hash_sightings  # not needed for most pastes

    found = hash_sightings(text)
    if not found:
        return reading
    return replace(reading, problems=(problems.at(Source(text), found[0].start, _NO_CALL, "no-secret"),))


def with_unproven(source: Source, reading: Reading, evidence: Evidence) -> Reading:
    """Return the reading; where there is no call, with a problem that names the first hash and what was tried of it.

    ``evidence``: of the last attempt to find its value.
    """
    unproven = evidence.unproven[0] if evidence.unproven else evidence.rest
    if reading.calls or unproven is None:
        return reading
    generic = problems.message(_NO_CALL)
    others = tuple(problem for problem in reading.problems if problem.message != generic)
    id_ = "too-large" if reading.is_cut else _NO_CALL
    if others and (not reading.is_cut or any(problem.id == id_ for problem in others)):
        return reading
    source = evidence.source or source
    return replace(reading, problems=(*others, problems.at(source, unproven.start, id_, "unproven")))
