"""The whole work by keyboard: from a new app to the answer in the clipboard, without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from contrast import colours
from keyboard import Keyboard
from paste import EMAIL, RIGHT, SECRET, SHOP, sign
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QTabBar
from window_states import WRONG, wait_until_closed

from convot_inspector.ui.paste.editor import Editor
from convot_inspector.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from app_driver import AppDriver
    from keychain_lab import Keychain
    from PySide6.QtWidgets import QWidget

    from convot_inspector.ui.theme import Tokens

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("list_of_apps", ["none"], indirect=True)
def test_from_a_new_app_to_the_answer_in_the_clipboard(driver: AppDriver, keychain: Keychain) -> None:
    keyboard = Keyboard(driver.qtbot)
    keyboard.wait_for_focus_in(driver.window)
    keyboard.press("Ctrl+Shift+A")
    keyboard.wait_for_focus_in(driver.dialog("Add an app"))
    keyboard.type("Acme")
    keyboard.press("Tab")
    keyboard.type(SECRET)
    keyboard.press("Return")
    wait_until_closed(driver, "Add an app")
    driver.wait_to_read("Acme")
    assert len(keychain.items()) == 1

    QGuiApplication.clipboard().setText(f"{RIGHT}\n{WRONG}")
    keyboard.wait_for_focus_in(driver.window)
    keyboard.press("Ctrl+Shift+V")
    driver.wait_to_read("The server signed email", driver.card("headline"))
    assert "The server signed email" in spoken(driver.card("headline"))
    choice = keyboard.tab_to("Which call is shown", backwards=True)
    assert isinstance(choice, QComboBox)
    keyboard.press("Down")
    driver.wait_to_read("Verified", driver.card("headline"))
    assert keyboard.focus() is choice
    keyboard.press("Up")
    driver.wait_to_read("The server signed email", driver.card("headline"))

    keyboard.tab_to("What was tried, closed")
    keyboard.press("Return")
    keyboard.tab_to("Reveal")
    assert not driver.reads(f"{sign(SHOP)}", driver.card("user_hash"))
    keyboard.press("Space")
    assert driver.reads(sign(SHOP), driver.card("user_hash"))
    keyboard.press("Return")
    assert not driver.reads(sign(SHOP), driver.card("user_hash"))
    keyboard.tab_to("What was tried, open", backwards=True)
    keyboard.press("Space")
    assert not driver.reads("Reveal", driver.card("user_hash"))

    tabs = keyboard.tab_to("Paste what the page sends")
    assert isinstance(tabs, QTabBar)
    keyboard.press("Right")
    field = keyboard.tab_to("email")
    assert isinstance(field, QLineEdit)
    assert field.text() == EMAIL
    keyboard.tab_to("Type the values", backwards=True)
    keyboard.press("Left")

    keyboard.press("Ctrl+Shift+C")
    answer = QGuiApplication.clipboard().text()
    assert "email" in answer
    assert "external_id" in answer
    assert SECRET not in answer


def spoken(card: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Name)


def test_a_value_is_pressed_to_see_it_in_the_text_and_explained_where_it_stands(
    driver_without_keychain: AppDriver,
) -> None:
    driver = driver_without_keychain
    keyboard = Keyboard(driver.qtbot)
    driver.add_app("Acme", SECRET)
    driver.paste(WRONG)
    driver.wait_to_read("The server signed email", driver.card("headline"))
    keyboard.wait_for_focus_in(driver.window)
    (editor,) = driver.window.findChildren(Editor)
    for key in ("Return", "Space"):
        keyboard.tab_to("external_id: ")
        editor.moveCursor(editor.textCursor().MoveOperation.Start)
        keyboard.press(key)
        assert editor.textCursor().selectedText().strip('"') == SHOP
    keyboard.tab_to("What the page sends", backwards=True)
    keyboard.press("Ctrl+Home", *["Down"] * 3, "End", "Left", "Left", "Left", "Ctrl+I")
    assert driver.card("user_hash").property("pointed")
    assert not driver.card("shop_hash").property("pointed")


def test_the_switch_and_the_menus_work_by_keyboard(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    keyboard = Keyboard(driver.qtbot)
    keyboard.wait_for_focus_in(driver.window)
    keyboard.tab_to("Require identity verification in Convot: Not known")
    keyboard.press("Left")
    driver.qtbot.waitUntil(lambda: driver.main_view.service.apps[0].setting == "off")
    keyboard.press("Left")
    driver.qtbot.waitUntil(lambda: driver.main_view.service.apps[0].setting == "on")
    keyboard.press("Shift+Tab")
    keyboard.tab_to("Require identity verification in Convot: On")
    keyboard.press("Ctrl+K")
    popup = driver.card("popup")
    assert popup.isVisible()
    keyboard.press("Escape")
    assert not popup.isVisible()


def test_the_theme_changes_by_keyboard_and_everything_follows_at_once(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    keyboard = Keyboard(driver.qtbot)
    driver.add_app("Acme", SECRET)
    driver.paste(WRONG)
    driver.wait_to_read("The server signed email", driver.card("headline"))
    driver.choose("Light")
    keyboard.wait_for_focus_in(driver.window)
    keyboard.press("Alt+V", "Return", "Down", "Down", "Return")
    assert mixed(driver.window, DARK, LIGHT) == set()
    keyboard.press("Alt+V", "Return", "Down", "Return")
    assert mixed(driver.window, LIGHT, DARK) == set()


SHOWN = ("background", "surface", "text", "wrong_tint", "right_tint", "external_id_tint", "dim", "accent")


def mixed(window: QWidget, now: Tokens, before: Tokens) -> set[str]:
    """Return the colours of the previous theme that are still shown, and those of the present one that are missing."""
    there = {colour for colour, count in colours(window.grab().toImage()).items() if count > 100}  # fewer pixels: edges
    return (set(before) - set(now)) & there | {getattr(now, n) for n in SHOWN} - there
