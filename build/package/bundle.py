"""Selects what goes into the packages, for the PyInstaller spec: only what the program uses.

The Qt modules come from the program's own import statements; the Qt plugins are listed here. On Linux shared libraries
are left out if nothing in the package links to them or if every desktop has them.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from package import icu_data

if TYPE_CHECKING:
    from collections.abc import Iterable

Entry = tuple[str, str, str]
"""One file as PyInstaller lists it: its name in the package, its source, its kind."""

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "convot_inspector"
RESOURCES = ROOT / "resources"

QT_PLUGINS = {
    "platforms/qxcb", "platforms/qwayland", "platforms/qwindows", "platforms/qcocoa",
    "platforms/qoffscreen", "platforms/qminimal",
    "platforminputcontexts/composeplatforminputcontextplugin",  # dead keys
    "platforminputcontexts/ibusplatforminputcontextplugin",     # Chinese, Japanese, Korean …
    "platformthemes/qxdgdesktopportal",                         # the desktop's file dialog
    "styles/qmodernwindowsstyle", "styles/qmacstyle",
    "iconengines/qsvgicon", "imageformats/qsvg",
    "wayland-shell-integration/xdg-shell",
    "wayland-decoration-client/adwaita", "wayland-decoration-client/bradient",
    "wayland-graphics-integration-client/qt-plugin-wayland-egl",
}  # fmt: skip

# keyring's other backends are not used (convot_inspector/keychain names one for each system), and one of them,
# keyrings.alt, would write secrets into a plain file.
OTHER_KEYCHAINS = (
    "dbus", "gi", "keyring.backends.chainer", "keyring.backends.kwallet", "keyring.backends.libsecret", "keyring.cli",
    "keyring.completion", "keyring.http", "keyring.testing", "keyrings", "shtab",
)  # fmt: skip

# The program uses no network: modules that could are left out, as are developers' modules that others import.
NOT_NEEDED = (
    "_ssl", "ssl", "asyncio", "ftplib", "smtplib", "telnetlib", "xmlrpc", "webbrowser",
    "bdb", "cProfile", "code", "codeop", "curses", "distutils", "doctest", "ensurepip", "idlelib",
    "lib2to3", "pdb", "profile", "pydoc", "pydoc_data", "readline", "sqlite3", "test", "tkinter",
    "turtle", "unittest", "venv",
    "IPython", "PIL", "_pytest", "hypothesis", "mypy", "numpy", "pip", "pytest", "setuptools", "wheel",
)  # fmt: skip

# PyInstaller's runtime hooks that nothing here needs: for the source that `inspect` shows, for `pkgutil`, for OpenSSL's
# plugins. They import a lot before the program's first line.
NOT_ASKED_FOR = {"pyi_rth_inspect", "pyi_rth_pkgutil", "pyi_rth_cryptography_openssl"}

# These have to match the system's drivers, fonts, bus and display, are older than any Qt 6 and are on every desktop. A
# bundled copy would also need the C library of the machine that built it.
FROM_THE_SYSTEM = {
    "libX11.so.6", "libX11-xcb.so.1", "libdbus-1.so.3", "libexpat.so.1", "libfontconfig.so.1", "libfreetype.so.6",
    "libgcc_s.so.1", "libstdc++.so.6",
}  # fmt: skip

# Resources for installers, software centres, translators and the repository's page.
NOT_READ = ("pictures/", "linux/", "licences/", "icons/app.ico", "icons/app.icns", "icons/app-small.svg")
NOT_READ_SUFFIXES = (".ts",)
NOT_READ_ICONS = tuple(f"icons/app-{side}.png" for side in (16, 24, 32, 48, 64, 128, 512))

_DIST_INFO = re.compile(r"[^/]+\.dist-info/(.+)")


def excluded_modules() -> list[str]:
    """Return the names of the modules that are left out though something imports them."""
    return [*_qt_modules_not_used(), *OTHER_KEYCHAINS, *NOT_NEEDED]


def _qt_modules_not_used() -> list[str]:
    import PySide6

    folder = Path(PySide6.__file__).parent
    there = {file.name.split(".")[0] for file in folder.glob("Qt*") if file.suffix in (".so", ".pyd")}
    return sorted(f"PySide6.{name}" for name in there - qt_modules_used())


def qt_modules_used() -> set[str]:
    """Return the names of the PySide6 modules that the program imports."""
    used: set[str] = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                used |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
            elif isinstance(node, ast.Import):
                used |= {alias.name for alias in node.names}
    return {name.removeprefix("PySide6.") for name in used if name.startswith("PySide6.Qt")}


def resource_files() -> list[tuple[str, str]]:
    """Return each of our own files that the program reads, with the folder in the package where it belongs."""
    chosen = []
    for file in sorted(file for file in RESOURCES.rglob("*") if file.is_file()):
        name = file.relative_to(RESOURCES).as_posix()
        if not name.startswith(NOT_READ) and not name.endswith(NOT_READ_SUFFIXES) and name not in NOT_READ_ICONS:
            chosen.append((str(file), str(PurePath("resources", name).parent)))
    return chosen


def wanted(entries: Iterable[Entry]) -> list[Entry]:
    """Return the files that the program uses."""
    return [entry for entry in entries if _is_wanted(PurePath(entry[0]))]


def _is_wanted(file: PurePath) -> bool:
    about = _DIST_INFO.fullmatch(file.as_posix())
    if about:  # pip's records of where it installed; the licences are collected in one file
        return about[1] in ("METADATA", "entry_points.txt")
    if "PySide6" not in file.parts:
        return True
    if "plugins" in file.parts:
        kind, name = file.parts[-2:]
        return f"{kind}/{name.split('.')[0].removeprefix('lib')}" in QT_PLUGINS
    return "translations" not in file.parts or file.name in _qt_translations()


def _qt_translations() -> set[str]:
    """Return the files of Qt's own translations for the window's languages; see convot_inspector/ui/languages.py."""
    languages = (file.stem.removeprefix("convot_inspector_") for file in RESOURCES.glob("translations/*.qm"))
    return {f"qtbase_{language}.qm" for language in languages}


def wanted_scripts(scripts: Iterable[Entry]) -> list[Entry]:
    """Return PyInstaller's runtime hooks that are needed, and the program."""
    return [script for script in scripts if script[0] not in NOT_ASKED_FOR]


def linux_binaries(binaries: Iterable[Entry], work: Path) -> list[Entry]:
    """Return the libraries and modules that the Linux packages need."""
    ours = [entry for entry in binaries if PurePath(entry[0]).name not in FROM_THE_SYSTEM]
    return _with_small_icu(_without_orphans(ours), work)


def _without_orphans(binaries: list[Entry]) -> list[Entry]:
    def is_library(entry: Entry) -> bool:
        file = PurePath(entry[0])
        return re.match(r"lib.+\.so(\.|$)", file.name) is not None and "plugins" not in file.parts

    libraries = {PurePath(entry[0]).name: entry for entry in binaries if is_library(entry)}
    waiting = [entry for entry in binaries if not is_library(entry)]
    waiting += [entry for name, entry in libraries.items() if name.startswith("libpython")]
    reached = set()
    while waiting:
        name, source, kind = waiting.pop()
        if name in reached or kind == "SYMLINK":
            continue
        reached.add(name)
        waiting += [libraries[library] for library in needed_by(source) if library in libraries]
    return [entry for entry in binaries if entry[0] in reached]


def needed_by(file: str) -> list[str]:
    """Return the names of the libraries that a file links to directly; PyInstaller would add theirs too."""
    shown = subprocess.run(["objdump", "-p", file], check=False, capture_output=True, text=True, errors="replace")
    return re.findall(r"^ +NEEDED +(\S+)$", shown.stdout, re.MULTILINE)


def searched_by(file: str) -> list[str]:
    """Return the folders in a file's RPATH or RUNPATH; $ORIGIN is the folder that the file is in."""
    shown = subprocess.run(["objdump", "-p", file], check=False, capture_output=True, text=True, errors="replace")
    found = re.search(r"^ +R(?:UN)?PATH +(\S+)$", shown.stdout, re.MULTILINE)
    return found[1].split(":") if found else []


def searching_within(binaries: Iterable[Entry], work: Path) -> list[Entry]:
    """Replace files that search folders of the building machine by copies that search only inside the package."""
    entries = []
    for name, source, kind in binaries:
        folders = searched_by(source) if kind != "SYMLINK" else []
        inside = [folder for folder in folders if folder.startswith("$ORIGIN")]
        if inside == folders:
            entries.append((name, source, kind))
            continue
        copy = work / "libraries" / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, copy)
        change = ["--set-rpath", ":".join(inside)] if inside else ["--remove-rpath"]
        subprocess.run(["patchelf", *change, str(copy)], check=True)
        entries.append((name, str(copy), kind))
    return entries


def _with_small_icu(binaries: list[Entry], work: Path) -> list[Entry]:
    def is_icu(name: str) -> bool:
        return PurePath(name).name.startswith("libicu")

    users = [
        source
        for name, source, kind in binaries
        if kind != "SYMLINK" and not is_icu(name) and any(map(is_icu, needed_by(source)))
    ]
    entries = []
    for name, source, kind in binaries:
        if kind == "BINARY" and PurePath(name).name.startswith("libicudata.so."):
            small = icu_data.small_copy(Path(source), work / PurePath(name).name, users)
            entries.append((name, str(small), kind))
        else:
            entries.append((name, source, kind))
    return entries


def without_dangling_links(datas: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """Drop PyInstaller's links to libraries that were left out."""
    there = {PurePath(entry[0]).name for entry in binaries}
    return [entry for entry in datas if entry[2] != "SYMLINK" or PurePath(entry[1]).name in there]
