"""Running programs for `dev.py`: where things are, and an environment free of settings that would confuse them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

# The developer's own settings that would install elsewhere, install something else, or change what tests do. The other
# variables of pip and uv (index, proxy, certificate, cache) stay: the installation needs them.
CONFUSING_VARIABLES = (
    "PIP_CONSTRAINT",
    "PIP_DRY_RUN",
    "PIP_PREFIX",
    "PIP_PYTHON",
    "PIP_REQUIRE_VIRTUALENV",
    "PIP_ROOT",
    "PIP_TARGET",
    "PYTHONHOME",
    "PYTHONOPTIMIZE",
    "PYTHONPATH",
    "UV_CONSTRAINT",
    "UV_NO_BINARY",
    "UV_OVERRIDE",
    "VIRTUAL_ENV",
)


class Stop(Exception):  # noqa: N818  # not an error in the code: a plain message that ends the command
    """The command cannot go on; the message says why and what to do."""


def call(
    *command: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    output: int | None = None,
) -> int:
    """Run a command with the terminal's input and output; return its exit status."""
    try:
        done = subprocess.run(command, check=False, cwd=cwd, env=env or clean_environment(), stdout=output)
    except KeyboardInterrupt:  # the program received it too and has reported it
        return 130
    return done.returncode


def call_module(module: str, *arguments: str, env: Mapping[str, str] | None = None) -> int:
    """Run a module of build/ with build/ and tests/helpers/ on Python's path; return its exit status."""
    folders = os.pathsep.join(map(str, (BUILD, ROOT / "tests" / "helpers")))
    return call(PYTHON, "-P", "-m", module, *arguments, env={**(env or clean_environment()), "PYTHONPATH": folders})


def answer(*command: str | Path) -> str | None:
    """Run a short command and return what it printed, or None when it failed."""
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=clean_environment())
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def clean_environment() -> dict[str, str]:
    """Return the environment for Python programs without the settings that would confuse them."""
    environment = {name: value for name, value in os.environ.items() if name not in CONFUSING_VARIABLES}
    environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    environment["PIP_USER"] = "0"  # takes precedence over the same setting in the user's pip.conf
    environment["PYTHONNOUSERSITE"] = "1"
    if sys.platform == "linux" and not any(environment.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        environment["LC_CTYPE"] = "C.UTF-8"  # Qt complains about any locale that is not UTF-8
    return environment


def without_a_screen() -> dict[str, str]:
    """Return the environment in which Qt draws into memory unless the user asked for another platform."""
    return {"QT_QPA_PLATFORM": "offscreen", **clean_environment()}


def has_display() -> bool:
    """Return whether a window could open: on Linux by the environment; elsewhere always."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
