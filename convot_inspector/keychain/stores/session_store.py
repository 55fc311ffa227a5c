"""In-memory stores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from convot_inspector.core.language import lazy_tr
from convot_inspector.keychain.errors import StoreError

if TYPE_CHECKING:
    from convot_inspector.keychain.errors import Reason


class SessionStore:
    """Secrets until the program closes. ``reason``: why there is no keychain, or None if it was not looked for."""

    label: Final = lazy_tr("this session only")
    persistent: Final = False
    reads_silently: Final = True

    def __init__(self, reason: Reason | None = None) -> None:
        self.reason: Final = reason
        self._values: dict[int, str] = {}

    def read(self, slot: int) -> str | None:
        """Return the text in that slot, or None."""
        return self._values.get(slot)

    def write(self, slot: int, value: str) -> None:
        """Write to an empty slot. StoreError("not-saved") if it is in use."""
        if slot in self._values:
            raise StoreError("not-saved")
        self._values[slot] = value

    def delete(self, slot: int) -> None:
        """Delete the text in that slot, if there is one."""
        self._values.pop(slot, None)

    def clear(self) -> None:
        """Delete all texts."""
        self._values.clear()


class UnavailableStore:
    """Stands in for a keychain that is not available: every call raises the reason."""

    label: Final = lazy_tr("nowhere")
    persistent: Final = False
    reads_silently: Final = True

    def __init__(self, reason: Reason) -> None:
        self._reason: Final = reason

    def read(self, slot: int) -> str | None:  # noqa: ARG002 -- the signature is SecretStore's
        """Raise StoreError."""
        raise StoreError(self._reason)

    def write(self, slot: int, value: str) -> None:  # noqa: ARG002 -- the signature is SecretStore's
        """Raise StoreError."""
        raise StoreError(self._reason)

    def delete(self, slot: int) -> None:  # noqa: ARG002 -- the signature is SecretStore's
        """Raise StoreError."""
        raise StoreError(self._reason)
