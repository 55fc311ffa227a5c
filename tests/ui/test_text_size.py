"""*View → Larger text* enlarges all of the window at once, and the size is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, SECRET, SHOP, call, sign
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QMenuBar, QPlainTextEdit

if TYPE_CHECKING:
    from app_driver import AppDriver
    from PySide6.QtWidgets import QWidget

pytestmark = pytest.mark.slow

KINDS = (QLabel, QAbstractButton, QPlainTextEdit, QMenuBar)


def heights(driver: AppDriver) -> dict[QWidget, int]:
    """Return the text heights of everything that is visible, in pixels."""
    return {each: each.fontMetrics().height() for kind in KINDS for each in driver.visible(kind)}


def test_all_text_becomes_larger_and_smaller_again(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    driver.add_app("Acme", SECRET)
    driver.paste(call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL)))
    driver.wait_to_read("The server signed email", driver.card("headline"))
    before = heights(driver)
    for _ in range(5):
        driver.press_any("Ctrl++")
    larger = heights(driver)
    both = before.keys() & larger.keys()
    assert len(both) > 10
    assert [each for each in both if not 1.8 <= larger[each] / before[each] <= 2.2] == []
    driver.choose("Manage apps…")
    dialog = driver.dialog("Apps")
    assert dialog.fontMetrics().height() >= 1.8 * min(before.values())
    driver.click("Close", dialog)
    driver.restart()
    driver.wait_to_read("No app yet")
    assert driver.window.fontMetrics().height() >= 1.8 * min(before.values())  # kept
    for _ in range(9):
        driver.press_any("Ctrl+-")
    assert driver.window.fontMetrics().height() < min(before.values())
    driver.press_any("Ctrl+0")
    assert driver.window.fontMetrics().height() == min(before.values())


def test_the_menu_offers_what_is_possible(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    (view,) = (menu for menu in driver.window.findChildren(QMenu) if menu.title() == "&View")
    offered = {action.text(): action for action in view.actions()}
    assert not offered["Normal text size"].isEnabled()
    for _ in range(5):
        offered["Larger text"].trigger()
    assert not offered["Larger text"].isEnabled()
    offered["Normal text size"].trigger()
    assert offered["Larger text"].isEnabled()
