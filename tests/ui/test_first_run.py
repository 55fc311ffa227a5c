"""The first three steps, from an empty list of apps to the first verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, RIGHT, SECRET, call, sign
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from app_driver import AppDriver
    from keychain_lab import Keychain

NAME, IDENTITY_SECRET = "Name of the app", "Identity secret of the app"


@pytest.mark.parametrize("list_of_apps", ["none"], indirect=True)
def test_three_steps_lead_to_the_first_verdict_and_do_not_come_again(driver: AppDriver, keychain: Keychain) -> None:
    driver.wait_to_read("Welcome to Convot Inspector", driver.card("headline"))
    steps = driver.card("firstSteps")
    driver.fill(NAME, "Acme, production", steps)
    driver.click("Next", steps)
    assert driver.reads("Acme, production", steps)
    assert driver.field(IDENTITY_SECRET, steps).hasFocus()
    QGuiApplication.clipboard().setText(SECRET)
    driver.fill(IDENTITY_SECRET, SECRET, steps)
    driver.click("Save the app", steps)
    driver.wait_to_read("cleared from your clipboard", steps)
    assert QGuiApplication.clipboard().text() == ""
    assert len(keychain.items()) == 1
    QGuiApplication.clipboard().setText(RIGHT)
    driver.click("Paste and check", steps)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert driver.reads("Acme, production")
    driver.click("Clear")
    driver.wait_to_read("Paste what the page sends", driver.card("headline"))
    driver.restart()
    assert not driver.reads("Three steps to the first answer")


def test_first_steps_by_keyboard(driver: AppDriver) -> None:
    driver.wait_to_read("Three steps to the first answer")
    steps = driver.card("firstSteps")
    field = driver.field(NAME, steps)
    QTest.keyClicks(field, "Acme")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field = driver.field(IDENTITY_SECRET, steps)
    QTest.keyClicks(field, SECRET)
    QTest.keyClick(field, Qt.Key.Key_Return)
    driver.wait_to_read("View page source", steps)
    QGuiApplication.clipboard().setText(RIGHT)
    driver.qtbot.waitUntil(lambda: any(each.hasFocus() for each in driver.buttons(steps)))
    focused = next(each for each in driver.buttons(steps) if each.hasFocus())
    QTest.keyClick(focused, Qt.Key.Key_Space)
    driver.wait_to_read("Verified", driver.card("headline"))


def test_first_steps_can_be_skipped_and_shown_again(driver: AppDriver) -> None:
    driver.wait_to_read("Three steps to the first answer")
    driver.click("Skip these steps")
    assert not driver.reads("Three steps to the first answer")
    assert driver.reads("Paste what the page sends", driver.card("headline"))
    driver.restart()
    assert not driver.reads("Three steps to the first answer")
    driver.choose("First steps")
    driver.wait_to_read("Three steps to the first answer")


def test_malformed_secret_in_the_first_steps_is_reported_and_stays_typed(driver: AppDriver, keychain: Keychain) -> None:
    driver.wait_to_read("Three steps to the first answer")
    steps = driver.card("firstSteps")
    driver.click("Next", steps)
    driver.wait_to_read("Give the app a name", steps)
    assert driver.field(NAME, steps).hasFocus()
    driver.fill(NAME, "Acme", steps)
    driver.click("Next", steps)
    driver.fill(IDENTITY_SECRET, SECRET[:60], steps)
    driver.click("Save the app", steps)
    driver.wait_to_read("This one has 60.", steps)
    assert driver.field(IDENTITY_SECRET, steps).text() == SECRET[:60]
    assert keychain.items() == []
    driver.click("Back", steps)
    assert driver.field(NAME, steps).hasFocus()


def test_an_example_does_not_end_them_but_an_own_call_does(driver: AppDriver) -> None:
    driver.wait_to_read("Three steps to the first answer")
    driver.click("Try an example")
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    driver.click("Clear")
    driver.wait_to_read("Three steps to the first answer")
    driver.paste(call(email="ann@acme.test", user_hash=sign(EMAIL)))
    driver.wait_to_read("Add this app's identity secret", driver.card("headline"))
    assert not driver.reads("Three steps to the first answer")
    driver.add_app("Acme", SECRET)  # in the usual way, after the first two steps
    driver.wait_to_read("user_hash does not verify", driver.card("headline"))
    driver.click("Clear")
    driver.wait_to_read("Paste what the page sends", driver.card("headline"))


def test_without_a_keychain_it_is_said_that_nothing_is_kept(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    driver.wait_to_read("Three steps to the first answer")
    steps = driver.card("firstSteps")
    driver.fill(NAME, "Acme", steps)
    driver.click("Next", steps)
    assert driver.reads("This computer keeps no secrets", steps)


def test_first_steps_are_not_shown_where_there_are_apps(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.restart()
    driver.wait_to_read("Acme")
    assert not driver.reads("Three steps to the first answer")
