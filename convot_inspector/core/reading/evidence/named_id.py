"""The external_id named beside a proven pair: Convot signs it instead of the email where it is passed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.model import Field
from convot_inspector.core.reading.evidence.names import BLANK_LINE, IS_NOTHING, MENTION, NAMED_ID, paragraph
from convot_inspector.core.reading.evidence.pieces import QUOTES
from convot_inspector.core.reading.evidence.unclear import has_one_reading
from convot_inspector.core.reading.field_names import canonical_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.reading.source import Source

_QUOTES = frozenset(QUOTES)
_SIGNS = frozenset(":=>|,\t│┃║：→")
_CELLS = frozenset(",|\t│┃║;")
_BEFORE_ROW = re.compile(r"[\W\d]{0,20}")
_LIKE_AN_ID = re.compile(r"gid://\S+|(?=[^\s@]*\d{3})[\w-]{3,80}")
_HASH = re.compile(r"[0-9a-fA-F]{40}")
_OTHER_FIELD = re.compile(
    r"(?i)\W{0,9}(?:e-?mail|user[ _-]?hash|shop(?:[ _-]?hash)?|name)\W{0,4}[:=]|[^\s]{0,9}[0-9a-fA-F]{40}"
)
_NEXT_FIELD = re.compile(r"(?i)(?:e-?mail|user[ _-]?hash|shop(?:[ _-]?hash)?|name|plan)[\"'`]?\s?[:=]")
_LINE_START = " \t>|-*•·\"'"
_BEFORE_NAME = re.compile(r"([^\r\n]{1,400}?)[ \t]{0,9}[(\[—–=:-]{1,2}[ \t]{0,9}\Z")
_DENIED = re.compile(
    r"(?i)(?:\b(?:no|not|without|never|omit\w*|kein\w*|ohne|sans|pas|sin|senza|sem|geen|zonder|bez|без|нет)|n['’]t)"
    r"\b[^\n.;:!?]{0,30}\Z"
)
_WORD = re.compile(r"[ \t]+([\w-]{1,40})")
_WIDE_GAP = re.compile(r"[ \t]{2}")
_HEADING_CELL = re.compile(r"\s*</th>\s*<th\b", re.IGNORECASE)
_TALK = re.compile(
    r"(?i)[\"'`*)\]\\]{0,3}\W{0,4}(?:(?:is|was|are|stays|ist|est)\s)?\s?"
    r"(?:blank|empty|leer|vide|vac[ií]o|missing|null|none|nil|undefined|absent|optional|unset|(?:not|never)\b)"
)
_NEXT_LINE_IS_VALUE = re.compile(
    r"[ \t]*\r?\n(?!\s*(?:\Z|[\W_]{0,6}[\w .-]{1,40}[\"'`*)\]]{0,4}\s{0,4}(?:[-=]>|:=|[:=|>}])))"
)
_REFERENCE = re.compile(r"&|<(?![/?]|\s)")  # a value that begins with a sign of mark-up
_LAST_CELL = re.compile(r"[\"'`]?\s{0,4}([,;|\t│┃║])\s{0,4}[\"'`]?\Z")
_EMPTY_ELEMENT = re.compile(r"[\"']?\s*/?>\s*</")
_FAR_BEFORE = 50
_FAR = 2_000  # characters around a record with blank lines


def external_id_beside(source: Source, first: int, last: int) -> Field | None:
    """Return the external_id that the record around a span names; None if it names none, or nothing as its value.

    Its kind is ``unclear`` where the record does not fix its value; its value is "" where not even its place is known.
    """
    start, end = paragraph(source.text, first, last)
    if BLANK_LINE.search(source.text, first, last):  # the record itself has blank lines
        start, end = max(0, first - _FAR), min(len(source.text), last + _FAR)
    named = list(_named(source, start, end))
    line = _line(source.text, first)
    named = [each for each in named if line[0] <= each[0] < line[1]] or named
    fields = [field for _, field in named if field is not None]
    if not fields:
        return None
    if len({field.value for field in fields}) == 1:
        return min(fields, key=lambda field: field.kind == "unclear")
    return replace(fields[0], kind="unclear", value="")


def is_passed(text: str, field: Field) -> bool:
    """Return whether a field surely has a value, whatever its bounds: text in quotes, one token, or with a digit."""
    if not field.value or IS_NOTHING.fullmatch(field.value) or _OTHER_FIELD.match(field.value):
        return False
    if not text[text.rfind("\n", 0, field.start) + 1 : field.start].strip(_LINE_START):
        return _LIKE_AN_ID.fullmatch(field.value) is not None  # the name is in another line
    is_quoted = {text[field.start - 1 : field.start], text[field.start : field.start + 1]} & _QUOTES != set()
    return is_quoted or has_one_reading(field.value) or re.search(r"\d", field.value) is not None


def _named(source: Source, start: int, end: int) -> Iterator[tuple[int, Field | None]]:
    """Yield each place where an external_id is named, and its value: None if it is not passed."""
    text = source.text
    for mention in MENTION.finditer(text, start, end):
        if text[mention.start() - 1 : mention.start()] == "/" or _DENIED.search(
            text, max(start, mention.start() - _FAR_BEFORE), mention.start()
        ):
            continue
        named = NAMED_ID.match(text, mention.start(), end)
        is_behind = named is None or "\n" in text[mention.end() : named.start(named.lastindex or 0)]
        before = _value_before(source, mention) if is_behind else None
        if before is not None:
            yield mention.start(), before
        elif named is None:
            yield mention.start(), _unknown(source, mention)
        else:
            yield mention.start(), _value(source, mention, named)


def _value(source: Source, mention: re.Match[str], named: re.Match[str]) -> Field | None:
    text, group = source.text, named.lastindex or 0
    value = named[group].strip()
    between = text[mention.end() : named.start(group)]
    is_alone = between.strip("\"'`*)\\] \t") == ""  # a blank is all that follows the name
    begin = named.start(group) + len(named[group]) - len(named[group].lstrip())
    is_quoted = text[begin - 1 : begin] in _QUOTES
    if is_alone and not is_quoted:
        value = value.split(" ")[0]
    if _EMPTY_ELEMENT.match(text, mention.end()):
        return None
    if _HEADING_CELL.match(text, mention.end()):
        return _unknown_below(source, mention)
    last = _LAST_CELL.search(text, _line(text, mention.start())[0], mention.start()) if "\n" in between else None
    if last is not None:
        return _cell(source, mention, last[1])
    if is_alone and canonical_name(value)[0] and (_WIDE_GAP.search(between) or _next_is_name(text, begin + len(value))):
        return _unknown_below(source, mention)
    if _is_heading(text, named) or (set(between) & _CELLS and canonical_name(value)[0]):
        return _cell(source, mention, between)
    if _HASH.search(value):
        return _unknown(source, mention)
    if not value and (_NEXT_LINE_IS_VALUE.match(text, named.end()) or _REFERENCE.match(text, named.end())):
        return _unknown(source, mention)
    if IS_NOTHING.fullmatch(value) or canonical_name(value)[0] or _NEXT_FIELD.match(value):
        return None
    first, _, rest = value.partition(" ")
    if first and IS_NOTHING.fullmatch(first) and canonical_name(rest.split(" ")[0].rstrip(":="))[0]:
        return None  # "external_id undefined email …": values beside names, without signs
    if is_alone and not is_quoted and not _LIKE_AN_ID.fullmatch(value):
        return _unknown(source, mention)  # words of a sentence
    is_certain = has_one_reading(value) and set(between) & _SIGNS and "\n" not in between
    return _field(source, value, begin, is_certain=bool(is_certain))


def _next_is_name(text: str, place: int) -> bool:
    """Return whether the word behind a name is a name too, as in a table's heading."""
    word = _WORD.match(text, place)
    return word is not None and canonical_name(word[1])[0] != ""


def _value_before(source: Source, mention: re.Match[str]) -> Field | None:
    """Return the text before a name that ends its line, as in ``10042 (external_id)``."""
    start, end = _line(source.text, mention.start())
    before = _BEFORE_NAME.match(source.text, start, mention.start())
    if before is None or source.text[mention.end() : end].strip(")] \t\r"):
        return None
    value = before[1].strip(_LINE_START)
    return _field(source, value, source.text.find(value, start), is_certain=False) if value else None


def _field(source: Source, value: str, begin: int, *, is_certain: bool) -> Field:
    line, column = source.place(begin)
    span = source.span(begin, begin + len(value))
    return Field(convot.EXTERNAL_ID, value, "text" if is_certain else "unclear", line, column, *span)


def _unknown(source: Source, mention: re.Match[str]) -> Field | None:
    """Return an external_id without its value; None if the text says that there is none."""
    return None if _TALK.match(source.text, mention.end()) else _unknown_below(source, mention)


def _cell(source: Source, mention: re.Match[str], separator: str) -> Field | None:
    """Return the cell below a heading in the next line that has as many cells; an unclear one if there is none."""
    text = source.text
    sign = next((each for each in separator if each in _CELLS), "")
    start, end = _line(text, mention.start())
    number, columns = text.count(sign, start, mention.start()), text.count(sign, start, end)
    below = _line(text, end + 1) if end + 1 < len(text) else (end, end)
    cells = text[slice(*below)].split(sign)
    if len(cells) - 1 != columns:
        return _unknown_below(source, mention)
    value = cells[number].strip().strip("\"'")
    if IS_NOTHING.fullmatch(value):
        return None
    begin = text.find(value, below[0] + sum(len(cell) + 1 for cell in cells[:number]))
    return _field(source, value, begin, is_certain=False)


def _unknown_below(source: Source, mention: re.Match[str]) -> Field:
    """Return an external_id without its value, where its name stands."""
    line, column = source.place(mention.start())
    return Field(convot.EXTERNAL_ID, "", "unclear", line, column, *source.span(*mention.span()))


def _line(text: str, place: int) -> tuple[int, int]:
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end


def _is_heading(text: str, named: re.Match[str]) -> bool:
    """Return whether a name is one of several on a line that are separated as in a table, so that no value follows."""
    if not set(text[named.start() : named.start(named.lastindex or 0)]) & _CELLS:
        return False
    line = text.rfind("\n", 0, named.start()) + 1
    return _BEFORE_ROW.fullmatch(text, line, named.start()) is None
