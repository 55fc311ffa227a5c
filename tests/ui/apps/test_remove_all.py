"""*Remove all data* removes everything that the program keeps on a computer, and nothing comes back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from paste import RIGHT, SECRET
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMenu

from convot_inspector.keychain.data_folder import default_folder
from convot_inspector.keychain.index.file import NAME

if TYPE_CHECKING:
    from app_driver import AppDriver
    from keychain_lab import Keychain

pytestmark = pytest.mark.slow

GONE = "All apps, their secrets and the settings are removed"


def ask(driver: AppDriver, answer: str) -> None:
    driver.choose("Remove all data…")
    dialog = driver.dialog("Remove all data")
    assert driver.reads("Apps in the list:", dialog)
    driver.click(answer, dialog)


def test_everything_is_removed_and_stays_so(driver: AppDriver, keychain: Keychain, tmp_path: Path) -> None:
    driver.add_app("Acme", SECRET)
    driver.add_app("Other", SECRET[::-1])
    driver.choose("Dark")
    driver.paste(RIGHT)
    lost = default_folder() / f"{NAME}.corrupt-1"  # an older list that could not be read
    lost.write_text("{", encoding="utf-8")
    ask(driver, "Remove all data")
    driver.wait_to_read(GONE)
    assert keychain.items() == []
    assert list(default_folder().glob(f"{NAME}*")) == []
    assert driver.main_view.service.apps == ()
    driver.restart()  # otherwise closing saves the window's size
    assert not (tmp_path / "window.ini").exists()
    assert driver.main_view.service.apps == ()
    assert not driver.reads("Acme")


def test_unlisted_items_are_removed_too(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    (slot,) = (int(attributes["service"][-3:]) for _, attributes in keychain.items())
    keychain.alter(slot, b"damaged")
    ask(driver, "Remove all data")
    driver.wait_to_read(GONE)
    assert keychain.items() == []


def test_cancel_removes_nothing(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    ask(driver, "Cancel")
    assert driver.main_view.service.apps[0].name == "Acme"
    assert len(keychain.items()) == 1


def test_with_a_locked_keychain_nothing_is_lost(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    keychain.lock()
    ask(driver, "Remove all data")
    driver.wait_to_read("password store is locked")
    assert [app.name for app in driver.main_view.service.apps] == ["Acme"]
    keychain.unlock()
    ask(driver, "Remove all data")
    driver.wait_to_read(GONE)
    assert keychain.items() == []


def test_while_it_takes_long_the_window_says_what_it_is_doing(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    keychain.stop()
    ask(driver, "Remove all data")
    driver.wait_to_read("Removing all apps and their secrets from", driver.card("notice"))
    assert not driver.reads("password window")
    keychain.cont()
    driver.wait_to_read(GONE)


def test_the_folders_that_were_opened_are_not_kept(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    usual = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation))

    def kept() -> bytes | None:
        file = usual / "QtProject.conf"  # Qt's own file dialog saves them there
        return file.read_bytes() if file.exists() else None

    before = kept()
    driver.choose("Open…")
    (dialog,) = driver.visible(QFileDialog)
    dialog.setDirectory(str(usual.parent))
    dialog.reject()
    driver.qtbot.waitUntil(lambda: not driver.window.findChildren(QFileDialog))
    assert kept() == before


def test_an_app_can_be_added_afterwards(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    ask(driver, "Remove all data")
    driver.wait_to_read(GONE)
    driver.add_app("Acme again", SECRET)
    assert len(keychain.items()) == 1


def test_remove_all_data_is_the_last_entry_of_the_apps_menu(driver: AppDriver) -> None:
    menus = {menu.title().replace("&", ""): menu for menu in driver.window.menuBar().findChildren(QMenu)}
    assert menus["Apps"].actions()[-1].text() == "Remove all data…"


def test_without_a_keychain_the_apps_of_the_session_go(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    driver.add_app("Acme", SECRET)
    ask(driver, "Remove all data")
    driver.wait_to_read(GONE)
    assert driver.main_view.service.apps == ()
