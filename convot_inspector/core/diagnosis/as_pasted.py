"""Whether a call works as it was pasted, where its hash proves its values all the same.

Values that only a hash proves are read from any text: also from code that no browser would run, and from calls of
something else than ``Convot.identify``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.diagnosis.observation import Observation
from convot_inspector.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.reading.source import Reading

BROKEN = "call-broken"
_PROVEN_ONLY = "evidence"  # the format of values that no notation marks
_OPENED = re.compile(
    r"\b(?P<callee>Convot(?:\s{0,9}\??\.\s{0,9}[A-Za-z_$][\w$]{0,60}){0,3})\s{0,9}(?:\?\.)?\s{0,9}\(", re.IGNORECASE
)
_IDENTIFY = re.compile(r"Convot\s*\??\.\s*identify")
_ASSIGNED = re.compile(r"(?:window\s{0,9}\.\s{0,9})?Convot\s{0,9}\.\s{0,9}identify\s{0,9}=(?![=>])")
_COMMAS = re.compile(r"\s{0,40},\s{0,40},")
_AROUND = 2_000  # characters between a call's name and its first value


def as_pasted(text: str, reading: Reading) -> list[tuple[Observation, ...]]:
    """Return why each call of a reading does not reach Convot as it was pasted; nothing for one that may."""
    return [tuple(_of_call(text, reading, call)) for call in reading.calls]


def _of_call(text: str, reading: Reading, call: IdentifyCall) -> Iterator[Observation]:
    if reading.format != _PROVEN_ONLY:
        why = _why_not_valid(text, call)
        if why:
            yield _broken(why)
        elif call.sent_by == "identify" and text.startswith("{", call.start):
            callee = _callee(text, call.start, nested=False)  # of an object that is passed to any function
            if callee is not None and not _IDENTIFY.fullmatch(callee):
                yield _not_identify(callee)
        return
    problem = next((each for each in reading.problems if each.id in ("bad-javascript", "unterminated")), None)
    callee = _callee(text, call.start)
    if any(each.id == "bad-json" for each in reading.problems):
        yield _broken(tr("The text is not valid JSON, so no program reads it."))
    elif callee is None:
        return
    elif problem is not None and problem.id == "unterminated":
        yield _broken(tr("The call is cut off, so no browser runs it."))
    elif problem is not None:
        yield _broken(
            tr(
                "The call is not valid JavaScript, so no browser runs it: line {line}, column {column}.",
                line=problem.line,
                column=problem.column,
            )
        )
    elif _IDENTIFY.fullmatch(callee):
        yield _broken(tr("Convot.identify takes one object, with its fields in { … }."))
    else:
        yield _not_identify(callee)


def _broken(why: str) -> Observation:
    return Observation(BROKEN, "call", fact=why)


def _not_identify(callee: str) -> Observation:
    return Observation("not-identify", "call", re.sub(r"\s", "", callee))


def _callee(text: str, start: int, *, nested: bool = True) -> str | None:
    """Return what is called with the value at an index; None where it stands in no call of Convot.

    ``nested``: whether the value may stand in an object of the call, or in a function that is passed to it.
    """
    before = text[max(0, start - _AROUND) : start]
    opened = list(_OPENED.finditer(before))
    between = before[opened[-1].end() :] if opened else ""
    if not opened or ")" in between or (not nested and ("{" in between or "=>" in between)):
        return None
    return opened[-1]["callee"]


def _why_not_valid(text: str, call: IdentifyCall) -> str:
    """Return why a call that could be read does not work as it is written; empty where it may."""
    if _ASSIGNED.match(text, call.start):
        return tr("The code sets Convot.identify instead of calling it.")
    if call.sent_by == "identify" and _IDENTIFY.match(text, call.start):
        ends = (field.end for field in call.fields.values() if call.start < field.end <= call.end)
        if any(_COMMAS.match(text, end + (text[end : end + 1] in "\"'`")) for end in ends):
            return tr("The call has two commas in a row, which is not valid JavaScript, so no browser runs it.")
    return ""
