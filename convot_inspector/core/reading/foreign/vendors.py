"""Calls of other products, recognized by name and reported as a problem, never read as Convot's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.foreign.vendor_names import VENDORS
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source

_CALL = re.compile("|".join(f"(?P<{vendor.id}>{vendor.call})" for vendor in VENDORS))
_COMMENT = re.compile(r"\s*(?://|\*|#)")
_MAX_MATCHES = 50
_MAX_SEARCHED = 128 * 1024  # characters; the search for so many names is slow


def read_vendor(source: Source) -> Reading | None:
    """Return the problem of a text that calls another product, outside of comments; None if it calls none."""
    text = source.text
    if text.lstrip()[:1] in ("{", "[", '"'):
        return None  # data, which may mention a product
    for _, found in zip(range(_MAX_MATCHES), _CALL.finditer(text, 0, _MAX_SEARCHED), strict=False):
        line_start = max(text.rfind("\n", 0, found.start()) + 1, found.start() - 200)
        if not _COMMENT.match(text, line_start, found.start()):
            problem = problems.at(source, found.start(), "other-vendor", found.lastgroup or "")
            return Reading("javascript", problems=(problem,))
    return None
