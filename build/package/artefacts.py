"""Makes dist/release/ from PyInstaller's output: what users download, the list of its parts, and the checksums.

    python3 build/dev.py package        (runs it, with SOURCE_DATE_EPOCH set to the commit's time)

Linux: a `.tar.xz` of the folder, a `.deb` where dpkg is, and the single file. Windows: an installer where Inno Setup
is, and the single file. macOS: the signed and, with credentials, notarised app in a `.zip`.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from convot_inspector import __version__, licences
from package import archive, debian, macos, sbom, windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.licences import Part

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
RELEASE = DIST / "release"
FOLDER = DIST / "ConvotInspector"
SUFFIX = ".exe" if sys.platform == "win32" else ""
ONE_FILE = DIST / f"ConvotInspector-onefile{SUFFIX}"
SYSTEM = {"linux": "linux", "win32": "windows", "darwin": "macos"}[sys.platform]
STEM = f"convot-inspector-{__version__}-{SYSTEM}-{platform.machine().lower()}"


def main() -> int:
    """Make everything that can be made on this system."""
    moment = int(os.environ["SOURCE_DATE_EPOCH"])
    shutil.rmtree(RELEASE, ignore_errors=True)
    RELEASE.mkdir(parents=True)
    parts = licences.read(FOLDER / "_internal" / "resources" / licences.FILE_NAME)
    if SYSTEM == "linux":
        _linux(parts, moment)
    elif SYSTEM == "windows":
        windows.make(FOLDER, ONE_FILE, RELEASE / STEM, __version__)
    else:
        macos.make(DIST / "Convot Inspector.app", RELEASE / f"{STEM}.zip")
    sbom.write(RELEASE / f"{STEM}.cdx.json", parts, moment)
    _write_sums()
    for file in sorted(RELEASE.iterdir()):
        print(f"{file.stat().st_size / 1e6:8.1f} MB  {file.relative_to(ROOT)}")
    return 0


def _linux(parts: Sequence[Part], moment: int) -> None:
    shutil.copyfile(ONE_FILE, RELEASE / STEM)
    (RELEASE / STEM).chmod(0o755)
    with ThreadPoolExecutor() as both:  # each uses one core
        jobs = [both.submit(_archive, licences.as_text(parts), moment)]
        if shutil.which("dpkg-shlibdeps"):
            architecture = subprocess.run(["dpkg", "--print-architecture"], check=True, capture_output=True, text=True)
            target = RELEASE / f"{debian.PACKAGE}_{__version__}_{architecture.stdout.strip()}.deb"
            jobs.append(both.submit(debian.make, FOLDER, ROOT / "resources", parts, __version__, moment, target))
        else:
            print("No dpkg-shlibdeps here: no .deb is made.")
        for job in jobs:
            job.result()


def _archive(licence_text: str, moment: int) -> None:
    folder = DIST / STEM
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(FOLDER, folder, symlinks=True)
    (folder / "LICENCES.txt").write_text(licence_text, encoding="utf-8")
    archive.pack(folder, RELEASE / f"{STEM}.tar.xz", moment)
    shutil.rmtree(folder)


def _write_sums() -> None:
    files = sorted(file for file in RELEASE.iterdir())
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (RELEASE / f"{STEM}.sha256").write_text("".join(lines), encoding="ascii", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
