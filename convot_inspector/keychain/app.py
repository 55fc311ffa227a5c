"""An app as shown to the user interface: metadata and fingerprints, never a secret."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Setting
    from convot_inspector.keychain.errors import Reason


@dataclass(frozen=True)
class PreviousSecret:
    """A secret that was rotated away.

    ``uid``: the identifier to pass to `Apps.forget_previous`. ``rotated``: UTC, ISO 8601; empty if unknown.
    ``fingerprint``: None until the secret is read.
    """

    uid: str
    rotated: str
    fingerprint: str | None


@dataclass(frozen=True)
class App:
    """An app of the user.

    ``key``: the public app key, empty if none was given. ``setting``: *Require identity verification* in Convot, as the
    user said; "unknown" at first. ``previous``: rotated secrets, newest first. ``fingerprint``: of the current secret;
    None until it is read, or if it cannot be read, in which case ``problem`` is the reason. ``where``: "session" apps
    are discarded when the program closes; "example" is the app of the bundled examples.
    """

    id: str
    name: str
    key: str
    setting: Setting
    fingerprint: str | None
    previous: tuple[PreviousSecret, ...]
    where: Literal["keychain", "session", "example"]
    problem: Reason | None
