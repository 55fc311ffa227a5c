"""The answer is handed over from the real window: copied, exported; and values, characters and words are found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QTextBrowser
from test_first_light import EMAIL, SECRET, SHOP, call, signed

from convot_inspector.ui.paste.editor import Editor
from convot_inspector.ui.widgets.value_button import ValueButton

if TYPE_CHECKING:
    from pathlib import Path

    from desk import Desk
    from PySide6.QtWidgets import QDialog

WRONG = call(external_id=SHOP, email=EMAIL, user_hash=signed(EMAIL))


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def wrong(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(WRONG)
    desk.wait_to_read("The server signed email instead of external_id", desk.card("headline"))


def test_there_is_nothing_to_hand_over_before_there_is_a_call(desk_without_keychain: Desk) -> None:
    desk = desk_without_keychain
    assert not desk.card("handOver").isVisible()
    desk.paste("prose")
    desk.wait_to_read("No identify call found")
    assert not desk.card("handOver").isVisible()
    desk.press("Ctrl+Shift+C")
    assert clipboard() == "prose"


def test_the_answer_for_the_merchant_is_copied(desk: Desk) -> None:
    wrong(desk)
    desk.click("Copy answer for the merchant")
    assert clipboard().startswith("Thank you for sending this")
    assert "make user_hash from external_id" in clipboard()
    assert "can chat as before" in clipboard()
    assert desk.reads("The answer is copied.", desk.card("handOver"))
    desk.click_switch("Require identity verification")
    desk.press("Ctrl+Shift+C")
    assert "identity_verification_required" in clipboard()
    for hidden in (SECRET, EMAIL, SHOP, signed(SHOP), signed(EMAIL)):
        assert hidden not in clipboard()


def test_the_ticket_is_copied_in_the_chosen_language(desk: Desk) -> None:
    wrong(desk)
    desk.choose("Go")
    desk.click("Copy developer ticket")
    assert clipboard().startswith("# Convot identity verification: The server signed email instead of external")
    assert "```go\nimport (" in clipboard()
    assert "j***@example.com" in clipboard()
    assert desk.reads("with its code in Go", desk.card("handOver"))
    for hidden in (SECRET, EMAIL, SHOP, signed(SHOP), signed(EMAIL)):
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


def test_a_report_is_looked_at_changed_and_copied(desk: Desk) -> None:
    wrong(desk)
    desk.click("Export…")
    dialog = desk.dialog("Export")
    desk.qtbot.waitUntil(lambda: "Convot identity check" in shown(dialog))
    assert "j***@example.com" in shown(dialog)
    assert EMAIL not in shown(dialog)
    choose(dialog, "JSON")
    choose(dialog, "Shown as pasted")
    desk.qtbot.waitUntil(lambda: f'"value": "{EMAIL}"' in shown(dialog))
    desk.click("Copy", dialog)
    report = json.loads(clipboard())
    assert report["calls"][0]["user"]["causes"] == ["wrong-field"]
    choose(dialog, "Left out")
    choose(dialog, "Markdown")
    desk.qtbot.waitUntil(lambda: "(left out)" in shown(dialog))
    desk.click("Close", dialog)


def test_a_report_is_saved(desk: Desk, tmp_path: Path) -> None:
    wrong(desk)
    desk.press("Ctrl+E")
    dialog = desk.dialog("Export")
    desk.qtbot.waitUntil(lambda: "Convot identity check" in shown(dialog))
    for folder, said in ((tmp_path, "Saved as"), (tmp_path / "missing", "could not be written")):
        desk.click("Save…", dialog)
        asking = dialog.findChildren(QFileDialog)[-1]
        asking.fileSelected.emit(str(folder / "report.html"))
        asking.reject()
        desk.wait_to_read(said, dialog)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert SECRET not in page
    assert not (tmp_path / "missing").exists()
    desk.click("Close", dialog)


def editor(desk: Desk) -> Editor:
    found = desk.window.findChild(Editor)
    assert isinstance(found, Editor)
    return found


def test_a_value_on_a_card_is_shown_in_the_text(desk: Desk) -> None:
    wrong(desk)
    value = next(each for each in desk.visible(ValueButton, desk.card("signed")) if each.text() == SHOP)
    QTest.mouseClick(value, Qt.MouseButton.LeftButton)
    assert SHOP in editor(desk).textCursor().selectedText()
    value.setFocus()
    editor(desk).moveCursor(editor(desk).textCursor().MoveOperation.Start)
    QTest.keyClick(value, Qt.Key.Key_Return)
    assert SHOP in editor(desk).textCursor().selectedText()


def test_a_value_in_the_text_points_at_its_card(desk: Desk) -> None:
    wrong(desk)
    text = editor(desk)
    text.select(WRONG.index(signed(EMAIL)) + 5, WRONG.index(signed(EMAIL)) + 5)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=text.cursorRect().center())
    assert desk.card("user_hash").property("pointed") is True
    assert desk.card("signed").property("pointed") is not True
    desk.qtbot.waitUntil(lambda: desk.card("user_hash").property("pointed") is not True, timeout=10_000)


def test_what_cannot_be_seen_in_a_value_is_named(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(call(email="jo\u200bhn@example.com ", user_hash=signed(EMAIL)))
    desk.wait_to_read("user_hash does not verify", desk.card("headline"))
    desk.click("Characters…", desk.card("signed"))
    dialog = desk.dialog("Characters")
    for words in ("zero-width space", "U+200B", "character 3", "character 18", "space"):
        assert desk.reads(words, dialog), words
    desk.click("Close", dialog)


def test_the_signed_text_stands_beside_the_right_one(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(call(email=EMAIL, user_hash=signed(EMAIL + "\n")))
    desk.wait_to_read("White space differs", desk.card("headline"))
    desk.click("Characters…", desk.card("signed"))
    dialog = desk.dialog("Characters")
    assert desk.reads("signed by the server", dialog)
    assert desk.reads("line feed (end of a line)", dialog)
    assert desk.reads("email: every character can be seen, and is what it seems.", dialog)
    desk.click("Close", dialog)


def test_words_are_found_in_the_text(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(WRONG)
    desk.press("Ctrl+F")
    field = next(each for each in desk.visible(QLineEdit) if each.accessibleName() == "Find in the text")
    QTest.keyClicks(field, "EXAMPLE")
    assert editor(desk).textCursor().selectedText() == "example"
    first = editor(desk).index()
    QTest.keyClicks(field, "x")
    desk.wait_to_read("Not in the text")
    field.setText("john")
    places = set()
    for _ in range(3):
        desk.click("Next")
        places.add(editor(desk).index())
    assert len(places) == WRONG.count("john")
    desk.click("Previous")
    assert editor(desk).index() in places
    assert first in range(len(WRONG))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_words_are_found_in_a_text_that_is_shown_in_part(desk_without_keychain: Desk) -> None:
    desk = desk_without_keychain
    text = "filler, line by line\n" * 60_000 + "needle\n" + "more\n" * 9
    desk.paste(text)
    desk.qtbot.waitUntil(lambda: editor(desk).text() == text, timeout=20_000)
    desk.press("Ctrl+F")
    field = next(each for each in desk.visible(QLineEdit) if each.accessibleName() == "Find in the text")
    QTest.keyClicks(field, "needle")
    assert editor(desk).textCursor().selectedText() == "needle"
    assert editor(desk).index() == text.index("needle")


def test_the_edit_menu_is_the_editor_s(desk_without_keychain: Desk) -> None:
    desk = desk_without_keychain
    QTest.keyClicks(editor(desk), "abc")
    desk.choose("Undo")
    assert editor(desk).text() != "abc"
    desk.choose("Redo")
    assert editor(desk).text() == "abc"


def test_the_whole_code_in_the_language_that_was_picked(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(call(external_id="4711", email=EMAIL, user_hash=signed(EMAIL)))
    desk.wait_to_read("instead of external_id", desk.card("headline"))
    desk.click("The whole code…", desk.card("user_hash"))
    dialog = desk.dialog("The whole code")
    server, in_page = desk.visible(QPlainTextEdit, dialog)
    assert "convot_hash(external_id)" in server.toPlainText()
    assert 'external_id: "<external_id from the server>"' in in_page.toPlainText()
    assert "shop" not in server.toPlainText()
    (chooser,) = desk.visible(QComboBox, dialog)
    QTest.keyClicks(chooser, "Go")
    assert 'os.Getenv("CONVOT_IDENTITY_SECRET")' in server.toPlainText()
    desk.click("Copy", dialog)
    assert clipboard() == server.toPlainText()
    QTest.keyClick(chooser, Qt.Key.Key_End)
    assert not in_page.isVisible()
    desk.click("Close", dialog)
    assert desk.reads("React Router ▾", desk.card("user_hash"))  # chosen once, the same everywhere


def test_what_was_copied_is_not_said_of_another_text(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(call(email=EMAIL, user_hash=signed(EMAIL)))
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.click("Copy answer for the merchant")
    assert desk.reads("The answer is copied.")
    desk.paste(call(email=EMAIL))
    desk.wait_to_read("Not verified: no user_hash is sent", desk.card("headline"))
    assert not desk.reads("The answer is copied.")
