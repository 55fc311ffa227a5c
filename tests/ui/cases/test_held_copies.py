"""What is copied or exported belongs to the shown case's present text and is final; otherwise it is held or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paste import OTHER_SECRET, SECRET, call, sign
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget

from convot_inspector.ui.paste.editor import Editor

if TYPE_CHECKING:
    from pathlib import Path

    from app_driver import AppDriver

    from convot_inspector.core.model import Inspection

pytestmark = pytest.mark.slow

HELD = "The answer is copied when the cause is known."
COPIED = "The answer is copied. Paste it into your reply."
PADDING = "\n" * 3_000_000  # decoding takes long enough to press keys meanwhile


def right(who: str) -> str:
    return call(email=f"{who}@x.test", user_hash=sign(f"{who}@x.test"))


def wrong(who: str) -> str:
    """Return a call whose mistake is found: the email is signed instead of the external_id."""
    return call(external_id=f"{who}_1", email=f"{who}@x.test", user_hash=sign(f"{who}@x.test"))


def unexplained(who: str) -> str:
    return call(email=f"{who}@x.test", user_hash="7" * 64)


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def copy_files(*files: Path) -> None:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    QGuiApplication.clipboard().setMimeData(made)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def editor(driver: AppDriver) -> Editor:
    return driver.window.findChildren(Editor)[0]


def press(driver: AppDriver, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.ControlModifier) -> None:
    """Press a key where the focus is."""
    driver.window.activateWindow()
    driver.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def press_copy(driver: AppDriver) -> None:
    press(driver, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def listed(driver: AppDriver) -> list[str]:
    found = [each for each in driver.visible(QListWidget) if each.accessibleName() == "Cases"]
    return [found[0].item(row).text() for row in range(found[0].count())] if found else []


def test_an_answer_wanted_while_a_file_is_loaded_is_the_file_s(driver: AppDriver, tmp_path: Path) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(right("anna"))
    driver.wait_to_read("Verified", driver.card("headline"))
    file = tmp_path / "bert.js"
    file.write_text(PADDING + wrong("bert"))
    copy_files(file)
    press(driver, Qt.Key.Key_V)
    press_copy(driver)
    assert driver.reads(HELD)
    driver.wait_to_read(COPIED)
    assert "external_id" in clipboard()
    assert "Nothing has to be changed" not in clipboard()
    assert editor(driver).text().endswith(wrong("bert"))


def test_an_answer_wanted_while_a_large_paste_is_decoded_is_that_one_s(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(right("anna"))
    driver.wait_to_read("Verified", driver.card("headline"))
    copy(PADDING + wrong("bert"))
    driver.click("Paste")
    press_copy(driver)
    driver.wait_to_read(COPIED)
    assert "external_id" in clipboard()


def test_a_file_that_cannot_be_read_leaves_nothing_to_copy(driver: AppDriver, tmp_path: Path) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(right("anna"))
    driver.wait_to_read("Verified", driver.card("headline"))
    copy_files(tmp_path / "missing.js")
    press(driver, Qt.Key.Key_V)
    press_copy(driver)
    driver.wait_to_read("cannot be opened")
    assert driver.reads("Nothing was copied")
    assert "missing.js" in clipboard()  # the file that is in the clipboard
    assert editor(driver).text() == right("anna")


def test_a_file_does_not_take_over_another_case(driver: AppDriver, tmp_path: Path) -> None:
    driver.add_app("Acme", SECRET)
    for who in ("anna", "bert"):
        driver.paste(right(who))
        driver.wait_to_read("Verified", driver.card("headline"))
    file = tmp_path / "cleo.js"
    file.write_text(PADDING + wrong("cleo"))
    copy_files(file)
    press(driver, Qt.Key.Key_V)
    driver.press("Ctrl+Tab")
    driver.wait_to_read("The text that was loading is here now")
    assert editor(driver).text() == right("anna")
    driver.qtbot.waitUntil(lambda: len(listed(driver)) == 3)
    driver.press("Ctrl+Tab")
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    assert editor(driver).text().endswith(wrong("cleo"))


def test_a_file_that_was_loading_is_gone_with_its_case(driver: AppDriver, tmp_path: Path) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(right("anna"))
    driver.wait_to_read("Verified", driver.card("headline"))
    file = tmp_path / "bert.js"
    file.write_text(PADDING + wrong("bert"))
    copy_files(file)
    press(driver, Qt.Key.Key_V)
    driver.choose("Forget all cases")
    ended: list[int] = []
    driver.main_view._runner.worker.run(lambda: 1, ended.append, lambda _: None)  # after the file was read
    driver.qtbot.waitUntil(lambda: bool(ended))
    assert editor(driver).text() == ""
    assert listed(driver) == []


def test_each_file_in_the_clipboard_becomes_a_case(driver: AppDriver, tmp_path: Path) -> None:
    driver.add_app("Acme", SECRET)
    files = [tmp_path / f"{who}.js" for who in ("anna", "bert")]
    for file in files:
        file.write_text(right(file.stem))
    copy_files(*files)
    press(driver, Qt.Key.Key_V)
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.qtbot.waitUntil(lambda: len(listed(driver)) == 2)
    assert editor(driver).text() == right("anna")
    driver.press("Ctrl+Tab")
    assert editor(driver).text() == right("bert")


def test_a_large_paste_into_a_text_does_not_land_in_another_case(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    for who in ("anna", "bert"):
        driver.paste(right(who))
        driver.wait_to_read("Verified", driver.card("headline"))
    editor(driver).setFocus()
    press(driver, Qt.Key.Key_End)
    copy("/* */ " * 100_000)
    press(driver, Qt.Key.Key_V)
    driver.press("Ctrl+Tab")
    driver.wait_to_read("The text that was loading is here now")
    assert editor(driver).text() == right("anna")


@pytest.mark.parametrize("wait", [0, 30, 130, 250])
@pytest.mark.parametrize("text", [right("anna"), wrong("bert"), unexplained("cleo")])
def test_nothing_is_copied_after_a_lock_until_the_secret_is_there(driver: AppDriver, text: str, wait: int) -> None:
    driver.add_app("Acme", SECRET)
    driver.choose("Lock now")
    copy(text)
    driver.click("Paste")
    QTest.qWait(wait)  # the moment of the key is what is tested
    press_copy(driver)
    driver.wait_to_read(COPIED)
    assert "cannot say" not in clipboard()
    known = "is verified" if text == right("anna") else "external_id" if text == wrong("bert") else "usual mistakes"
    assert known in clipboard()


def test_a_lock_ends_the_wait_and_says_so(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    copy(unexplained("anna"))
    driver.click("Paste")
    driver.wait_to_read("user_hash does not verify", driver.card("headline"))
    press_copy(driver)
    assert driver.reads(HELD)
    driver.choose("Lock now")
    driver.wait_to_read("Nothing was copied: the secret of “Acme” is locked.")
    assert clipboard() == unexplained("anna")
    driver.press("Ctrl+E")
    assert driver.reads("Nothing was copied: the secret of “Acme” is locked.")
    driver.click("Unlock")
    driver.wait_to_read("user_hash does not verify", driver.card("headline"))
    press_copy(driver)
    driver.wait_to_read(COPIED)


def test_what_is_still_being_proven_is_not_copied(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    prose = f"Hi, john@x.test (id 8812) is anonymous. Hash {sign('8812 ')}. Mia"
    copy(prose)
    calls: list[int] = []

    def copy_first_verdict(inspection: Inspection | None) -> None:
        if inspection is not None:
            calls.append(len(inspection.calls))
            driver.press("Ctrl+Shift+C")

    driver.main_view._runner.verdict.connect(copy_first_verdict)
    driver.click("Paste")
    driver.wait_to_read(COPIED)
    assert calls == [0]  # the hash proves which value is sent
    assert "spaces" in clipboard()


def open_dialogs() -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


@pytest.mark.parametrize(("shortcut", "title"), [("Ctrl+E", "Export"), ("Ctrl+Shift+E", "Answer and ticket")])
def test_export_and_editing_open_when_the_cause_is_known(driver: AppDriver, shortcut: str, title: str) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(unexplained("anna"))
    driver.wait_to_read("user_hash does not verify", driver.card("headline"))
    driver.press(shortcut)
    assert open_dialogs() == []
    assert driver.reads("It opens when the cause is known.")
    dialog = driver.dialog(title)
    dialog.reject()


def test_an_app_chosen_meanwhile_counts(driver: AppDriver) -> None:
    driver.add_app("Globex", OTHER_SECRET)
    driver.add_app("Acme", SECRET)
    driver.choose("Lock now")
    driver.paste(wrong("anna"))
    press_copy(driver)
    driver.choose_app("Globex")
    driver.choose_app("Acme")
    driver.wait_to_read(COPIED)
    assert "external_id" in clipboard()
    assert "different app" not in clipboard()
