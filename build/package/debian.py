"""Makes the `.deb` of the one-folder program, for `artefacts.py`: program, manual, menu entry, icons, licences.

It needs no installation script: dpkg's triggers update menus, icons and software centres. Its dependencies are what
dpkg-shlibdeps finds for the libraries in it, and what one of them reads at run time.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from convot_inspector import licences
from package import archive, metainfo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.licences import Part

PACKAGE = "convot-inspector"
PROGRAM = "ConvotInspector"
ICON_SIDES = (16, 24, 32, 48, 64, 128, 256, 512)
_ALSO_NEEDED = ("xkb-data",)  # the keyboard layouts that libxkbcommon reads

# Debian has no virtual package for a Secret Service; these three provide one.
_RECOMMENDED = "gnome-keyring | libkf5wallet-bin | kwalletmanager | keepassxc, xdg-desktop-portal, hicolor-icon-theme"

_DESCRIPTION = """\
find out why a Convot identity hash does not verify
 Paste what the merchant's page sends, and read which value is being signed,
 whether user_hash and shop_hash verify, and which mistake makes exactly the
 wrong hash that was sent, with its fix. It works without a network and keeps
 secrets in the password store of the computer only."""

_AFTER_REMOVAL = """\
#!/bin/sh
set -e
if [ "$1" = remove ]; then
    echo "Convot Inspector is removed. What you saved with it stays: the secrets in each user's password store" \\
        "(named \\"Convot Inspector secret ...\\"), the list of apps in ~/.local/share/Convot Inspector and the" \\
        "settings in ~/.config/Convot Inspector."
fi
"""


def make(program: Path, resources: Path, parts: Sequence[Part], version: str, moment: int, target: Path) -> None:
    """Write the package of the program's folder to ``target``; ``parts`` are all that is in it."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "root"
        shutil.copytree(program, root / "usr/lib" / PACKAGE, symlinks=True)
        command = root / "usr/bin" / PACKAGE
        command.parent.mkdir(parents=True)
        command.symlink_to(f"../lib/{PACKAGE}/{PROGRAM}")
        _put_into_menus(root, resources)
        _document(root, resources.parent, licences.as_text(parts))
        installed = sum(file.stat().st_size for file in root.rglob("*") if file.is_file() and not file.is_symlink())
        control = root / "DEBIAN"
        control.mkdir()
        fields = {
            "Package": PACKAGE,
            "Version": version,
            "Section": "utils",
            "Priority": "optional",
            "Architecture": _told("dpkg", "--print-architecture"),
            "Maintainer": "Convot Inspector maintainers",
            "Installed-Size": str(-(-installed // 1024)),
            "Depends": ", ".join([*_libraries(root, parts), *_ALSO_NEEDED]),
            "Recommends": _RECOMMENDED,
            "Description": _DESCRIPTION,
        }
        (control / "control").write_text("".join(f"{key}: {value}\n" for key, value in fields.items()))
        (control / "postrm").write_text(_AFTER_REMOVAL)
        (control / "postrm").chmod(0o755)
        (control / "md5sums").write_text(_sums(root))
        _settle(root, moment)
        # several threads would split the archive by the number of cores
        options = ["--root-owner-group", "-Zxz", "-z2", "--threads-max=1"]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(moment)}
        subprocess.run(["dpkg-deb", *options, "--build", str(root), str(target)], check=True, env=environment)


def _put_into_menus(root: Path, resources: Path) -> None:
    share = root / "usr/share"
    files = {
        resources / "linux" / f"{PACKAGE}.desktop": share / "applications" / f"{PACKAGE}.desktop",
        resources / "icons/app.svg": share / "icons/hicolor/scalable/apps" / f"{PACKAGE}.svg",
    }
    for side in ICON_SIDES:
        target = share / f"icons/hicolor/{side}x{side}/apps" / f"{PACKAGE}.png"
        files[resources / "icons" / f"app-{side}.png"] = target
    for source, target in files.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    (share / "metainfo").mkdir()
    for file in (resources / "linux").glob("*.metainfo.xml"):
        text = metainfo.with_pictures(file.read_text(encoding="utf-8"))
        (share / "metainfo" / file.name).write_text(text, encoding="utf-8")


def _document(root: Path, checkout: Path, copyright_text: str) -> None:
    folder = root / "usr/share/doc" / PACKAGE
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(copyright_text, encoding="utf-8")
    changes = (checkout / "CHANGELOG.md").read_bytes()
    (folder / "changelog.gz").write_bytes(gzip.compress(changes, 9, mtime=0))
    manual = root / "usr/share/man/man1" / f"{PACKAGE}.1.gz"
    manual.parent.mkdir(parents=True)
    text = (checkout / "resources/linux" / f"{PACKAGE}.1").read_bytes()
    manual.write_bytes(gzip.compress(text, 9, mtime=0))


def _libraries(root: Path, parts: Sequence[Part]) -> list[str]:
    """Return the dependencies: packages of the libraries that are linked to and not included."""
    within = (match[1] for part in parts if (match := re.match(r"pkg:deb/debian/([^@]+)@", part.purl)))
    inside = root / "usr/lib" / PACKAGE
    binaries = sorted(file for file in inside.rglob("*") if file.is_file() and not file.is_symlink() and _is_elf(file))
    folders = sorted({file.parent for file in binaries})
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "debian").mkdir()
        (Path(name) / "debian/control").write_text(f"Source: {PACKAGE}\n\nPackage: {PACKAGE}\nArchitecture: any\n")
        options = ["-O", "--ignore-missing-info", "--warnings=0", *(f"-l{folder}" for folder in folders)]
        options += [f"-x{package}" for package in within]
        printed = subprocess.run(
            ["dpkg-shlibdeps", *options, *map(str, binaries)], check=True, cwd=name, capture_output=True, text=True
        ).stdout
    (line,) = (line for line in printed.splitlines() if line.startswith("shlibs:Depends="))
    return sorted(line.removeprefix("shlibs:Depends=").split(", "))


def _is_elf(file: Path) -> bool:
    with file.open("rb") as content:
        return content.read(4) == b"\x7fELF"


def _sums(root: Path) -> str:
    files = sorted(file for file in (root / "usr").rglob("*") if file.is_file() and not file.is_symlink())
    sums = ((hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest(), file) for file in files)
    return "".join(f"{digest}  {file.relative_to(root).as_posix()}\n" for digest, file in sums)


def _settle(root: Path, moment: int) -> None:
    """Set every file's permissions and time; in Debian shared libraries are not executable."""
    for file in (root, *root.rglob("*")):
        if not file.is_symlink():
            file.chmod(0o644 if ".so" in file.suffixes else archive.mode_of(file))
        os.utime(file, (moment, moment), follow_symlinks=False)


def _told(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
