"""The bar below the verdict leaves room for the headline in any window, and nothing in it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, SECRET, SHOP, call, sign
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton

if TYPE_CHECKING:
    from app_driver import AppDriver

pytestmark = pytest.mark.slow

WRONG = call(external_id=SHOP, email=EMAIL, user_hash=sign(EMAIL))
SIZES = {"1280 × 720 at 200 %": (640, 336), "900 × 600": (900, 600), "1180 × 780": (1180, 780)}


def shown(driver: AppDriver) -> dict[str, QRect]:
    """Return the buttons of the bar and where they are in the window."""
    found = driver.visible(QPushButton, driver.card("handOver"))
    return {each.text(): QRect(each.mapTo(driver.window, each.rect().topLeft()), each.size()) for each in found}


def wait_for_layout(driver: AppDriver) -> None:
    QApplication.processEvents()
    driver.qtbot.waitUntil(lambda: all(not place.isEmpty() for place in shown(driver).values()))


@pytest.mark.parametrize("size", SIZES)
def test_the_buttons_are_in_one_row_and_stay_where_they_are(driver: AppDriver, size: str) -> None:
    driver.add_app("Acme", SECRET)
    driver.window.resize(*SIZES[size])
    driver.paste(WRONG)
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    wait_for_layout(driver)
    before = shown(driver)
    assert len({place.center().y() for place in before.values()}) == 1
    for shortcut in ("Ctrl+Shift+C", "Ctrl+Shift+D"):
        QGuiApplication.clipboard().setText("before")
        driver.press(shortcut)
        assert QGuiApplication.clipboard().text() != "before"
        QApplication.processEvents()
        assert shown(driver) == before


def test_what_has_no_room_is_in_a_menu(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.window.resize(*SIZES["1280 × 720 at 200 %"])
    driver.paste(WRONG)
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    wait_for_layout(driver)
    more = next(each for each in driver.visible(QPushButton) if each.text() == "More")
    in_menu = [action.text() for action in more.menu().actions()]
    assert [*(words for words in shown(driver) if words != "More"), *in_menu] == [
        "Copy answer for the merchant",
        "Copy developer ticket",
        "Edit before copying…",
        "Export…",
    ]
    next(action for action in more.menu().actions() if action.text() == "Export…").trigger()
    driver.dialog("Export").reject()
    driver.window.resize(1180, 780)
    driver.qtbot.waitUntil(lambda: "Export…" in shown(driver) and "More" not in shown(driver))


def test_the_headline_can_be_read_at_200_percent(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.window.resize(*SIZES["1280 × 720 at 200 %"])
    driver.paste(WRONG)
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    wait_for_layout(driver)
    view = driver.card("rightSide")
    words = [each for each in driver.visible(QLabel, driver.card("headline")) if each.text()]
    title = next(each for each in words if each.text().startswith("The server signed"))
    assert not title.visibleRegion().isEmpty()
    assert title.visibleRegion().boundingRect().height() == title.height(), view.height()


def test_icons_of_a_folded_list_are_not_covered(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.window.resize(700, 336)
    for number in range(12):
        driver.paste(call(email=f"{number}@x.test", user_hash=sign(f"{number}@x.test")))
    driver.wait_to_read("Verified", driver.card("headline"))
    listed = next((each for each in driver.visible(QListWidget) if each.accessibleName() == "Cases"), None)
    assert listed is not None
    bar = listed.verticalScrollBar()
    driver.qtbot.waitUntil(bar.isVisible)
    icon = listed.fontMetrics().height() + 2
    driver.qtbot.waitUntil(lambda: listed.viewport().width() >= icon + 6)
