"""Storage of the index: a file that is replaced atomically, with a backup, and never overwritten unread."""

from __future__ import annotations

import os
import shutil
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, Protocol

from convot_inspector.file_lock import FileLock
from convot_inspector.keychain.index.model import Index
from convot_inspector.keychain.index.serialization import ParsedIndex, parse_index, serialize_index

if TYPE_CHECKING:
    from pathlib import Path

IndexCondition = Literal["sound", "new", "restored", "older", "lost", "newer"]
"""Result of reading. ``new``: no file, at the first start or after it was deleted. ``restored``: read from the backup.
``older``: an older file was put back; the backup was read if it is more recent. ``lost``: neither is readable; damaged
files are renamed. ``newer``: written by a later version, must not be changed."""

NAME = "profiles.json"
LOCK_NAME = "profiles.lock"


class IndexBackend(Protocol):
    """The interface of index storage."""

    def read(self, *, repair: bool = True) -> tuple[Index, IndexCondition]:
        """Return the index and its condition. ``repair``: rename damaged files."""

    def write(self, index: Index) -> None:
        """Replace the stored index."""

    def remove(self) -> None:
        """Remove the stored index."""

    @property
    def has_checksum(self) -> bool:
        """Whether the index that was read last had a checksum; early versions wrote none."""

    def has_changed(self) -> bool:
        """Return whether another process has replaced the index since it was read or written here."""

    def lock(self, seconds: float) -> bool:
        """Exclude other processes until `unlock`. False if another one does so for ``seconds``."""

    def unlock(self) -> None:
        """Admit other processes."""


class InMemoryIndex:
    """Index storage of session apps."""

    has_checksum = True

    def __init__(self) -> None:
        self._index = Index()

    def has_changed(self) -> bool:
        """Return False: no other process has it."""
        return False

    def lock(self, seconds: float) -> bool:  # noqa: ARG002 -- the signature is IndexBackend's
        """Do nothing."""
        return True

    def unlock(self) -> None:
        """Do nothing."""

    def read(self, *, repair: bool = True) -> tuple[Index, IndexCondition]:  # noqa: ARG002 -- memory is never damaged
        """Return the index that was written last."""
        return self._index, "sound"

    def write(self, index: Index) -> None:
        """Replace the stored index."""
        self._index = index

    def remove(self) -> None:
        """Remove the stored index."""
        self._index = Index()


class IndexFile:
    """``profiles.json`` in the data folder, readable by the user only. Methods raise OSError if the disk fails."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.backup = folder / f"{NAME}.bak"
        self.has_checksum = True
        self._generation = 0  # the highest that was read or written
        self._seen: tuple[int, int, int] | None = None
        self._lock = FileLock(folder / LOCK_NAME)
        self._made_folder = False

    def read(self, *, repair: bool = True) -> tuple[Index, IndexCondition]:
        """Return the index, from the backup if necessary. ``repair``: rename damaged files first."""
        found, older = self._read_both()
        if repair:
            for path, content in ((self.path, found), (self.backup, older)):
                if content == "damaged" and (path == self.path or not isinstance(found, ParsedIndex)):
                    _rename_damaged(path)
        known = self._generation
        if isinstance(found, ParsedIndex):
            if isinstance(older, ParsedIndex) and older.generation > found.generation and not found.newer:
                return self._chosen(older), "newer" if older.newer else "older"
            index = self._chosen(found)
            return index, "newer" if found.newer else "older" if found.generation < known else "sound"
        if isinstance(older, ParsedIndex):
            return self._chosen(older), "newer" if older.newer else "restored"
        self.has_checksum = True
        return Index(), "lost" if "damaged" in (found, older) else "new"

    def has_changed(self) -> bool:
        """Return whether the file is another one than when it was read or written here."""
        return self._state() != self._seen

    def lock(self, seconds: float) -> bool:
        """Exclude other processes, where the folder's file system can lock files."""
        result = "unavailable"
        for _ in range(3):  # the holder before may have removed the folder after it was made here
            self._made_folder = self._make_folder()
            result = self._lock.acquire(seconds)
            if result != "unavailable" or self.path.parent.exists():
                break
        return result != "busy"

    def unlock(self) -> None:
        """Admit other processes, and remove a folder that was made for the lock if nothing was saved."""
        self._lock.release()
        if self._made_folder:
            with suppress(OSError):
                self.path.parent.rmdir()

    def write(self, index: Index) -> None:
        """Replace the file atomically. After a crash at any point, the file or its backup is complete."""
        folder = self.path.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = folder / f"{NAME}.tmp"
        new.unlink(missing_ok=True)  # left by a process that was killed
        # The time, so that a file from before the folder was lost is recognized as older too.
        generation = max(self._generation + 1, time.time_ns() // 1_000_000)
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(serialize_index(index, generation))
            file.flush()
            os.fsync(file.fileno())
        self._keep_backup()
        new.replace(self.path)
        self._generation = generation
        self._seen = self._state()
        _sync_folder(folder)

    def remove(self) -> None:
        """Remove the file, its backup and renamed damaged files."""
        for file in self.path.parent.glob(f"{NAME}*"):
            file.unlink(missing_ok=True)
        self._seen = self._state()

    def _make_folder(self) -> bool:
        with suppress(OSError):
            self.path.parent.mkdir(mode=0o700, parents=True)
            return True
        return False

    def _read_both(self) -> tuple[_Content, _Content]:
        """Read the file and its backup, again if another process replaced them meanwhile."""
        while True:
            self._seen = self._state()
            both = _read(self.path), _read(self.backup)
            if not self.has_changed():
                return both

    def _chosen(self, parsed: ParsedIndex) -> Index:
        self._generation = max(self._generation, parsed.generation)
        self.has_checksum = parsed.has_checksum
        return parsed.index

    def _state(self) -> tuple[int, int, int] | None:
        """Return what changes when the file is replaced; None if there is none."""
        with suppress(OSError):
            stat = self.path.stat()
            return stat.st_ino, stat.st_mtime_ns, stat.st_size
        return None

    def _keep_backup(self) -> None:
        """Make the present file the backup. A hard link, so that the file exists at every moment."""
        link = self.backup.with_suffix(".bak.tmp")
        link.unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            try:
                link.hardlink_to(self.path)
            except FileNotFoundError:
                raise
            except OSError:  # a file system without hard links
                shutil.copy2(self.path, link)
            link.replace(self.backup)


_Content = ParsedIndex | Literal["absent", "damaged"]


def _read(path: Path) -> _Content:
    try:
        return parse_index(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return "absent"
    except ValueError:  # UnicodeDecodeError is one
        return "damaged"


def _rename_damaged(path: Path) -> None:
    number = 1
    while path.with_name(f"{path.name}.corrupt-{number}").exists():
        number += 1
    path.rename(path.with_name(f"{path.name}.corrupt-{number}"))


def _sync_folder(folder: Path) -> None:
    """Flush the folder, so that the rename survives a power failure. Windows has no such call and needs none."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
