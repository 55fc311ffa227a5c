"""*Edit* cuts, copies, pastes and selects in whatever has the focus, and offers only what is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu

from convot_inspector.ui.paste.editor import Editor

if TYPE_CHECKING:
    from app_driver import AppDriver

TEXT = "Hello, our chat shows anonymous visitors."


def offered(driver: AppDriver) -> dict[str, bool]:
    """Open the menu and return which of its entries can be chosen."""
    (edit,) = (menu for menu in driver.window.findChildren(QMenu) if menu.title() == "&Edit")
    edit.popup(driver.window.mapToGlobal(QPoint(0, 0)))
    entries = {action.text(): action.isEnabled() for action in edit.actions()}
    edit.close()
    return {words: entries[words] for words in ("Cut", "Copy", "Paste", "Select all")}


def test_the_text_is_selected_cut_and_pasted(driver_without_keychain: AppDriver) -> None:
    driver, clipboard = driver_without_keychain, QGuiApplication.clipboard()
    driver.main_view.show_text(TEXT)
    (editor,) = driver.visible(Editor)
    editor.setFocus()
    clipboard.clear()
    assert offered(driver) == {"Cut": False, "Copy": False, "Paste": False, "Select all": True}
    driver.choose("Select all")
    assert offered(driver) == {"Cut": True, "Copy": True, "Paste": False, "Select all": True}
    driver.choose("Copy")
    assert (clipboard.text(), driver.main_view._paste.text()) == (TEXT, TEXT)
    driver.choose("Cut")
    assert driver.main_view._paste.text() == ""
    driver.choose("Paste")
    assert driver.main_view._paste.text() == TEXT


def test_selected_text_of_a_label_is_copied(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    driver.wait_to_read("Welcome to Convot Inspector")
    (title,) = (each for each in driver.visible(QLabel) if each.text() == "Welcome to Convot Inspector")
    left, right = QPoint(0, title.height() // 2), QPoint(title.width() - 1, title.height() // 2)
    QTest.mousePress(title, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, left)
    QTest.mouseMove(title, right)
    QTest.mouseRelease(title, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, right)
    assert offered(driver)["Copy"]
    driver.choose("Copy")
    assert QGuiApplication.clipboard().text() == "Welcome to Convot Inspector"


def test_a_secret_cannot_be_copied(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    driver.wait_to_read("Welcome to Convot Inspector")
    driver.fill("Name of the app", "Acme", driver.window)
    driver.click("Next")
    field = driver.field("Identity secret of the app")
    field.setText("0" * 64)
    field.setFocus()
    field.selectAll()
    QGuiApplication.clipboard().setText("before")
    assert offered(driver) == {"Cut": False, "Copy": False, "Paste": True, "Select all": True}
