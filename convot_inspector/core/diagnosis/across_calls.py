"""Observations that need several calls of one text to be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.diagnosis.checks import Observation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.core.model import IdentifyCall

_NONE: tuple[Observation, ...] = ()


def observations_across(calls: Sequence[IdentifyCall]) -> list[tuple[Observation, ...]]:
    """Return the observations of each call that follow from the other calls of the text."""
    if len(calls) < 2:
        return [_NONE] * len(calls)
    disagreeing = [name for name in (convot.EXTERNAL_ID, convot.EMAIL) if len(_values(calls, name)) > 1]
    return [
        (*_disagreement(call, disagreeing), *unsigned)
        for call, unsigned in zip(calls, _unsigned_before_signed(calls), strict=True)
    ]


def _disagreement(call: IdentifyCall, names: Sequence[str]) -> tuple[Observation, ...]:
    return tuple(Observation("calls-disagree", "call", name) for name in names if _known(call, name) is not None)


def _unsigned_before_signed(calls: Sequence[IdentifyCall]) -> list[tuple[Observation, ...]]:
    """Find unsigned calls before a signed one: single-page apps identify at once, and again with the server's hash.

    A call that is certainly for another user is not such a first call.
    """
    found: list[tuple[Observation, ...]] = []
    signed: list[IdentifyCall] = []  # the next signed call after this one, if there is one
    for call in reversed(calls):
        if call.sent(convot.USER_HASH) is not None:
            signed = [call]
            found.append(_NONE)
        elif signed and _can_be_the_same(call, signed[0]):
            found.append((Observation("unsigned-before-signed", "user"),))
        else:
            found.append(_NONE)
    return found[::-1]


def _can_be_the_same(one: IdentifyCall, other: IdentifyCall) -> bool:
    names = (convot.EXTERNAL_ID, convot.EMAIL)
    return all(None in (a := (_known(one, name), _known(other, name))) or a[0] == a[1] for name in names)


def _values(calls: Sequence[IdentifyCall], name: str) -> set[str]:
    return {value for call in calls if (value := _known(call, name)) is not None}


def _known(call: IdentifyCall, name: str) -> str | None:
    field = call.sent(name)
    return field.value if field is not None and field.known else None
