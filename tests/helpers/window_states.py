"""States of the window for several tests, each reached as a user reaches it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paste import EMAIL, RIGHT, SECRET, SHOP, call, sign
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from app_driver import AppDriver
    from PySide6.QtWidgets import QWidget

WRONG = call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL), shop=SHOP, shop_hash=sign(SHOP))

UNEXPLAINED = call(external_id=SHOP, user_hash="0" * 64)


def pasted(text: str, words: str) -> Callable[[AppDriver], None]:
    def bring(driver: AppDriver) -> None:
        driver.add_app("Acme", SECRET)
        driver.paste(text)
        driver.wait_to_read(words, driver.card("headline"))

    return bring


def without_a_secret(driver: AppDriver) -> None:
    driver.paste(RIGHT)
    driver.wait_to_read("Add this app", driver.card("headline"))


def opened(driver: AppDriver) -> None:
    pasted(WRONG, "The server signed email")(driver)
    driver.click("What was tried", driver.card("user_hash"))
    driver.click("What was checked", driver.card("shop_hash"))
    driver.click("Reveal", driver.card("user_hash"))


def finding(driver: AppDriver) -> None:
    pasted(WRONG, "The server signed email")(driver)
    driver.choose("Find…")
    QTest.keyClicks(driver.field("Find in the text"), "not there")
    driver.wait_to_read("Not found")


def typing(driver: AppDriver) -> None:
    pasted(WRONG, "The server signed email")(driver)
    bar = next(each for each in driver.visible(QTabBar))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar.tabRect(1).center())
    assert driver.typed("email") == EMAIL


STATES: dict[str, Callable[[AppDriver], None]] = {
    "nothing pasted": lambda driver: None,  # noqa: ARG005
    "no secret": without_a_secret,
    "verified": pasted(RIGHT, "Verified"),
    "wrong, with its cause": opened,
    "wrong, without a cause": pasted(UNEXPLAINED, "user_hash does not verify"),
    "hash missing": pasted(call(email=EMAIL), "no user_hash is sent"),
    "problem": pasted("Hello, can you help?", "No identify call found"),
    "several calls": pasted(f"{WRONG}\n{RIGHT}", "The server signed email"),
    "finding": finding,
    "typing the values": typing,
}
DIALOGS = (
    ("Add an app…", "Add an app"),
    ("Manage apps…", "Apps"),
    ("Import several apps…", "Import several apps"),
    ("Export…", "Export"),
    ("Check with another secret…", "Check with another secret"),
    ("Characters…", "Characters"),
)


def wait_until_closed(driver: AppDriver, title: str) -> None:
    tops = QApplication.topLevelWidgets
    driver.qtbot.waitUntil(lambda: not any(each.isVisible() and each.windowTitle() == title for each in tops()))


def wait_to_click(driver: AppDriver, words: str, dialog: QWidget) -> None:
    def ready() -> bool:
        return any(each.text() == words and each.isEnabled() for each in driver.buttons(dialog))

    driver.qtbot.waitUntil(ready)
