"""The main job from end to end in the real window, with a real keychain."""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk import Desk
    from keychain_lab import Keychain

SECRET = hashlib.sha256(b"first light").hexdigest()
SHOP, EMAIL = "johns-store.myshopify.com", "john@example.com"


def signed(value: str, secret: str = SECRET) -> str:
    return hmac.new(secret.encode(), value.encode(), hashlib.sha256).hexdigest()


def call(**fields: str) -> str:
    return "Convot.identify({\n" + "".join(f'  {name}: "{value}",\n' for name, value in fields.items()) + "});"


RIGHT = call(external_id=SHOP, email=EMAIL, user_hash=signed(SHOP), shop=SHOP, shop_hash=signed(SHOP))


def test_add_an_app_paste_and_read_every_card(desk: Desk) -> None:
    desk.add_app("Acme, production", SECRET)
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))
    assert desk.reads(SHOP, desk.card("signed"))
    assert desk.reads("external_id", desk.card("signed"))
    assert desk.reads("25 bytes", desk.card("signed"))
    assert desk.reads("✓ Verifies", desk.card("user_hash"))
    assert desk.reads("✓ Verifies", desk.card("shop_hash"))
    assert desk.reads("Merchant revenue data is attached.", desk.card("shop_hash"))
    assert desk.texts(desk.card("enforcement")).count("Accepted, verified") == 2


def test_a_wrong_hash_shows_what_was_checked_and_hides_the_right_one(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(call(external_id=SHOP, user_hash=signed(EMAIL)))
    desk.wait_to_read("user_hash does not verify", desk.card("headline"))
    card = desk.card("user_hash")
    desk.wait_to_read("No known mistake", card)
    desk.click("What was checked", card)
    assert desk.reads(signed(EMAIL), card)
    assert desk.reads("64 lower-case hex digits", card)
    assert not desk.reads(signed(SHOP))
    desk.click("Reveal", card)
    assert desk.reads(signed(SHOP), card)
    desk.click("Hide", card)
    assert not desk.reads(signed(SHOP))
    assert desk.reads("Accepted, lower trust", desk.card("enforcement"))
    assert desk.reads("Rejected", desk.card("enforcement"))
    assert desk.reads("identity_verification_required", desk.card("enforcement"))


def test_the_app_and_its_secret_are_there_after_a_restart_and_gone_after_removal(
    desk: Desk, keychain: Keychain
) -> None:
    desk.add_app("Acme", SECRET)
    assert len(keychain.items()) == 1
    desk.restart()
    desk.wait_to_read("Acme")
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))

    desk.click("Manage apps…")
    apps = desk.dialog("Apps")
    desk.click("Remove…", apps)
    desk.click("Remove", desk.dialog("Remove an app"))
    desk.qtbot.waitUntil(lambda: not keychain.items(), timeout=10_000)
    desk.click("Close", apps)
    desk.wait_to_read("No app yet")
    desk.wait_to_read("Add this app's identity secret to check the hash", desk.card("headline"))


def test_the_setting_is_remembered_for_each_app(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.click_switch("Require identity verification")
    desk.qtbot.waitUntil(lambda: [app.enforced for app in desk.contents.service.apps] == [True])
    desk.restart()
    desk.wait_to_read("Acme")
    assert desk.switch("Require identity verification").isChecked()


def test_several_apps_and_the_chosen_one_decides(desk: Desk) -> None:
    other = hashlib.sha256(b"other").hexdigest()
    desk.add_app("Acme", SECRET)
    desk.add_app("Staging", other)
    desk.paste(RIGHT)
    desk.wait_to_read("The server uses the secret of another app", desk.card("headline"))
    desk.choose_app("Acme")
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.restart()
    desk.wait_to_read("Acme")


def test_what_is_no_secret_is_refused_with_the_reason_and_nothing_typed_is_lost(desk: Desk, keychain: Keychain) -> None:
    desk.choose("Add an app…")
    dialog = desk.dialog("Add an app")
    desk.fill("Name", "Acme", dialog)
    for text, words in (
        ("app_3f9c12bc", "public app key"),
        ("ck_123:abc", "API token"),
        ("whsec_abc", "webhook secret"),
        (SECRET[:-1], "This one has 63"),
        (f'"{SECRET}"', "quotes"),
        (f" {SECRET}", "spaces"),
        (f"CONVOT_IDENTITY_SECRET={SECRET}", "settings file"),
    ):
        desk.fill("Identity secret", text, dialog)
        desk.click("Save", dialog)
        assert desk.reads(words, dialog), text
        assert dialog.isVisible()
    assert not keychain.items()
    desk.fill("Identity secret", SECRET, dialog)
    desk.click("Save", dialog)
    desk.wait_to_read("Acme")
    assert len(keychain.items()) == 1


def test_a_secret_is_never_written_anywhere_but_into_the_keychain(desk: Desk, keychain: Keychain) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.restart()
    files = [file for file in keychain.home.rglob("*") if file.is_file() and "keyrings" not in file.parts]
    assert any(file.name == "profiles.json" for file in files)
    assert not [file for file in files if SECRET.encode() in file.read_bytes()]
    assert not desk.reads(SECRET)
