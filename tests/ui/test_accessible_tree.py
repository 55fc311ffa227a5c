"""What screen readers find in the window and the dialogs: everything that can be used or read has a name and a role."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from test_first_light import EMAIL, RIGHT, SECRET, SHOP, call, signed

from convot_inspector.ui.paste.editor import Editor
from convot_inspector.ui.widgets.value_button import ValueButton
from convot_inspector.ui.widgets.value_label import ValueLabel
from convot_inspector.ui.widgets.widgets import Pill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app_driver import AppDriver
    from PySide6.QtGui import QAccessibleInterface
    from pytestqt.qtbot import QtBot

Role, Text, Relation = QAccessible.Role, QAccessible.Text, QAccessible.RelationFlag

# They hold other things together and say nothing themselves.
PLUMBING = {Role.Client, Role.LayeredPane, Role.Splitter, Role.Grip, Role.MenuBar, Role.ScrollBar, Role.NoRole}
ROLES: tuple[tuple[type[QWidget], set[QAccessible.Role]], ...] = (
    (QCheckBox, {Role.CheckBox}),
    (QAbstractButton, {Role.Button, Role.ButtonMenu}),
    (QLineEdit, {Role.EditableText}),
    (QPlainTextEdit, {Role.EditableText}),
    (QComboBox, {Role.ComboBox}),
    (QLabel, {Role.StaticText}),
    (QGroupBox, {Role.Grouping}),
    (QTabBar, {Role.PageTabList}),
)


FIELDS = (QLineEdit, QCheckBox, QGroupBox, ValueLabel, ValueButton)


@dataclass(frozen=True)
class Seen:
    """One object that screen readers are told of."""

    role: QAccessible.Role
    name: str
    description: str
    by_tab: bool
    caption: str | None
    group: str
    widget: QWidget | None

    def __str__(self) -> str:
        return f"{self.role.name} {self.name!r} in {self.group!r}"


def tree(interface: QAccessibleInterface | QWidget, group: str = "") -> Iterator[Seen]:
    if isinstance(interface, QWidget):
        interface = QAccessible.queryAccessibleInterface(interface)
    if interface.state().invisible:
        return
    widget = interface.object()
    name = interface.text(Text.Name)
    captions = [other.text(Text.Name) for other, kind in interface.relations() if kind == Relation.Label]
    shown = widget if isinstance(widget, QWidget) else None
    by_tab = shown is not None and bool(shown.focusPolicy() & Qt.FocusPolicy.TabFocus) and shown.isEnabled()
    description = interface.text(Text.Description)
    yield Seen(interface.role(), name, description, by_tab, captions[0] if captions else None, group, shown)
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child.isValid():
            inside = f"{group}/{name}" if interface.role() in (Role.Grouping, Role.Dialog, Role.Window) else group
            yield from tree(child, inside)


def faults(shown: QWidget) -> list[str]:
    """Everything that somebody who cannot see it would not understand."""
    found = []
    used: set[tuple[QAccessible.Role, str, str]] = set()
    for seen in tree(shown):
        if (seen.by_tab or seen.role not in PLUMBING) and not re.search(r"\w", seen.name):
            found.append(f"has no name: {seen} {seen.widget}")
        if seen.description and seen.description.casefold() == seen.name.casefold():
            found.append(f"is described by its name: {seen}")
        if seen.caption and isinstance(seen.widget, FIELDS) and seen.caption not in seen.name:
            found.append(f"is not called what stands before it, {seen.caption!r}: {seen}")
        if isinstance(seen.widget, QComboBox) and not (seen.caption or seen.description):  # its name may be its value
            found.append(f"does not say what is chosen: {seen}")
        for kind, roles in ROLES:
            if isinstance(seen.widget, kind):
                if seen.role not in roles:
                    found.append(f"is no {kind.__name__}: {seen}")
                break
        if seen.by_tab and seen.name:
            place = (seen.role, seen.name, seen.group)
            if place in used:
                found.append(f"is there twice: {seen}")
            used.add(place)
        if isinstance(seen.widget, Pill) and not re.search(r"[a-z]", seen.widget.text()):
            found.append(f"is only a colour: {seen}")
    return found


WRONG = call(external_id=SHOP, email=EMAIL, user_hash=signed(EMAIL), shop=SHOP, shop_hash=signed(SHOP))
UNEXPLAINED = call(external_id=SHOP, user_hash="0" * 64)


def paste(text: str, words: str) -> Callable[[AppDriver], None]:
    def bring(driver: AppDriver) -> None:
        driver.add_app("Acme", SECRET)
        driver.paste(text)
        driver.wait_to_read(words, driver.card("headline"))

    return bring


def without_a_secret(driver: AppDriver) -> None:
    driver.paste(RIGHT)
    driver.wait_to_read("Add this app", driver.card("headline"))


def opened(driver: AppDriver) -> None:
    paste(WRONG, "The server signed email")(driver)
    driver.click("What was tried", driver.card("user_hash"))
    driver.click("What was checked", driver.card("shop_hash"))
    driver.click("Reveal", driver.card("user_hash"))


def finding(driver: AppDriver) -> None:
    paste(WRONG, "The server signed email")(driver)
    driver.choose("Find…")
    QTest.keyClicks(driver.field("Find in the text"), "not there")
    driver.wait_to_read("Not in the text")


def typing(driver: AppDriver) -> None:
    paste(WRONG, "The server signed email")(driver)
    bar = next(each for each in driver.visible(QTabBar))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.tabRect(1).center())
    assert driver.typed("email") == EMAIL


STATES: dict[str, Callable[[AppDriver], None]] = {
    "nothing pasted": lambda driver: None,  # noqa: ARG005
    "no secret": without_a_secret,
    "verified": paste(RIGHT, "Verified"),
    "wrong, with its cause": opened,
    "wrong, without a cause": paste(UNEXPLAINED, "user_hash does not verify"),
    "hash missing": paste(call(email=EMAIL), "no user_hash is sent"),
    "problem": paste("Hello, can you help?", "No identify call found"),
    "several calls": paste(f"{WRONG}\n{RIGHT}", "The server signed email"),
    "finding": finding,
    "typing the values": typing,
}


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


def wait_to_click(driver: AppDriver, words: str, dialog: QWidget) -> None:
    def ready() -> bool:
        return any(each.text() == words and each.isEnabled() for each in driver.buttons(dialog))

    driver.qtbot.waitUntil(ready, timeout=15_000)


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


def test_the_values_are_said_with_what_they_are_and_a_hidden_one_is_not(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    paste(WRONG, "The server signed email")(driver)
    assert f"external_id: {SHOP}" in names(driver.card("signed"))
    card = driver.card("user_hash")
    driver.click("What was tried", card)
    assert f"Sent: {signed(EMAIL)}" in names(card)
    assert "Expected: hidden" in names(card)
    assert not [name for name in names(driver.window) if signed(SHOP) in name and "sent" not in name]
    driver.click("Reveal", card)
    assert f"Expected: {signed(SHOP)}" in names(card)


def test_screen_readers_meet_the_parts_in_the_order_in_which_one_reads(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    paste(WRONG, "The server signed email")(driver)
    read = names(driver.window)
    order = ["Manage apps…", "Paste", "What the page sends", "What it means", "Signed value", "user_hash", "shop_hash"]
    places = [read.index(name) for name in order]
    assert places == sorted(places)
    driver.choose("Add an app…")
    dialog = driver.dialog("Add an app")
    places = [names(dialog).index(name) for name in ("Name", "Identity secret", "Cancel", "Save")]
    assert places == sorted(places)
    dialog.reject()


def test_what_the_colours_in_the_text_say_is_said_in_words(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    paste(WRONG, "The server signed email")(driver)
    (editor,) = driver.window.findChildren(Editor)
    told = QAccessible.queryAccessibleInterface(editor).text(Text.Description)
    assert "user_hash: ✕ Does not verify." in told
    assert "shop_hash: ✓ Verifies." in told
    assert "external_id: Convot signs this value" in told


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
