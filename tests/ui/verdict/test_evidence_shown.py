"""Values in no notation, in the window: the hash proves them, or the answer is grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paste import EMAIL, SECRET, sign

if TYPE_CHECKING:
    from app_driver import AppDriver


def test_a_sentence_is_checked_by_its_hash(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(f"Hello, my email is {EMAIL} and the hash is {sign(EMAIL)}. Why am I anonymous?")
    driver.wait_to_read("Verified", driver.card("headline"))
    assert driver.reads(EMAIL)


def test_a_mistake_in_a_sentence_is_found(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(f"Hello, my email is {EMAIL} and the hash is {sign(EMAIL.upper())}.")
    driver.wait_to_read("letter case", driver.card("headline"))


def test_unproven_values_are_not_judged(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(f"email: {EMAIL}.\nuser_hash: {sign('somebody else')}")
    driver.wait_to_read("Cannot tell from this text", driver.card("headline"))
    assert driver.reads("It is not certain where email begins and ends")


def test_hash_beside_nothing_that_it_proves_leaves_the_reason_shown(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    with driver.qtbot.waitSignal(driver.main_view._runner.explained):
        driver.paste(f"Hello, our hash is {'f' * 64}.")
    driver.wait_to_read("No identify call found", driver.card("headline"))
