"""What one keychain item holds. It describes itself, so that a lost index can be rebuilt from the items."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from convot_inspector.core.secret_format import format_problem

VERSION = 1
_STEP = timedelta(milliseconds=1)


@dataclass(frozen=True)
class Item:
    """``uid``: 16 hex digits, made with the item. ``created``: UTC, ISO 8601, later than the app's item before.

    ``app``, ``key``: the app's name and public key then. ``app_id``: its id in the index, empty in items that were
    made before items had one.
    """

    uid: str
    app: str
    created: str
    secret: str = field(repr=False)
    app_id: str = ""
    key: str = ""

    def __getstate__(self) -> object:
        """Refuse to be pickled: a pickle is a file or a pipe, and a secret belongs in neither."""
        raise TypeError("secrets are not serialised")

    def to_text(self) -> str:
        """Compact JSON; under 1,000 UTF-16 units for a name and a key of 100, as Windows takes 1,280 at most."""
        return json.dumps(
            {
                "v": VERSION,
                "uid": self.uid,
                "app": self.app,
                "id": self.app_id,
                "key": self.key,
                "created": self.created,
                "secret": self.secret,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )


def new_item(app: str, secret: str, *, app_id: str = "", key: str = "", after: str = "") -> Item:
    """An item for a secret that is saved now. ``after``: when the app's newest item was made.

    A clock that was set back must not make this one look older: the newest is the current secret when the index is
    rebuilt.
    """
    created = datetime.now(UTC)
    if after:
        created = max(created, _moment(after) + _STEP)
    return Item(new_id(), app, created.isoformat(timespec="milliseconds"), secret, app_id, key)


def new_id() -> str:
    """16 random hex digits."""
    return secrets.token_hex(8)


def read_item(text: str) -> Item | None:
    """The item that the text holds, None if it is damaged or of a version that this program does not know."""
    data = _object(text)
    try:
        item = Item(data["uid"], data["app"], data["created"], data["secret"], data.get("id", ""), data.get("key", ""))
    except KeyError:
        return None
    if data.get("v") != VERSION or not all(isinstance(part, str) for part in vars(item).values()):
        return None
    return item if format_problem(item.secret) is None else None


def is_newer(text: str) -> bool:
    """Whether a later version of this program wrote the item: then it is not damaged, and not ours to remove."""
    version = _object(text).get("v")
    return type(version) is int and version > VERSION


def _object(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _moment(created: str) -> datetime:
    """When that was; long ago if it cannot be read."""
    try:
        moment = datetime.fromisoformat(created)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
