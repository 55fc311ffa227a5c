"""Collects the licences of everything in a package; the PyInstaller spec writes them into it.

In addition to the Python packages: Python itself, PyInstaller's bootloader and, on Linux, libraries of the system,
whose texts come from the Debian packages that own them.
"""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from convot_inspector.licences import Part, installed, write

if TYPE_CHECKING:
    from collections.abc import Iterable

_DOCUMENTS = Path("/usr/share/doc")


def write_licences(target: Path, sources: Iterable[str]) -> None:
    """Write the licences; ``sources`` are the paths of the libraries and modules in the package."""
    write(target, [*installed(), _python(), _start_program(), *_from_the_system(sources)])


def _python() -> Part:
    places = [Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix), _DOCUMENTS / f"python3.{sys.version_info[1]}"]
    for file in (place / name for place in places for name in ("LICENSE.txt", "LICENSE", "copyright")):
        if file.is_file():
            version, text = platform.python_version(), file.read_text(encoding="utf-8")
            return Part("Python", version, "PSF-2.0", text, f"pkg:generic/python@{version}")
    raise SystemExit(f"Python's licence is in none of {', '.join(map(str, places))}.")


def _start_program() -> Part:
    package = importlib.metadata.distribution("pyinstaller")
    (text,) = (file for file in package.files or () if file.name == "COPYING.txt")
    words, purl = "GPL-2.0-or-later WITH Bootloader-exception", f"pkg:pypi/pyinstaller@{package.version}"
    return Part("PyInstaller's start program", package.version, words, text.read_text(encoding="utf-8"), purl)


def _from_the_system(sources: Iterable[str]) -> list[Part]:
    """Return the Debian packages that own some of the files; none where there is no dpkg."""
    mine = {Path(folder).resolve() for folder in (sys.prefix, sys.base_prefix)} - {Path("/usr")}
    files = {Path(source).resolve() for source in sources}
    asked = sorted(str(file) for file in files if mine.isdisjoint(file.parents))
    if shutil.which("dpkg-query") is None or not asked:
        return []
    owners = subprocess.run(["dpkg-query", "-S", *_spellings(asked)], check=False, capture_output=True, text=True)
    names = sorted({line.partition(":")[0] for line in owners.stdout.splitlines()})
    columns = "${Package}\t${Version}\t${Architecture}\n"
    listing = subprocess.run(["dpkg-query", "-W", "-f", columns, *names], check=True, capture_output=True, text=True)
    found = []
    for line in sorted(listing.stdout.splitlines()):
        name, version, architecture = line.split("\t")
        text = (_DOCUMENTS / name / "copyright").read_text(encoding="utf-8")
        purl = f"pkg:deb/debian/{name}@{quote(version, safe='')}?arch={architecture}"
        found.append(Part(name, version, "see the text", text, purl))
    return found


def _spellings(files: Iterable[str]) -> list[str]:
    """Return each path with and without /usr: Debian 12 moved /lib there but not in dpkg's file lists."""
    return [spelling for file in files for spelling in (file, file.removeprefix("/usr"))]
