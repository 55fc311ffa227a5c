"""Texts made of several fields of a call: its JSON, and two to five fields joined."""

from __future__ import annotations

import json
import re
from functools import partial
from itertools import chain, combinations, permutations
from typing import TYPE_CHECKING, Any

from convot_inspector.core.convot import EMAIL, EXTERNAL_ID, SHOP
from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from convot_inspector.core.search.payload import Payload


def _joined_with(mark: str, names: str) -> str:
    return lazy_tr("{fields} with {mark} between", fields=names, mark=mark)


_MARKS = ("", ":", "|", "-", "_", ".", ",", " ", ";", "&", "/", "\n", "+", "#", "@", "=", "::", "\t", "\0", "||", "--")
_USUAL_MARKS = _MARKS[:11]
_MOST_JOINED = 5  # fields in one text
_MOST_ORDERED = 6  # fields of which three are joined, in any order
_MOST_IN_ORDER = 8  # fields of which four or five are joined as they stand
_LONG_MARKS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("", lambda names: lazy_tr("{fields} together", fields=names)),
    *((mark, partial(_joined_with, json.dumps(mark))) for mark in _USUAL_MARKS[1:8]),
)
_MOST_COMPOSED = 10  # fields
_LONGEST = 4_096
_NOT_ASCII = re.compile("[^\0-\x7f]+")


def json_texts(payload: Payload) -> Iterator[tuple[str, str, bool]]:
    """Yield the payload, the objects in it and small objects of the value, as several languages write JSON.

    Each comes with its detail, and whether most programs would write it so.
    """
    if sum(len(text) for _, text in payload.written) > _LONGEST:
        return
    whole = _nested(payload.written)
    hashes = {name: json.dumps(text) for name, text in payload.hashes}
    objects: list[tuple[Any, str]] = [(whole, lazy_tr("the payload without its hashes"))]
    if hashes:
        objects.append(({**whole, **hashes}, lazy_tr("the payload with its hashes")))
        objects.append(({**whole, **dict.fromkeys(hashes, '""')}, lazy_tr("the payload with empty hashes")))
    identity = {name: text for name, text in whole.items() if name in (EXTERNAL_ID, EMAIL)}
    objects.append((identity, lazy_tr("the identity's fields")))
    objects.append(
        ({name: text for name, text in whole.items() if name in (EXTERNAL_ID, EMAIL, SHOP)}, lazy_tr("its fields"))
    )
    objects += [(value, name) for name, value in whole.items() if isinstance(value, dict)]
    if payload.value is not None:
        literal = dict(payload.written).get(payload.name, json.dumps(payload.value))
        text = json.dumps(payload.value, ensure_ascii=False)
        for key in (payload.name, "user_id", "id", "value", "identifier", "user"):
            objects.append(({key: literal}, lazy_tr("an object with {key}", key=key)))
            objects.append(({key: text}, lazy_tr("an object with {key}", key=key)))
        objects.append(([literal], lazy_tr("a list of the value")))
        objects.append(([text], lazy_tr("a list of the value")))
    plain = [
        _write(whole, comma, colon, is_sorted=is_sorted)
        for is_sorted in (False, True)
        for comma, colon in ((",", ":"), (", ", ": "))
    ]
    usual = {*plain, *map(_in_ascii, plain)}
    for made, detail in objects:
        if made:
            for text in _spellings(made):
                yield text, detail, text in usual


def _nested(written: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """Nest flattened names again: ``custom_data.plan`` inside ``custom_data``; the values stay JSON literals."""
    whole: dict[str, Any] = {}
    for path, text in written:
        *outer, name = path.split(".")
        inside = whole
        for step in outer:
            found = inside.get(step)
            if not isinstance(found, dict):
                found = inside[step] = {}
            inside = found
        if not (text.startswith("{") and text.endswith("}") and any(p.startswith(f"{path}.") for p, _ in written)):
            inside[name] = text
    return whole


def _spellings(made: object) -> Iterator[str]:
    """Yield compact and spaced, original and sorted order, unescaped and escaped letters, and several lines."""
    for is_sorted in (False, True):
        for comma, colon in ((",", ":"), (", ", ": "), (",", ": ")):
            text = _write(made, comma, colon, is_sorted=is_sorted)
            yield text
            escaped = _in_ascii(text)
            if escaped != text:
                yield escaped
                yield escaped.replace("/", "\\/")
            yield text.replace("/", "\\/")
            yield text + "\n"
        for indent in (2, 4):
            yield _lines(made, indent, 0, is_sorted=is_sorted)


def _in_ascii(text: str) -> str:
    return text if text.isascii() else _NOT_ASCII.sub(lambda found: json.dumps(found[0])[1:-1], text)


def _write(made: object, comma: str, colon: str, *, is_sorted: bool) -> str:
    if isinstance(made, dict):
        items = sorted(made.items()) if is_sorted else made.items()
        pairs = (
            f"{json.dumps(name, ensure_ascii=False)}{colon}{_write(value, comma, colon, is_sorted=is_sorted)}"
            for name, value in items
        )
        return "{" + comma.join(pairs) + "}"
    if isinstance(made, list):
        return "[" + comma.join(_write(value, comma, colon, is_sorted=is_sorted) for value in made) + "]"
    return str(made)


def _lines(made: object, indent: int, depth: int, *, is_sorted: bool) -> str:
    if not isinstance(made, (dict, list)):
        return str(made)
    space, end = "\n" + " " * indent * (depth + 1), "\n" + " " * indent * depth
    if isinstance(made, list):
        return "[" + ",".join(space + _lines(each, indent, depth + 1, is_sorted=is_sorted) for each in made) + end + "]"
    items = sorted(made.items()) if is_sorted else made.items()
    pairs = (
        f"{space}{json.dumps(name, ensure_ascii=False)}: {_lines(value, indent, depth + 1, is_sorted=is_sorted)}"
        for name, value in items
    )
    return "{" + ",".join(pairs) + end + "}"


def composites(payload: Payload) -> Iterator[tuple[str, str, bool]]:
    """Yield two fields joined by a separator; whether they are identity fields."""
    usual = (EXTERNAL_ID, EMAIL, SHOP)
    fields = [(name, text) for name, text in payload.fields if text and len(text) < _LONGEST][:_MOST_COMPOSED]
    for (one, first), (two, second) in permutations(fields, 2):
        is_usual = one in usual and two in usual
        for mark in _MARKS if is_usual else _USUAL_MARKS:
            detail = (
                lazy_tr("{one} and {two} with {mark} between", one=one, two=two, mark=json.dumps(mark))
                if mark
                else lazy_tr("{one} and {two}", one=one, two=two)
            )
            yield first + mark + second, detail, is_usual and mark in _USUAL_MARKS
        yield f"{one}={first}&{two}={second}", f"{one}=…&{two}=…", False
    if payload.value:
        for mark in ("=", ":", ": "):
            yield f"{payload.name}{mark}{payload.value}", f"{payload.name}{mark}…", True
        yield payload.value + payload.value, lazy_tr("{field} twice", field=payload.name), False


def long_composites(payload: Payload) -> Iterator[tuple[str, str]]:
    """Yield three to five fields joined by the same separator.

    Identity fields and those that follow in the call are joined in any order, others in their order.
    """
    fields = [(name, text) for name, text in payload.fields if text and len(text) < _LONGEST][:_MOST_COMPOSED]
    first = sorted(fields, key=lambda field: field[0] not in (EXTERNAL_ID, EMAIL, SHOP))
    chosen = chain(
        permutations(first[:_MOST_ORDERED], 3),
        permutations(first[:_MOST_JOINED], 4),
        permutations(first[:_MOST_JOINED], 5),
        combinations(fields[:_MOST_IN_ORDER], 4),
        combinations(fields[:_MOST_IN_ORDER], 5),
    )
    for group in chosen:
        names, texts = ", ".join(name for name, _ in group), [text for _, text in group]
        for mark, template in _LONG_MARKS:
            yield mark.join(texts), template(names)
