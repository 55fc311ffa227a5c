"""Where a text may call ``Convot.identify``. What stands there is for the grammar to say."""

from __future__ import annotations

import heapq
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CALL = re.compile(
    r"""Convot(?:["'`]\s{0,20}\]|!|\s{1,20}as\s{1,20}[\w$.]{1,60}\s{0,20}\)!?)?\s{0,20}"""
    r"""(?:\?\.\s{0,20}\[|\?\.|\.|\[)\s{0,20}["'`]?identify\b"""
)
# Behind it: whether arguments follow. People write Convot.identify() and Convot.identify(...) when they speak of it.
_PASSES = re.compile(
    r"""["'`]?\s{0,20}\]?!?\s{0,20}(?:<[^()]{1,200}?>\s{0,20})?"""
    r"""(?:\?\.)?\s{0,20}\((?!\s{0,20}(?:\.\.\.|…)?\s{0,20}\))"""
)
# What compilers make of window.Convot?.identify(…) for browsers without `?.`:
# (a = window.Convot) === null || a === void 0 ? void 0 : a.identify(…)
_LOWERED = re.compile(
    r"""\((?P<name>[\w$]{1,40})\s{0,3}=\s{0,3}[\w$.]{0,20}\bConvot\)[^;{}"'`]{1,100}?(?P<place>(?P=name)\.identify\b)"""
)
_BY_NAME = re.compile(r"[\w$]{1,40}\.identify\b")


def call_places(text: str) -> Iterator[int]:
    """The index of every ``Convot.identify`` or of what stands for it, in the order of the text."""
    if "Convot" not in text:
        return iter(())
    lowered = (found.start("place") for found in _LOWERED.finditer(text) if not found["name"].endswith("Convot"))
    return heapq.merge((found.start() for found in _CALL.finditer(text)), lowered)


def passes_something(text: str, place: int) -> bool:
    """Whether arguments follow: people write Convot.identify() and Convot.identify(...) when they speak of it."""
    found = _CALL.match(text, place) or _BY_NAME.match(text, place)
    return found is not None and _PASSES.match(text, found.end()) is not None
