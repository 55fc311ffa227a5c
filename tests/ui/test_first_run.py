"""The first three steps, from an empty list of apps to the first verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from test_first_light import EMAIL, RIGHT, SECRET, call, signed

if TYPE_CHECKING:
    from desk import Desk
    from keychain_lab import Keychain

NAME, IDENTITY_SECRET = "Name of the app", "Identity secret of the app"


def test_three_steps_lead_to_the_first_verdict_and_do_not_come_again(desk: Desk, keychain: Keychain) -> None:
    desk.wait_to_read("Welcome to Convot Inspector", desk.card("headline"))
    steps = desk.card("firstSteps")
    desk.fill(NAME, "Acme, production", steps)
    desk.click("Next", steps)
    assert desk.reads("Acme, production", steps)
    assert desk.field(IDENTITY_SECRET, steps).hasFocus()
    QGuiApplication.clipboard().setText(SECRET)
    desk.fill(IDENTITY_SECRET, SECRET, steps)
    desk.click("Save the app", steps)
    desk.wait_to_read("cleared from your clipboard", steps)
    assert QGuiApplication.clipboard().text() == ""
    assert len(keychain.items()) == 1
    QGuiApplication.clipboard().setText(RIGHT)
    desk.click("Paste and check", steps)
    desk.wait_to_read("Verified", desk.card("headline"))
    assert desk.reads("Acme, production")
    desk.click("Clear")
    desk.wait_to_read("Paste what the page sends", desk.card("headline"))
    desk.restart()
    assert not desk.reads("Three steps to the first answer")


def test_by_keyboard(desk: Desk) -> None:
    desk.wait_to_read("Three steps to the first answer")
    steps = desk.card("firstSteps")
    field = desk.field(NAME, steps)
    QTest.keyClicks(field, "Acme")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field = desk.field(IDENTITY_SECRET, steps)
    QTest.keyClicks(field, SECRET)
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.wait_to_read("View page source", steps)
    QGuiApplication.clipboard().setText(RIGHT)
    desk.qtbot.waitUntil(lambda: any(each.hasFocus() for each in desk.buttons(steps)))
    focused = next(each for each in desk.buttons(steps) if each.hasFocus())
    QTest.keyClick(focused, Qt.Key.Key_Space)
    desk.wait_to_read("Verified", desk.card("headline"))


def test_they_can_be_skipped_and_had_again(desk: Desk) -> None:
    desk.wait_to_read("Three steps to the first answer")
    desk.click("Skip these steps")
    assert not desk.reads("Three steps to the first answer")
    assert desk.reads("Paste what the page sends", desk.card("headline"))
    desk.restart()
    assert not desk.reads("Three steps to the first answer")
    desk.choose("First steps")
    desk.wait_to_read("Three steps to the first answer")


def test_a_wrong_secret_is_told_and_nothing_is_lost(desk: Desk, keychain: Keychain) -> None:
    desk.wait_to_read("Three steps to the first answer")
    steps = desk.card("firstSteps")
    desk.click("Next", steps)
    desk.wait_to_read("Give the app a name", steps)
    assert desk.field(NAME, steps).hasFocus()
    desk.fill(NAME, "Acme", steps)
    desk.click("Next", steps)
    desk.fill(IDENTITY_SECRET, SECRET[:60], steps)
    desk.click("Save the app", steps)
    desk.wait_to_read("This one has 60.", steps)
    assert desk.field(IDENTITY_SECRET, steps).text() == SECRET[:60]
    assert keychain.items() == []
    desk.click("Back", steps)
    assert desk.field(NAME, steps).hasFocus()


def test_an_example_does_not_end_them_but_an_own_call_does(desk: Desk) -> None:
    desk.wait_to_read("Three steps to the first answer")
    desk.click("Try an example")
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.click("Clear")
    desk.wait_to_read("Three steps to the first answer")
    desk.paste(call(email="ann@acme.test", user_hash=signed(EMAIL)))
    desk.wait_to_read("Add this app's identity secret", desk.card("headline"))
    assert not desk.reads("Three steps to the first answer")
    desk.add_app("Acme", SECRET)  # in the usual way, which has the first two steps behind it
    desk.wait_to_read("user_hash does not verify", desk.card("headline"))
    desk.click("Clear")
    desk.wait_to_read("Paste what the page sends", desk.card("headline"))


def test_without_a_keychain_it_is_said_that_nothing_is_kept(desk_without_keychain: Desk) -> None:
    desk = desk_without_keychain
    desk.wait_to_read("Three steps to the first answer")
    steps = desk.card("firstSteps")
    desk.fill(NAME, "Acme", steps)
    desk.click("Next", steps)
    assert desk.reads("This computer keeps no secrets", steps)


def test_who_has_apps_is_not_asked(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.restart()
    desk.wait_to_read("Acme")
    assert not desk.reads("Three steps to the first answer")
