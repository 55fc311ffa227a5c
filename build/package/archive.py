"""Packs a folder so that the same files give the same bytes: sorted, of nobody in particular, all of one moment."""

from __future__ import annotations

import lzma
import tarfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Of xz's levels: the fourth takes seven times as long and saves a fifteenth.
_LEVEL = 2


def pack(folder: Path, target: Path, moment: int) -> None:
    """Write a `.tar.xz` of a folder, under the folder's own name; ``moment`` is every file's time."""
    with lzma.open(target, "wb", preset=_LEVEL) as packed, tarfile.open(fileobj=packed, mode="w") as archive:
        for file in (folder, *sorted(folder.rglob("*"))):
            entry = archive.gettarinfo(file, arcname=file.relative_to(folder.parent).as_posix())
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = moment
            if not entry.issym():
                entry.mode = mode_of(file)
            if entry.isfile():
                with file.open("rb") as content:
                    archive.addfile(entry, content)
            else:
                archive.addfile(entry)


def mode_of(file: Path) -> int:
    """Return the permissions that a file gets, whatever the builder's own habits are."""
    return 0o755 if file.is_dir() or file.stat().st_mode & 0o100 else 0o644
