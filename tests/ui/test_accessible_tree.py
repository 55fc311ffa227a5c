"""The accessible tree of the window and the dialogs: everything that can be used or read has a name and a role."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from accessible_tree import Text, faults, tree
from paste import EMAIL, SECRET, SHOP, sign
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QWidget,
)
from window_states import STATES, UNEXPLAINED, WRONG, pasted, wait_to_click

from convot_inspector.ui.paste.editor import Editor

if TYPE_CHECKING:
    from app_driver import AppDriver
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("state", STATES)
def test_everything_in_the_window_has_a_name_and_a_role(driver_without_keychain: AppDriver, state: str) -> None:
    STATES[state](driver_without_keychain)
    assert faults(driver_without_keychain.window) == []


def test_everything_in_the_dialogs_has_a_name_and_a_role(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET, "app_1234567890ab")
    driver.paste(UNEXPLAINED)
    driver.wait_to_read("No known mistake", driver.card("user_hash"))
    for words, title, then in (
        ("Add an app…", "Add an app", "Save"),
        ("Import several apps…", "Import several apps", "Paste the table"),
        ("Export…", "Export", "Copy"),
    ):
        driver.choose(words)
        dialog = driver.dialog(title)
        assert faults(dialog) == []
        QGuiApplication.clipboard().setText(f"Name\tSecret\nShop\t{'a' * 64}\nOther\tnone\n")
        wait_to_click(driver, then, dialog)
        driver.click(then, dialog)
        assert faults(dialog) == []
        dialog.reject()
    for words, title in (("Check with another secret…", "Check with another secret"), ("Characters…", "Characters")):
        driver.click(words)
        assert faults(driver.dialog(title)) == []
        driver.dialog(title).reject()


def test_everything_about_the_apps_has_a_name_and_a_role(driver: AppDriver) -> None:
    driver.click("Manage apps…")
    assert faults(driver.dialog("Apps")) == []
    driver.click("Close", driver.dialog("Apps"))
    driver.add_app("Acme", SECRET, "app_1234567890ab")
    driver.add_app("Staging", hashlib.sha256(b"staging").hexdigest())
    driver.click_on(driver.card("appChooser"))
    assert faults(driver.card("popup")) == []
    driver.card("popup").hide()
    driver.click("Manage apps…")
    apps = driver.dialog("Apps")
    driver.click("New secret…", apps)
    dialog = driver.dialog("New secret")
    assert faults(dialog) == []
    driver.fill("Identity secret", hashlib.sha256(b"new").hexdigest(), dialog)
    driver.click("Save", dialog)
    driver.wait_to_read("Forget…", apps)
    assert faults(apps) == []
    driver.click("Edit…", apps)
    assert faults(driver.dialog("Edit the app")) == []
    driver.click("Cancel", driver.dialog("Edit the app"))
    driver.click("Close", apps)


def names(shown: QWidget) -> list[str]:
    return [seen.name for seen in tree(shown)]


def test_values_have_accessible_names_and_hidden_ones_stay_hidden(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    pasted(WRONG, "The server signed email")(driver)
    assert f"external_id: {SHOP}" in names(driver.card("signed"))
    card = driver.card("user_hash")
    driver.click("What was tried", card)
    assert f"Sent: {sign(EMAIL)}" in names(card)
    assert "Expected: hidden" in names(card)
    assert not [name for name in names(driver.window) if sign(SHOP) in name and "sent" not in name]
    driver.click("Reveal", card)
    assert f"Expected: {sign(SHOP)}" in names(card)


def test_accessible_tree_is_in_reading_order(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    pasted(WRONG, "The server signed email")(driver)
    read = names(driver.window)
    order = ["Manage apps…", "Paste", "What the page sends", "What it means", "Signed value", "user_hash", "shop_hash"]
    places = [read.index(name) for name in order]
    assert places == sorted(places)
    driver.choose("Add an app…")
    dialog = driver.dialog("Add an app")
    places = [names(dialog).index(name) for name in ("Name", "Identity secret", "Cancel", "Save")]
    assert places == sorted(places)
    dialog.reject()


def test_coloured_marks_have_accessible_descriptions(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    pasted(WRONG, "The server signed email")(driver)
    (editor,) = driver.window.findChildren(Editor)
    description = QAccessible.queryAccessibleInterface(editor).text(Text.Description)
    assert "user_hash: ✕ Does not verify." in description
    assert "shop_hash: ✓ Verifies." in description
    assert "external_id: this value is signed" in description


@pytest.mark.parametrize("fault", ["has no name", "is described by its name", "is there twice", "is no QPushButton"])
def test_a_fault_is_found(qtbot: QtBot, fault: str) -> None:
    shown = QWidget()
    shown.setWindowTitle("Faults")
    qtbot.addWidget(shown)
    row = QHBoxLayout(shown)
    button = QPushButton("✕" if fault == "has no name" else "Close")
    if fault == "is described by its name":
        button.setToolTip("Close")
    if fault == "is no QPushButton":
        button.setCheckable(True)
        fault = "is no QAbstractButton"
    for each in (button, QPushButton("Close" if fault == "is there twice" else "Other")):
        row.addWidget(each)
    shown.show()
    assert [found.split(":")[0] for found in faults(shown)] == [fault]
