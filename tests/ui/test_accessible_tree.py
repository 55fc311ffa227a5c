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

    from desk import Desk
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


def paste(text: str, words: str) -> Callable[[Desk], None]:
    def bring(desk: Desk) -> None:
        desk.add_app("Acme", SECRET)
        desk.paste(text)
        desk.wait_to_read(words, desk.card("headline"))

    return bring


def without_a_secret(desk: Desk) -> None:
    desk.paste(RIGHT)
    desk.wait_to_read("Add this app", desk.card("headline"))


def opened(desk: Desk) -> None:
    paste(WRONG, "The server signed email")(desk)
    desk.click("What was tried", desk.card("user_hash"))
    desk.click("What was checked", desk.card("shop_hash"))
    desk.click("Reveal", desk.card("user_hash"))


def finding(desk: Desk) -> None:
    paste(WRONG, "The server signed email")(desk)
    desk.choose("Find…")
    QTest.keyClicks(desk.field("Find in the text"), "not there")
    desk.wait_to_read("Not in the text")


def typing(desk: Desk) -> None:
    paste(WRONG, "The server signed email")(desk)
    bar = next(each for each in desk.visible(QTabBar))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.tabRect(1).center())
    assert desk.typed("email") == EMAIL


STATES: dict[str, Callable[[Desk], None]] = {
    "nothing pasted": lambda desk: None,  # noqa: ARG005
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
def test_everything_in_the_window_has_a_name_and_a_role(desk_without_keychain: Desk, state: str) -> None:
    STATES[state](desk_without_keychain)
    assert faults(desk_without_keychain.window) == []


def test_everything_in_the_dialogs_has_a_name_and_a_role(desk: Desk) -> None:
    desk.add_app("Acme", SECRET, "app_1234567890ab")
    desk.paste(UNEXPLAINED)
    desk.wait_to_read("No known mistake", desk.card("user_hash"))
    for words, title, then in (
        ("Add an app…", "Add an app", "Save"),
        ("Import several apps…", "Import several apps", "Paste the table"),
        ("Export…", "Export", "Copy"),
    ):
        desk.choose(words)
        dialog = desk.dialog(title)
        assert faults(dialog) == []
        QGuiApplication.clipboard().setText(f"Name\tSecret\nShop\t{'a' * 64}\nOther\tnone\n")
        wait_to_click(desk, then, dialog)
        desk.click(then, dialog)
        assert faults(dialog) == []
        dialog.reject()
    for words, title in (("Check with another secret…", "Check with another secret"), ("Characters…", "Characters")):
        desk.click(words)
        assert faults(desk.dialog(title)) == []
        desk.dialog(title).reject()


def wait_to_click(desk: Desk, words: str, dialog: QWidget) -> None:
    def ready() -> bool:
        return any(each.text() == words and each.isEnabled() for each in desk.buttons(dialog))

    desk.qtbot.waitUntil(ready, timeout=15_000)


def test_everything_about_the_apps_has_a_name_and_a_role(desk: Desk) -> None:
    desk.click("Manage apps…")
    assert faults(desk.dialog("Apps")) == []
    desk.click("Close", desk.dialog("Apps"))
    desk.add_app("Acme", SECRET, "app_1234567890ab")
    desk.add_app("Staging", hashlib.sha256(b"staging").hexdigest())
    desk.click_on(desk.card("appChooser"))
    assert faults(desk.card("popup")) == []
    desk.card("popup").hide()
    desk.click("Manage apps…")
    apps = desk.dialog("Apps")
    desk.click("New secret…", apps)
    dialog = desk.dialog("New secret")
    assert faults(dialog) == []
    desk.fill("Identity secret", hashlib.sha256(b"new").hexdigest(), dialog)
    desk.click("Save", dialog)
    desk.wait_to_read("Forget…", apps)
    assert faults(apps) == []
    desk.click("Edit…", apps)
    assert faults(desk.dialog("Edit the app")) == []
    desk.click("Cancel", desk.dialog("Edit the app"))
    desk.click("Close", apps)


def names(shown: QWidget) -> list[str]:
    return [seen.name for seen in tree(shown)]


def test_the_values_are_said_with_what_they_are_and_a_hidden_one_is_not(desk_without_keychain: Desk) -> None:
    desk = desk_without_keychain
    paste(WRONG, "The server signed email")(desk)
    assert f"external_id: {SHOP}" in names(desk.card("signed"))
    card = desk.card("user_hash")
    desk.click("What was tried", card)
    assert f"Sent: {signed(EMAIL)}" in names(card)
    assert "Expected: hidden" in names(card)
    assert not [name for name in names(desk.window) if signed(SHOP) in name and "sent" not in name]
    desk.click("Reveal", card)
    assert f"Expected: {signed(SHOP)}" in names(card)


def test_screen_readers_meet_the_parts_in_the_order_in_which_one_reads(desk_without_keychain: Desk) -> None:
    desk = desk_without_keychain
    paste(WRONG, "The server signed email")(desk)
    read = names(desk.window)
    order = ["Manage apps…", "Paste", "What the page sends", "What it means", "Signed value", "user_hash", "shop_hash"]
    places = [read.index(name) for name in order]
    assert places == sorted(places)
    desk.choose("Add an app…")
    dialog = desk.dialog("Add an app")
    places = [names(dialog).index(name) for name in ("Name", "Identity secret", "Cancel", "Save")]
    assert places == sorted(places)
    dialog.reject()


def test_what_the_colours_in_the_text_say_is_said_in_words(desk_without_keychain: Desk) -> None:
    desk = desk_without_keychain
    paste(WRONG, "The server signed email")(desk)
    (editor,) = desk.window.findChildren(Editor)
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
