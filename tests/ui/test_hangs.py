"""A hanging keychain, or an unanswered password window: the window responds, says so in time, and closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from loop_monitor import EventLoopMonitor
from paste import RIGHT, SECRET
from stopwatch import Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from app_driver import AppDriver
    from keychain_lab import Keychain

pytestmark = pytest.mark.slow

WORDS_WITHIN = 3.0  # seconds


def read_in_time(driver: AppDriver, words: str) -> None:
    stopwatch = Stopwatch()
    driver.wait_to_read(words, driver.card("notice"))
    assert stopwatch.seconds() < WORDS_WITHIN


def hang_daemon(_: AppDriver, keychain: Keychain) -> None:
    keychain.stop()


def hang_prompt(_: AppDriver, keychain: Keychain) -> None:
    keychain.hang_prompts()
    keychain.lock()


@pytest.mark.parametrize("hang", [hang_daemon, hang_prompt])
def test_window_responds_beside_a_hanging_keychain(
    driver: AppDriver, keychain: Keychain, hang: Callable[[AppDriver, Keychain], None]
) -> None:
    driver.add_app("Acme", SECRET)
    driver.add_app("Other", "0" * 64)
    driver.paste(RIGHT)
    driver.wait_to_read("The hash was made with the secret of another app", driver.card("headline"))
    hang(driver, keychain)
    monitor = EventLoopMonitor(driver.window)
    driver.choose("Lock now")
    driver.paste(RIGHT + "\n")
    if hang is hang_prompt:
        driver.wait_to_read("password store is locked", driver.card("notice"))
        driver.click("Unlock…", driver.card("notice"))
    read_in_time(driver, "Look for a password window, perhaps behind this one")
    driver.choose("Everything right: email only")
    driver.wait_to_read("Verified", driver.card("headline"))  # what needs no keychain still works
    assert monitor.is_responsive(), monitor.longest
    stopwatch = Stopwatch()
    driver.window.close()
    assert driver.main_view.wait_for_threads(10.0)  # nothing of it waits for the keychain
    assert stopwatch.seconds() < 1.0
    keychain.cont()


def test_start_beside_a_hanging_keychain(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    driver.close()
    keychain.stop()
    driver.restart_closed()
    monitor = EventLoopMonitor(driver.window)
    driver.wait_to_read("Acme", driver.card("topBar"))  # the list is read without the keychain
    read_in_time(driver, "Waiting for your computer's password store")
    driver.paste(RIGHT)
    driver.wait_to_read("the secret of “Acme” is not available", driver.card("headline"))
    assert driver.reads("25 bytes", driver.card("signed"))
    driver.wait_to_read("password store does not answer", driver.card("notice"))
    assert monitor.is_responsive(), monitor.longest
    keychain.cont()
    driver.click("Try again", driver.card("notice"))
    driver.wait_to_read("Verified", driver.card("headline"))
