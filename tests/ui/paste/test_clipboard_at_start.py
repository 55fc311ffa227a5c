"""The clipboard is checked at the start only if the user agreed when asked once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paste import RIGHT, SECRET
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

if TYPE_CHECKING:
    from app_driver import AppDriver

pytestmark = pytest.mark.slow

QUESTION = "Look in the clipboard at every start too"


def copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def wait_for_the_worker(driver: AppDriver) -> None:
    """Wait until the worker has done everything and delivered the results."""
    answers: list[object] = []
    driver.main_view._runner.worker.run(lambda: None, answers.append, answers.append)
    driver.qtbot.waitUntil(lambda: bool(answers))


def is_checked(driver: AppDriver) -> bool:
    menu = next(m for m in driver.window.findChildren(QMenu) if m.title() == "&File")
    menu.popup(driver.window.pos())
    QApplication.processEvents()
    action = next(a for a in menu.actions() if a.text() == "Check the clipboard at every start")
    menu.close()
    return action.isChecked()


def test_yes_checks_the_copied_call_at_each_start(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    assert not driver.reads(QUESTION)
    driver.paste(RIGHT)
    driver.wait_to_read(QUESTION)
    driver.click("Yes")
    assert not driver.reads(QUESTION)
    assert is_checked(driver)
    driver.restart()
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.close()
    copy("no call, only prose")
    driver.restart_closed()
    driver.wait_to_read("Acme")
    wait_for_the_worker(driver)
    assert driver.reads("Paste what the page sends", driver.card("headline"))
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert not driver.reads(QUESTION)


def test_no_reads_nothing_and_never_asks_again(driver: AppDriver) -> None:
    driver.paste(RIGHT)
    driver.wait_to_read(QUESTION)
    driver.click("No")
    driver.restart()
    driver.wait_to_read("No app yet")
    assert driver.main_view._paste.text() == ""
    driver.paste(RIGHT)
    driver.wait_to_read("Add this app's identity secret", driver.card("headline"))
    assert not driver.reads(QUESTION)
    driver.choose("Check the clipboard at every start")
    assert is_checked(driver)
    driver.restart()
    driver.wait_to_read("Add this app's identity secret", driver.card("headline"))


def test_clipboard_does_not_replace_existing_text_at_start(driver: AppDriver) -> None:
    driver.choose("Check the clipboard at every start")
    driver.close()
    copy(RIGHT)
    driver.restart_closed()
    driver.main_view.show_text("typed before the clipboard was looked at")
    driver.wait_to_read("No identify call found", driver.card("headline"))
    wait_for_the_worker(driver)
    assert driver.main_view._paste.text() == "typed before the clipboard was looked at"
