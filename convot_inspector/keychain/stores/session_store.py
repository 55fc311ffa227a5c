"""Secrets for as long as the program runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from convot_inspector.core.language import lazy_tr
from convot_inspector.keychain.errors import StoreError

if TYPE_CHECKING:
    from convot_inspector.keychain.errors import Reason


class SessionStore:
    """Memory only. ``reason`` says why there is no keychain, None if none was looked for."""

    label: Final = lazy_tr("this session only")
    persistent: Final = False
    quiet: Final = True

    def __init__(self, reason: Reason | None = None) -> None:
        self.reason: Final = reason
        self._values: dict[int, str] = {}

    def read(self, slot: int) -> str | None:
        """The text in that slot, None if there is none."""
        return self._values.get(slot)

    def write(self, slot: int, value: str) -> None:
        """Put a text into an empty slot; StoreError("not-saved") if it is in use."""
        if slot in self._values:
            raise StoreError("not-saved")
        self._values[slot] = value

    def delete(self, slot: int) -> None:
        """Empty that slot."""
        self._values.pop(slot, None)

    def clear(self) -> None:
        """Empty every slot."""
        self._values.clear()


class NoStore:
    """In place of a keychain that is not there: every call says why."""

    label: Final = lazy_tr("nowhere")
    persistent: Final = False
    quiet: Final = True

    def __init__(self, reason: Reason) -> None:
        self._reason: Final = reason

    def read(self, slot: int) -> str | None:  # noqa: ARG002
        """Raise."""
        raise StoreError(self._reason)

    def write(self, slot: int, value: str) -> None:  # noqa: ARG002
        """Raise."""
        raise StoreError(self._reason)

    def delete(self, slot: int) -> None:  # noqa: ARG002
        """Raise."""
        raise StoreError(self._reason)
