"""The environment in .venv, made from the lock file: with uv where it is installed, otherwise with pip.

Both install exactly the locked files: every requirement has its hashes, nothing is resolved, nothing is built.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import locale
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from setup.file_lock import locked
from setup.processes import BUILD, PYTHON, ROOT, VENV, Stop, answer, call, clean_environment
from setup.system_packages import need_system_packages

if TYPE_CHECKING:
    from collections.abc import Sequence

LOCK = BUILD / "requirements.lock"
STAMP = VENV / "made-by-dev.json"


def make_venv() -> None:
    """Make .venv from the lock file, unless it is up to date; an incomplete one is made again from nothing."""
    if is_up_to_date():
        return
    with locked(VENV.with_suffix(".lock"), "Another command is setting up .venv; waiting for it …"):
        if not is_up_to_date():
            _make_venv()


def is_up_to_date() -> bool:
    """Return whether .venv is complete, made from this lock file for this checkout, and its Python runs."""
    return read_stamp() == _stamp()


def _stamp() -> dict[str, str | None]:
    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return {"lock": lock, "checkout": str(ROOT), "python": version_of(PYTHON)}


def _make_venv() -> None:
    print("Setting up .venv: once, and again when the lock file changes …", file=sys.stderr, flush=True)
    if VENV.exists():
        shutil.rmtree(VENV)
    uv = shutil.which("uv")
    environment = clean_environment()
    install: Sequence[str | Path]
    if uv is not None:
        if call(uv, "venv", "--quiet", "--no-project", "--python", base_python(), VENV) != 0:
            raise Stop(f"uv could not make an environment in {VENV}; it says why above.")
        install = [uv, "pip", "install", "--python", PYTHON]
        environment = {**pip_indexes_for_uv(), **environment}
    else:
        make_empty_venv(VENV)
        install = [*pip_for(PYTHON), "install"]
    exactly = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement", str(LOCK)]
    if call(*install, "--quiet", *exactly, env=environment) != 0:
        raise Stop(
            f"The packages in build/requirements.lock could not be installed; {'uv' if uv else 'pip'} says why above."
        )
    make_importable()
    STAMP.write_text(json.dumps(_stamp()), encoding="utf-8")


def pip_indexes_for_uv() -> dict[str, str]:
    """Return the package indexes of pip's settings as uv's variables, which are not on the command line for all to see.

    uv does not read pip.conf. A variable of uv's own in the environment takes precedence.
    """
    if any(name in os.environ for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_INDEX", "UV_EXTRA_INDEX_URL")):
        return {}
    settings: dict[str, str] = {}
    for line in (answer(base_python(), "-m", "pip", "config", "list") or "").splitlines():
        name, _, value = line.partition("=")
        settings[name] = value.strip("'\"")
    found = {}
    for variable, setting in (("UV_DEFAULT_INDEX", "index-url"), ("UV_INDEX", "extra-index-url")):
        for section in (":env:", "install", "global"):  # pip's order
            if f"{section}.{setting}" in settings:
                found[variable] = " ".join(settings[f"{section}.{setting}"].replace("\\n", " ").split())
                break
    return found


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
