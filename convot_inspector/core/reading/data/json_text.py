"""JSON: objects, also in arrays, wrapping objects and JSON strings. RFC 8259 decides whether it is JSON.

The grammar gives the positions.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.javascript.data import read_object
from convot_inspector.core.reading.limits import MAX_BODY
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source


def read_json(source: Source) -> Reading | None:
    """Return the calls of a JSON text; None if it is not JSON. Broken JSON with an identity field is a problem."""
    text = source.text
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] not in ("{", "[", '"'):
        return None
    if len(text) > MAX_BODY:
        if text[start] == '"':
            return None
        return Reading("json", problems=(problems.at(source, start, "too-large"),))
    try:
        # Numbers stay text: a huge one is legal JSON, and Python refuses to convert 5,000 digits.
        json.loads(text, parse_int=str, parse_float=str, parse_constant=_refuse)
    except RecursionError:
        return Reading("json", problems=(problems.at(source, start, "too-deep"),))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" or error.pos < start:
            return None  # one object after the other, or with words behind it: the reader of JSON in a text's
        return _nearly_json(source, start, error.pos)
    except ValueError:
        return None
    reading = read_object(source)
    return None if reading is None else replace(reading, format="json")


def read_strict_json(source: Source) -> Reading | None:
    """Read a text that is valid JSON to its last character; None for any other."""
    text = source.text
    if text.lstrip()[:1] not in ("{", "[") or len(text) > MAX_BODY:
        return None
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return read_json(source)


def _refuse(constant: str) -> NoReturn:
    """Reject NaN and Infinity, which Python's parser accepts and JSON does not have."""
    raise ValueError(constant)


def _nearly_json(source: Source, start: int, error_at: int) -> Reading | None:
    """Return where a text that begins like JSON is broken; None for an object of JavaScript."""
    text = source.text
    if text[start] == '"':
        return None
    means_json = text[start + 1 :].lstrip()[:1] == '"' and any(f'"{name}"' in text for name in IDENTITY_FIELDS)
    if not means_json or read_object(source) is not None:
        return None
    rest = text[error_at:].strip()
    id_ = "unterminated" if not rest or _ends_inside_string(text, error_at) else "bad-json"
    return Reading("json", problems=(problems.at(source, min(error_at, len(text) - 1), id_),))


def _ends_inside_string(text: str, error_at: int) -> bool:
    """Return whether the decoder stopped at a quote that nothing closes."""
    return text[error_at : error_at + 1] == '"' and text.count('"', error_at) == 1
