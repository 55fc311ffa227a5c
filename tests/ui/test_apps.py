"""The user's apps in the real window with a real keychain: found, named by a paste, rotated, imported, marked."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QListWidget, QTreeWidget
from test_first_light import EMAIL, RIGHT, SECRET, call, signed

from convot_inspector.core.fingerprint import fingerprint

if TYPE_CHECKING:
    from desk import Desk
    from keychain_lab import Keychain
    from PySide6.QtWidgets import QWidget

OTHER, THIRD = (hashlib.sha256(name).hexdigest() for name in (b"other", b"third"))


def listed(inside: QWidget) -> list[str]:
    """The names that can be seen in a list of apps."""
    (found,) = inside.findChildren(QListWidget)
    items = [found.item(row) for row in range(found.count())]
    return [item.text() for item in items if not item.isHidden()]


def manage(desk: Desk, name: str) -> QWidget:
    """The dialog of the apps, with that one chosen."""
    desk.click("Manage apps…")
    dialog = desk.dialog("Apps")
    desk.fill("Search the apps by name", name, dialog)
    desk.wait_to_read(name, dialog)
    return dialog


def new_secret(desk: Desk, dialog: QWidget, secret: str) -> None:
    desk.click("New secret…", dialog)
    asking = desk.dialog("New secret")
    desk.fill("Identity secret", secret, asking)
    desk.click("Save", asking)
    desk.wait_to_read(fingerprint(secret), dialog)


def test_a_rotation_keeps_the_old_secret_and_tells_a_server_that_still_uses_it(desk: Desk, keychain: Keychain) -> None:
    desk.add_app("Acme", SECRET)
    dialog = manage(desk, "Acme")
    desk.wait_to_read("None. One comes", dialog)
    new_secret(desk, dialog, OTHER)
    desk.wait_to_read(fingerprint(SECRET), dialog)
    assert desk.reads("rotated ", dialog)
    desk.click("Close", dialog)
    desk.wait_to_read(f"secret {fingerprint(OTHER)}")
    desk.paste(RIGHT)
    desk.wait_to_read("The server still uses a previous secret", desk.card("headline"))
    assert desk.reads(f"{fingerprint(SECRET)}, rotated ", desk.card("user_hash"))
    assert len(keychain.items()) == 2

    desk.restart()
    desk.paste(RIGHT)
    desk.wait_to_read("The server still uses a previous secret", desk.card("headline"))
    dialog = manage(desk, "Acme")
    desk.wait_to_read(fingerprint(SECRET), dialog)
    desk.click("Forget…", dialog)
    desk.click("Forget", desk.dialog("Forget a previous secret"))
    desk.wait_to_read("None. One comes", dialog)
    assert len(keychain.items()) == 1
    desk.click("Close", dialog)
    desk.wait_to_read("No known mistake", desk.card("user_hash"))


def test_the_secret_that_it_has_already_is_refused_and_stays_typed(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    dialog = manage(desk, "Acme")
    desk.click("New secret…", dialog)
    asking = desk.dialog("New secret")
    desk.fill("Identity secret", SECRET, asking)
    desk.click("Save", asking)
    desk.wait_to_read("This is the secret that the app has already", asking)
    assert desk.field("Identity secret", asking).text() == SECRET
    desk.click("Cancel", asking)
    desk.click("Close", dialog)


def test_name_and_key_are_edited(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.add_app("Other", OTHER)
    dialog = manage(desk, "Acme")
    desk.click("Edit…", dialog)
    editing = desk.dialog("Edit the app")
    desk.fill("Name", "other", editing)
    desk.click("Save", editing)
    desk.wait_to_read("already an app of this name", editing)
    desk.fill("Name", "Acme, production", editing)
    desk.fill("Public app key, optional", "key", editing)
    desk.click("Save", editing)
    desk.wait_to_read("starts with app_", editing)
    desk.fill("Public app key, optional", "app_acme", editing)
    desk.click("Save", editing)
    desk.wait_to_read("app_acme", dialog)
    desk.click("Close", dialog)
    desk.restart()
    apps = desk.contents.service.apps
    assert [(app.name, app.key) for app in apps] == [("Acme, production", "app_acme"), ("Other", "")]


def test_apps_are_put_in_another_order(desk: Desk) -> None:
    for name, secret in (("A", SECRET), ("B", OTHER), ("C", THIRD)):
        desk.add_app(name, secret)
    desk.click("Manage apps…")
    dialog = desk.dialog("Apps")
    assert listed(dialog) == ["A", "B", "C"]  # C was added last, so it is the chosen one
    desk.click("Move up", dialog)
    desk.qtbot.waitUntil(lambda: listed(dialog) == ["A", "C", "B"])
    desk.click("Move up", dialog)
    desk.qtbot.waitUntil(lambda: listed(dialog) == ["C", "A", "B"])
    desk.click("Move down", dialog)
    desk.qtbot.waitUntil(lambda: listed(dialog) == ["A", "C", "B"])
    desk.click("Close", dialog)
    desk.restart()
    assert [app.name for app in desk.contents.service.apps] == ["A", "C", "B"]


def test_apps_are_found_by_a_part_of_their_name_and_by_keys(desk: Desk) -> None:
    for name, secret in (("Acme, production", SECRET), ("Acme, staging", OTHER), ("Västra Butiken", THIRD)):
        desk.add_app(name, secret)
    desk.click_on(desk.card("appChooser"))
    popup = desk.card("popup")
    search = desk.field("Search the apps by name", popup)
    for typed, names in (
        ("", ["Acme, production", "Acme, staging", "Västra Butiken"]),
        ("ACME", ["Acme, production", "Acme, staging"]),
        ("VÄSTRA", ["Västra Butiken"]),
        ("nothing", []),
    ):
        desk.fill("Search the apps by name", typed, popup)
        assert listed(popup) == names
    assert desk.reads("No app of this name.", popup)
    desk.fill("Search the apps by name", "acme", popup)
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)
    desk.wait_to_read(f"Acme, staging  ·  secret {fingerprint(OTHER)}")
    desk.press("Ctrl+K")
    assert popup.isVisible()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_a_paste_chooses_the_app_whose_key_it_holds_and_the_user_may_choose_otherwise(desk: Desk) -> None:
    desk.add_app("Acme", SECRET, key="app_acme")
    desk.add_app("Other", OTHER, key="app_other")
    page = f'<script>window.Convot = {{ app_id: "app_acme" }};</script>\n<script>{RIGHT}</script>'
    desk.paste(page)
    desk.wait_to_read("Verified", desk.card("headline"))
    assert desk.reads("“Acme” was chosen by its key")
    desk.choose_app("Other")
    desk.wait_to_read("The server uses the secret of another app", desk.card("headline"))
    desk.paste(page + "\n")  # the same page again: the user knows better
    desk.wait_to_read("The server uses the secret of another app", desk.card("headline"))
    assert not desk.reads("was chosen by its key")
    desk.paste(call(email=EMAIL, user_hash=signed(EMAIL, OTHER)) + " // app_other app_acme")
    desk.wait_to_read("Verified", desk.card("headline"))  # of two that it names, the chosen one stays
    desk.paste("")
    desk.paste(page)
    desk.wait_to_read("“Acme” was chosen by its key")
    desk.wait_to_read("Verified", desk.card("headline"))


def test_a_saved_secret_is_taken_out_of_the_clipboard_if_it_is_still_there(desk: Desk) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(SECRET)
    desk.add_app("Acme", SECRET)
    assert clipboard.text() == ""
    desk.wait_to_read("It was also cleared from your clipboard.", desk.card("notice"))
    desk.click("OK", desk.card("notice"))
    assert not desk.card("notice").isVisible()
    clipboard.setText("something else")
    desk.add_app("Other", OTHER)
    assert clipboard.text() == "something else"
    assert not desk.card("notice").isVisible()
    dialog = manage(desk, "Other")
    clipboard.setText(f"{THIRD}\n")
    new_secret(desk, dialog, THIRD)
    assert clipboard.text() == ""
    desk.click("Close", dialog)


def test_a_secret_for_the_session_is_marked_and_stays_in_the_clipboard(desk: Desk, keychain: Keychain) -> None:
    QGuiApplication.clipboard().setText(SECRET)
    desk.choose("Add an app…")
    dialog = desk.dialog("Add an app")
    desk.fill("Name", "Acme", dialog)
    desk.fill("Identity secret", SECRET, dialog)
    keep = desk.visible(QCheckBox, dialog)[0]
    assert "GNOME Keyring or KWallet" in keep.text()
    desk.click("Keep it in", dialog)
    desk.click("Save", dialog)
    desk.wait_to_read("this session only", desk.card("topBar"))
    assert QGuiApplication.clipboard().text() == SECRET
    assert not keychain.items()
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))
    managing = manage(desk, "Acme")
    assert desk.reads("this session only", managing)
    desk.click("Close", managing)
    desk.restart()
    desk.wait_to_read("No app yet")


TABLE = f"Name\tSecret\tKey\r\nAcme\t{SECRET}\tapp_acme\r\nBad\t{OTHER[1:]}\r\nOther\t{OTHER}\r\nThere\t{THIRD}\r\n"


def states(dialog: QWidget) -> list[tuple[str, str, str, str]]:
    (preview,) = dialog.findChildren(QTreeWidget)
    items = [preview.topLevelItem(row) for row in range(preview.topLevelItemCount())]
    return [(item.text(0), item.text(1), item.text(2), item.text(3)) for item in items if item is not None]


@pytest.mark.parametrize("by", ["button", "keyboard"])
def test_several_apps_are_imported_from_a_table_after_a_preview(desk: Desk, keychain: Keychain, by: str) -> None:
    desk.add_app("There", "0" * 64)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(TABLE)
    desk.choose("Import several apps…")
    dialog = desk.dialog("Import several apps")
    if by == "button":
        desk.click("Paste the table", dialog)
    else:
        desk.qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert states(dialog) == [
        ("Acme", fingerprint(SECRET), "app_acme", "will be imported"),
        ("Bad", "", "", "A secret has exactly 64 characters, 0–9 and a–f. This one has 63."),
        ("Other", fingerprint(OTHER), "", "will be imported"),
        ("There", fingerprint(THIRD), "", "There is already an app of this name."),
    ]
    assert not any(secret[:16] in text for secret in (SECRET, OTHER, THIRD) for text in desk.texts(dialog))
    assert len(keychain.items()) == 1  # it is a preview
    desk.click("Import 2 apps", dialog)
    desk.wait_to_read("2 apps were added. The table was cleared from your clipboard.", dialog)
    assert clipboard.text() == ""
    assert [state for *_, state in states(dialog)][::2] == ["✓ saved", "✓ saved"]
    desk.click("Close", dialog)
    assert len(keychain.items()) == 3
    desk.paste(RIGHT + "// app_acme")
    desk.wait_to_read("Verified", desk.card("headline"))


def test_an_import_that_the_keychain_stops_keeps_the_table(desk: Desk, keychain: Keychain) -> None:
    QGuiApplication.clipboard().setText(TABLE)
    desk.choose("Import several apps…")
    dialog = desk.dialog("Import several apps")
    desk.click("Paste the table", dialog)
    keychain.lock()
    desk.click("Import 3 apps", dialog)
    desk.wait_to_read("0 apps were added. 3 were not: keep your table.", dialog)
    assert desk.reads("password store is locked", dialog)
    assert QGuiApplication.clipboard().text() == TABLE
    keychain.unlock()
    desk.click("Paste the table", dialog)
    desk.click("Import 3 apps", dialog)
    desk.wait_to_read("3 apps were added.", dialog)
    desk.click("Close", dialog)


@pytest.mark.parametrize("text", ["", "Hello, our visitors are anonymous.", "x\t" * 200_000])
def test_what_is_no_table_is_said_to_be_none(desk: Desk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    desk.choose("Import several apps…")
    dialog = desk.dialog("Import several apps")
    desk.click("Paste the table", dialog)
    assert desk.reads("Nothing was imported", dialog) or desk.reads("left out", dialog)
    assert not next(each for each in desk.buttons(dialog) if each.text().startswith("Import")).isEnabled()
    desk.click("Close", dialog)
