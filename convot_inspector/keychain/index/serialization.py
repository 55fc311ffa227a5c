"""Serialization of the index as JSON with a checksum, with migrations from older schemas."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, get_args

from convot_inspector.keychain.index.model import AppEntry, Index, Role, Slot, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.diagnosis.diagnosis import Setting

SCHEMA = 3
_FIRST_WITH_CHECKSUM = 3


def _migrate_1_to_2(data: dict[str, Any]) -> None:
    """Migrate schema 1, which had neither public app keys nor rotation times."""
    for entry in data["apps"]:
        entry["key"] = ""
    for slot in data["slots"].values():
        slot["rotated"] = ""


def _migrate_2_to_3(data: dict[str, Any]) -> None:
    """Migrate schema 2, which had no checksum, no generation, and no times of a change of name or key."""
    data["generation"] = 0
    for entry in data["apps"]:
        entry["changed"] = ""


_MIGRATIONS: dict[int, Callable[[dict[str, Any]], None]] = {1: _migrate_1_to_2, 2: _migrate_2_to_3}
"""Functions that migrate data of a schema to the next one, in place."""


@dataclass(frozen=True)
class ParsedIndex:
    """A parsed index. ``newer``: written by a later version, so that parts of it may be left out.

    ``generation``: increased at each write; 0 in schemas before 3. ``has_checksum``: False in these schemas.
    """

    index: Index
    newer: bool
    generation: int
    has_checksum: bool


def serialize_index(index: Index, generation: int = 1) -> str:
    """Return the content of the index file."""
    slots = {str(s.number): asdict(s) for s in sorted(index.slots, key=lambda s: s.number)}
    for slot in slots.values():
        del slot["number"]
    apps = [asdict(e) | {"enforced": e.setting == "on"} for e in index.apps]  # the latter for earlier versions
    data = {"schema": SCHEMA, "generation": generation, "apps": apps, "slots": slots}
    return json.dumps(data | {"checksum": checksum(data)}, ensure_ascii=False, indent=1) + "\n"


def checksum(data: dict[str, Any]) -> str:
    """Return the checksum of everything else in the file, which every schema from 3 on has. It is not a signature."""
    canonical = json.dumps(data, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def parse_index(text: str) -> ParsedIndex:
    """Parse the content of an index file. ValueError, without any of the text, if it is not valid."""
    try:
        data = json.loads(text)
        schema, stored = data["schema"], data.pop("checksum", None)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ValueError("not an index") from None
    if type(schema) is not int or schema < 1:
        raise ValueError("not an index")
    has_checksum = schema >= _FIRST_WITH_CHECKSUM or stored is not None
    if has_checksum and stored != checksum(data):
        raise ValueError("not an index")
    index = _index(data, schema)
    if index is None and schema <= SCHEMA:
        raise ValueError("not an index")
    generation = data.get("generation")
    is_count = type(generation) is int and generation >= 0
    return ParsedIndex(index or Index(), schema > SCHEMA, generation if is_count else 0, has_checksum)


def _index(data: dict[str, Any], schema: int) -> Index | None:
    try:
        for step in range(schema, SCHEMA):
            _MIGRATIONS[step](data)
        apps = tuple(_entry(e) for e in data["apps"])
        slots = tuple(_slot(int(number), s) for number, s in data["slots"].items())
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    ids = {e.id for e in apps}
    return Index(apps, slots) if len(ids) == len(apps) and ids.issuperset(s.app for s in slots) else None


def _entry(data: dict[str, Any]) -> AppEntry:
    return AppEntry(_text(data["id"]), _text(data["name"]), _setting(data), _text(data["key"]), _text(data["changed"]))


def _setting(data: dict[str, Any]) -> Setting:
    """Return the setting. Earlier versions knew only ``enforced``, which was false until the user chose it."""
    known: dict[str, Setting] = {"on": "on", "off": "off", "unknown": "unknown"}
    return known.get(str(data.get("setting")), "on" if data.get("enforced") is True else "unknown")


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
