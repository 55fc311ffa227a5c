"""The main job from end to end in the real window, with a real keychain."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, RIGHT, SECRET, SHOP, call, sign
from PySide6.QtWidgets import QGroupBox

if TYPE_CHECKING:
    from app_driver import AppDriver
    from keychain_lab import Keychain


@pytest.mark.parametrize("list_of_apps", ["none"], indirect=True)
def test_add_an_app_paste_and_read_every_card(driver: AppDriver) -> None:
    driver.add_app("Acme, production", SECRET)
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert driver.reads(SHOP, driver.card("signed"))
    assert driver.reads("external_id", driver.card("signed"))
    assert driver.reads("25 bytes", driver.card("signed"))
    assert driver.reads("✓ Verifies", driver.card("user_hash"))
    assert driver.reads("✓ Verifies", driver.card("shop_hash"))
    assert driver.reads("Merchant revenue data is attached.", driver.card("shop_hash"))
    assert driver.texts(driver.card("enforcement")).count("Accepted, verified") == 2


@pytest.mark.slow
def test_a_wrong_hash_shows_what_was_checked_and_hides_the_right_one(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(call(external_id=SHOP, user_hash=sign(EMAIL)))
    driver.wait_to_read("user_hash does not verify", driver.card("headline"))
    card = driver.card("user_hash")
    driver.wait_to_read("No known mistake", card)
    driver.click("What was checked", card)
    assert driver.reads(sign(EMAIL), card)
    assert driver.reads("64 lower-case hex digits", card)
    assert not driver.reads(sign(SHOP))
    driver.click("Reveal", card)
    assert driver.reads(sign(SHOP), card)
    driver.click("Hide", card)
    assert not driver.reads(sign(SHOP))
    assert driver.reads("Accepted, lower trust", driver.card("enforcement"))
    assert driver.reads("Rejected", driver.card("enforcement"))
    assert driver.reads("identity_verification_required", driver.card("enforcement"))


def test_the_app_and_its_secret_are_there_after_a_restart_and_gone_after_removal(
    driver: AppDriver, keychain: Keychain
) -> None:
    driver.add_app("Acme", SECRET)
    assert len(keychain.items()) == 1
    driver.restart()
    driver.wait_to_read("Acme")
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))

    driver.click("Manage apps…")
    apps = driver.dialog("Apps")
    driver.click("Remove…", apps)
    driver.click("Remove", driver.dialog("Remove an app"))
    driver.qtbot.waitUntil(lambda: not keychain.items())
    driver.click("Close", apps)
    driver.wait_to_read("No app yet")
    driver.wait_to_read("Add this app's identity secret to check the hash", driver.card("headline"))


def test_the_setting_is_remembered_for_each_app(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert driver.setting() == ["Not known"]
    assert not driver.reads("It is set to this in Convot")
    for words, setting in (("On", "on"), ("Off", "off"), ("Not known", "unknown"), ("On", "on")):
        driver.say_it_is(words)
        driver.qtbot.waitUntil(lambda: [app.setting for app in driver.main_view.service.apps] == [setting])  # noqa: B023  # called at once
        marked = [each.accessibleName() for each in driver.visible(QGroupBox) if each.property("chosen")]
        assert [name.split(":")[0] for name in marked] == ([words] if setting != "unknown" else [])
        assert driver.reads("It is set to this in Convot") is (setting != "unknown")
    driver.restart()
    driver.wait_to_read("Acme")
    assert driver.setting() == ["On"]


def test_several_apps_and_the_chosen_one_decides(driver: AppDriver) -> None:
    other = hashlib.sha256(b"other").hexdigest()
    driver.add_app("Acme", SECRET)
    driver.add_app("Staging", other)
    driver.paste(RIGHT)
    driver.wait_to_read("The hash was made with the secret of another app", driver.card("headline"))
    driver.choose_app("Acme")
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.restart()
    driver.wait_to_read("Acme")


def test_invalid_secret_is_refused_with_a_reason_and_stays_typed(driver: AppDriver, keychain: Keychain) -> None:
    driver.choose("Add an app…")
    dialog = driver.dialog("Add an app")
    driver.fill("Name", "Acme", dialog)
    for text, words in (
        ("app_3f9c12bc", "public app key"),
        ("ck_123:abc", "API token"),
        ("whsec_abc", "webhook secret"),
        (SECRET[:-1], "This one has 63"),
        (f'"{SECRET}"', "quotes"),
        (f"CONVOT_IDENTITY_SECRET={SECRET}", "settings file"),
    ):
        driver.fill("Identity secret", text, dialog)
        driver.click("Save", dialog)
        assert driver.reads(words, dialog), text
        assert dialog.isVisible()
    assert not keychain.items()
    driver.fill("Identity secret", SECRET, dialog)
    driver.click("Save", dialog)
    driver.wait_to_read("Acme")
    assert len(keychain.items()) == 1


def test_a_secret_is_never_written_anywhere_but_into_the_keychain(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.restart()
    files = [file for file in keychain.home.rglob("*") if file.is_file() and "keyrings" not in file.parts]
    assert any(file.name == "profiles.json" for file in files)
    assert not [file for file in files if SECRET.encode() in file.read_bytes()]
    assert not driver.reads(SECRET)
