"""The environment in .venv, made from the lock file: with uv where it is installed, otherwise with pip.

Both install exactly the locked files: every requirement has its hashes, nothing is resolved, nothing is built.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import locale
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from setup.processes import BUILD, PYTHON, ROOT, VENV, Stop, answer, call
from setup.system_packages import need_system_packages

if TYPE_CHECKING:
    from collections.abc import Sequence

LOCK = BUILD / "requirements.lock"
STAMP = VENV / "made-by-dev.json"


def make_venv() -> None:
    """Make .venv from the lock file, unless it is up to date; an incomplete one is made again from nothing."""
    wanted = {"lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(), "checkout": str(ROOT)}
    if read_stamp() == {**wanted, "python": version_of(PYTHON)}:
        return
    print("Setting up .venv: once, and again when the lock file changes …", file=sys.stderr, flush=True)
    if VENV.exists():
        shutil.rmtree(VENV)
    uv = shutil.which("uv")
    install: Sequence[str | Path]
    if uv is not None:
        if call(uv, "venv", "--quiet", "--no-project", "--python", base_python(), VENV) != 0:
            raise Stop(f"uv could not make an environment in {VENV}; it says why above.")
        install = [uv, "pip", "install", "--python", PYTHON]
    else:
        make_empty_venv(VENV)
        install = [*pip_for(PYTHON), "install"]
    exactly = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement", str(LOCK)]
    if call(*install, "--quiet", *exactly) != 0:
        raise Stop(
            f"The packages in build/requirements.lock could not be installed; {'uv' if uv else 'pip'} says why above."
        )
    make_importable()
    STAMP.write_text(json.dumps({**wanted, "python": version_of(PYTHON)}), encoding="utf-8")


def make_importable() -> None:
    """Put the checkout on the path of .venv, as an editable installation would; needs no build and no network."""
    site_packages = answer(PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    if site_packages is None:
        raise Stop("The new Python in .venv does not run.")
    path_file = Path(site_packages, "convot_inspector_checkout.pth")
    path_file.write_text(f"{ROOT}\n", encoding=locale.getpreferredencoding(do_setlocale=False))


def make_empty_venv(folder: Path) -> None:
    """Make an environment in a folder; with its own pip where this Python has ensurepip."""
    options = []
    if importlib.util.find_spec("ensurepip") is None:  # Debian keeps it in python3-venv
        options = ["--without-pip"]
        if not has_pip(base_python()):
            need_system_packages(["python3-pip"])
        if not has_pip(base_python()):
            raise Stop("This Python has no pip. Install pip for it, then run this command again.")
    if call(base_python(), "-m", "venv", *options, folder) != 0:
        raise Stop(f"Python could not make an environment in {folder}.")


def pip_for(python: Path) -> list[str | Path]:
    """Return the command that runs pip on an environment: its own pip, else that of the Python behind it."""
    if has_pip(python):
        return [python, "-m", "pip"]
    return [base_python(), "-m", "pip", "--python", python]


def has_pip(python: Path) -> bool:
    """Return whether a Python has pip."""
    return answer(python, "-m", "pip", "--version") is not None


def base_python() -> Path:
    """Return the Python behind an active environment, which may be the one that is to be made again."""
    return Path(getattr(sys, "_base_executable", None) or sys.executable)


def version_of(python: Path) -> str | None:
    """Return the version of a Python, or None when it does not run (removed or upgraded)."""
    return answer(python, "-c", "import sys; print(*sys.version_info[:2])")


def read_stamp() -> object:
    """Return what .venv was made from, or None when its installation was never completed."""
    try:
        return json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
