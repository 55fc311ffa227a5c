"""The external_id named beside a proven pair: Convot signs it instead of the email where it is passed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.model import Field
from convot_inspector.core.reading.evidence.names import IS_NOTHING, NAMED_ID, paragraph
from convot_inspector.core.reading.evidence.unclear import has_one_reading
from convot_inspector.core.reading.field_names import canonical_name

if TYPE_CHECKING:
    from convot_inspector.core.model import Kind
    from convot_inspector.core.reading.source import Source

_SIGNS = frozenset(":=>|,\t")
_BEFORE_ROW = re.compile(r"[\W\d]{0,20}")


def external_id_beside(source: Source, place: int) -> Field | None:
    """Return the only external_id in the same paragraph as a position; None if there is none or more than one."""
    text = source.text
    named = list(NAMED_ID.finditer(text, *paragraph(text, place, place)))
    if len(named) != 1:
        return None
    group = named[0].lastindex or 0
    value = named[0][group].strip()
    if IS_NOTHING.fullmatch(value) or canonical_name(value)[0] or _is_heading(text, named[0]):
        return None
    first, _, rest = value.partition(" ")
    if first and IS_NOTHING.fullmatch(first) and canonical_name(rest.split(" ")[0].rstrip(":="))[0]:
        return None  # "external_id undefined email …": values beside names, without signs
    begin = named[0].start(group) + len(named[0][group]) - len(named[0][group].lstrip())
    stop = begin + len(value)
    line, column = source.place(begin)
    is_certain = has_one_reading(value) and set(text[named[0].start() : begin]) & _SIGNS
    kind: Kind = "text" if is_certain and "\n" not in text[named[0].start() : begin] else "unclear"
    return Field(convot.EXTERNAL_ID, value, kind, line, column, *source.span(begin, stop))


def _is_heading(text: str, named: re.Match[str]) -> bool:
    """Return whether a name is one of several on a line that are separated as in a table, so that no value follows."""
    if not set(text[named.start() : named.start(named.lastindex or 0)]) & set(",|\t"):
        return False
    line = text.rfind("\n", 0, named.start()) + 1
    return _BEFORE_ROW.fullmatch(text, line, named.start()) is None
