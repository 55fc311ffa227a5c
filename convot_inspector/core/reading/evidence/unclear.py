"""Values whose notation does not fix where they begin and end: known only if every reading gives the same text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.model import Field
from convot_inspector.core.reading.data.invisible import INVISIBLE
from convot_inspector.core.reading.evidence.hashes import hash_sightings
from convot_inspector.core.reading.evidence.names import IS_NOTHING, NAMED_ID, paragraph
from convot_inspector.core.reading.field_names import canonical_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convot_inspector.core.model import IdentifyCall
    from convot_inspector.core.reading.source import Reading, Source

# Without blanks, quotes, commas, brackets and escapes, nothing in a value can belong to the text around it.
_SIGNS = r"\s,;\"'`\\&%<>()\[\]{}|…*~«»“”„‘’‚‹›。，；：！？（）「」『』【】《》、"
_ONE_READING = re.compile(rf"[^{_SIGNS}]*[^{_SIGNS}.:!?]")
_END = re.compile(
    r"[ \t]*(?:[\r\n]|\Z)|[ \t]*[,;|\t][ \t]*(?=[\w\"'\r\n]|\Z)"
    r"|[ \t]+(?=[\w.-]{1,60}[\"']?[ \t]{0,9}(?:=>?|:)|[|/])"
)
_MARKS = re.compile(f"[{INVISIBLE}]*")
# Unless it begins with another name and the same sign.
_ON_NEXT_LINE = {
    ":": re.compile(r"[ \t]*\r?\n[ \t>|]*(?![\w \t-]{1,40}:(?:[ \t\r\n]|\Z))[^\s]"),
    "=": re.compile(r"[ \t]*\r?\n[ \t>|]*(?![\w \t-]{1,40}=)[^\s]"),
}
_OTHER_SIGN = re.compile(r"[ \t]*\r?\n[ \t>|]*(?![\w \t-]{1,40}[:=])[^\s]")
_NAME_BEHIND = re.compile(r"[ \t]*[,;|][ \t]*[\"']?(shop|email)[\"']?[ \t]{0,9}[:=]>?[ \t]*[\"']?([^\s,;\"'|]*)")
_NAMED_EMAIL = re.compile(
    r"(?i)(?<![a-z])e-?mail[\"'`*]{0,3}[ \t]{0,9}(?:=>|[:=|])[ \t]*([^\s,][^\r\n]{0,99}?)(?=,|[\r\n]|\Z)"
)
_TABLES = ("csv", "tsv", "table")
_QUOTES = ("'", '"', "`")
_QUOTED_PRINTABLE = re.compile(r"=(?![0-9a-fA-F]{64}(?![0-9a-fA-F]))[0-9A-F]{2}|=\Z")  # not "sha256=" and digits
_NOTHING = re.compile(r"[,;\"'`<>()\[\]{}|.]*(?:null|nil|none|undefined)[,;\"'`<>()\[\]{}|.]*", re.IGNORECASE)


def has_one_reading(text: str) -> bool:
    """Return whether nothing in a text can belong to the text around it."""
    return _ONE_READING.fullmatch(text) is not None and _QUOTED_PRINTABLE.search(text) is None


def with_unclear_values(source: Source, reading: Reading) -> Reading:
    """Return the reading with kind ``unclear`` for each identity field that can be read in more than one way."""
    has_cells = reading.format in _TABLES
    taken = [(field.start, field.end) for call in reading.calls for field in call.fields.values()]
    calls = tuple(_checked(source.pasted, call, taken, reading.format) for call in reading.calls)
    if not has_cells:
        calls = tuple(_with_unread_id(source.pasted, _with_unread_email(source.pasted, call), taken) for call in calls)
    return replace(reading, calls=calls)


def _with_unread_email(pasted: str, call: IdentifyCall) -> IdentifyCall:
    """Return the call with an unclear email where one is named beside its hash but nothing to sign was read."""
    if convot.USER_HASH not in call.fields or not call.fields.keys().isdisjoint((convot.EXTERNAL_ID, convot.EMAIL)):
        return call
    named = _NAMED_EMAIL.search(pasted, *paragraph(pasted, call.start, call.end))
    if named is None:
        return call
    begin, stop = named.span(1)
    line, column = pasted.count("\n", 0, begin) + 1, begin - pasted.rfind("\n", 0, begin)
    field = Field(convot.EMAIL, named[1], "unclear", line, column, begin, stop)
    return replace(call, fields={convot.EMAIL: field, **call.fields})


def _with_unread_id(pasted: str, call: IdentifyCall, taken: Sequence[tuple[int, int]]) -> IdentifyCall:
    """Return the call with an unclear external_id where one is named beside it but was not read.

    Convot signs it instead of the email, so that nothing can be said of the email's hash. ``taken``: the spans of
    what was read.
    """
    if convot.EXTERNAL_ID in call.fields or convot.EMAIL not in call.fields:
        return call
    start, end = paragraph(pasted, call.start, call.end)
    for found in NAMED_ID.finditer(pasted, start, end):
        value = found[found.lastindex or 0].strip()
        begin, stop = found.span(found.lastindex or 0)
        if not value or IS_NOTHING.fullmatch(value) or any(from_ <= begin < to for from_, to in taken):
            continue
        line, column = pasted.count("\n", 0, begin) + 1, begin - pasted.rfind("\n", 0, begin)
        field = Field(convot.EXTERNAL_ID, value, "unclear", line, column, begin, stop)
        return replace(call, fields={convot.EXTERNAL_ID: field, **call.fields})
    return call


def _checked(pasted: str, call: IdentifyCall, taken: Sequence[tuple[int, int]], format_: str) -> IdentifyCall:
    # In JavaScript the page sends what a name stands for; values that are written there stand in quotes.
    quoted = {name for name, field in call.fields.items() if pasted[field.start : field.start + 1] in _QUOTES}
    fields = _renamed(call, quoted)
    for name in convot.IDENTITY_FIELDS:
        field = fields.get(name)
        if field is not None and field.kind == "text":
            fields[name] = _as_read(pasted, field, is_cell=format_ in _TABLES)
    around = paragraph(pasted, call.start, call.end) if format_ == "lines" else _lines(pasted, call)
    fields.update(_unread_hashes(pasted, around, fields, taken))
    shop = fields.get(convot.SHOP)
    if shop is not None and not shop.known and convot.SHOP_HASH not in fields:
        del fields[convot.SHOP]  # a guess, and nothing that could prove it
    return replace(call, fields=fields)


def with_canonical_names(reading: Reading) -> Reading:
    """Return the reading with Convot's names for fields that a program names differently."""
    return replace(reading, calls=tuple(replace(call, fields=_renamed(call, set())) for call in reading.calls))


def _renamed(call: IdentifyCall, kept: set[str]) -> dict[str, Field]:
    """Return the fields by Convot's names. An ``id`` beside an email is an external_id only where its hash says so."""
    fields: dict[str, Field] = {}
    has_email = any(canonical_name(name)[0] == convot.EMAIL and field.sent for name, field in call.fields.items())
    for name, field in call.fields.items():
        canonical, _ = canonical_name(name)
        if canonical == convot.EXTERNAL_ID and has_email and not canonical_name(name, by_spelling_only=True)[0]:
            canonical = ""
        new = canonical if canonical and canonical not in call.fields and name not in kept else name
        if new not in fields:
            fields[new] = replace(field, name=new)
    return fields


def _lines(pasted: str, call: IdentifyCall) -> tuple[int, int]:
    start, end = pasted.rfind("\n", 0, call.start) + 1, pasted.find("\n", call.end)
    return start, len(pasted) if end < 0 else end


def _unread_hashes(
    pasted: str, around: tuple[int, int], fields: Mapping[str, Field], taken: Sequence[tuple[int, int]]
) -> dict[str, Field]:
    """Return fields for hashes around the call that no call has, so that they do not count as missing."""
    start, end = around
    found: dict[str, Field] = {}
    for sighting in hash_sightings(pasted[start:end]):
        name = convot.SHOP_HASH if sighting.is_of_shop else convot.USER_HASH
        place = start + sighting.start
        if name in fields or name in found or any(begin <= place < stop for begin, stop in taken):
            continue
        line, column = pasted.count("\n", 0, place) + 1, place - pasted.rfind("\n", 0, place)
        found[name] = Field(name, sighting.text, "unclear", line, column, place, start + sighting.end)
    return found


def _goes_on(pasted: str, field: Field) -> bool:
    """Return whether a name behind a value has no value that it could have, so that both may be one value."""
    behind = _NAME_BEHIND.match(pasted, field.end)
    return behind is not None and ("." if behind[1] == "shop" else "@") not in behind[2]


def _as_read(pasted: str, field: Field, *, is_cell: bool) -> Field:
    if not field.value:
        below = _ON_NEXT_LINE.get(pasted[field.start : field.end], _OTHER_SIGN)
        return replace(field, kind="unclear") if below.match(pasted, field.end) else field
    written = pasted[field.start : field.end]
    if len(written) > 1 and written[0] == written[-1] == '"' and not _QUOTED_PRINTABLE.search(field.value):
        return field  # the notation fixes how it is read
    if pasted[max(0, field.start - 9) : field.start].rstrip(" \t").endswith("::") and field.value != written:
        return field  # base64 of LDIF
    marks = _MARKS.match(pasted, field.end)  # copying put them there
    end = marks.end() if marks is not None else field.end
    if has_one_reading(field.value) and (is_cell or (_END.match(pasted, end) and not _goes_on(pasted, field))):
        return field
    if _NOTHING.fullmatch(field.value):
        return replace(field, kind="null", value="null")
    return replace(field, kind="unclear")
