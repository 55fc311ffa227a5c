"""The index in use: read once, saved whole at each change, and never changed where it must not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.keychain.errors import StoreError
from convot_inspector.keychain.index.model import Index
from convot_inspector.keychain.reasons import reason_of

if TYPE_CHECKING:
    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.index.file import Condition, IndexPlace
    from convot_inspector.keychain.index.model import Entry


class Ledger:
    """``index`` is what was saved last. ``condition``: the state in which it was found."""

    def __init__(self, place: IndexPlace) -> None:
        self._place = place
        self.index = Index()
        self.condition: Condition = "sound"

    def read(self, *, repair: bool) -> None:
        """Read it; ``repair`` puts a damaged file aside. StoreError if the disk fails."""
        reason: Reason | None = None
        try:
            self.index, self.condition = self._place.read(repair=repair)
        except OSError as error:
            reason = reason_of(error)
        if reason is not None:
            raise StoreError(reason)

    def save(self, index: Index) -> None:
        """Save another one; StoreError if the disk fails, and the old one stays."""
        if self.condition == "newer":
            raise StoreError("read-only")
        reason: Reason | None = None
        try:
            self._place.write(index)
        except OSError as error:
            reason = reason_of(error)
        if reason is not None:
            raise StoreError(reason)
        self.index = index

    def remove(self) -> None:
        """Keep none, whoever wrote it. StoreError if the disk fails."""
        reason: Reason | None = None
        try:
            self._place.remove()
        except OSError as error:
            reason = reason_of(error)
        if reason is not None:
            raise StoreError(reason)
        self.index, self.condition = Index(), "new"

    def entry(self, app_id: str) -> Entry:
        """The app with that id, which is in the list."""
        return next(e for e in self.index.apps if e.id == app_id)
