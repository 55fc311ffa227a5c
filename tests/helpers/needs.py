"""Requirements of tests. A test without its program is skipped on a developer's machine and fails in CI."""

from __future__ import annotations

import os
import shutil
import sys

import pytest


def only_on_linux(because: str) -> pytest.MarkDecorator:
    """Mark a test of something that exists only on Linux; the suite also runs on Windows and macOS."""
    return pytest.mark.skipif(sys.platform != "linux", reason=because)


def linux_only(because: str) -> None:
    """Do the same in a fixture, which cannot be marked."""
    if sys.platform != "linux":
        pytest.skip(because)


def needs(*programs: str, packages: str = "") -> None:
    """Require installed programs. ``packages``: the Debian packages that contain them, where the names differ."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        absent(f"needs {' and '.join(missing)}: apt-get install {packages or ' '.join(missing)}")


def absent(message: str) -> None:
    """Skip the test because something is missing, or fail it in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
