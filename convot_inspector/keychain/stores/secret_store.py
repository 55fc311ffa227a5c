"""The interface of every store of secrets."""

from __future__ import annotations

from typing import Final, Protocol

SLOTS: Final = 960
"""How many slots a store has, numbered from 0. Bounded, so that every one can be looked into."""


class SecretStore(Protocol):
    """Numbered slots for one text each. Every method raises nothing but `StoreError`."""

    @property
    def label(self) -> str:
        """What people call this store, to go into "Saved in …"."""

    @property
    def persistent(self) -> bool:
        """Whether a secret outlives the program."""

    @property
    def quiet(self) -> bool:
        """Whether reading never makes the system ask the user, so that secrets may be read before they are needed."""

    def read(self, slot: int) -> str | None:
        """The text in that slot, None if there is none."""

    def write(self, slot: int, value: str) -> None:
        """Put a text into an empty slot and read it back; a slot in use is never replaced ("not-saved")."""

    def delete(self, slot: int) -> None:
        """Empty that slot. An empty one is fine."""
