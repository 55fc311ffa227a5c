"""Fixtures for the whole suite."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from needs import linux_only, needs
from places import HELPERS

# Qt draws into memory. Set before the first import of Qt; inherited by the programs that tests start.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "linux" and os.environ["QT_QPA_PLATFORM"] == "offscreen":  # whose own screen is small
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={HELPERS / 'screen.json'}"

# No deadlines and no health checks of speed: a slow machine fails no test. "ci" runs the same examples each time, so
# that no run fails by chance; "random" runs new and more ones in each round of dev.py test --random, and prints how to
# repeat failures.
_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
settings.register_profile("ci", _COMMON, derandomize=True)
settings.register_profile("random", _COMMON, derandomize=False, max_examples=250, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app_driver import AppDriver
    from keychain_lab import Keychain
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the slow tests first, so that no process ends with a long one while the others are idle."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application with a fixed font: the system's default depends on what is installed."""
    if sys.platform == "linux":
        from fonts import use_font

        use_font(qapp, "DejaVu Sans")
    return qapp


@pytest.fixture
def few_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that tries a hundredth of the numbers that a database may give; that is half of a search's time."""
    monkeypatch.setattr("convot_inspector.core.search.explainer.LARGEST_NUMBER", 10_000)


@pytest.fixture
def short_search(few_numbers: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that finds the common single mistakes and gives up then, for tests in which its end does not matter."""
    del few_numbers
    monkeypatch.setattr("convot_inspector.core.search.explainer.MOST_SPENT", 20_000)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """A bot whose waits do not end early on a busy machine."""
    from patient_bot import PatientBot

    assert qapp is not None
    return PatientBot(request)


@pytest.fixture
def keychain(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keychain]:
    """A real, unlocked, empty gnome-keyring for one test; this process's environment points to it."""
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
def list_of_apps(request: pytest.FixtureRequest, keychain: Keychain) -> None:
    """A list of apps that is empty, as after the last app was removed; with the parameter "none" no list.

    Where there is no list, as at the first start, the first change asks the keychain for all of its slots.
    That takes half a second, so only tests of the first start do it.
    """
    if getattr(request, "param", "empty") == "none":
        return
    from convot_inspector.keychain.data_folder import default_folder
    from convot_inspector.keychain.index.file import IndexFile
    from convot_inspector.keychain.index.model import Index

    folder = default_folder()
    assert folder.is_relative_to(keychain.home)
    IndexFile(folder).write(Index())


@pytest.fixture
def driver(
    qtbot: QtBot, qapp: QApplication, keychain: Keychain, list_of_apps: None, tmp_path: Path
) -> Iterator[AppDriver]:
    """The real window on a computer with a real, unlocked keychain."""
    from app_driver import AppDriver

    del list_of_apps
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
