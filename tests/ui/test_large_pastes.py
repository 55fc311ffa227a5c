"""A large paste becomes a text off the UI thread, and none of it is lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication
from test_first_light import SECRET, call, signed

from convot_inspector.ui.paste.editor import Editor

if TYPE_CHECKING:
    from desk import Desk

FILLER = "/* 😀 é\r\n */ var a = 1;\n" * 40_000
VALUE = "é😀\u00a0@example.com"


def mime(text: str | bytes) -> QMimeData:
    made = QMimeData()
    if isinstance(text, str):
        made.setText(text)
    else:
        made.setData("text/plain", QByteArray(text))
    return made


def test_a_large_paste_with_the_keyboard_goes_where_the_cursor_is(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    editor = desk.window.findChildren(Editor)[0]
    desk.paste("// before\n")
    desk.qtbot.waitUntil(lambda: editor.text() == "// before\n")
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    text = FILLER + call(email=VALUE, user_hash=signed(VALUE))
    editor.insertFromMimeData(mime(text))
    desk.wait_to_read("Verified", desk.card("headline"))
    assert editor.text() == "// before\n" + text


def test_a_large_paste_with_the_button_replaces_everything(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste("// before\n")
    text = FILLER + call(email=VALUE, user_hash=signed(VALUE))
    desk.paste(text)
    desk.wait_to_read("Verified", desk.card("headline"))
    assert desk.window.findChildren(Editor)[0].text() == text


@pytest.mark.parametrize("damage", [b"\xff\xfe\x80", b"\xf0\x9f\x98"])
def test_bytes_that_are_no_text_are_said_to_be_none(desk: Desk, damage: bytes) -> None:
    QGuiApplication.clipboard().setMimeData(mime(damage * 400_000))
    desk.click("Paste")
    desk.qtbot.waitUntil(lambda: len(desk.window.findChildren(Editor)[0].text()) > 0)
    desk.wait_to_read("This is not readable text")
    assert desk.window.findChildren(Editor)[0].text().strip("\ufffd") == ""
