"""Values that stand in an attribute of a tag: HTML, XML and JSX decode character references there."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convot_inspector.core.model import Field

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(r"<[A-Za-z][\w:.-]{0,80}")
_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
_ATTRIBUTE = re.compile(
    rf"\s+(?:[^\s\"'<>/={{}}]{{1,80}}(?:\s{{0,9}}=\s{{0,9}}(?:(\\{{0,7}}[\"'])(.*?)\1|{_BRACES}|[^\s\"'=<>`{{}}]+))?|{_BRACES})",
    re.DOTALL,
)
_LONGEST_TAG = 8_000  # characters between the beginning of a tag and a value in it
_MOST_TAGS = 20


def has_references(field: Field) -> bool:
    """Return whether a value has character references of HTML or XML."""
    return "&" in field.value and _REFERENCE.search(field.value) is not None


def decoded_in_attribute(field: Field, text: str) -> Field:
    """Return the field with its character references decoded if it stands in an attribute's quotes."""
    if not has_references(field) or not _is_in_attribute(text, field.start, field.end):
        return field
    return replace(field, value=_REFERENCE.sub(lambda found: html.unescape(found[0]), field.value))


def _is_in_attribute(text: str, start: int, end: int) -> bool:
    tags = [found.end() for found in _TAG.finditer(text, max(0, start - _LONGEST_TAG), start)]
    return any(_has_attribute_around(text, tag, start, end) for tag in tags[-_MOST_TAGS:])


def _has_attribute_around(text: str, tag: int, start: int, end: int) -> bool:
    """Return whether an attribute of the tag whose name ends at ``tag`` has the span in its quotes, or with them."""
    at = tag
    while at < start and (found := _ATTRIBUTE.match(text, at, min(len(text), end + _LONGEST_TAG))) is not None:
        at = found.end()
        if found[1] is not None and found.start(1) <= start and end <= at:
            return True
    return False
