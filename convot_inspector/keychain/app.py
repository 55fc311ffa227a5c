"""One of the user's apps, as the window and the command line see it: nothing of its secret."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from convot_inspector.keychain.errors import Reason


@dataclass(frozen=True)
class App:
    """``enforced``: *Require identity verification* as the user last set it. ``previous``: how many rotated secrets.

    ``fingerprint`` is that of the current secret, None while it cannot be read; ``trouble`` says why it cannot.
    ``where``: "session" for one that is forgotten when the program closes.
    """

    id: str
    name: str
    enforced: bool
    fingerprint: str | None
    previous: int
    where: Literal["keychain", "session"]
    trouble: Reason | None
