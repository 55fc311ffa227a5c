"""Every state of the keychain: its message, its actions, and that checking still works.

States of Linux are made with a real keychain, those of Windows and macOS with back ends that raise
what theirs raise.
"""

from __future__ import annotations

import errno
import hashlib
from typing import TYPE_CHECKING

import pytest
from backend_fakes import Backend, CredentialError, Late, Refusing, SilentDrop
from paste import RIGHT, SECRET

from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.keychain.data_folder import default_folder
from convot_inspector.keychain.stores import opening as stores
from convot_inspector.keychain.stores.keychain_store import KeychainStore
from convot_inspector.keychain.stores.session_store import SessionStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from app_driver import AppDriver
    from keychain_lab import Keychain

    from convot_inspector.keychain.stores.secret_store import SecretStore

pytestmark = pytest.mark.slow

OTHER = hashlib.sha256(b"other").hexdigest()


def check_for_this_session(driver: AppDriver, *, name: str = "Passing") -> None:
    """Add a secret for this session, and check with it."""
    driver.choose("Add an app…")
    dialog = driver.dialog("Add an app")
    driver.fill("Name", name, dialog)
    driver.fill("Identity secret", SECRET, dialog)
    if driver.main_view.service.keeps:
        driver.click("Keep it in", dialog)
    driver.click("Save", dialog)
    driver.wait_to_read("this session only", driver.card("topBar"))
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))


def after_a_restart(
    driver: AppDriver, keychain: Callable[[], object], *, damage: Callable[[], object] = lambda: None
) -> None:
    """Save an app, close the program, change the keychain, and open the program again."""
    driver.add_app("Acme", SECRET)
    driver.close()
    damage()
    keychain()
    driver.restart_closed()


def test_no_password_store(driver: AppDriver, keychain: Keychain) -> None:
    after_a_restart(driver, keychain.kill_bus)
    driver.wait_to_read("has no password store", driver.card("notice"))
    driver.wait_to_read("secret not available", driver.card("topBar"))
    assert driver.reads("You can still check identities", driver.card("notice"))
    check_for_this_session(driver)


def test_keychain_that_responds_again(driver: AppDriver, keychain: Keychain) -> None:
    after_a_restart(driver, keychain.stop)  # the bus answers, so the keychain exists; reading it does not end
    driver.paste(RIGHT)
    driver.wait_to_read("Waiting for your computer's password store", driver.card("notice"))
    driver.click("Stop waiting", driver.card("notice"))
    driver.wait_to_read("password store does not answer", driver.card("notice"))
    check_for_this_session(driver)
    keychain.cont()
    driver.choose_app("Acme")
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.qtbot.waitUntil(lambda: not driver.card("notice").isVisible())


def test_locked_and_a_secret_for_the_session_in_its_place(driver: AppDriver, keychain: Keychain) -> None:
    after_a_restart(driver, keychain.lock)
    driver.wait_to_read("password store is locked", driver.card("notice"))
    driver.paste(RIGHT)
    driver.click("Use a secret for this session…", driver.card("notice"))
    dialog = driver.dialog("Add an app")
    assert driver.field("Name", dialog).text() == "Acme, this session"
    driver.fill("Identity secret", SECRET, dialog)
    driver.click("Save", dialog)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert driver.reads("Acme, this session")


def test_locked_while_something_is_to_be_saved(driver: AppDriver, keychain: Keychain) -> None:
    keychain.lock()
    driver.choose("Add an app…")
    dialog = driver.dialog("Add an app")
    driver.fill("Name", "Acme", dialog)
    driver.fill("Identity secret", SECRET, dialog)
    driver.click("Save", dialog)
    driver.wait_to_read("password store is locked", dialog)
    assert driver.field("Identity secret", dialog).text() == SECRET
    keychain.unlock()
    driver.click("Unlock…", dialog)
    driver.wait_to_read("Acme", driver.card("topBar"))
    assert len(keychain.items()) == 1


def test_a_password_window_that_nobody_answers(driver: AppDriver, keychain: Keychain) -> None:
    keychain.hang_prompts()
    after_a_restart(driver, keychain.lock)
    driver.wait_to_read("password store is locked", driver.card("notice"))
    driver.click("Unlock…", driver.card("notice"))
    driver.wait_to_read("Look for a password window, perhaps behind this one", driver.card("notice"))
    check_for_this_session(driver)  # while the program still waits for the keychain
    assert driver.reads("Stop waiting", driver.card("notice"))
    driver.click("Stop waiting", driver.card("notice"))
    driver.choose_app("Acme")
    driver.wait_to_read("Waiting for your computer's password store", driver.card("notice"))


def test_unlocking_declined(driver: AppDriver, keychain: Keychain) -> None:
    after_a_restart(driver, keychain.lock)  # no prompter is running: gnome-keyring answers as if the user had declined
    driver.wait_to_read("password store is locked", driver.card("notice"))
    driver.click("Unlock…", driver.card("notice"))
    driver.wait_to_read("Access to the password store was not allowed", driver.card("notice"))
    keychain.unlock()
    driver.click("Try again", driver.card("notice"))
    driver.wait_to_read(fingerprint(SECRET), driver.card("topBar"))
    driver.qtbot.waitUntil(lambda: not driver.card("notice").isVisible())


def test_keychain_that_stopped(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    driver.choose("Lock now")
    keychain.kill()
    driver.paste(RIGHT)
    driver.wait_to_read("password store has stopped", driver.card("notice"))
    check_for_this_session(driver)
    keychain.start()
    driver.choose_app("Acme")
    driver.wait_to_read("Verified", driver.card("headline"))


@pytest.mark.parametrize(
    ("content", "words"), [(None, "is no longer in this computer's password store"), (b"noise", "can't be read")]
)
def test_an_item_that_is_missing_or_damaged_is_pasted_again(
    driver: AppDriver, keychain: Keychain, content: bytes | None, words: str
) -> None:
    after_a_restart(driver, lambda: keychain.alter(0, content))
    driver.wait_to_read(words, driver.card("notice"))
    assert driver.reads("“Acme”", driver.card("notice"))
    driver.paste(RIGHT)
    driver.click("Paste it again…", driver.card("notice"))
    dialog = driver.dialog("Paste the secret again")
    driver.fill("Identity secret", SECRET, dialog)
    driver.click("Save", dialog)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert not driver.card("notice").isVisible()
    assert len(keychain.items()) == 1
    driver.restart()
    driver.wait_to_read(fingerprint(SECRET), driver.card("topBar"))
    assert driver.main_view.service.apps[0].previous == ()


@pytest.mark.parametrize("damage", ["deleted", "noise"])
def test_a_list_that_was_lost_is_rebuilt(driver: AppDriver, damage: str) -> None:
    def lose() -> None:
        for file in default_folder().iterdir():
            if damage == "deleted":
                file.unlink()
            else:
                file.write_bytes(b"\xff\x00 noise")

    after_a_restart(driver, lose)
    driver.wait_to_read("has been restored. 1 saved secret was found", driver.card("notice"))
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))


def test_a_list_that_was_lost_while_the_keychain_is_locked(driver: AppDriver, keychain: Keychain) -> None:
    def lose() -> None:
        for file in default_folder().iterdir():
            file.write_bytes(b"noise")

    after_a_restart(driver, keychain.lock, damage=lose)
    driver.wait_to_read("restored as soon as the password store can be read", driver.card("notice"))
    keychain.unlock()
    driver.click("Unlock…", driver.card("notice"))
    driver.wait_to_read("has been restored. 1 saved secret was found", driver.card("notice"))
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))


def store_of(backend: Backend, seconds: float = 5) -> KeychainStore:
    return KeychainStore(backend, label="a fake store", name="a.Fake", seconds=seconds)


def with_store(driver: AppDriver, monkeypatch: pytest.MonkeyPatch, store: SecretStore) -> None:
    """Open the program on a computer with that store."""
    driver.close()
    monkeypatch.setattr(stores, "open_store", lambda: store)
    driver.restart_closed()


@pytest.mark.parametrize(
    ("backend", "words"),
    [
        (SilentDrop(), "was NOT saved"),
        (Refusing(CredentialError(8)), "has no room left"),
        (Refusing(OSError(errno.ENOSPC, "")), "has no room left"),
        (Refusing(CredentialError(1312)), "Ask IT about the policy"),
        (Refusing(RuntimeError(-128)), "was not allowed"),
        (Refusing(ValueError()), "reported an error"),
    ],
    ids=["silent drop", "full vault", "full disk", "policy", "declined", "unknown"],
)
def test_app_that_is_not_saved_is_kept_for_the_session(
    driver_without_keychain: AppDriver, monkeypatch: pytest.MonkeyPatch, backend: Backend, words: str
) -> None:
    driver = driver_without_keychain
    with_store(driver, monkeypatch, store_of(backend))
    driver.choose("Add an app…")
    dialog = driver.dialog("Add an app")
    driver.fill("Name", "Acme", dialog)
    driver.fill("Identity secret", SECRET, dialog)
    driver.click("Save", dialog)
    driver.wait_to_read(words, dialog)
    assert driver.field("Identity secret", dialog).text() == SECRET
    driver.click("Keep it in", dialog)
    driver.click("Save", dialog)
    driver.wait_to_read("this session only", driver.card("topBar"))
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))


def test_app_saved_after_the_deadline_appears_in_the_list(
    driver_without_keychain: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver, backend = driver_without_keychain, Late()
    with_store(driver, monkeypatch, store_of(backend, seconds=0.2))
    driver.choose("Add an app…")
    dialog = driver.dialog("Add an app")
    driver.fill("Name", "Acme", dialog)
    driver.fill("Identity secret", SECRET, dialog)
    driver.click("Save", dialog)
    driver.wait_to_read("did not answer in time, so this is not done yet", dialog)
    driver.click("Cancel", dialog)
    assert driver.main_view.service.apps == ()
    backend.go.set()
    driver.wait_to_read("Acme", driver.card("topBar"))
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))


def test_a_store_that_is_looked_for_too_long(
    driver_without_keychain: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = driver_without_keychain
    with_store(driver, monkeypatch, SessionStore("unresponsive"))
    driver.wait_to_read("password store does not answer", driver.card("notice"))
    check_for_this_session(driver)
    monkeypatch.setattr(stores, "open_store", lambda: store_of(Backend()))
    driver.click("Try again", driver.card("notice"))
    driver.qtbot.waitUntil(lambda: driver.main_view.service.keeps)
    assert not driver.card("notice").isVisible()
    assert driver.reads("this session only", driver.card("topBar"))  # it survived that
    driver.wait_to_read("Verified", driver.card("headline"))


def test_a_list_that_cannot_be_read(driver: AppDriver) -> None:
    def block() -> None:
        file = default_folder() / "profiles.json"
        file.unlink()
        file.mkdir()

    after_a_restart(driver, block)
    driver.wait_to_read("reported an error", driver.card("notice"))
    (default_folder() / "profiles.json").rmdir()
    driver.click("Try again", driver.card("notice"))
    driver.wait_to_read("Acme", driver.card("topBar"))
