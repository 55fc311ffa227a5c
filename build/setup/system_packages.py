"""The Debian packages that the commands of `dev.py` need: installed as root, otherwise named in the one line to run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from setup.processes import PYTHON, Stop, answer

if TYPE_CHECKING:
    from collections.abc import Iterable

# Libraries that PySide6-Essentials and its xcb and Wayland plugins link to.
QT_PACKAGES = (
    "fonts-dejavu-core",  # a machine without any font shows boxes
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgl1",
    "libglib2.0-0",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libx11-6",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-glx0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-util1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxcb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
# The fonts that the layout is tested with, see tests/helpers/fonts.py
FONT_PACKAGES = ("fonts-dejavu-core", "fonts-liberation", "fonts-noto-core", "fonts-opendyslexic")
SCREEN_PACKAGES = ("xauth", "xvfb")  # a virtual display
INPUT_PACKAGES = ("strace", "weston", "xclip", "xdotool")  # to operate a packaged program and to trace it
RELEASE_PACKAGES = ("appstream", "desktop-file-utils", "dpkg-dev")  # to make the .deb and to validate its contents
READER_PACKAGES = ("at-spi2-core",)  # the accessibility bus that screen readers use; has no command on the path
KEYCHAIN_PACKAGES = ("dbus", "dbus-daemon", "gnome-keyring")  # a real keychain on a private bus
# They compute the hashes that ours must equal, and run the code that the program offers for merchants' servers.
LANGUAGE_PACKAGES = (
    "default-jdk-headless",
    "golang-go",
    "mono-mcs",
    "mono-runtime",
    "nodejs",
    "openssl",
    "php-cli",
    "php-mbstring",
    "ruby",
    "ruby-liquid",
)

# Packages that are needed for one command only: they count as installed where that command is on the path.
COMMAND_OF_PACKAGE = {
    "appstream": "appstreamcli",
    "binutils": "objdump",
    "default-jdk-headless": "javac",
    "desktop-file-utils": "desktop-file-validate",
    "dpkg-dev": "dpkg-shlibdeps",
    "dbus": "dbus-run-session",
    "dbus-daemon": "dbus-daemon",
    "gnome-keyring": "gnome-keyring-daemon",
    "golang-go": "go",
    "mono-mcs": "mcs",
    "mono-runtime": "mono",
    "nodejs": "node",
    "openssl": "openssl",
    "php-cli": "php",
    "ruby": "ruby",
    "strace": "strace",
    "weston": "weston",
    "xauth": "xauth",
    "xclip": "xclip",
    "xdotool": "xdotool",
    "xvfb": "Xvfb",
}


def need_system_packages(*groups: Iterable[str]) -> None:
    """Install what is missing if root, else raise Stop with the line to run; do nothing where there is no apt-get."""
    if shutil.which("apt-get") is None or shutil.which("dpkg-query") is None:
        return
    missing = missing_packages({name for group in groups for name in group})
    if not missing:
        return
    if os.geteuid() != 0:
        raise Stop(f"Missing system packages. Install them:\nsudo apt-get install {' '.join(missing)}")
    print(f"Installing system packages: {' '.join(missing)} …", file=sys.stderr, flush=True)
    apt_get("update")  # may fail without a network, and the packages may still be in its cache
    failure = apt_get("install", "-y", "--no-install-recommends", *missing)
    if failure is not None:
        raise Stop(f"{failure}\nThe system packages could not be installed; apt-get says why above.")


def packager_packages() -> list[str]:
    """Return what the PyInstaller spec needs: binutils, patchelf, and libpython where Python is Debian's own."""
    where = answer(PYTHON, "-c", "import sys; print(sys.base_prefix, *sys.version_info[:2])")
    prefix, major, minor = where.split() if where else ("", "", "")
    return ["binutils", "patchelf", *([f"libpython{major}.{minor}"] if prefix == "/usr" else [])]


def missing_packages(names: Iterable[str]) -> list[str]:
    """Return the packages that are neither installed nor provided by an installed one."""
    columns = "${db:Status-Status}\t${Package}\t${Provides}\n"
    listing = subprocess.run(["dpkg-query", "-W", "-f", columns], check=True, capture_output=True, text=True)
    present: set[str] = set()
    for line in listing.stdout.splitlines():
        status, package_name, provides = line.split("\t")
        if status == "installed":
            present.add(package_name)
            present.update(entry.split()[0] for entry in provides.split(",") if entry.strip())
    present.update(name for name, command in COMMAND_OF_PACKAGE.items() if shutil.which(command))
    return sorted(set(names) - present)


def apt_get(*arguments: str) -> str | None:
    """Run apt-get non-interactively; return None on success, else its output."""
    result = subprocess.run(
        ["apt-get", "-q", *arguments],
        check=False,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    return None if result.returncode == 0 else result.stdout
