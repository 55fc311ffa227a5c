"""Removing all data: what the program keeps on a computer is gone, and nothing of it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu
from test_first_light import RIGHT, SECRET

from convot_inspector.keychain.index_file import NAME
from convot_inspector.keychain.place import default_folder

if TYPE_CHECKING:
    from pathlib import Path

    from desk import Desk
    from keychain_lab import Keychain

GONE = "All apps, their secrets and the settings are removed"


def ask(desk: Desk, answer: str) -> None:
    desk.choose("Remove all data…")
    dialog = desk.dialog("Remove all data")
    assert desk.reads("Apps in the list:", dialog)
    desk.click(answer, dialog)


def test_everything_is_removed_and_stays_so(desk: Desk, keychain: Keychain, tmp_path: Path) -> None:
    desk.add_app("Acme", SECRET)
    desk.add_app("Other", SECRET[::-1])
    desk.choose("Dark")
    desk.paste(RIGHT)
    lost = default_folder() / f"{NAME}.corrupt-1"  # an older list that could not be read
    lost.write_text("{", encoding="utf-8")
    ask(desk, "Remove all data")
    desk.wait_to_read(GONE)
    assert keychain.items() == []
    assert list(default_folder().glob(f"{NAME}*")) == []
    assert desk.contents.service.apps == ()
    desk.restart()  # closing remembers the window's size, otherwise
    assert not (tmp_path / "window.ini").exists()
    assert desk.contents.service.apps == ()
    assert not desk.reads("Acme")


def test_one_that_the_list_does_not_know_goes_too(desk: Desk, keychain: Keychain) -> None:
    desk.add_app("Acme", SECRET)
    (slot,) = (int(attributes["service"][-3:]) for _, attributes in keychain.items())
    keychain.alter(slot, b"damaged")
    ask(desk, "Remove all data")
    desk.wait_to_read(GONE)
    assert keychain.items() == []


def test_nothing_happens_without_a_yes(desk: Desk, keychain: Keychain) -> None:
    desk.add_app("Acme", SECRET)
    ask(desk, "Cancel")
    assert desk.contents.service.apps[0].name == "Acme"
    assert len(keychain.items()) == 1


def test_with_a_locked_keychain_nothing_is_lost(desk: Desk, keychain: Keychain) -> None:
    desk.add_app("Acme", SECRET)
    keychain.lock()
    ask(desk, "Remove all data")
    desk.wait_to_read("password store is locked")
    assert [app.name for app in desk.contents.service.apps] == ["Acme"]
    keychain.unlock()
    ask(desk, "Remove all data")
    desk.wait_to_read(GONE)
    assert keychain.items() == []


def test_an_app_can_be_added_afterwards(desk: Desk, keychain: Keychain) -> None:
    desk.add_app("Acme", SECRET)
    ask(desk, "Remove all data")
    desk.wait_to_read(GONE)
    desk.add_app("Acme again", SECRET)
    assert len(keychain.items()) == 1


def test_it_stands_last_among_the_apps(desk: Desk) -> None:
    menus = {menu.title().replace("&", ""): menu for menu in desk.window.menuBar().findChildren(QMenu)}
    assert menus["Apps"].actions()[-1].text() == "Remove all data…"


def test_without_a_keychain_the_apps_of_the_session_go(desk_without_keychain: Desk) -> None:
    desk = desk_without_keychain
    desk.add_app("Acme", SECRET)
    ask(desk, "Remove all data")
    desk.wait_to_read(GONE)
    assert desk.contents.service.apps == ()
