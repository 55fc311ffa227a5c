"""After *Clear* nothing of the pasted text is kept, neither by Python objects nor by Qt widgets and undo histories."""

from __future__ import annotations

import gc
import secrets
from typing import TYPE_CHECKING

import pytest
from paste import SECRET, call, sign
from PySide6.QtCore import QMetaType, QObject
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app_driver import AppDriver

CANARY = ("canary", "8b1f6e2d94c7")  # in two parts, so that this file's own constants are not found
NAME = "@".join(CANARY)
WRONG = call(external_id="4711", email=f"{NAME}.example", user_hash=sign(f"{NAME}.example"))


def holders(canary: str) -> list[str]:
    """Return the objects of Python and Qt that still hold the canary within a longer text."""
    found = []
    for thing in gc.get_objects():
        for each in gc.get_referents(thing):
            if isinstance(each, str | bytes) and len(each) > len(canary):
                text = each if isinstance(each, str) else each.decode("latin-1")
                if canary in text:
                    found.append(f"{type(thing).__name__}: {str(thing)[:200]}")
    for shown in qt_objects():
        found += [
            f"{type(shown).__name__} {shown.objectName()}: {name}" for name, text in texts(shown) if canary in text
        ]
    return found


def qt_objects() -> Iterator[QObject]:
    for top in QApplication.topLevelWidgets():
        yield top
        yield from top.findChildren(QObject)


def texts(shown: QObject) -> Iterator[tuple[str, str]]:
    """Return every text of a Qt object, with the name of its property."""
    about = shown.metaObject()
    for number in range(about.propertyCount()):
        property_ = about.property(number)
        if property_.metaType().id() == QMetaType.Type.QString.value:
            name = str(property_.name())
            yield name, str(shown.property(name))
    if isinstance(shown, QTextDocument):
        yield "document", shown.toRawText()
        while shown.isUndoAvailable():
            shown.undo()
            yield "undo", shown.toRawText()
    if isinstance(shown, QLineEdit):
        while shown.isUndoAvailable():
            shown.undo()
            yield "undo", shown.text()
    if isinstance(shown, QComboBox):
        yield from (("item", shown.itemText(row)) for row in range(shown.count()))


def calls(driver: AppDriver) -> None:
    """Use every function of the window on a text."""
    editor = driver.visible(QPlainTextEdit)[0]
    QTest.keyClicks(editor, f"{NAME} typed")
    editor.undo()
    driver.paste(f"{WRONG}\n{call(email=NAME + '.example')}")
    driver.wait_to_read("The server signed email", driver.card("headline"))
    driver.click("Copy answer for the merchant")
    driver.click("Copy developer ticket")
    for words, title in (("Export…", "Export"), ("Characters…", "Characters"), ("Complete code…", "Complete code")):
        driver.click(words)
        driver.dialog(title).reject()
    driver.press("Ctrl+F")
    QTest.keyClicks(driver.field("Find in the text"), f"{NAME}.e")
    driver.press("Ctrl+I")
    driver.main_view._paste._tabs.setCurrentIndex(1)


def a_problem(driver: AppDriver) -> None:
    driver.paste(f"Convot.identify({{ email: '{NAME}.example' 'b' }})")
    driver.wait_to_read("The call is damaged", driver.card("headline"))


def a_long_text(driver: AppDriver) -> None:
    driver.paste("filler, line by line\n" * 5_000 + WRONG)
    driver.wait_to_read("The server signed email", driver.card("headline"))


@pytest.mark.parametrize("use", [calls, a_problem, a_long_text])
def test_nothing_of_the_text_is_kept_after_clear(
    driver_without_keychain: AppDriver, use: Callable[[AppDriver], None]
) -> None:
    driver = driver_without_keychain
    driver.add_app("Acme", SECRET)
    use(driver)
    assert holders(NAME)
    QGuiApplication.clipboard().setText("something else")
    driver.press("Ctrl+L")

    def nothing() -> None:
        assert holders(NAME) == []

    driver.qtbot.waitUntil(nothing)


@pytest.mark.slow
def test_no_secret_and_no_right_hash_is_kept_after_lock(driver: AppDriver) -> None:
    secret = secrets.token_hex(32)
    driver.add_app("Acme", secret)
    driver.paste(call(external_id="4711", user_hash="7" * 64))
    card = driver.card("user_hash")
    driver.wait_to_read("Does not verify", card)
    driver.click("What was checked", card)
    driver.click("Reveal", card)
    parts = (secret[:40], sign("4711", secret)[:40])
    del secret
    assert all(map(holders, parts))
    driver.choose("Lock now")

    def nothing() -> None:
        assert [holders(part) for part in parts] == [[], []]

    driver.qtbot.waitUntil(nothing)
