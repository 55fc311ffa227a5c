"""JSON: objects, also nested in arrays, objects and JSON strings.

Python's decoder decides whether a text is JSON (RFC 8259); the JavaScript grammar provides the positions.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.reading import problems
from convot_inspector.core.reading.data.flattened import read_flattened
from convot_inspector.core.reading.javascript.data import read_object
from convot_inspector.core.reading.limits import MAX_BODY
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source


def read_json(source: Source) -> Reading | None:
    """Return the calls of a JSON text; None if it is not JSON.

    Invalid JSON with an identity field is a problem: "bad-json", "unterminated", "too-deep" or "too-large".
    """
    text = source.text
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] not in ("{", "[", '"'):
        return None
    if len(text) > MAX_BODY:
        if text[start] == '"':
            return None
        return Reading("json", problems=(problems.at(source, start, "too-large"),))
    try:
        # Numbers are kept as text: a huge one is valid JSON, but Python refuses to convert more than 4,300 digits.
        json.loads(text, parse_int=str, parse_float=str, parse_constant=_reject_constant)
    except RecursionError:
        return Reading("json", problems=(problems.at(source, start, "too-deep"),))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" or error.pos < start:
            return None  # several objects, or other text after one: left to read_json_in_text
        return _invalid_json(source, start, error.pos)
    except ValueError:
        return None
    reading = read_flattened(source) or read_object(source)
    return None if reading is None else replace(reading, format="json")


def read_strict_json(source: Source) -> Reading | None:
    """Return the calls of a text that is valid JSON as a whole, an object or array; None for other texts.

    An array in which numbers are indices may stand in any text but that of a page.
    """
    text = source.text
    if len(text) > MAX_BODY:
        return None
    if text.lstrip()[:1] not in ("{", "["):
        return None if "</script" in text or "identify" in text else read_flattened(source)
    try:
        json.loads(text, parse_int=str, parse_float=str, parse_constant=_reject_constant)
    except (ValueError, RecursionError):
        return None
    return read_json(source)


def _reject_constant(constant: str) -> NoReturn:
    """Raise ValueError for NaN and Infinity, which Python's parser accepts although JSON does not have them."""
    raise ValueError(constant)


def _invalid_json(source: Source, start: int, error_at: int) -> Reading | None:
    """Return the problem of a text that begins like JSON; None if it is a JavaScript object, or names no identity."""
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
    """Return whether the decoder stopped at an unclosed quote."""
    return text[error_at : error_at + 1] == '"' and text.count('"', error_at) == 1
