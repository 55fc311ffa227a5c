"""What the Help menu opens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, SECRET, call, sign
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QTextBrowser

from convot_inspector import __version__

if TYPE_CHECKING:
    from app_driver import AppDriver
    from keychain_lab import Keychain
    from PySide6.QtWidgets import QDialog

pytestmark = pytest.mark.slow


def page(dialog: QDialog) -> str:
    shown = dialog.findChild(QTextBrowser)
    assert isinstance(shown, QTextBrowser)
    return shown.toPlainText()


def test_the_rules_the_setting_and_the_shortcuts(driver: AppDriver) -> None:
    driver.press("F1")
    dialog = driver.dialog("How identity verification works")
    words = page(dialog)
    assert "user_hash signs external_id when the page sends one, otherwise email." in words
    assert "is rejected with identity_verification_required" in words
    assert "https://help.convot.io/en/article/identity-verification" in words
    for shortcut, deed in (("Ctrl+Shift+V", "Paste and check"), ("Ctrl+K", "Choose an app…"), ("F1", "How identity")):
        assert f"{shortcut}\n{deed}" in words
    driver.click("Close", dialog)


def test_about_names_versions_and_licences(driver: AppDriver) -> None:
    driver.choose("About Convot Inspector")
    dialog = driver.dialog("About Convot Inspector")
    words = page(dialog)
    assert __version__ in words
    for part in ("PySide6_Essentials", "keyring", "tree-sitter"):
        assert part.lower().replace("_", "-") in words.lower().replace("_", "-")
    assert "LGPL" in words
    driver.click("Licences…", dialog)
    text = driver.dialog("Licences").findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text.toPlainText()
    driver.click("Close", driver.dialog("Licences"))
    driver.click("Close", dialog)


def test_diagnostics_hold_nothing_of_the_user(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme, production", SECRET)
    driver.paste(call(email=EMAIL, user_hash=sign(EMAIL)))
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.choose("About Convot Inspector")
    dialog = driver.dialog("About Convot Inspector")
    driver.click("Copy diagnostics", dialog)
    assert driver.reads("Diagnostics copied.", dialog)
    copied = QGuiApplication.clipboard().text()
    assert f"Convot Inspector: {__version__} (from source)" in copied
    assert "Password store: GNOME Keyring" in copied
    assert "List of apps: 1 apps, " in copied
    for private in (SECRET, EMAIL, sign(EMAIL), "Acme", str(keychain.home), str(Path.home())):
        assert private not in copied
    driver.click("Close", dialog)


def test_the_installation_is_checked(driver: AppDriver, keychain: Keychain) -> None:
    driver.choose("Check this installation")
    dialog = driver.dialog("Check of this installation")
    assert "This installation is in order." in page(dialog)
    assert "an entry was written, read and removed" in page(dialog)
    driver.click("Copy the result", dialog)
    assert "hashes: in order: HMAC-SHA256 gives RFC 4231's result" in QGuiApplication.clipboard().text()
    assert keychain.items() == []
    driver.click("Close", dialog)


def test_without_a_password_store_the_check_says_so_and_nothing_failed(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    driver.choose("Check this installation")
    dialog = driver.dialog("Check of this installation")
    assert "? missing: no password store here" in page(dialog)
    assert "This installation is in order." in page(dialog)
    driver.click("Close", dialog)
