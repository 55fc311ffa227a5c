"""Copying and exporting from the real window, and finding values, characters and words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, SECRET, SHOP, call, sign
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QTextBrowser

from convot_inspector.ui.paste.editor import Editor
from convot_inspector.ui.widgets.value_button import ValueButton

if TYPE_CHECKING:
    from pathlib import Path

    from app_driver import AppDriver
    from PySide6.QtWidgets import QDialog

pytestmark = pytest.mark.slow

WRONG = call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL))


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def wrong(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(WRONG)
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))


def test_there_is_nothing_to_hand_over_before_there_is_a_call(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    assert not driver.card("handOver").isVisible()
    driver.paste("prose")
    driver.wait_to_read("No identify call found")
    assert not driver.card("handOver").isVisible()
    driver.press("Ctrl+Shift+C")
    assert clipboard() == "prose"


def test_the_answer_for_the_merchant_is_copied(driver: AppDriver) -> None:
    wrong(driver)
    driver.click("Copy answer for the merchant")
    assert clipboard().startswith("Thank you")
    assert "make user_hash from external_id" in clipboard()
    assert "trusts these visitors less, or rejects them if" in clipboard()
    assert driver.reads("The answer is copied.", driver.card("handOver"))
    outcomes = {
        "Not known": "rejects them if Require identity verification is on",
        "Off": "can chat as before",
        "On": "rejects these visitors",
    }
    for setting in outcomes:
        driver.say_it_is(setting)
        driver.press("Ctrl+Shift+C")
        assert [other for other, words in outcomes.items() if words in clipboard()] == [setting]
    for hidden in (SECRET, EMAIL, SHOP, sign(SHOP), sign(EMAIL)):
        assert hidden not in clipboard()


def test_the_ticket_is_copied_in_the_chosen_language(driver: AppDriver) -> None:
    wrong(driver)
    driver.choose("Go")
    driver.click("Copy developer ticket")
    assert clipboard().startswith("# Convot identity verification: The server signed email instead of external")
    assert "```go\nimport (" in clipboard()
    assert "j***@example.com" in clipboard()
    assert driver.reads("with its code in Go", driver.card("handOver"))
    for hidden in (SECRET, EMAIL, SHOP, sign(SHOP), sign(EMAIL)):
        assert hidden not in clipboard()


def shown(dialog: QDialog) -> str:
    texts = [page.toPlainText() for page in dialog.findChildren(QPlainTextEdit) if page.isVisible()]
    return (texts + [page.toPlainText() for page in dialog.findChildren(QTextBrowser) if page.isVisible()])[0]


def choose(dialog: QDialog, words: str) -> None:
    for box in dialog.findChildren(QComboBox):
        at = box.findText(words, Qt.MatchFlag.MatchContains)
        if at >= 0:
            box.setCurrentIndex(at)
            return
    raise AssertionError(words)


def test_a_report_is_looked_at_changed_and_copied(driver: AppDriver) -> None:
    wrong(driver)
    driver.click("Export…")
    dialog = driver.dialog("Export")
    driver.qtbot.waitUntil(lambda: "Convot identity check" in shown(dialog))
    assert "j***@example.com" in shown(dialog)
    assert EMAIL not in shown(dialog)
    choose(dialog, "JSON")
    choose(dialog, "Shown as pasted")
    driver.qtbot.waitUntil(lambda: f'"value": "{EMAIL}"' in shown(dialog))
    driver.click("Copy", dialog)
    report = json.loads(clipboard())
    assert report["calls"][0]["user"]["causes"] == ["wrong-field"]
    choose(dialog, "Left out")
    choose(dialog, "Markdown")
    driver.qtbot.waitUntil(lambda: "(left out)" in shown(dialog))
    driver.click("Close", dialog)


def test_a_report_is_saved(driver: AppDriver, tmp_path: Path) -> None:
    wrong(driver)
    driver.press("Ctrl+E")
    dialog = driver.dialog("Export")
    driver.qtbot.waitUntil(lambda: "Convot identity check" in shown(dialog))
    for folder, said in ((tmp_path, "Saved as"), (tmp_path / "missing", "could not be written")):
        driver.click("Save…", dialog)
        asking = dialog.findChildren(QFileDialog)[-1]
        asking.fileSelected.emit(str(folder / "report.html"))
        asking.reject()
        driver.wait_to_read(said, dialog)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert SECRET not in page
    assert not (tmp_path / "missing").exists()
    driver.click("Close", dialog)


def editor(driver: AppDriver) -> Editor:
    found = driver.window.findChild(Editor)
    assert isinstance(found, Editor)
    return found


def test_a_value_on_a_card_is_shown_in_the_text(driver: AppDriver) -> None:
    wrong(driver)
    value = next(each for each in driver.visible(ValueButton, driver.card("signed")) if each.text() == SHOP)
    QTest.mouseClick(value, Qt.MouseButton.LeftButton)
    assert SHOP in editor(driver).textCursor().selectedText()
    value.setFocus()
    editor(driver).moveCursor(editor(driver).textCursor().MoveOperation.Start)
    QTest.keyClick(value, Qt.Key.Key_Return)
    assert SHOP in editor(driver).textCursor().selectedText()


def test_a_value_in_the_text_points_at_its_card(driver: AppDriver) -> None:
    wrong(driver)
    text = editor(driver)
    text.select(WRONG.index(sign(EMAIL)) + 5, WRONG.index(sign(EMAIL)) + 5)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=text.cursorRect().center())
    assert driver.card("user_hash").property("pointed") is True
    assert driver.card("signed").property("pointed") is not True
    driver.qtbot.waitUntil(lambda: driver.card("user_hash").property("pointed") is not True)


def test_invisible_characters_are_named(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(call(email="jo\u200bhn@example.com ", user_hash=sign(EMAIL)))
    driver.wait_to_read("user_hash does not verify", driver.card("headline"))
    driver.click("Characters…", driver.card("signed"))
    dialog = driver.dialog("Characters")
    for words in ("zero-width space", "U+200B", "character 3", "character 18", "space"):
        assert driver.reads(words, dialog), words
    driver.click("Close", dialog)


def test_the_signed_text_stands_beside_the_right_one(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(call(email=EMAIL, user_hash=sign(EMAIL + "\n")))
    driver.wait_to_read("The white space around email differs", driver.card("headline"))
    driver.click("Characters…", driver.card("signed"))
    dialog = driver.dialog("Characters")
    assert driver.reads("signed by the server", dialog)
    assert driver.reads("line feed (end of a line)", dialog)
    assert driver.reads("email: every character is visible and is what it looks like.", dialog)
    driver.click("Close", dialog)


def test_words_are_found_in_the_text(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(WRONG)
    driver.press("Ctrl+F")
    field = next(each for each in driver.visible(QLineEdit) if each.accessibleName() == "Find in the text")
    QTest.keyClicks(field, "EXAMPLE")
    assert editor(driver).textCursor().selectedText() == "example"
    first = editor(driver).index()
    QTest.keyClicks(field, "x")
    driver.wait_to_read("Not found")
    field.setText("john")
    places = set()
    for _ in range(3):
        driver.click("Next")
        places.add(editor(driver).index())
    assert len(places) == WRONG.count("john")
    driver.click("Previous")
    assert editor(driver).index() in places
    assert first in range(len(WRONG))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_words_are_found_in_a_text_that_is_shown_in_part(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    text = "filler, line by line\n" * 60_000 + "needle\n" + "more\n" * 9
    driver.paste(text)
    driver.qtbot.waitUntil(lambda: editor(driver).text() == text)
    driver.press("Ctrl+F")
    field = next(each for each in driver.visible(QLineEdit) if each.accessibleName() == "Find in the text")
    QTest.keyClicks(field, "needle")
    assert editor(driver).textCursor().selectedText() == "needle"
    assert editor(driver).index() == text.index("needle")


def test_the_edit_menu_is_the_editor_s(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    QTest.keyClicks(editor(driver), "abc")
    driver.choose("Undo")
    assert editor(driver).text() != "abc"
    driver.choose("Redo")
    assert editor(driver).text() == "abc"


def test_the_whole_code_in_the_language_that_was_picked(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(call(external_id="4711", email=EMAIL, user_hash=sign(EMAIL)))
    driver.wait_to_read("instead of external_id", driver.card("headline"))
    driver.click("Complete code…", driver.card("user_hash"))
    dialog = driver.dialog("Complete code")
    server, in_page = driver.visible(QPlainTextEdit, dialog)
    assert "convot_hash(external_id)" in server.toPlainText()
    assert 'external_id: "<external_id from the server>"' in in_page.toPlainText()
    assert "shop" not in server.toPlainText()
    (chooser,) = driver.visible(QComboBox, dialog)
    QTest.keyClicks(chooser, "Go")
    assert 'os.Getenv("CONVOT_IDENTITY_SECRET")' in server.toPlainText()
    driver.click("Copy", dialog)
    assert clipboard() == server.toPlainText()
    QTest.keyClick(chooser, Qt.Key.Key_End)
    assert not in_page.isVisible()
    driver.click("Close", dialog)
    assert driver.reads("React Router ▾", driver.card("user_hash"))  # chosen once for all places


def test_copied_message_disappears_with_the_next_text(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(call(email=EMAIL, user_hash=sign(EMAIL)))
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.click("Copy answer for the merchant")
    assert driver.reads("The answer is copied.")
    driver.paste(call(email=EMAIL))
    driver.wait_to_read("Not verified: no user_hash is sent", driver.card("headline"))
    assert not driver.reads("The answer is copied.")
