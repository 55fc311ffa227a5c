"""The index on disk: replaced whole or not at all, with the one before as a backup, and never overwritten unread."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, Protocol

from convot_inspector.keychain.index.model import Index
from convot_inspector.keychain.index.serialization import Reading, read_index, to_text

if TYPE_CHECKING:
    from pathlib import Path

Condition = Literal["sound", "new", "restored", "lost", "newer"]
"""What reading found. ``new``: no file; the first start, or somebody deleted it. ``restored``: from the backup.
``lost``: nothing readable, the damaged file is kept aside. ``newer``: written by a later version, not to be changed."""

NAME = "profiles.json"


class IndexPlace(Protocol):
    """Where an index is kept."""

    def read(self, *, repair: bool = True) -> tuple[Index, Condition]:
        """The index, and what state it was found in."""

    def write(self, index: Index) -> None:
        """Keep that index instead."""

    def remove(self) -> None:
        """Keep none."""


class MemoryIndex:
    """For what is not to outlive the program."""

    def __init__(self) -> None:
        self._index = Index()

    def read(self, *, repair: bool = True) -> tuple[Index, Condition]:  # noqa: ARG002 -- nothing can need repair
        """What was written last."""
        return self._index, "sound"

    def write(self, index: Index) -> None:
        """Keep that index instead."""
        self._index = index

    def remove(self) -> None:
        """Keep none."""
        self._index = Index()


class IndexFile:
    """``profiles.json`` in the user's data folder, readable by the user only. OSError if the disk refuses."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.backup = folder / f"{NAME}.bak"

    def read(self, *, repair: bool = True) -> tuple[Index, Condition]:
        """The index, from the backup if it must be; with ``repair`` a damaged file is put aside first."""
        found = _read(self.path)
        if isinstance(found, Reading):
            return found.index, "newer" if found.newer else "sound"
        older = _read(self.backup)
        if repair:
            if found == "damaged":
                _put_aside(self.path)
            if older == "damaged":
                _put_aside(self.backup)
        if isinstance(older, Reading):
            return older.index, "newer" if older.newer else "restored"
        return Index(), "lost" if "damaged" in (found, older) else "new"

    def write(self, index: Index) -> None:
        """Replace the file in one step; whatever dies at whatever moment, one of the two is there whole."""
        folder = self.path.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = folder / f"{NAME}.tmp"
        new.unlink(missing_ok=True)  # a leftover of a killed process
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(to_text(index))
            file.flush()
            os.fsync(file.fileno())
        self._keep_backup()
        new.replace(self.path)
        _sync(folder)

    def remove(self) -> None:
        """Remove the file, its backup, and those that were put aside."""
        for file in self.path.parent.glob(f"{NAME}*"):
            file.unlink(missing_ok=True)

    def _keep_backup(self) -> None:
        """Make the present file the backup: linked, not moved, so that it is not missing for a moment."""
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


def _read(path: Path) -> Reading | Literal["absent", "damaged"]:
    try:
        return read_index(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return "absent"
    except ValueError:  # UnicodeDecodeError is one
        return "damaged"


def _put_aside(path: Path) -> None:
    number = 1
    while path.with_name(f"{path.name}.corrupt-{number}").exists():
        number += 1
    path.rename(path.with_name(f"{path.name}.corrupt-{number}"))


def _sync(folder: Path) -> None:
    """Make the renaming itself survive a power cut; Windows has no such call and needs none."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
