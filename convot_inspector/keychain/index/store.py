"""The index in use: read once and saved at each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.keychain.errors import StoreError
from convot_inspector.keychain.index.model import Index
from convot_inspector.keychain.reasons import reason_of

if TYPE_CHECKING:
    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.index.file import IndexBackend, IndexCondition
    from convot_inspector.keychain.index.model import AppEntry


class IndexStore:
    """The current index and its storage.

    ``index``: as last saved. ``condition``: of the stored index when it was read; "newer" makes it read-only.
    """

    def __init__(self, backend: IndexBackend) -> None:
        self._backend = backend
        self.index = Index()
        self.condition: IndexCondition = "sound"

    def read(self, *, repair: bool) -> None:
        """Read the index. StoreError if the disk fails. ``repair``: rename damaged files."""
        reason: Reason | None = None
        try:
            self.index, self.condition = self._backend.read(repair=repair)
        except OSError as error:
            reason = reason_of(error)
        if reason is not None:
            raise StoreError(reason)

    def save(self, index: Index) -> None:
        """Replace the index. StoreError if the disk fails or it is read-only; ``index`` is unchanged then."""
        if self.condition == "newer":
            raise StoreError("read-only")
        reason: Reason | None = None
        try:
            self._backend.write(index)
        except OSError as error:
            reason = reason_of(error)
        if reason is not None:
            raise StoreError(reason)
        self.index = index

    def remove(self) -> None:
        """Remove the stored index, even one of a newer version. StoreError if the disk fails."""
        reason: Reason | None = None
        try:
            self._backend.remove()
        except OSError as error:
            reason = reason_of(error)
        if reason is not None:
            raise StoreError(reason)
        self.index, self.condition = Index(), "new"

    def entry(self, app_id: str) -> AppEntry:
        """Return the entry of a listed app."""
        return next(e for e in self.index.apps if e.id == app_id)
