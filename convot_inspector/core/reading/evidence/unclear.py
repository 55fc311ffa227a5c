"""Values whose notation does not fix where they begin and end: known only if every reading gives the same text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.model import Field
from convot_inspector.core.reading.evidence.hashes import hash_sightings
from convot_inspector.core.reading.field_names import canonical_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.reading.source import Reading, Source

# Without blanks, quotes, commas, brackets and escapes, nothing in a value can belong to the text around it.
_SIGNS = r"\s,;\"'`\\&%<>()\[\]{}|…*~«»“”„‘’‚‹›。，；：！？（）「」『』【】《》、"
_ONE_READING = re.compile(rf"[^{_SIGNS}]*[^{_SIGNS}.:!?]")
_END = re.compile(
    r"[ \t]*(?:[\r\n]|\Z)|[ \t]*[,;|\t][ \t]*(?=[\w\"'\r\n]|\Z)"
    r"|[ \t]+(?=[\w.-]{1,60}[\"']?[ \t]{0,9}(?:=>?|:)|[|/])"
)
_ON_NEXT_LINE = re.compile(r"[ \t]*\r?\n[ \t>|]*(?![\w \t-]{1,40}[:=])[^\s]")
_TABLES = ("csv", "tsv", "table")
_QUOTES = ("'", '"', "`")
_NOTHING = re.compile(r"[,;\"'`<>()\[\]{}|.]*(?:null|nil|none|undefined)[,;\"'`<>()\[\]{}|.]*", re.IGNORECASE)


def has_one_reading(text: str) -> bool:
    """Return whether nothing in a text can belong to the text around it."""
    return _ONE_READING.fullmatch(text) is not None


def with_unclear_values(source: Source, reading: Reading) -> Reading:
    """Return the reading with kind ``unclear`` for each identity field that can be read in more than one way."""
    has_cells = reading.format in _TABLES
    return replace(reading, calls=tuple(_checked(source.pasted, call, has_cells=has_cells) for call in reading.calls))


def _checked(pasted: str, call: IdentifyCall, *, has_cells: bool) -> IdentifyCall:
    # In JavaScript the page sends what a name stands for; values that are written there stand in quotes.
    quoted = {name for name, field in call.fields.items() if pasted[field.start : field.start + 1] in _QUOTES}
    fields = _renamed(call, quoted)
    for name in convot.IDENTITY_FIELDS:
        field = fields.get(name)
        if field is not None and field.kind == "text":
            fields[name] = _as_read(pasted, field, is_cell=has_cells)
    fields.update(_unread_hashes(pasted, call, fields))
    return replace(call, fields=fields)


def with_canonical_names(reading: Reading) -> Reading:
    """Return the reading with Convot's names for fields that a program names differently."""
    return replace(reading, calls=tuple(replace(call, fields=_renamed(call, set())) for call in reading.calls))


def _renamed(call: IdentifyCall, kept: set[str]) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    for name, field in call.fields.items():
        canonical, _ = canonical_name(name)
        new = canonical if canonical and canonical not in call.fields and name not in kept else name
        if new not in fields:
            fields[new] = replace(field, name=new)
    return fields


def _unread_hashes(pasted: str, call: IdentifyCall, fields: Mapping[str, Field]) -> dict[str, Field]:
    """Return fields for hashes in the lines of the call that were not read, so that they do not count as missing."""
    start = pasted.rfind("\n", 0, call.start) + 1
    end = pasted.find("\n", call.end)
    taken = [(field.start, field.end) for field in fields.values()]
    found: dict[str, Field] = {}
    for sighting in hash_sightings(pasted[start : len(pasted) if end < 0 else end]):
        name = convot.SHOP_HASH if sighting.is_of_shop else convot.USER_HASH
        place = start + sighting.start
        if name in fields or name in found or any(begin <= place < stop for begin, stop in taken):
            continue
        line, column = pasted.count("\n", 0, place) + 1, place - pasted.rfind("\n", 0, place)
        found[name] = Field(name, sighting.text, "unclear", line, column, place, start + sighting.end)
    return found


def _as_read(pasted: str, field: Field, *, is_cell: bool) -> Field:
    if not field.value:
        return replace(field, kind="unclear") if _ON_NEXT_LINE.match(pasted, field.end) else field
    written = pasted[field.start : field.end]
    if len(written) > 1 and written[0] == written[-1] == '"':  # the notation fixes how it is read
        return field
    if has_one_reading(field.value) and (is_cell or _END.match(pasted, field.end)):
        return field
    if _NOTHING.fullmatch(field.value):
        return replace(field, kind="null", value="null")
    return replace(field, kind="unclear")
