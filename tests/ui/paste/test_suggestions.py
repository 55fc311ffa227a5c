"""The values of a text without a call are offered in *Type the values*; the user says which is which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, SECRET, SHOP, call, sign
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTabBar

from convot_inspector.core.reading.evidence.suggestions import suggestions
from convot_inspector.ui.paste.editor import Editor

if TYPE_CHECKING:
    from app_driver import AppDriver

HASH = "7" * 64
TEXT = f"Hi, {EMAIL} (external_id: user-4711) of {SHOP} is anonymous. The hash is {HASH}, cc: boss@globex.test."


def test_each_kind_of_value_is_found_as_it_stands_there() -> None:
    assert suggestions(TEXT) == {
        "external_id": ("user-4711",),
        "email": (EMAIL, "boss@globex.test"),
        "user_hash": (HASH,),
        "shop": (SHOP,),
    }
    assert suggestions("Everybody is anonymous. external_id is null, or the external_id missing") == {}
    assert suggestions("The external_id is user_12.") == {"external_id": ("user_12",)}
    assert suggestions("x" * 100_000 + EMAIL) == {}


def offers(driver: AppDriver) -> list[str]:
    return [each.text() for each in driver.visible(QPushButton) if each.text().startswith("Use “")]


def type_values(driver: AppDriver) -> None:
    bar = driver.visible(QTabBar)[0]
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.tabRect(1).center())


@pytest.mark.slow
def test_the_user_says_which_is_which(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    driver.add_app("Acme", SECRET)
    driver.paste(TEXT.replace(HASH, sign("nobody")))
    driver.wait_to_read("No identify call found", driver.card("headline"))
    type_values(driver)
    driver.qtbot.waitUntil(lambda: len(offers(driver)) == 5)
    names = ("external_id", "email", "user_hash", "shop", "shop_hash")
    assert [driver.typed(name) for name in names] == [""] * 5  # nothing is decided
    driver.click(f"Use “{EMAIL}”")
    driver.click("Use “" + sign("nobody")[:10])
    driver.wait_to_read("user_hash does not verify", driver.card("headline"))
    assert (driver.typed("email"), driver.typed("external_id")) == (EMAIL, "")
    assert len(offers(driver)) == 5  # another one can still be chosen
    driver.paste(call(email=EMAIL, user_hash=sign(EMAIL)))
    driver.wait_to_read("Verified", driver.card("headline"))
    type_values(driver)
    assert offers(driver) == []
    driver.paste(TEXT)
    driver.wait_to_read("No identify call found", driver.card("headline"))
    driver.click("Clear")
    type_values(driver)
    assert offers(driver) == []
    assert driver.window.findChildren(Editor)[0].text() == ""
