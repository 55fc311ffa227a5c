"""The answer and the ticket in a dialog, formats, the right call to test with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, SECRET, SHOP, call, sign
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QTabBar

if TYPE_CHECKING:
    from app_driver import AppDriver
    from PySide6.QtWidgets import QDialog

pytestmark = pytest.mark.slow

WRONG = call(external_id=SHOP, email=EMAIL, name="John", user_hash=sign(EMAIL))


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def wrong(driver: AppDriver, text: str = WRONG) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(text)
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))


def choose(dialog: QDialog, name: str, words: str) -> None:
    box = next(each for each in dialog.findChildren(QComboBox) if each.accessibleName() == name)
    box.setCurrentIndex(next(row for row in range(box.count()) if words in box.itemText(row)))
    box.activated.emit(box.currentIndex())


def copy(driver: AppDriver, shortcut: str) -> str:
    """Copy by keyboard; a check that runs again ends first."""
    QGuiApplication.clipboard().setText("before")
    driver.press(shortcut)
    driver.qtbot.waitUntil(lambda: clipboard() != "before")
    return clipboard()


def open_ticket(driver: AppDriver) -> QDialog:
    driver.press("Ctrl+Shift+E")
    dialog = driver.dialog("Answer and ticket")
    dialog.findChildren(QTabBar)[0].setCurrentIndex(1)
    return dialog


def test_an_answer_has_the_user_s_own_greeting_and_closing_and_can_be_changed(driver: AppDriver) -> None:
    wrong(driver)
    driver.click("Edit before copying…")
    dialog = driver.dialog("Answer and ticket")
    driver.fill("Greeting", "Hi there,", dialog)
    driver.fill("Closing", "Best, Kim", dialog)
    text = next(each for each in driver.visible(QPlainTextEdit, dialog))
    assert text.toPlainText().startswith("Hi there,\n\nThank you")
    text.moveCursor(text.textCursor().MoveOperation.End)
    QTest.keyClicks(text, " (support)")
    driver.click("Copy", dialog)
    assert clipboard().endswith("\n\nBest, Kim (support)")
    driver.click("Close", dialog)
    copy(driver, "Ctrl+Shift+C")
    assert clipboard().startswith("Hi there,\n\nThank you")
    assert clipboard().endswith("\n\nBest, Kim")


def test_a_ticket_is_copied_in_the_format_that_was_chosen(driver: AppDriver) -> None:
    wrong(driver)
    dialog = open_ticket(driver)
    choose(dialog, "Format", "Slack")
    driver.click("Copy", dialog)
    assert clipboard().startswith("*Convot identity verification: The server signed email instead of external_id*")
    assert "#" not in re.sub(r"```.*?```", "", clipboard(), flags=re.DOTALL)
    choose(dialog, "Format", "Plain")
    choose(dialog, "Personal data", "Shown as pasted")
    driver.click("Copy", dialog)
    assert f"printf %s '{SHOP}' | openssl" in clipboard()
    driver.click("Close", dialog)
    copy(driver, "Ctrl+Shift+D")
    assert "CAUSE AND FIX" in clipboard()
    assert EMAIL not in clipboard()  # how personal data is shown is chosen anew for every ticket


def test_a_ticket_keeps_the_page_s_other_fields(driver: AppDriver) -> None:
    wrong(driver)
    copy(driver, "Ctrl+Shift+D")
    assert '  name: "<as before>",' in clipboard()
    assert '  email: "<as before>",' in clipboard()


def test_the_code_is_in_the_language_that_the_text_shows(driver: AppDriver) -> None:
    wrong(driver, "<?php $hash = hash_hmac('sha256', $email, $secret); ?>\n<script>\n" + WRONG + "</script>")
    copy(driver, "Ctrl+Shift+D")
    assert "hash_hmac(" in clipboard()
    assert "```php" in clipboard()


def test_a_right_call_is_copied_for_a_minute_only(driver: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("convot_inspector.ui.verdict.share_controller._RIGHT_CALL_FOR", 50)
    wrong(driver)
    driver.choose("Make a valid test call…")
    dialog = driver.dialog("Make a valid test call")
    assert not driver.reads(sign(SHOP))
    seen: list[str] = []
    QGuiApplication.clipboard().dataChanged.connect(lambda: seen.append(clipboard()))
    driver.click("Copy it for one minute", dialog)
    driver.qtbot.waitUntil(lambda: bool(seen))
    assert f'user_hash: "{sign(SHOP)}"' in seen[0]
    driver.qtbot.waitUntil(lambda: sign(SHOP) not in clipboard())
    for shortcut in ("Ctrl+Shift+C", "Ctrl+Shift+D"):
        assert sign(SHOP) not in copy(driver, shortcut)


def test_right_call_cannot_be_made_without_a_secret(driver: AppDriver) -> None:
    driver.paste(WRONG)
    driver.wait_to_read("Add this app's identity secret", driver.card("headline"))
    driver.choose("Make a valid test call…")
    driver.wait_to_read("No test call can be made")


def test_verified_data_without_a_call_explains_anonymous_visitors(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(f'{{"email": "{EMAIL}", "user_hash": "{sign(EMAIL)}"}}')
    driver.wait_to_read("If the visitor is still shown as anonymous")
    assert driver.reads("no Convot.identify call. Without that call Convot never receives them.")
    copy(driver, "Ctrl+Shift+C")
    assert "If visitors are still shown as anonymous" in clipboard()
    driver.paste(call(email=EMAIL, user_hash=sign(EMAIL)))
    driver.qtbot.waitUntil(lambda: not driver.reads("no Convot.identify call."))
    driver.wait_to_read("has to run after Convot's loader")


def test_one_answer_for_all_calls(driver: AppDriver) -> None:
    wrong(driver, call(email=EMAIL, user_hash=sign(EMAIL)) + WRONG)
    QGuiApplication.clipboard().setText("before")
    driver.choose("Copy one answer for all calls")
    assert "Line 5: The server signed email instead of external_id" in clipboard()
    assert "\n\nLine 1: Verified\n" in clipboard()
    driver.click("Edit before copying…")
    dialog = driver.dialog("Answer and ticket")
    text = driver.visible(QPlainTextEdit, dialog)[0]
    assert "Line 1" not in text.toPlainText()
    choose(dialog, "About", "All 2 calls")
    driver.click("Copy", dialog)
    assert clipboard() == text.toPlainText()
    assert "Line 1: Verified" in clipboard()
