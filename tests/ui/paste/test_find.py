"""The find bar counts the matches and says which one is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from app_driver import AppDriver


@pytest.mark.parametrize("filler", [0, 1_100_000], ids=["short", "long"])
def test_the_matches_are_counted(driver_without_keychain: AppDriver, filler: int) -> None:
    driver = driver_without_keychain
    driver.main_view.show_text("one needle, a needle " + "." * filler + "and a last needle")
    driver.press("Ctrl+F")
    driver.fill("Find in the text", "needle", driver.window)
    driver.wait_to_read("1 of 3")
    for button, words in (("Next", "2 of 3"), ("Next", "3 of 3"), ("Next", "1 of 3"), ("Previous", "3 of 3")):
        driver.click(button)
        assert driver.reads(words), driver.texts()
    driver.fill("Find in the text", "needles", driver.window)
    driver.wait_to_read("Not found")


def test_very_many_matches_are_not_all_counted(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    driver.main_view.show_text("a" * 30_000)
    driver.press("Ctrl+F")
    driver.fill("Find in the text", "a", driver.window)
    driver.wait_to_read("1 of 10,000+")
