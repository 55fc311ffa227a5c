"""Fixtures for the whole suite."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from keychain_lab import Keychain


@pytest.fixture
def keychain(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keychain]:
    """A real, unlocked, empty gnome-keyring of this test's own; this process's environment points to it."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the private keychain is a Linux one")
    from keychain_lab import Keychain, missing_programs

    missing = missing_programs()
    if missing:
        message = f"needs {' and '.join(missing)}: apt-get install gnome-keyring dbus-daemon"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    lab = Keychain()
    try:
        for name, value in lab.changes.items():
            monkeypatch.setenv(name, value)
        yield lab
    finally:
        lab.close()
