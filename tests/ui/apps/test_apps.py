"""The user's apps in the real window with a real keychain: found, named by a paste, rotated, imported, marked."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, RIGHT, SECRET, call, sign
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QListWidget, QTreeWidget

from convot_inspector.core.fingerprint import fingerprint

if TYPE_CHECKING:
    from app_driver import AppDriver
    from keychain_lab import Keychain
    from PySide6.QtWidgets import QWidget

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("few_numbers")]

OTHER, THIRD = (hashlib.sha256(name).hexdigest() for name in (b"other", b"third"))


def listed(inside: QWidget) -> list[str]:
    """Return the visible names in a list of apps."""
    (found,) = inside.findChildren(QListWidget)
    items = [found.item(row) for row in range(found.count())]
    return [item.text() for item in items if not item.isHidden()]


def manage(driver: AppDriver, name: str) -> QWidget:
    """Open the apps dialog and select that app."""
    driver.click("Manage apps…")
    dialog = driver.dialog("Apps")
    driver.fill("Search the apps by name", name, dialog)
    driver.wait_to_read(name, dialog)
    return dialog


def new_secret(driver: AppDriver, dialog: QWidget, secret: str) -> None:
    driver.click("New secret…", dialog)
    asking = driver.dialog("New secret")
    driver.fill("Identity secret", secret, asking)
    driver.click("Save", asking)
    driver.wait_to_read(fingerprint(secret), dialog)


def test_a_rotation_keeps_the_old_secret_and_tells_a_server_that_still_uses_it(
    driver: AppDriver, keychain: Keychain
) -> None:
    driver.add_app("Acme", SECRET)
    dialog = manage(driver, "Acme")
    driver.wait_to_read("None. “New secret…” keeps", dialog)
    new_secret(driver, dialog, OTHER)
    driver.wait_to_read(fingerprint(SECRET), dialog)
    assert driver.reads("rotated ", dialog)
    driver.click("Close", dialog)
    driver.wait_to_read(f"secret {fingerprint(OTHER)}")
    driver.paste(RIGHT)
    driver.wait_to_read("The server still uses a previous secret", driver.card("headline"))
    assert driver.reads(f"{fingerprint(SECRET)}, rotated ", driver.card("user_hash"))
    assert len(keychain.items()) == 2

    driver.restart()
    driver.paste(RIGHT)
    driver.wait_to_read("The server still uses a previous secret", driver.card("headline"))
    dialog = manage(driver, "Acme")
    driver.wait_to_read(fingerprint(SECRET), dialog)
    driver.click("Forget…", dialog)
    driver.click("Forget", driver.dialog("Forget a previous secret"))
    driver.wait_to_read("None. “New secret…” keeps", dialog)
    assert len(keychain.items()) == 1
    driver.click("Close", dialog)
    driver.wait_to_read("No known mistake", driver.card("user_hash"))


def test_a_previous_secret_is_added_by_hand(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", OTHER)
    driver.paste(RIGHT)
    driver.wait_to_read("No known mistake", driver.card("user_hash"))
    dialog = manage(driver, "Acme")
    for secret, words in (
        (OTHER, "This is the app's current secret"),
        (SECRET, ""),
        (SECRET, "The app already has this previous secret"),
    ):
        driver.click("Add a previous secret…", dialog)
        asking = driver.dialog("Add a previous secret")
        QGuiApplication.clipboard().setText(f"{secret}\n")
        driver.field("Previous identity secret", asking).paste()
        driver.click("Save", asking)
        if words:
            driver.wait_to_read(words, asking)
            driver.click("Cancel", asking)
        else:
            driver.wait_to_read(fingerprint(SECRET), dialog)
            assert QGuiApplication.clipboard().text() == ""
    assert driver.reads("rotated at an unknown time", dialog)
    driver.click("Close", dialog)
    driver.wait_to_read("The server still uses a previous secret", driver.card("headline"))
    assert len(keychain.items()) == 2
    driver.restart()
    driver.wait_to_read(f"secret {fingerprint(OTHER)}")
    driver.paste(RIGHT)
    driver.wait_to_read("The server still uses a previous secret", driver.card("headline"))


def test_the_secret_that_it_has_already_is_refused_and_stays_typed(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    dialog = manage(driver, "Acme")
    driver.click("New secret…", dialog)
    asking = driver.dialog("New secret")
    driver.fill("Identity secret", SECRET, asking)
    driver.click("Save", asking)
    driver.wait_to_read("The app already has this secret", asking)
    assert driver.field("Identity secret", asking).text() == SECRET
    driver.click("Cancel", asking)
    driver.click("Close", dialog)


def test_name_and_key_are_edited(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.add_app("Other", OTHER)
    dialog = manage(driver, "Acme")
    driver.click("Edit…", dialog)
    editing = driver.dialog("Edit the app")
    driver.fill("Name", "other", editing)
    driver.click("Save", editing)
    driver.wait_to_read("already an app with this name", editing)
    driver.fill("Name", "Acme, production", editing)
    driver.fill("Public app key, optional", "key", editing)
    driver.click("Save", editing)
    driver.wait_to_read("starts with app_", editing)
    driver.fill("Public app key, optional", "app_acme", editing)
    driver.click("Save", editing)
    driver.wait_to_read("app_acme", dialog)
    driver.click("Close", dialog)
    driver.restart()
    apps = driver.main_view.service.apps
    assert [(app.name, app.key) for app in apps] == [("Acme, production", "app_acme"), ("Other", "")]


def test_apps_are_put_in_another_order(driver: AppDriver) -> None:
    for name, secret in (("A", SECRET), ("B", OTHER), ("C", THIRD)):
        driver.add_app(name, secret)
    driver.click("Manage apps…")
    dialog = driver.dialog("Apps")
    assert listed(dialog) == ["A", "B", "C"]  # C was added last, so it is the chosen one
    driver.click("Move up", dialog)
    driver.qtbot.waitUntil(lambda: listed(dialog) == ["A", "C", "B"])
    driver.click("Move up", dialog)
    driver.qtbot.waitUntil(lambda: listed(dialog) == ["C", "A", "B"])
    driver.click("Move down", dialog)
    driver.qtbot.waitUntil(lambda: listed(dialog) == ["A", "C", "B"])
    driver.click("Close", dialog)
    driver.restart()
    assert [app.name for app in driver.main_view.service.apps] == ["A", "C", "B"]


def test_apps_are_found_by_a_part_of_their_name_and_by_keys(driver: AppDriver) -> None:
    for name, secret in (("Acme, production", SECRET), ("Acme, staging", OTHER), ("Västra Butiken", THIRD)):
        driver.add_app(name, secret)
    driver.click_on(driver.card("appChooser"))
    popup = driver.card("popup")
    search = driver.field("Search the apps by name", popup)
    for typed, names in (
        ("", ["Västra Butiken", "Acme, staging", "Acme, production"]),  # the one used last first
        ("ACME", ["Acme, staging", "Acme, production"]),
        ("VÄSTRA", ["Västra Butiken"]),
        ("nothing", []),
    ):
        driver.fill("Search the apps by name", typed, popup)
        assert listed(popup) == names
    assert driver.reads("No app with this name.", popup)
    driver.fill("Search the apps by name", "acme", popup)
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)
    driver.wait_to_read(f"Acme, production  ·  secret {fingerprint(SECRET)}")
    driver.press("Ctrl+K")
    assert popup.isVisible()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_a_paste_chooses_the_app_whose_key_it_holds_and_the_user_may_choose_otherwise(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET, key="app_acme")
    driver.add_app("Other", OTHER, key="app_other")
    page = f'<script>window.Convot = {{ app_id: "app_acme" }};</script>\n<script>{RIGHT}</script>'
    driver.paste(page)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert driver.reads("“Acme” was chosen by its key")
    driver.choose_app("Other")
    driver.wait_to_read("The hash was made with the secret of another app", driver.card("headline"))
    driver.paste(page + "\n")  # the same page again: the user's choice stays
    driver.wait_to_read("The hash was made with the secret of another app", driver.card("headline"))
    assert not driver.reads("was chosen by its key")
    driver.paste(call(email=EMAIL, user_hash=sign(EMAIL, OTHER)) + " // app_other app_acme")
    driver.wait_to_read("Verified", driver.card("headline"))  # of two apps that it names, the chosen one stays
    driver.paste("")
    driver.paste(page)
    driver.wait_to_read("“Acme” was chosen by its key")
    driver.wait_to_read("Verified", driver.card("headline"))


def test_a_saved_secret_is_taken_out_of_the_clipboard_if_it_is_still_there(driver: AppDriver) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(SECRET)
    driver.add_app("Acme", SECRET)
    assert clipboard.text() == ""
    driver.wait_to_read("It was also cleared from your clipboard.", driver.card("notice"))
    assert driver.card("notice").property("tone") == "right"
    driver.click("OK", driver.card("notice"))
    assert not driver.card("notice").isVisible()
    clipboard.setText("something else")
    driver.add_app("Other", OTHER)
    assert clipboard.text() == "something else"
    assert not driver.card("notice").isVisible()
    dialog = manage(driver, "Other")
    clipboard.setText(f"{THIRD}\n")
    new_secret(driver, dialog, THIRD)
    assert clipboard.text() == ""
    driver.click("Close", dialog)


@pytest.mark.parametrize(
    "around", [(" ", ""), ("", "\n"), ("\t\ufeff", " \r\n")], ids=["space", "line feed", "several"]
)
def test_white_space_around_a_pasted_secret_is_removed_and_reported(
    driver_without_keychain: AppDriver, around: tuple[str, str]
) -> None:
    driver = driver_without_keychain
    QGuiApplication.clipboard().setText(SECRET.join(around))
    driver.wait_to_read("Name the app")
    driver.fill("Name of the app", "First", driver.window)
    driver.click("Next")
    driver.field("Identity secret of the app").paste()
    assert driver.typed("Identity secret of the app") == SECRET
    assert driver.reads("The spaces or line breaks around it were left out.", driver.card("firstSteps"))
    driver.click("Save the app")
    driver.wait_to_read(fingerprint(SECRET))
    for entry, title, name in (
        ("Add an app…", "Add an app", "Identity secret"),
        ("Manage apps…", "Apps", ""),
    ):
        driver.choose(entry)
        dialog = driver.dialog(title)
        if not name:
            driver.click("New secret…", dialog)
            dialog, name = driver.dialog("New secret"), "Identity secret"
        field = driver.field(name, dialog)
        QTest.keyClicks(field, "0")
        field.selectAll()
        field.paste()
        assert field.text() == SECRET
        assert driver.reads("The spaces or line breaks around it were left out.", dialog)
        driver.click("Cancel", dialog)
    driver.click("Close", driver.dialog("Apps"))


def test_a_secret_for_the_session_is_marked_and_stays_in_the_clipboard(driver: AppDriver, keychain: Keychain) -> None:
    QGuiApplication.clipboard().setText(SECRET)
    driver.choose("Add an app…")
    dialog = driver.dialog("Add an app")
    driver.fill("Name", "Acme", dialog)
    driver.fill("Identity secret", SECRET, dialog)
    keep = driver.visible(QCheckBox, dialog)[0]
    assert "GNOME Keyring or KWallet" in keep.text()
    driver.click("Keep it in", dialog)
    driver.click("Save", dialog)
    driver.wait_to_read("this session only", driver.card("topBar"))
    assert QGuiApplication.clipboard().text() == SECRET
    assert not keychain.items()
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    managing = manage(driver, "Acme")
    assert driver.reads("this session only", managing)
    driver.click("Close", managing)
    driver.restart()
    driver.wait_to_read("No app yet")


TABLE = f"Name\tSecret\tKey\r\nAcme\t{SECRET}\tapp_acme\r\nBad\t{OTHER[1:]}\r\nOther\t{OTHER}\r\nThere\t{THIRD}\r\n"


def states(dialog: QWidget) -> list[tuple[str, str, str, str]]:
    (preview,) = dialog.findChildren(QTreeWidget)
    items = [preview.topLevelItem(row) for row in range(preview.topLevelItemCount())]
    return [(item.text(0), item.text(1), item.text(2), item.text(3)) for item in items if item is not None]


@pytest.mark.parametrize("by", ["button", "keyboard"])
def test_several_apps_are_imported_from_a_table_after_a_preview(driver: AppDriver, keychain: Keychain, by: str) -> None:
    driver.add_app("There", "0" * 64)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(TABLE)
    driver.choose("Import several apps…")
    dialog = driver.dialog("Import several apps")
    if by == "button":
        driver.click("Paste the table", dialog)
    else:
        driver.qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert states(dialog) == [
        ("Acme", fingerprint(SECRET), "app_acme", "will be imported"),
        ("Bad", "", "", "A secret has exactly 64 characters, 0–9 and a–f. This one has 63."),
        ("Other", fingerprint(OTHER), "", "will be imported"),
        ("There", fingerprint(THIRD), "", "There is already an app with this name."),
    ]
    assert not any(secret[:16] in text for secret in (SECRET, OTHER, THIRD) for text in driver.texts(dialog))
    assert len(keychain.items()) == 1  # it is a preview
    driver.click("Import 2 apps", dialog)
    driver.wait_to_read("2 apps were added. The table was cleared from your clipboard.", dialog)
    assert clipboard.text() == ""
    assert [state for *_, state in states(dialog)][::2] == ["✓ saved", "✓ saved"]
    driver.click("Close", dialog)
    assert len(keychain.items()) == 3
    driver.paste(RIGHT + "// app_acme")
    driver.wait_to_read("Verified", driver.card("headline"))


def many(count: int) -> str:
    return "".join(f"App {number}\t{hashlib.sha256(bytes([number])).hexdigest()}\n" for number in range(count))


@pytest.mark.parametrize("keep", [True, False], ids=["keep", "undo"])
def test_escape_stops_an_import_and_says_how_far_it_came(driver: AppDriver, keychain: Keychain, *, keep: bool) -> None:
    QGuiApplication.clipboard().setText(many(40))
    driver.choose("Import several apps…")
    dialog = driver.dialog("Import several apps")
    driver.click("Paste the table", dialog)
    driver.click("Import 40 apps", dialog)
    driver.wait_to_read("Saving 3 of 40", dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driver.wait_to_read("keep your table", dialog)
    added = len(driver.main_view.service.apps)
    assert 3 <= added < 40
    assert driver.reads(f"{added} apps were added. {40 - added} were not", dialog)
    assert [state for *_, state in states(dialog)] == ["✓ saved"] * added + ["not saved"] * (40 - added)
    if not keep:
        driver.click(f"Remove these {added} again", dialog)
        driver.wait_to_read(f"{added} apps were removed again.", dialog)
        added = 0
    assert (len(driver.main_view.service.apps), len(keychain.items())) == (added, added)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driver.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_every_reason_in_the_import_is_whole_and_reached_by_keyboard(driver: AppDriver) -> None:
    name = "Acme, the shop with the very long name in the city of the very long names"
    QGuiApplication.clipboard().setText(f"{name}\t{SECRET[1:]}\n{name} 2\tck_{SECRET}\n")
    driver.choose("Import several apps…")
    dialog = driver.dialog("Import several apps")
    driver.click("Paste the table", dialog)
    (preview,) = dialog.findChildren(QTreeWidget)
    preview.setFocus()
    for row in range(2):
        QTest.keyClick(preview, Qt.Key.Key_Down if row else Qt.Key.Key_Home)
        item = preview.topLevelItem(row)
        assert item is not None
        assert item is preview.currentItem()
        place = preview.visualItemRect(item)
        room = QRect(0, 0, preview.columnWidth(3) - 16, 1_000)
        words = preview.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text(3))
        assert room.width() > 200
        assert place.height() >= words.height()
    driver.click("Close", dialog)


def test_the_app_of_the_examples_is_listed_apart_and_only_with_an_example(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.choose_app("Acme")
    driver.choose("Everything right: email only")  # before the keychain's answer for Acme, which must not be used then
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.click_on(driver.card("appChooser"))
    popup = driver.card("popup")
    (shown,) = popup.findChildren(QListWidget)
    assert len(listed(popup)) == 2
    assert "not saved" in shown.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.keyClick(driver.field("Search the apps by name", popup), Qt.Key.Key_Escape)
    driver.paste("Convot.identify({ external_id: 'quite another one' })")
    driver.wait_to_read(f"Acme  ·  secret {fingerprint(SECRET)}")
    driver.click_on(driver.card("appChooser"))
    assert listed(popup) == ["Acme"]
    QTest.keyClick(driver.field("Search the apps by name", popup), Qt.Key.Key_Escape)


def test_an_import_that_the_keychain_stops_keeps_the_table(driver: AppDriver, keychain: Keychain) -> None:
    QGuiApplication.clipboard().setText(TABLE)
    driver.choose("Import several apps…")
    dialog = driver.dialog("Import several apps")
    driver.click("Paste the table", dialog)
    keychain.lock()
    driver.click("Import 3 apps", dialog)
    driver.wait_to_read("0 apps were added. 3 were not: keep your table.", dialog)
    assert driver.reads("password store is locked", dialog)
    assert QGuiApplication.clipboard().text() == TABLE
    keychain.unlock()
    driver.click("Paste the table", dialog)
    driver.click("Import 3 apps", dialog)
    driver.wait_to_read("3 apps were added.", dialog)
    driver.click("Close", dialog)


@pytest.mark.parametrize("text", ["", "Hello, our visitors are anonymous.", "x\t" * 200_000])
def test_text_that_is_no_table_is_rejected(driver: AppDriver, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    driver.choose("Import several apps…")
    dialog = driver.dialog("Import several apps")
    driver.click("Paste the table", dialog)
    assert driver.reads("Nothing was imported", dialog) or driver.reads("skipped", dialog)
    assert not next(each for each in driver.buttons(dialog) if each.text().startswith("Import")).isEnabled()
    driver.click("Close", dialog)


def offered(driver: AppDriver) -> list[str]:
    """Open the list of apps; return the names in it."""
    driver.click_on(driver.card("appChooser"))
    popup = driver.card("popup")
    (apps,) = driver.visible(QListWidget, popup)
    names = [apps.item(row).text() for row in range(apps.count())]
    popup.hide()
    return names


def test_the_apps_that_were_used_last_come_first_also_after_a_restart(driver: AppDriver) -> None:
    for number, name in enumerate("ABCDEFG"):
        driver.add_app(name, f"{number}" * 64)
    for name in "BDB":
        driver.choose_app(name)
    assert offered(driver) == ["B", "D", "G", "F", "E", "A", "C"]
    driver.restart()
    assert offered(driver) == ["B", "D", "G", "F", "E", "A", "C"]
    stored = (driver._preferences).read_text(encoding="utf-8")
    assert "0" * 32 not in stored
    driver.choose("Everything right: email only")
    driver.wait_to_read("Verified", driver.card("headline"))
    assert offered(driver) == ["B", "D", "G", "F", "E", "A", "C", "Example app (demo secret)"]
    assert driver.main_view.current_app.demo is not None
    assert "demo" not in driver.main_view._preferences.recent_apps
