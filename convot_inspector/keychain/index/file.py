"""Storage of the index: a file that is replaced atomically, with a backup, and never overwritten unread."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, Protocol

from convot_inspector.keychain.index.model import Index
from convot_inspector.keychain.index.serialization import ParsedIndex, parse_index, serialize_index

if TYPE_CHECKING:
    from pathlib import Path

IndexCondition = Literal["sound", "new", "restored", "lost", "newer"]
"""Result of reading. ``new``: no file, at the first start or after it was deleted. ``restored``: read from the backup.
``lost``: neither is readable; damaged files are renamed. ``newer``: written by a later version, must not be changed."""

NAME = "profiles.json"


class IndexBackend(Protocol):
    """The interface of index storage."""

    def read(self, *, repair: bool = True) -> tuple[Index, IndexCondition]:
        """Return the index and its condition. ``repair``: rename damaged files."""

    def write(self, index: Index) -> None:
        """Replace the stored index."""

    def remove(self) -> None:
        """Remove the stored index."""


class InMemoryIndex:
    """Index storage of session apps."""

    def __init__(self) -> None:
        self._index = Index()

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

    def read(self, *, repair: bool = True) -> tuple[Index, IndexCondition]:
        """Return the index, from the backup if necessary. ``repair``: rename damaged files first."""
        found = _read(self.path)
        if isinstance(found, ParsedIndex):
            return found.index, "newer" if found.newer else "sound"
        older = _read(self.backup)
        if repair:
            if found == "damaged":
                _rename_damaged(self.path)
            if older == "damaged":
                _rename_damaged(self.backup)
        if isinstance(older, ParsedIndex):
            return older.index, "newer" if older.newer else "restored"
        return Index(), "lost" if "damaged" in (found, older) else "new"

    def write(self, index: Index) -> None:
        """Replace the file atomically. After a crash at any point, the file or its backup is complete."""
        folder = self.path.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = folder / f"{NAME}.tmp"
        new.unlink(missing_ok=True)  # left by a process that was killed
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(serialize_index(index))
            file.flush()
            os.fsync(file.fileno())
        self._keep_backup()
        new.replace(self.path)
        _sync_folder(folder)

    def remove(self) -> None:
        """Remove the file, its backup and renamed damaged files."""
        for file in self.path.parent.glob(f"{NAME}*"):
            file.unlink(missing_ok=True)

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


def _read(path: Path) -> ParsedIndex | Literal["absent", "damaged"]:
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
