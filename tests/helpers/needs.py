"""What a test cannot do without. A missing program: skipped on a developer's machine, failed in CI."""

from __future__ import annotations

import os
import shutil
import sys

import pytest


def only_on_linux(because: str) -> pytest.MarkDecorator:
    """For what does not exist elsewhere: the suite runs on Windows and macOS too, where no installation brings it."""
    return pytest.mark.skipif(sys.platform != "linux", reason=because)


def linux_only(because: str) -> None:
    """The same for a fixture, which takes no mark."""
    if sys.platform != "linux":
        pytest.skip(because)


def needs(*programs: str, packages: str = "") -> None:
    """Go on only if all ``programs`` are installed; ``packages`` bring them, where those have other names."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        absent(f"needs {' and '.join(missing)}: apt-get install {packages or ' '.join(missing)}")


def absent(message: str) -> None:
    """Something is missing on this machine: a skipped test here, a failed one in CI, where all must be there."""
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
