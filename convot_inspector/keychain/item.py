"""What one keychain item holds. It describes itself, so that a lost index can be rebuilt from the items."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime

from convot_inspector.core.secret_format import format_problem

VERSION = 1


@dataclass(frozen=True)
class Item:
    """``uid``: 16 hex digits, made with the item. ``app``: the app's name then. ``created``: UTC, ISO 8601."""

    uid: str
    app: str
    created: str
    secret: str = field(repr=False)

    def __getstate__(self) -> object:
        """Refuse to be pickled: a pickle is a file or a pipe, and a secret belongs in neither."""
        raise TypeError("secrets are not serialised")

    def to_text(self) -> str:
        """Compact JSON; under 1,000 UTF-16 units for a name of 100, as Windows takes 1,280 at most."""
        return json.dumps(
            {"v": VERSION, "uid": self.uid, "app": self.app, "created": self.created, "secret": self.secret},
            ensure_ascii=False,
            separators=(",", ":"),
        )


def new_item(app: str, secret: str) -> Item:
    """An item for a secret that is saved now."""
    return Item(new_id(), app, datetime.now(UTC).isoformat(timespec="seconds"), secret)


def new_id() -> str:
    """16 random hex digits."""
    return secrets.token_hex(8)


def read_item(text: str) -> Item | None:
    """The item that the text holds, None if it is damaged or of a version that this program does not know."""
    try:
        data = json.loads(text)
        item = Item(data["uid"], data["app"], data["created"], data["secret"])
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if data.get("v") != VERSION or not all(isinstance(part, str) for part in vars(item).values()):
        return None
    return item if format_problem(item.secret) is None else None
