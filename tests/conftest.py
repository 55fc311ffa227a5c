"""Fixtures for the whole suite."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from needs import linux_only, needs

# Machines are noisy, so no example has a deadline; and what lands must not depend on luck: CI tries the same examples
# each time, developers new ones.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("developer", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "developer")

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app_driver import AppDriver
    from keychain_lab import Keychain
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def keychain(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keychain]:
    """A real, unlocked, empty gnome-keyring of this test's own; this process's environment points to it."""
    linux_only("the private keychain is a Linux one")
    from keychain_lab import PROGRAMS, Keychain

    needs(*PROGRAMS, packages="gnome-keyring dbus-daemon")
    lab = Keychain()
    try:
        for name, value in lab.changes.items():
            monkeypatch.setenv(name, value)
        yield lab
    finally:
        lab.close()


@pytest.fixture
def driver(qtbot: QtBot, qapp: QApplication, keychain: Keychain, tmp_path: Path) -> Iterator[AppDriver]:
    """The real window on a computer with a real, unlocked keychain."""
    from app_driver import AppDriver

    assert keychain.home.is_dir()
    made = AppDriver(qtbot, qapp, tmp_path)
    yield made
    made.close()


@pytest.fixture
def driver_without_keychain(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[AppDriver]:
    """The real window on a computer that has no password store."""
    from app_driver import AppDriver

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'no-bus'}")
    made = AppDriver(qtbot, qapp, tmp_path)
    yield made
    made.close()
