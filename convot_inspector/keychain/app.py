"""One of the user's apps, as the window and the command line see it: nothing of its secrets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from convot_inspector.keychain.errors import Reason


@dataclass(frozen=True)
class Previous:
    """A secret that was rotated away. ``rotated``: when, UTC, ISO 8601; empty if that is not known.

    ``uid`` names it for forgetting. ``fingerprint`` is None while it was not read.
    """

    uid: str
    rotated: str
    fingerprint: str | None


@dataclass(frozen=True)
class App:
    """``key``: its public app key, empty if none was given. ``enforced``: *Require identity verification* as the user
    last set it. ``previous``: rotated secrets, newest first.

    ``fingerprint`` is that of the current secret. It is None while the secret was not read, or cannot be: then
    ``trouble`` says why. ``where``: "session" for one that is forgotten when the program closes; "example" for the one
    that the bundled examples belong to.
    """

    id: str
    name: str
    key: str
    enforced: bool
    fingerprint: str | None
    previous: tuple[Previous, ...]
    where: Literal["keychain", "session", "example"]
    trouble: Reason | None
