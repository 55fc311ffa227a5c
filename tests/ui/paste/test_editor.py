"""The editor holds exactly the pasted text, of any content and length."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from paste import SECRET, call, sign
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from convot_inspector.ui.paste.editor import MOST_SHOWN, Editor

if TYPE_CHECKING:
    from pathlib import Path

    from app_driver import AppDriver
    from pytestqt.qtbot import QtBot


@pytest.fixture
def editor(qtbot: QtBot) -> Editor:
    made = Editor()
    made.replaced.connect(made.set_text)  # in the window a case of its own begins
    qtbot.addWidget(made)
    made.show()
    return made


def paste(editor: Editor, text: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    editor.insertFromMimeData(mime)


@pytest.mark.parametrize(
    "text",
    [
        "a\u00a0b",
        "nul \0 here",
        "line\u2028separator",
        "\u2029",
        "\ufdd0",
        "😀 é e\u0301",
        "\u200bzero",
        "tab\there",
        "a\n\nb",
    ],
)
def test_a_text_comes_back_as_it_was_pasted(editor: Editor, text: str) -> None:
    paste(editor, text)
    assert editor.text() == text
    editor.set_text("")
    editor.set_text(text)
    assert editor.text() == text


def test_half_a_surrogate_pair_comes_back(editor: Editor) -> None:
    editor.set_text("a\ud800b")
    assert editor.text() == "a\ud800b"


def test_line_ends_come_back_until_somebody_types(editor: Editor) -> None:
    paste(editor, "a\r\nb\rc")
    assert editor.text() == "a\r\nb\rc"
    QTest.keyClicks(editor, "x")
    assert editor.text() == "xa\nb\nc"


def test_a_paste_goes_where_the_cursor_is_and_can_be_undone(editor: Editor) -> None:
    paste(editor, "ad😀")
    cursor = editor.textCursor()
    cursor.setPosition(1)
    editor.setTextCursor(cursor)
    paste(editor, "\u00a0bc")
    assert editor.text() == "a\u00a0bcd😀"
    editor.undo()
    assert editor.text() == "ad😀"


def test_a_paste_that_cannot_be_shown_as_it_is_replaces_the_selection(editor: Editor) -> None:
    paste(editor, "x😀yz")
    cursor = editor.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(4, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    paste(editor, "\0")
    assert editor.text() == "x😀\0z"
    cursor.setPosition(1)
    editor.setTextCursor(cursor)
    paste(editor, "\r\n")
    assert editor.text() == "x\r\n😀\0z"


def test_a_long_text_is_shown_in_part_and_kept_whole(editor: Editor) -> None:
    text = "y" * (MOST_SHOWN * 3)
    paste(editor, text)
    assert editor.text() == text
    assert len(editor.toPlainText()) == MOST_SHOWN
    assert not editor.shows_all
    paste(editor, "short")
    assert editor.text() == "short"
    assert editor.shows_all


@pytest.mark.slow
def test_a_long_text_is_checked_whole(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    value = "é😀@example.com"
    driver.paste("// a long bundle\r\n" * 60_000 + call(email=value, user_hash=sign(value)))
    driver.wait_to_read("Verified", driver.card("headline"))
    editor = driver.window.findChildren(Editor)[0]
    marked = [selection.cursor.selectedText() for selection in editor.extraSelections()]
    assert marked == [json.dumps(value), f'"{sign(value)}"']
    assert driver.reads("only a part is shown, all of it was checked")


def test_a_no_break_space_is_checked_as_one(driver: AppDriver) -> None:
    value = "john\u00a0smith"
    driver.add_app("Acme", SECRET)
    driver.paste(call(external_id=value, user_hash=sign(value)))
    driver.wait_to_read("Verified, with a remark", driver.card("headline"))
    assert driver.reads("john⍽smith", driver.card("signed"))


def test_marks_stand_on_the_values_also_behind_an_emoji(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste('/* 😀\r\n😀 */\r\n Convot.identify({email: "😀@example.com", user_hash: "x"})')
    driver.wait_to_read("user_hash is not written in hex", driver.card("headline"))
    editor = driver.window.findChildren(Editor)[0]
    marked = [selection.cursor.selectedText() for selection in editor.extraSelections()]
    assert marked == ['"😀@example.com"', '"x"']


def test_a_dropped_or_opened_file_is_read_exactly(driver_without_keychain: AppDriver, tmp_path: Path) -> None:
    driver = driver_without_keychain
    file = tmp_path / "call.js"
    file.write_bytes('Convot.identify({email: "a\u00a0b"})'.encode())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    driver.window.findChildren(Editor)[0].insertFromMimeData(mime)
    driver.wait_to_read("a⍽b", driver.card("signed"))


def test_a_file_that_is_no_text_leaves_what_was_there(driver_without_keychain: AppDriver, tmp_path: Path) -> None:
    driver = driver_without_keychain
    driver.paste(call(email="john@example.com"))
    driver.wait_to_read("john@example.com", driver.card("signed"))
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    driver.window.findChildren(Editor)[0].insertFromMimeData(mime)
    driver.wait_to_read("picture.png", driver.card("notice"))
    assert driver.reads("john@example.com", driver.card("signed"))
    driver.click("OK", driver.card("notice"))


def test_typed_values_are_checked_and_both_tabs_show_the_same_call(driver: AppDriver) -> None:
    value = 'quote " and \\ back'
    driver.add_app("Acme", SECRET)
    tabs = driver.visible(QTabBar)[0]
    tabs.setCurrentIndex(1)
    driver.fill("external_id", value, driver.window)
    driver.fill("user_hash", sign(value), driver.window)
    driver.wait_to_read("Verified", driver.card("headline"))
    tabs.setCurrentIndex(0)
    editor = driver.window.findChildren(Editor)[0]
    assert f"external_id: {json.dumps(value)}" in editor.text()
    driver.paste(call(email="other@example.com", shop="x.myshopify.com"))
    driver.wait_to_read("Not verified: no user_hash is sent", driver.card("headline"))
    tabs.setCurrentIndex(1)
    assert driver.typed("email") == "other@example.com"
    assert driver.typed("shop") == "x.myshopify.com"
    assert driver.typed("user_hash") == ""
