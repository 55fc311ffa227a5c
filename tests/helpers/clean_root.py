"""A root folder that holds only what a package depends on, to test its list of dependencies.

The packages in it are copied file by file from this machine, so that no mirror is needed: what `Depends` names,
what that depends on, and the shell. Their installation scripts have not run there.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

DPKG = Path("/var/lib/dpkg")
USER = 65534  # "nobody": an ordinary user of every Debian
_BASE = ("dash", "libc-bin")  # essential packages, which no dependency has to name: the shell and the locale C.UTF-8


class CleanRoot:
    """The root folder. A program runs in it as an ordinary user and in its own mount namespace."""

    def __init__(self, folder: Path, depends: str) -> None:
        self.folder = folder
        for name in ("bin", "lib", "lib64", "sbin"):  # merged as in Debian
            (folder / "usr" / name).mkdir(parents=True, exist_ok=True)
            (folder / name).symlink_to(f"usr/{name}")
        for name in ("dev", "proc", "tmp", "etc", "var/lib/dpkg/info", "var/lib/dpkg/updates", "var/lib/dpkg/triggers"):
            (folder / name).mkdir(parents=True)
        (folder / "etc/passwd").write_text(f"root:x:0:0::/root:/bin/sh\nnobody:x:{USER}:{USER}::/tmp:/bin/sh\n")
        self.packages = _closure([*_named(depends), *_BASE])
        for package in self.packages:
            self._copy(package)
        stanzas = (_stanzas()[package] for package in self.packages)
        (folder / "var/lib/dpkg/status").write_text("".join(f"{stanza}\n\n" for stanza in stanzas))
        subprocess.run(["ldconfig", "-r", folder], check=True)

    def _copy(self, package: str) -> None:
        for listing in (*DPKG.glob(f"info/{package}.list"), *DPKG.glob(f"info/{package}:*.list")):
            shutil.copy(listing, self.folder / "var/lib/dpkg/info")
            for line in listing.read_text().splitlines():
                source, target = Path(line), self.folder / line.lstrip("/")
                if source.is_dir() and not source.is_symlink():
                    target.mkdir(parents=True, exist_ok=True)
                elif source.is_symlink() or source.is_file():  # the machine may have no documentation
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.unlink(missing_ok=True)
                    shutil.copy2(source, target, follow_symlinks=False)

    def dpkg(self, *arguments: str) -> str:
        """Install or remove a package; return dpkg's output."""
        command = ["dpkg", f"--root={self.folder}", *arguments]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def command(self, *program: str, shared: Path) -> list[str]:
        """Return the command that runs a program in the root. ``shared``: a folder of this machine to mount."""
        (self.folder / shared.relative_to("/")).mkdir(parents=True, exist_ok=True)
        (self.folder / "tmp/.X11-unix").mkdir(exist_ok=True)
        script = (
            "set -e; root=$0; shared=$1; user=$2; shift 2;"
            "for place in /proc /dev /tmp/.X11-unix $shared; do mount --rbind $place $root$place; done;"
            'exec chroot --userspec=$user:$user $root "$@"'
        )
        return ["unshare", "--mount", "sh", "-c", script, str(self.folder), str(shared), str(USER), *program]

    def files(self) -> dict[str, int]:
        """Return every file with its size, except dpkg's records and what is mounted from this machine."""
        found = {}
        for file in self.folder.rglob("*"):
            name = file.relative_to(self.folder).as_posix()
            if not name.startswith(("var/lib/dpkg", "tmp/")):
                found[name] = file.lstat().st_size if not file.is_dir() else -1
        return found


def may_mount() -> bool:
    """Return whether this process may change a program's root."""
    return subprocess.run(["unshare", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"], check=False).returncode == 0


@cache
def _stanzas() -> dict[str, str]:
    """Return dpkg's fields of each installed package."""
    found = {}
    for stanza in (DPKG / "status").read_text().split("\n\n"):
        fields = _fields(stanza)
        if fields.get("Status", "").endswith(" installed"):
            found[fields["Package"]] = stanza.strip()
    return found


def _fields(stanza: str) -> dict[str, str]:
    return dict(re.findall(r"^(\S+): (.*)$", stanza, re.MULTILINE))


@cache
def _providers() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, stanza in _stanzas().items():
        for provided in _fields(stanza).get("Provides", "").split(","):
            found.setdefault(provided.split("(")[0].strip(), name)
    return found


def _named(depends: str) -> list[str]:
    """Return the installed packages that satisfy a list of dependencies, the first one of alternatives."""
    names = []
    for choice in filter(None, (part.strip() for part in depends.split(","))):
        offers = [re.split(r"[ :(]", offer.strip())[0] for offer in choice.split("|")]
        present = [name if name in _stanzas() else _providers().get(name) for name in offers]
        chosen = next(filter(None, present), None)
        assert chosen is not None, f"not installed on this machine: {choice}"
        names.append(chosen)
    return names


def _closure(names: list[str]) -> list[str]:
    reached: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            fields = _fields(_stanzas()[name])
            waiting += _named(f"{fields.get('Depends', '')},{fields.get('Pre-Depends', '')}")
    return sorted(reached)
