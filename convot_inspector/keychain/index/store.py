"""The index in use: read once, saved at each change, and read again where another process has changed it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from convot_inspector.keychain.errors import StoreError
from convot_inspector.keychain.index.model import Index
from convot_inspector.keychain.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.keychain.errors import Reason
    from convot_inspector.keychain.index.file import IndexBackend, IndexCondition
    from convot_inspector.keychain.index.model import AppEntry


LOCK_SECONDS: Final = 10.0  # longer than a call of the password store


class IndexStore:
    """The current index and its storage.

    ``index``: as last saved. ``condition``: of the stored index when it was read; "newer" makes it read-only.
    ``doubtful``: whether what is stored was not what this program left there, so that the password store must say what
    is right.
    """

    def __init__(self, backend: IndexBackend) -> None:
        self._backend = backend
        self._depth = 0
        self.index = Index()
        self.condition: IndexCondition = "sound"
        self.doubtful = False

    @property
    def has_checksum(self) -> bool:
        """Whether the index has not changed by itself since it was written. Unknown, so False, for early versions."""
        return self._backend.has_checksum

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Exclude other processes within the context, which begins with what they saved last. Can be nested.

        StoreError("busy") if another process does not finish in time.
        """
        if self._depth == 0 and not self._backend.lock(LOCK_SECONDS):
            raise StoreError("busy")
        self._depth += 1
        try:
            if self._depth == 1:
                self.refresh(repair=True)
            yield
        finally:
            self._depth -= 1
            if self._depth == 0:
                self._backend.unlock()

    def refresh(self, *, repair: bool = False) -> None:
        """Adopt what another process has saved. StoreError if the disk fails. ``repair``: rename damaged files."""
        if not self._backend.has_changed():
            return
        index, condition = self.index, self.condition
        self._read(repair=repair)
        if self.condition not in {"sound", "newer"}:  # deleted, damaged, or an older one put back
            self.index, self.condition, self.doubtful = index, condition, True

    def read(self, *, repair: bool) -> None:
        """Read the index. StoreError if the disk fails. ``repair``: rename damaged files."""
        self._read(repair=False)
        if repair and self.condition in {"restored", "lost"} and self._backend.lock(LOCK_SECONDS):
            try:
                self._read(repair=True)  # under the lock: what was damaged may have been replaced since
            finally:
                self._backend.unlock()

    def _read(self, *, repair: bool) -> None:
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
        """Return the entry of an app. KeyError if another process has removed it."""
        for entry in self.index.apps:
            if entry.id == app_id:
                return entry
        raise KeyError(app_id)
