"""Packs a folder reproducibly, for `artefacts.py`: sorted, owned by root, every file with the same time."""

from __future__ import annotations

import lzma
import tarfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# xz's level; level 4 takes seven times as long and saves a fifteenth.
_LEVEL = 2


def pack(folder: Path, target: Path, moment: int) -> None:
    """Write a `.tar.xz` of a folder under the folder's own name; ``moment`` is each file's time (since 1970)."""
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
    """Return the permissions that a file gets, independent of the umask of whoever builds."""
    return 0o755 if file.is_dir() or file.stat().st_mode & 0o100 else 0o644
