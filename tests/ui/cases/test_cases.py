"""Tickets one after the other in the real window: nothing of one is ever shown with another's verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, OTHER_SECRET, SECRET, SHOP, call, sign
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListWidget

from convot_inspector.ui.paste.editor import Editor

if TYPE_CHECKING:
    from app_driver import AppDriver

pytestmark = pytest.mark.slow

RIGHT = call(email=EMAIL, user_hash=sign(EMAIL))
WRONG = call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL))
UNEXPLAINED = call(email=EMAIL, user_hash="7" * 64)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def editor(driver: AppDriver) -> Editor:
    return driver.window.findChildren(Editor)[0]


def cases(driver: AppDriver) -> QListWidget:
    return next(each for each in driver.visible(QListWidget) if each.accessibleName() == "Cases")


def press_paste(driver: AppDriver) -> None:
    """Press Ctrl+V where the focus is."""
    driver.window.activateWindow()
    driver.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_paste_outside_of_a_field_begins_a_case(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(WRONG)
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    driver.click("Copy answer for the merchant")
    copy(RIGHT)
    press_paste(driver)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert editor(driver).text() == RIGHT
    assert [cases(driver).item(row).text().split(".")[0] for row in range(2)] == ["john@example", "johns-store"]


def test_after_copying_by_keyboard_the_next_paste_is_the_next_ticket(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    copy(WRONG)
    editor(driver).setFocus()
    press_paste(driver)  # into the empty editor
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    driver.press("Ctrl+Shift+C")
    copy(RIGHT)
    press_paste(driver)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert editor(driver).text() == RIGHT


@pytest.mark.parametrize("way", ["keys", "button", "in the editor", "another case"])
def test_pasting_again_makes_another_case(driver: AppDriver, way: str) -> None:
    driver.add_app("Acme", SECRET)
    if way == "keys":
        copy(RIGHT)
        editor(driver).setFocus()
        press_paste(driver)
    else:
        driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    if way == "in the editor":
        editor(driver).setFocus()
    elif way == "another case":
        driver.choose("New case")
        driver.choose("Back to the previous case")
    copy(WRONG)
    press_paste(driver)
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    assert editor(driver).text() == WRONG
    assert cases(driver).count() == 2


def test_pasting_twice_at_once_makes_two_cases(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    editor(driver).setFocus()
    for text in (RIGHT, WRONG):
        copy(text)
        press_paste(driver)
    assert editor(driver).text() == WRONG
    assert cases(driver).count() == 2


def test_a_verdict_never_stands_beside_another_text(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.paste(WRONG)
    right_side = driver.card("rightSide")
    assert not driver.reads("erified", right_side)
    assert driver.reads("Checking…", driver.card("headline"))
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    height = driver.card("headline").height()
    editor(driver).setFocus()
    QTest.keyClick(editor(driver), Qt.Key.Key_Space)
    assert driver.card("headline").property("tone") == "unknown"
    assert driver.reads("Checking…", driver.card("headline"))
    QApplication.processEvents()
    assert driver.card("headline").height() == height
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))


def test_the_call_that_was_chosen_is_shown_again(driver: AppDriver) -> None:
    driver.add_app("Beta", OTHER_SECRET)
    driver.add_app("Acme", SECRET)
    driver.paste(WRONG + RIGHT)
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    calls = next(each for each in driver.visible(QComboBox) if each.accessibleName() == "Which call is shown")
    calls.setFocus()
    QTest.keyClick(calls, Qt.Key.Key_Down)
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.paste(UNEXPLAINED)
    driver.wait_to_read("user_hash does not verify", driver.card("headline"))
    driver.press("Ctrl+Tab")
    driver.wait_to_read("Verified", driver.card("headline"))
    assert calls.currentText().startswith("Line 6")
    driver.choose_app("Beta")
    driver.wait_to_read("with the secret of Beta", driver.card("headline"))
    assert calls.currentText().startswith("Line 6")


def test_a_focused_label_does_not_swallow_a_paste(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(WRONG)
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    words = next(each for each in driver.visible(QLabel, driver.card("headline")) if "Proven" in each.text())
    driver.window.activateWindow()
    QTest.mouseClick(words, Qt.MouseButton.LeftButton)
    driver.qtbot.waitUntil(words.hasFocus)
    copy(RIGHT)
    press_paste(driver)
    driver.wait_to_read("Verified", driver.card("headline"))


def test_a_paste_inside_a_text_inserts_and_one_over_all_of_it_begins_a_case(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    editor(driver).setFocus()
    QTest.keyClick(editor(driver), Qt.Key.Key_Down)
    copy("// a note\n")
    press_paste(driver)
    first, rest = RIGHT.split("\n", 1)
    assert editor(driver).text() == f"{first}\n// a note\n{rest}"
    editor(driver).selectAll()
    copy(WRONG)
    press_paste(driver)
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    assert cases(driver).count() == 2
    editor(driver).undo()
    assert editor(driver).text() in ("", WRONG)  # never the other case's text


def test_a_case_has_its_own_app_and_text(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.add_app("Beta", OTHER_SECRET)
    driver.choose_app("Acme")
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.choose("New case")
    assert editor(driver).text() == ""
    driver.choose_app("Beta")
    driver.paste(call(email=EMAIL, user_hash=sign(EMAIL, OTHER_SECRET)))
    driver.wait_to_read("with the secret of Beta", driver.card("headline"))
    driver.choose("Back to the previous case")
    driver.wait_to_read("with the secret of Acme", driver.card("headline"))
    driver.wait_to_read("Verified", driver.card("headline"))
    assert editor(driver).text() == RIGHT
    QTest.keyClick(cases(driver), Qt.Key.Key_Delete)
    driver.wait_to_read("with the secret of Beta", driver.card("headline"))
    assert not driver.visible(QListWidget)


def test_forgetting_all_cases_leaves_nothing(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    for text in (WRONG, RIGHT):
        driver.paste(text)
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.choose("Forget all cases")
    driver.wait_to_read("Paste what the page sends", driver.card("headline"))
    assert editor(driver).text() == ""
    assert not driver.visible(QListWidget)


def test_locking_hides_the_cases(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    for text in (WRONG, RIGHT):
        driver.paste(text)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert cases(driver).count() == 2
    driver.choose("Lock now")
    assert not driver.visible(QListWidget)


def test_a_case_without_a_call_is_named_by_what_was_found(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    for text, title in (
        ("Hello, our visitors are anonymous.", "No identify call"),
        (call(name="x"), "identifies nobody"),
    ):
        driver.paste(text)
        driver.wait_to_read(title, driver.card("headline"))
        driver.choose("New case")
        listed = cases(driver)
        assert sum(title in listed.item(row).text() for row in range(listed.count())) == 1


def test_a_hash_of_another_of_the_user_s_apps_is_checked_with_that_app(driver: AppDriver) -> None:
    driver.add_app("Beta store", OTHER_SECRET)
    driver.add_app("Acme", SECRET)
    driver.paste(call(email=EMAIL, user_hash=sign(EMAIL, OTHER_SECRET)))
    driver.wait_to_read("made with the secret of another app", driver.card("headline"))
    for shortcut in ("Ctrl+Shift+C", "Ctrl+Shift+D"):
        copy("before")
        driver.press(shortcut)
        driver.qtbot.waitUntil(lambda: clipboard() != "before")
        assert "Beta" not in clipboard()
        assert "another app" in clipboard() or "a different app" in clipboard()
    driver.click("Check with Beta store")
    driver.wait_to_read("Verified", driver.card("headline"))


def test_a_verdict_is_never_shown_or_copied_under_the_name_of_another_app(driver: AppDriver) -> None:
    driver.add_app("Beta store", OTHER_SECRET)
    driver.add_app("Acme", SECRET)
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    seen = []
    driver.main_view.current_app.changed.connect(lambda: seen.append(driver.texts(driver.card("headline"))))
    driver.choose_app("Beta store")
    driver.press("Ctrl+Shift+C")  # before the secret of that app is there
    assert driver.reads("The answer is copied when the cause is known.")
    driver.wait_to_read("The answer is copied. Paste it into your reply.")
    assert "made with the identity secret of a different app" in clipboard()
    assert seen
    assert not any("Verified" in texts and any("the secret of Beta" in text for text in texts) for texts in seen)


def test_the_setting_follows_the_error_in_the_text(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(f"HTTP 403 identity_verification_required\n{WRONG}")
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    copy("before")
    driver.press("Ctrl+Shift+C")
    driver.qtbot.waitUntil(lambda: clipboard() != "before")
    assert "rejects these visitors with identity_verification_required" in clipboard()
    assert "chat as before" not in clipboard()


def test_the_bar_shows_the_setting_of_the_text_and_a_choice_holds_for_that_text_only(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(f"HTTP 403 identity_verification_required\n{WRONG}")
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    assert driver.setting() == ["On"]
    driver.say_it_is("Off")
    assert driver.setting() == ["Off"]
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert driver.setting() == ["Not known"]


def test_copying_waits_for_the_end_of_the_search(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    copy(UNEXPLAINED)
    driver.click("Paste")
    driver.press("Ctrl+Shift+C")  # within milliseconds of the paste
    assert driver.reads("The answer is copied when the cause is known.")
    assert clipboard() == UNEXPLAINED
    driver.wait_to_read("The answer is copied. Paste it into your reply.")
    assert "none of the usual mistakes explains it" in clipboard()
    assert "Nothing that was checked has to be changed" not in clipboard()


def test_waiting_to_copy_can_be_stopped_and_ends_with_the_text(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    copy(UNEXPLAINED)
    driver.click("Paste")
    driver.press("Ctrl+Shift+D")
    driver.click("Do not copy it")
    assert driver.reads("Nothing was copied.")
    driver.press("Ctrl+Shift+D")
    assert driver.reads("The ticket is copied when the cause is known.")
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert clipboard() == RIGHT


def test_copy_without_a_call_reports_that_nothing_was_copied(driver: AppDriver) -> None:
    driver.paste("Hello, our chat shows everybody as anonymous.")
    driver.wait_to_read("No identify call found")
    driver.press("Ctrl+Shift+C")
    assert driver.reads("Nothing was copied: no identify call was found in this text.")


def test_a_picture_in_the_clipboard_is_refused_in_words(driver: AppDriver) -> None:
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    mime = QMimeData()
    mime.setImageData(picture)
    QGuiApplication.clipboard().setMimeData(mime)
    driver.choose("Paste and check")
    driver.wait_to_read("The clipboard has a picture")


def test_a_new_result_begins_at_its_headline(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.window.resize(900, 420)
    driver.paste(WRONG)
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    verdict = driver.main_view._verdict
    verdict.verticalScrollBar().setValue(verdict.verticalScrollBar().maximum())
    assert verdict.verticalScrollBar().value() > 0
    driver.paste(UNEXPLAINED)
    driver.wait_to_read("user_hash does not verify", driver.card("headline"))
    driver.qtbot.waitUntil(lambda: verdict.verticalScrollBar().value() == 0)
