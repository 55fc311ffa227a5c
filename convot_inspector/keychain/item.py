"""The content of a keychain item. It is self-describing, so that a lost index can be rebuilt from the items."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from convot_inspector.core.secret_format import format_problem

VERSION = 1
_STEP = timedelta(milliseconds=1)
_EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Item:
    """A secret with its metadata.

    ``uid``: 16 random hex digits. ``created``: UTC, ISO 8601, later than the app's previous secrets. ``app``, ``key``:
    the app's name and public key when the item was written. ``app_id``: the app's id in the index; empty in items of
    early versions. ``changed``: when name or key had been changed last; empty if never, and in items of early versions.
    """

    uid: str
    app: str
    created: str
    secret: str = field(repr=False)
    app_id: str = ""
    key: str = ""
    changed: str = ""

    def __getstate__(self) -> object:
        """Prevent pickling: a secret must not get into a file or a pipe."""
        raise TypeError("secrets are not serialised")

    def to_text(self) -> str:
        """Serialize to JSON, under 1,000 UTF-16 units for a name and a key of 100 characters; Windows allows 1,280."""
        data = {
            "v": VERSION,
            "uid": self.uid,
            "app": self.app,
            "id": self.app_id,
            "key": self.key,
            "created": self.created,
            "secret": self.secret,
        }
        if self.changed:
            data["changed"] = self.changed
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def new_item(
    app: str, secret: str, *, app_id: str = "", key: str = "", changed: str = "", after: str = "", before: str = ""
) -> Item:
    """Return a new item. ``after``: the creation time of the app's newest item. ``before``: that of its oldest one.

    A current secret is always later than all others, even if the clock was set back, and a previous one that is added
    afterwards is earlier: the newest item is taken for the current secret when the index is rebuilt.
    """
    created = now(after)
    if before:
        created = _as_text(max(_parse_time(before), _EARLIEST + _STEP) - _STEP)
    return Item(new_id(), app, created, secret, app_id, key, changed)


def now(after: str = "") -> str:
    """Return the time, UTC, ISO 8601, and later than ``after`` even if the clock was set back."""
    moment = datetime.now(UTC)
    return _as_text(max(moment, _parse_time(after) + _STEP) if after else moment)


def new_id() -> str:
    """Return 16 random hex digits."""
    return secrets.token_hex(8)


def parse_item(text: str) -> Item | None:
    """Parse an item. None if it is damaged or of an unknown version."""
    data = _object(text)
    optional = (data.get(name, "") for name in ("id", "key", "changed"))
    try:
        item = Item(data["uid"], data["app"], data["created"], data["secret"], *optional)
    except KeyError:
        return None
    if data.get("v") != VERSION or not all(isinstance(part, str) for part in vars(item).values()):
        return None
    return item if format_problem(item.secret) is None else None


def is_newer(text: str) -> bool:
    """Return whether a later version of this program wrote the item, which must not be removed then."""
    version = _object(text).get("v")
    return type(version) is int and version > VERSION


def _object(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _as_text(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")


def _parse_time(created: str) -> datetime:
    """Parse a creation time; the minimum datetime if it is invalid."""
    try:
        moment = datetime.fromisoformat(created)
    except ValueError:
        return _EARLIEST
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
