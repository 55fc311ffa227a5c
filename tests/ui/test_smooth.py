"""Themes and hundreds of calls never block the window for more than a few frames."""

from __future__ import annotations

from functools import partial
from itertools import cycle, islice
from typing import TYPE_CHECKING

import pytest
from loop_monitor import EventLoopMonitor
from paste import SECRET, call, sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from app_driver import AppDriver

pytestmark = pytest.mark.slow

AT_MOST = 100  # milliseconds between two ticks: twice what is wanted, for a busy machine
TIMES = 20  # at most: a busy machine doubles some


def calls(count: int, name: str) -> str:
    """Return that many calls, every second one of which has a wrong hash."""
    who = [f"{name}{number}" for number in range(count)]
    return "\n".join(
        call(external_id=each, email=f"{each}@x.y", user_hash=sign(each if number % 2 else f"{each}@x.y"))
        for number, each in enumerate(who)
    )


def longest(driver: AppDriver, do: Callable[[], object]) -> float:
    """Return the longest interval between two ticks while something is done and drawn, in milliseconds."""
    monitor = EventLoopMonitor(driver.window)
    driver.qtbot.waitUntil(lambda: monitor.ticks > 3)
    monitor.longest, monitor.ticks = 0.0, 0
    do()
    driver.qtbot.waitUntil(lambda: monitor.ticks > 20)
    monitor.deleteLater()
    return monitor.longest


def assert_is_smooth(driver: AppDriver, actions: list[Callable[[], object]]) -> None:
    """Do the actions in turns until one is smooth: what blocks the window by itself never is."""
    found: list[float] = []
    for action in islice(cycle(actions), TIMES):
        found.append(longest(driver, action))
        if found[-1] <= AT_MOST:
            return
    raise AssertionError(found)


@pytest.mark.parametrize("count", [1, 300])
def test_a_change_of_theme(driver_without_keychain: AppDriver, count: int) -> None:
    driver = driver_without_keychain
    driver.add_app("Acme", SECRET)
    driver.paste(calls(count, "a"))
    driver.wait_to_read("The server signed email", driver.card("headline"))
    assert_is_smooth(driver, [partial(driver.choose, theme) for theme in ("Dark", "Light")])


def test_hundreds_of_calls_and_the_choice_of_one(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    driver.add_app("Acme", SECRET)
    found = []
    for name in "abcdefgh":
        text = calls(300, name)
        monitor = EventLoopMonitor(driver.window)
        driver.paste(text)
        driver.qtbot.waitUntil(lambda: driver.reads("200 calls found"))
        driver.wait_to_read("The server signed email", driver.card("headline"))
        found.append(monitor.longest)
        monitor.deleteLater()
        if min(found) <= AT_MOST:
            break
    assert min(found) <= AT_MOST, found
    last = len(driver.main_view._inspection.calls) - 1 if driver.main_view._inspection is not None else 0
    assert_is_smooth(driver, [partial(driver.main_view._choose_call, index) for index in (0, last)])
