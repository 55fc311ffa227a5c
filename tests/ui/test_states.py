"""Every state that the window can be in says what it is and what to do."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox
from test_first_light import EMAIL, RIGHT, SECRET, SHOP, call, signed

from convot_inspector.keychain.place import default_folder

if TYPE_CHECKING:
    from desk import Desk
    from keychain_lab import Keychain


def headline(desk: Desk) -> str:
    return str(desk.card("headline").property("tone"))


def test_nothing_pasted_yet_helps_and_offers_an_example(desk_without_keychain: Desk) -> None:
    desk = desk_without_keychain
    desk.click("Skip these steps")
    assert desk.reads("Paste what the page sends", desk.card("headline"))
    assert headline(desk) == "unknown"
    desk.click("Try an example")
    desk.wait_to_read("Verified", desk.card("headline"))
    assert headline(desk) == "right"
    desk.click("Clear")
    desk.wait_to_read("Try an example")


@pytest.mark.parametrize(
    ("title", "words", "tone"),
    [
        ("Everything right: external_id and shop", "Verified", "right"),
        ("Everything right: email only", "Verified", "right"),
        ("The server signed the email, but external_id is sent", "The server signed email instead of", "wrong"),
        ("Two mistakes: echo without -n, and base64", "(and the hash is written in base64)", "wrong"),
        ("A hash that nothing explains", "No known mistake reproduces it", "wrong"),
        ("No user_hash", "Not verified: no user_hash is sent", "warning"),
        ("The shop is not signed", "The user is verified, the shop is not signed", "warning"),
        ("A template that was not filled in", "Cannot tell from this text", "unknown"),
    ],
)
def test_every_example_says_what_it_shows(desk_without_keychain: Desk, title: str, words: str, tone: str) -> None:
    desk_without_keychain.choose(title)
    desk_without_keychain.wait_to_read(words, desk_without_keychain.card("headline"))
    assert headline(desk_without_keychain) == tone


def test_without_a_secret_everything_else_is_shown_and_nothing_is_red_or_green(desk_without_keychain: Desk) -> None:
    desk = desk_without_keychain
    desk.paste(RIGHT)
    desk.wait_to_read("Add this app's identity secret to check the hash", desk.card("headline"))
    assert headline(desk) == "unknown"
    assert desk.reads("Settings → Apps → [your app] → Setup", desk.card("headline"))
    assert desk.reads(SHOP, desk.card("signed"))
    assert desk.reads("Not checked", desk.card("user_hash"))
    assert desk.reads("Cannot tell", desk.card("enforcement"))
    desk.click("Add this app…")
    desk.click("Cancel", desk.dialog("Add an app"))


def test_without_a_keychain_a_secret_lasts_for_the_session_and_the_window_says_so(desk_without_keychain: Desk) -> None:
    desk = desk_without_keychain
    assert desk.reads("has no password store", desk.card("notice"))
    desk.add_app("Acme", SECRET)
    assert desk.reads("this session only")
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.restart()
    desk.wait_to_read("No app yet")


def test_a_locked_keychain_is_said_and_work_goes_on(desk: Desk, keychain: Keychain) -> None:
    desk.add_app("Acme", SECRET)
    desk.close()
    keychain.lock()
    desk.restart_closed()
    desk.wait_to_read("password store is locked", desk.card("notice"))
    desk.wait_to_read("secret not available")
    desk.paste(RIGHT)
    desk.wait_to_read("the secret of “Acme” is not at hand", desk.card("headline"))
    keychain.unlock()
    desk.click("Unlock…", desk.card("notice"))
    desk.wait_to_read("Verified", desk.card("headline"))
    assert not desk.card("notice").isVisible()


def test_a_keychain_that_hangs_is_said_and_the_window_closes(desk: Desk, keychain: Keychain) -> None:
    desk.add_app("Acme", SECRET)
    keychain.stop()
    desk.choose("Add an app…")
    dialog = desk.dialog("Add an app")
    desk.fill("Name", "Other", dialog)
    desk.fill("Identity secret", hashlib.sha256(b"other").hexdigest(), dialog)
    desk.click("Save", dialog)
    desk.wait_to_read("Waiting for your computer's password store", desk.card("notice"))
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.click("Cancel", dialog)
    keychain.cont()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Hello, our visitors are anonymous.", "No identify call found"),
        ('Convot.identify({email: "a', "The text is cut off"),
        ('Convot.identify({email: "a" user_hash: "b"})', "The call is damaged"),
        ('{"email": "a" "user_hash": "b"}', "The JSON is damaged"),
        ("Convot.identify(visitor)", "The values are not in this text"),
        ("\x89PNG\r\n\x1a\n" + "\0\x01\x02" * 50, "This is not text"),
    ],
)
def test_what_cannot_be_read_says_why_and_where(desk_without_keychain: Desk, text: str, title: str) -> None:
    desk = desk_without_keychain
    desk.contents.show_text(text)
    desk.wait_to_read(title, desk.card("headline"))
    assert desk.reads("Line 1, column", desk.card("headline"))
    assert headline(desk) == "unknown"
    assert not desk.card("user_hash").isVisible()
    desk.click("Show the place")


def test_of_several_calls_the_worst_is_shown_first(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    wrong = call(email=EMAIL, user_hash=signed("somebody else"))
    desk.paste(f"{RIGHT}\n{wrong}")
    desk.wait_to_read("user_hash does not verify", desk.card("headline"))
    choice = next(each for each in desk.visible(QComboBox) if each.accessibleName() == "Which call is shown")
    assert [choice.itemText(row).split(" · ")[0] for row in range(choice.count())] == ["Line 8", "Line 1"]
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    desk.wait_to_read("Verified", desk.card("headline"))
    assert desk.reads("2 calls found")


def test_verified_with_a_remark_stays_green_and_says_the_remark(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(call(external_id=f"{SHOP} ", user_hash=signed(f"{SHOP} ")))
    desk.wait_to_read("Verified, with a remark", desk.card("headline"))
    assert headline(desk) == "right"
    assert desk.reads("white space", desk.card("user_hash"))
    assert desk.reads(f"{SHOP}␣", desk.card("signed"))


def test_a_secret_in_the_paste_comes_first_and_is_not_repeated(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(call(email=EMAIL, user_hash=SECRET))
    desk.wait_to_read("An identity secret stands in this text", desk.card("headline"))
    assert headline(desk) == "wrong"
    assert not desk.reads(SECRET)


def test_what_is_pasted_is_never_markup(desk: Desk) -> None:
    desk.add_app("<b>Acme</b> & <i>Co</i>", SECRET)
    hostile = "<b>VALID</b><img src=x>"
    desk.paste(call(external_id=hostile, user_hash=signed(hostile)))
    desk.wait_to_read("Verified", desk.card("headline"))
    assert desk.reads(hostile, desk.card("signed"))
    desk.click("What was checked", desk.card("user_hash"))
    assert desk.reads("<b>Acme</b> & <i>Co</i>", desk.card("user_hash"))


@pytest.mark.parametrize(("damage", "words"), [("{", "restored from its backup"), ('{"schema": 999}', "newer version")])
def test_a_damaged_or_newer_list_of_apps_is_said(desk: Desk, damage: str, words: str) -> None:
    desk.add_app("Acme", SECRET)
    desk.add_app("Other", hashlib.sha256(b"other").hexdigest())  # the second write makes the backup of the first
    desk.close()
    (default_folder() / "profiles.json").write_text(damage, encoding="utf-8")
    desk.restart_closed()
    desk.wait_to_read(words, desk.card("notice"))


def test_a_real_text_is_not_checked_with_the_examples_secret(desk: Desk) -> None:
    """A hash that was never checked with the user's own secret must not look wrong."""
    desk.choose("Everything right: email only")
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.paste(call(email="ann@acme.test", user_hash="5" * 64))
    desk.wait_to_read("Add this app's identity secret to check the hash", desk.card("headline"))
    assert headline(desk) == "unknown"
    desk.add_app("Acme", SECRET)
    desk.choose("Everything right: email only")
    desk.wait_to_read("Example app (demo secret)")
    desk.paste(call(email="ann@acme.test", user_hash=signed("ann@acme.test")))
    desk.wait_to_read("Verified", desk.card("headline"))
    assert desk.reads("Acme", desk.card("appChooser").parentWidget())
