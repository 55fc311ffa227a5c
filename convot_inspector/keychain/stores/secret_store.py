"""The interface of every store of secrets."""

from __future__ import annotations

from typing import Final, Protocol

SLOTS: Final = 960
"""Number of slots in a store, numbered from 0. Bounded, so that all of them can be searched."""


class SecretStore(Protocol):
    """Numbered slots, each for one text. Methods raise only `StoreError`."""

    @property
    def label(self) -> str:
        """The name to show in "Saved in …"."""

    @property
    def persistent(self) -> bool:
        """Whether secrets are kept after the program closes."""

    @property
    def reads_silently(self) -> bool:
        """Whether reading never makes the system prompt the user, so that secrets can be read in advance."""

    def read(self, slot: int) -> str | None:
        """Return the text in that slot, or None."""

    def write(self, slot: int, value: str) -> None:
        """Write to an empty slot and read it back. StoreError("not-saved") if the slot is in use."""

    def delete(self, slot: int) -> None:
        """Delete the text in that slot, if there is one."""
