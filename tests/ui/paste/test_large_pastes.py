"""A large paste is decoded on a worker thread, without losing any of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paste import SECRET, call, sign
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from convot_inspector.ui.paste.editor import Editor

if TYPE_CHECKING:
    from app_driver import AppDriver

pytestmark = pytest.mark.slow

FILLER = "/* 😀 é\r\n */ var a = 1;\n" * 40_000
VALUE = "é😀\u00a0@example.com"


def mime(text: str | bytes) -> QMimeData:
    made = QMimeData()
    if isinstance(text, str):
        made.setText(text)
    else:
        made.setData("text/plain", QByteArray(text))
    return made


def test_a_large_paste_with_the_keyboard_goes_where_the_cursor_is(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    editor = driver.window.findChildren(Editor)[0]
    driver.paste("// before\n")
    driver.qtbot.waitUntil(lambda: editor.text() == "// before\n")
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    text = FILLER + call(email=VALUE, user_hash=sign(VALUE))
    editor.insertFromMimeData(mime(text))
    driver.wait_to_read("Verified", driver.card("headline"))
    assert editor.text() == "// before\n" + text


def test_a_large_paste_with_the_button_replaces_everything(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste("// before\n")
    text = FILLER + call(email=VALUE, user_hash=sign(VALUE))
    driver.paste(text)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert driver.window.findChildren(Editor)[0].text() == text


@pytest.mark.parametrize("damage", [b"\xff\xfe\x80", b"\xf0\x9f\x98"])
def test_bytes_that_are_no_text_are_rejected(driver: AppDriver, damage: bytes) -> None:
    QGuiApplication.clipboard().setMimeData(mime(damage * 400_000))
    driver.click("Paste")
    driver.qtbot.waitUntil(lambda: len(driver.window.findChildren(Editor)[0].text()) > 0)
    driver.wait_to_read("This is not readable text")
    assert driver.window.findChildren(Editor)[0].text().strip("\ufffd") == ""
