"""JSON objects inside other text: JSON Lines, log lines with a timestamp, an object quoted in a mail."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convot_inspector.core.reading.data.json_text import read_json
from convot_inspector.core.reading.identity import names_identity
from convot_inspector.core.reading.literal import Collector, Openings, in_quotes, starts_as_object
from convot_inspector.core.reading.source_map import part

if TYPE_CHECKING:
    from convot_inspector.core.model import Field, IdentifyCall
    from convot_inspector.core.reading.source import Reading, Source

# Numbers are kept as text, as in read_json.
_DECODER = json.JSONDecoder(parse_int=str, parse_float=str)
_START = re.compile(r'\{(?=\s{0,200}")')
_SEPARATORS = " \t\r\n,\x1e"
_SEPARATION = re.compile(rf"[{_SEPARATORS}]*")
_WINDOWS = (8 * 1024, 1024 * 1024)


def read_strict_lines(source: Source) -> Reading | None:
    """Return the calls in a text that consists of two or more JSON values and nothing else; None for other texts.

    The values may be separated by white space, commas or record separators (RFC 7464).
    """
    text = source.text
    at = len(text) - len(text.lstrip(_SEPARATORS))
    if text[at : at + 1] != "{" or len(text) > _WINDOWS[-1] or not names_identity(text):
        return None
    count = 0
    while at < len(text):
        if text[at] not in "{[":
            return None
        try:
            at = _DECODER.raw_decode(text, at)[1]
        except (ValueError, RecursionError):
            return None
        found = _SEPARATION.match(text, at)
        at = found.end() if found is not None else at
        count += 1
    return read_json_in_text(source) if count > 1 else None


def read_json_in_text(source: Source) -> Reading | None:
    """Return the calls in all JSON objects of the text; None if there is none."""
    text = source.text
    if not names_identity(text):
        return None
    collector = Collector(source)
    openings = Openings(source, _START, collector, root=starts_as_object(text))
    is_log = False
    for start in openings:
        end, spent = _object_end(text, start)
        if end is None:
            collector.waste(spent)
            continue
        before = text[max(text.rfind("\n", 0, start) + 1, openings.read_to) : start].strip(" \t\r,\x1e")
        openings.read_to = end
        if not names_identity(text[start:end]):
            continue
        reading = read_json(part(source, start, end))
        if reading is None:
            continue
        calls = reading.calls
        if in_quotes(text, start) and "\\" in text[start:end]:
            calls = tuple(_mark_escaped(source.pasted, call) for call in calls)
        if collector.add((*calls, *reading.problems)):
            is_log = is_log or before != ""
    return collector.reading("log" if is_log else "json")


def _mark_escaped(pasted: str, call: IdentifyCall) -> IdentifyCall:
    """Mark values with escapes as unknown: in a quoted object, they may be JSON's or those of the outer language."""

    def checked(field: Field) -> Field:
        written = pasted[field.start : field.end]
        return replace(field, value=written, kind="expression") if "\\" in written else field

    return replace(call, fields={name: checked(field) for name, field in call.fields.items()})


def _object_end(text: str, start: int) -> tuple[int | None, int]:
    """Return the end of the object at ``start``, None if it is not JSON, and the number of characters read in vain."""
    spent = 0
    for size in _WINDOWS:
        piece = text[start : start + size]
        try:
            return start + _DECODER.raw_decode(piece)[1], spent
        except json.JSONDecodeError as error:
            spent += error.pos
            # The piece may end inside the object; an unclosed string is reported where it opens.
            if start + size >= len(text) or not (error.pos >= len(piece) - 8 or "Unterminated" in error.msg):
                break
        except (RecursionError, ValueError):
            return None, size
    return None, spent
