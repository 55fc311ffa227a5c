"""The index as JSON, and the steps that bring an older schema to this one."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, get_args

from convot_inspector.keychain.index.model import Entry, Index, Role, Slot, State

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMA = 2


def _without_keys_and_dates(data: dict[str, Any]) -> None:
    """Schema 1 knew neither the apps' public keys nor when a secret was rotated."""
    for entry in data["apps"]:
        entry["key"] = ""
    for slot in data["slots"].values():
        slot["rotated"] = ""


_UPGRADES: dict[int, Callable[[dict[str, Any]], None]] = {1: _without_keys_and_dates}
"""What makes a file of that schema one of the next."""


@dataclass(frozen=True)
class Reading:
    """An index file's content. ``newer``: written by a later version; then what is understood of it is read."""

    index: Index
    newer: bool


def to_text(index: Index) -> str:
    """The index file's content."""
    slots = {str(s.number): asdict(s) for s in sorted(index.slots, key=lambda s: s.number)}
    for slot in slots.values():
        del slot["number"]
    apps = [asdict(e) for e in index.apps]
    return json.dumps({"schema": SCHEMA, "apps": apps, "slots": slots}, ensure_ascii=False, indent=1) + "\n"


def read_index(text: str) -> Reading:
    """ValueError, without any of the text, if it is no index."""
    try:
        data = json.loads(text)
        schema = data["schema"]
    except (ValueError, TypeError, KeyError, RecursionError):
        schema = None
    if type(schema) is not int or schema < 1:
        raise ValueError("not an index")
    index = _index(data, schema)
    if index is None and schema <= SCHEMA:
        raise ValueError("not an index")
    return Reading(index or Index(), newer=schema > SCHEMA)


def _index(data: dict[str, Any], schema: int) -> Index | None:
    try:
        for step in range(schema, SCHEMA):
            _UPGRADES[step](data)
        apps = tuple(_entry(e) for e in data["apps"])
        slots = tuple(_slot(int(number), s) for number, s in data["slots"].items())
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    ids = {e.id for e in apps}
    return Index(apps, slots) if len(ids) == len(apps) and ids.issuperset(s.app for s in slots) else None


def _entry(data: dict[str, Any]) -> Entry:
    return Entry(_text(data["id"]), _text(data["name"]), data.get("enforced") is True, _text(data["key"]))


def _slot(number: int, data: dict[str, Any]) -> Slot:
    role, state = data["role"], data["state"]
    if role not in get_args(Role) or state not in get_args(State):
        raise ValueError("not an index")
    texts = (_text(data[name]) for name in ("app", "uid", "created", "rotated"))
    app, uid, created, rotated = texts
    return Slot(number, app, uid, role, state, created, rotated)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
