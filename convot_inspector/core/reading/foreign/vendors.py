"""Calls of other products, recognized by name and reported as a problem, never read as Convot's."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.foreign.vendor_names import VENDORS
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source

_CALLS = {vendor.id: f"(?P<{vendor.id}>{vendor.call})" for vendor in VENDORS}
_NOT_LITERAL = re.compile(r"\\.|\(\?:[^()]*\)|\[[^\]]*\]|\{[^}]*\}")
_COMMENT = re.compile(r"\s*(?://|\*|#)")
_MAX_MATCHES = 50
_MAX_SEARCHED = 128 * 1024  # characters; the search for so many names is slow


def read_vendor(source: Source) -> Reading | None:
    """Return the problem of a text that calls another product, outside of comments; None if it calls none."""
    text = source.text
    if text.lstrip()[:1] in ("{", "[", '"'):
        return None  # data, which may mention a product
    call = _call_in(text[:_MAX_SEARCHED])
    if call is None:
        return None
    for _, found in zip(range(_MAX_MATCHES), call.finditer(text, 0, _MAX_SEARCHED), strict=False):
        line_start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - 200)
        if not _COMMENT.match(text, line_start, found.start()):
            problem = problems.at(source, found.start(), "other-vendor", found.lastgroup or "")
            return Reading("javascript", problems=(problem,))
    return None


def _call_in(text: str) -> re.Pattern[str] | None:
    """Return the pattern of the calls whose names stand in the text; None if none does.

    To look for the names first is a hundred times as fast as to search for all patterns.
    """
    calls = [_CALLS[id_] for id_, names in _names().items() if any(name in text for name in names)]
    return re.compile("|".join(calls)) if calls else None


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Return for each product the literal names of which one stands in each of its calls."""
    return {vendor.id: tuple(_longest_name(part) for part in _parts(vendor.call)) for vendor in VENDORS}


def _parts(pattern: str) -> list[str]:
    return _NOT_LITERAL.sub(" ", pattern).split("|")


def _longest_name(part: str) -> str:
    return max(re.findall(r"\w+", part), key=len, default="")
