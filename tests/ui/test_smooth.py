"""Themes and hundreds of calls never block the window for more than three frames."""

from __future__ import annotations

import time
from functools import partial
from itertools import cycle, islice
from typing import TYPE_CHECKING

import pytest
from heartbeat import Heartbeat
from paste import SECRET, call, sign
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from app_driver import AppDriver

pytestmark = pytest.mark.slow

AT_MOST = 50  # milliseconds of the UI thread's CPU time between two beats of the event loop
FLOOR = 4.5  # milliseconds for the `floor` of an idle machine; a busy one takes more for everything, also of CPU time
TIMES = 20  # at most: a busy machine doubles some


def calls(count: int, name: str) -> str:
    """Return that many calls, every second one of which has a wrong hash."""
    who = [f"{name}{number}" for number in range(count)]
    return "\n".join(
        call(external_id=each, email=f"{each}@x.y", user_hash=sign(each if number % 2 else f"{each}@x.y"))
        for number, each in enumerate(who)
    )


def floor(driver: AppDriver) -> float:
    """Return how long Qt takes for a style sheet of one rule on 100 labels, in milliseconds of CPU time."""
    parent = QWidget()
    driver.qtbot.addWidget(parent)
    for _ in range(100):
        QLabel("label", parent)
    parent.setStyleSheet("QLabel { color: red }")
    parent.show()
    began = time.thread_time()
    parent.setStyleSheet("QLabel { color: blue }")
    took = time.thread_time() - began
    parent.close()
    return took * 1_000


def longest(driver: AppDriver, do: Callable[[], object]) -> float:
    """Return the longest time between two beats while something is done and drawn, in milliseconds of CPU time."""
    heart = Heartbeat(driver.window)
    driver.qtbot.waitUntil(lambda: heart.beats > 3)
    heart.forget()
    heart.longest, heart.beats = 0.0, 0
    do()
    driver.qtbot.waitUntil(lambda: heart.beats > 30)
    heart.deleteLater()
    return heart.longest


def assert_is_smooth(driver: AppDriver, actions: list[Callable[[], object]]) -> None:
    """Do the actions in turns until one is smooth: what blocks the window by itself never is."""
    found: list[tuple[float, float]] = []
    for action in islice(cycle(actions), TIMES):
        slowness = max(floor(driver) / FLOOR, 1.0)
        found.append((longest(driver, action), slowness))
        if found[-1][0] <= AT_MOST * slowness:
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
    names = cycle("abcdefgh")

    def paste() -> None:
        text = calls(300, next(names))
        driver.paste(text)
        driver.qtbot.waitUntil(lambda: driver.reads("200 calls found"))
        driver.wait_to_read("The server signed email", driver.card("headline"))

    assert_is_smooth(driver, [paste])
    last = len(driver.main_view._inspection.calls) - 1 if driver.main_view._inspection is not None else 0
    assert_is_smooth(driver, [partial(driver.main_view._choose_call, index) for index in (0, last)])
