"""Every state of the window says what it is and what to do."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, RIGHT, SECRET, SHOP, call, sign
from PySide6.QtWidgets import QComboBox

from convot_inspector.keychain.data_folder import default_folder
from convot_inspector.keychain.index.serialization import checksum

if TYPE_CHECKING:
    from app_driver import AppDriver
    from keychain_lab import Keychain

pytestmark = pytest.mark.slow


def headline(driver: AppDriver) -> str:
    return str(driver.card("headline").property("tone"))


def test_nothing_pasted_yet_helps_and_offers_an_example(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    driver.click("Skip these steps")
    assert driver.reads("Paste what the page sends", driver.card("headline"))
    assert headline(driver) == "unknown"
    driver.click("Try an example")
    driver.wait_to_read("The server signed email instead of external_id", driver.card("headline"))
    assert headline(driver) == "wrong"
    assert driver.reads("Fix, for the developer: ", driver.card("user_hash"))
    driver.click("Clear")
    driver.wait_to_read("Try an example")


@pytest.mark.parametrize(
    ("title", "words", "tone"),
    [
        ("Everything right: external_id and shop", "Verified", "right"),
        ("Everything right: email only", "Verified", "right"),
        ("The server signed the email, but external_id is sent", "The server signed email instead of", "wrong"),
        ("Two mistakes: echo without -n, and base64", "(and the hash is written in base64)", "wrong"),
        ("A hash that nothing explains", "No known mistake makes this hash", "wrong"),
        ("No user_hash", "Not verified: no user_hash is sent", "warning"),
        ("The shop is not signed", "The user is verified, the shop is not signed", "warning"),
        ("A template that was not filled in", "is a template that was not filled in", "unknown"),
    ],
)
def test_every_example_says_what_it_shows(
    driver_without_keychain: AppDriver, title: str, words: str, tone: str
) -> None:
    driver_without_keychain.choose(title)
    driver_without_keychain.wait_to_read(words, driver_without_keychain.card("headline"))
    assert headline(driver_without_keychain) == tone


def test_without_a_secret_everything_else_is_shown_and_nothing_is_red_or_green(
    driver_without_keychain: AppDriver,
) -> None:
    driver = driver_without_keychain
    driver.paste(RIGHT)
    driver.wait_to_read("Add this app's identity secret to check the hash", driver.card("headline"))
    assert headline(driver) == "unknown"
    assert driver.reads("Settings → Apps → [your app] → Setup", driver.card("headline"))
    assert driver.reads(SHOP, driver.card("signed"))
    assert driver.reads("Not checked", driver.card("user_hash"))
    assert driver.reads("Cannot tell", driver.card("enforcement"))
    driver.click("Add this app…")
    driver.click("Cancel", driver.dialog("Add an app"))


def test_without_a_keychain_a_secret_lasts_for_the_session_and_the_window_says_so(
    driver_without_keychain: AppDriver,
) -> None:
    driver = driver_without_keychain
    assert driver.reads("has no password store", driver.card("notice"))
    driver.add_app("Acme", SECRET)
    assert driver.reads("this session only")
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.restart()
    driver.wait_to_read("No app yet")


def test_locked_keychain_is_reported_and_checks_still_work(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    driver.close()
    keychain.lock()
    driver.restart_closed()
    driver.wait_to_read("password store is locked", driver.card("notice"))
    driver.wait_to_read("secret not available")
    driver.paste(RIGHT)
    driver.wait_to_read("the secret of “Acme” is not available", driver.card("headline"))
    keychain.unlock()
    driver.click("Unlock…", driver.card("notice"))
    driver.wait_to_read("Verified", driver.card("headline"))
    assert not driver.card("notice").isVisible()


def test_hanging_keychain_is_reported_and_the_window_closes(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    keychain.stop()
    driver.choose("Add an app…")
    dialog = driver.dialog("Add an app")
    driver.fill("Name", "Other", dialog)
    driver.fill("Identity secret", hashlib.sha256(b"other").hexdigest(), dialog)
    driver.click("Save", dialog)
    driver.wait_to_read("Waiting for your computer's password store", driver.card("notice"))
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.click("Cancel", dialog)
    keychain.cont()


@pytest.mark.parametrize(
    ("text", "title", "has_place"),
    [
        ("Hello, our visitors are anonymous.", "No identify call found", False),
        ("The page has\n// Convot.identify({})", "No identify call found", True),
        ('Convot.identify({email: "a', "The text is cut off", True),
        ('Convot.identify({email: "a" user_hash: "b"})', "The call is damaged", True),
        ('{"email": "a" "user_hash": "b"}', "The JSON is damaged", True),
        ("Convot.identify(visitor)", "The values are not in this text", True),
        ("\x89PNG\r\n\x1a\n" + "\0\x01\x02" * 50, "This is not text", False),
    ],
)
def test_unreadable_text_shows_the_reason_and_position(
    driver_without_keychain: AppDriver, text: str, title: str, *, has_place: bool
) -> None:
    driver = driver_without_keychain
    driver.main_view.show_text(text)
    driver.wait_to_read(title, driver.card("headline"))
    assert driver.reads(", column ", driver.card("headline")) == has_place
    assert headline(driver) == "unknown"
    assert not driver.card("user_hash").isVisible()
    assert driver.reads("Show the place") == has_place
    if has_place:
        driver.click("Show the place")


def test_of_several_calls_the_worst_is_shown_first(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    wrong = call(email=EMAIL, user_hash=sign("somebody else"))
    driver.paste(f"{RIGHT}\n{wrong}")
    driver.wait_to_read("user_hash does not verify", driver.card("headline"))
    choice = next(each for each in driver.visible(QComboBox) if each.accessibleName() == "Which call is shown")
    assert [choice.itemText(row).split(" · ")[0] for row in range(choice.count())] == [
        f"Line {len(RIGHT.splitlines()) + 2}",
        "Line 1",
    ]
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert driver.reads("2 calls found")


def test_verified_with_a_remark_stays_green_and_says_the_remark(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(call(external_id=f"{SHOP} ", user_hash=sign(f"{SHOP} ")))
    driver.wait_to_read("Verified, with a remark", driver.card("headline"))
    assert headline(driver) == "right"
    assert driver.reads("white space", driver.card("user_hash"))
    assert driver.reads(f"{SHOP}␣", driver.card("signed"))


def test_a_secret_in_the_paste_comes_first_and_is_not_repeated(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(call(email=EMAIL, user_hash=SECRET))
    driver.wait_to_read("This text contains an identity secret", driver.card("headline"))
    assert headline(driver) == "wrong"
    assert not driver.reads(SECRET)


def test_pasted_text_is_never_rendered_as_markup(driver: AppDriver) -> None:
    driver.add_app("<b>Acme</b> & <i>Co</i>", SECRET)
    hostile = "<b>VALID</b><img src=x>"
    driver.paste(call(external_id=hostile, user_hash=sign(hostile)))
    driver.wait_to_read("Verified", driver.card("headline"))
    assert driver.reads(hostile, driver.card("signed"))
    driver.click("What was checked", driver.card("user_hash"))
    assert driver.reads("<b>Acme</b> & <i>Co</i>", driver.card("user_hash"))


NEWER: dict[str, object] = {"schema": 999}


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("{", "restored from its backup"),
        (json.dumps(NEWER | {"checksum": checksum(NEWER)}), "newer version"),
        ("older", "was not up to date and has been completed. 1 saved secret was found"),
    ],
    ids=["damaged", "newer", "older"],
)
def test_damaged_newer_or_older_list_of_apps_is_reported(driver: AppDriver, damage: str, words: str) -> None:
    driver.add_app("Acme", SECRET)
    file = default_folder() / "profiles.json"
    older = file.read_text(encoding="utf-8")
    driver.add_app("Other", hashlib.sha256(b"other").hexdigest())  # the second write makes the backup of the first
    driver.close()
    if damage == "older":
        file.with_name("profiles.json.bak").unlink()
    file.write_text(older if damage == "older" else damage, encoding="utf-8")
    driver.restart_closed()
    driver.wait_to_read(words, driver.card("notice"))


def test_a_real_text_is_not_checked_with_the_examples_secret(driver: AppDriver) -> None:
    """A hash that was never checked with the user's own secret must not look wrong."""
    driver.choose("Everything right: email only")
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.paste(call(email="ann@acme.test", user_hash="5" * 64))
    driver.wait_to_read("Add this app's identity secret to check the hash", driver.card("headline"))
    assert headline(driver) == "unknown"
    driver.add_app("Acme", SECRET)
    driver.choose("Everything right: email only")
    driver.wait_to_read("Example app (demo secret)")
    driver.paste(call(email="ann@acme.test", user_hash=sign("ann@acme.test")))
    driver.wait_to_read("Verified", driver.card("headline"))
    assert driver.reads("Acme", driver.card("appChooser").parentWidget())
