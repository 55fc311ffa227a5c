"""Every state of the keychain: its sentence, what it offers, and that work goes on.

What a Linux computer can be in is made with the real thing; what only Windows and macOS can, with back ends that raise
what theirs raise.
"""

from __future__ import annotations

import errno
import hashlib
from typing import TYPE_CHECKING

import pytest
from backend_fakes import Backend, CredentialError, Late, Refusing, SilentDrop
from test_first_light import RIGHT, SECRET

from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.keychain import store as stores
from convot_inspector.keychain.place import default_folder
from convot_inspector.keychain.store import KeychainStore, SessionStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk import Desk
    from keychain_lab import Keychain

    from convot_inspector.keychain.store import SecretStore

OTHER = hashlib.sha256(b"other").hexdigest()


def check_for_this_session(desk: Desk, *, name: str = "Passing") -> None:
    """Work goes on whatever the keychain does."""
    desk.choose("Add an app…")
    dialog = desk.dialog("Add an app")
    desk.fill("Name", name, dialog)
    desk.fill("Identity secret", SECRET, dialog)
    if desk.contents.service.keeps:
        desk.click("Keep it in", dialog)
    desk.click("Save", dialog)
    desk.wait_to_read("this session only", desk.card("topBar"))
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))


def after_a_restart(desk: Desk, keychain: Callable[[], object], *, damage: Callable[[], object] = lambda: None) -> None:
    """An app is saved; the program is closed; something happens to the keychain; the program is opened."""
    desk.add_app("Acme", SECRET)
    desk.close()
    damage()
    keychain()
    desk.restart_closed()


def test_none(desk: Desk, keychain: Keychain) -> None:
    after_a_restart(desk, keychain.kill_bus)
    desk.wait_to_read("has no password store", desk.card("notice"))
    desk.wait_to_read("secret not available", desk.card("topBar"))
    assert desk.reads("You can still check identities", desk.card("notice"))
    check_for_this_session(desk)


def test_one_that_comes_back(desk: Desk, keychain: Keychain) -> None:
    after_a_restart(desk, keychain.stop)  # the bus answers, so it is there; reading it does not end
    desk.paste(RIGHT)
    desk.wait_to_read("Waiting for your computer's password store", desk.card("notice"))
    desk.click("Stop waiting", desk.card("notice"))
    desk.wait_to_read("password store does not answer", desk.card("notice"))
    check_for_this_session(desk)
    keychain.cont()
    desk.choose_app("Acme")
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.qtbot.waitUntil(lambda: not desk.card("notice").isVisible())


def test_locked_and_a_secret_for_the_session_in_its_place(desk: Desk, keychain: Keychain) -> None:
    after_a_restart(desk, keychain.lock)
    desk.wait_to_read("password store is locked", desk.card("notice"))
    desk.paste(RIGHT)
    desk.click("Use a secret for this session…", desk.card("notice"))
    dialog = desk.dialog("Add an app")
    assert desk.field("Name", dialog).text() == "Acme, this session"
    desk.fill("Identity secret", SECRET, dialog)
    desk.click("Save", dialog)
    desk.wait_to_read("Verified", desk.card("headline"))
    assert desk.reads("Acme, this session")


def test_locked_while_something_is_to_be_saved(desk: Desk, keychain: Keychain) -> None:
    keychain.lock()
    desk.choose("Add an app…")
    dialog = desk.dialog("Add an app")
    desk.fill("Name", "Acme", dialog)
    desk.fill("Identity secret", SECRET, dialog)
    desk.click("Save", dialog)
    desk.wait_to_read("password store is locked", dialog)
    assert desk.field("Identity secret", dialog).text() == SECRET
    keychain.unlock()
    desk.click("Unlock…", dialog)
    desk.wait_to_read("Acme", desk.card("topBar"))
    assert len(keychain.items()) == 1


def test_a_password_window_that_nobody_answers(desk: Desk, keychain: Keychain) -> None:
    keychain.hang_prompts()
    after_a_restart(desk, keychain.lock)
    desk.wait_to_read("password store is locked", desk.card("notice"))
    desk.click("Unlock…", desk.card("notice"))
    desk.wait_to_read("Look for a password window, perhaps behind this one", desk.card("notice"))
    check_for_this_session(desk)  # while the keychain is still waited for
    assert desk.reads("Stop waiting", desk.card("notice"))
    desk.click("Stop waiting", desk.card("notice"))
    desk.choose_app("Acme")
    desk.wait_to_read("Waiting for your computer's password store", desk.card("notice"))


def test_declined(desk: Desk, keychain: Keychain) -> None:
    after_a_restart(desk, keychain.lock)  # no prompter is running: gnome-keyring answers as if the user had declined
    desk.wait_to_read("password store is locked", desk.card("notice"))
    desk.click("Unlock…", desk.card("notice"))
    desk.wait_to_read("Access to the password store was not allowed", desk.card("notice"))
    keychain.unlock()
    desk.click("Try again", desk.card("notice"))
    desk.wait_to_read(fingerprint(SECRET), desk.card("topBar"))
    desk.qtbot.waitUntil(lambda: not desk.card("notice").isVisible())


def test_dead(desk: Desk, keychain: Keychain) -> None:
    desk.add_app("Acme", SECRET)
    desk.choose("Lock now")
    keychain.kill()
    desk.paste(RIGHT)
    desk.wait_to_read("password store has stopped", desk.card("notice"))
    check_for_this_session(desk)
    keychain.start()
    desk.choose_app("Acme")
    desk.wait_to_read("Verified", desk.card("headline"))


@pytest.mark.parametrize(
    ("content", "words"), [(None, "is no longer in this computer's password store"), (b"noise", "can't be read")]
)
def test_an_item_that_is_missing_or_damaged_is_pasted_again(
    desk: Desk, keychain: Keychain, content: bytes | None, words: str
) -> None:
    after_a_restart(desk, lambda: keychain.alter(0, content))
    desk.wait_to_read(words, desk.card("notice"))
    assert desk.reads("“Acme”", desk.card("notice"))
    desk.paste(RIGHT)
    desk.click("Paste it again…", desk.card("notice"))
    dialog = desk.dialog("Paste the secret again")
    desk.fill("Identity secret", SECRET, dialog)
    desk.click("Save", dialog)
    desk.wait_to_read("Verified", desk.card("headline"))
    assert not desk.card("notice").isVisible()
    assert len(keychain.items()) == 1
    desk.restart()
    desk.wait_to_read(fingerprint(SECRET), desk.card("topBar"))
    assert desk.contents.service.apps[0].previous == ()


@pytest.mark.parametrize("damage", ["deleted", "noise"])
def test_a_list_that_was_lost_is_rebuilt(desk: Desk, damage: str) -> None:
    def lose() -> None:
        for file in default_folder().iterdir():
            if damage == "deleted":
                file.unlink()
            else:
                file.write_bytes(b"\xff\x00 noise")

    after_a_restart(desk, lose)
    desk.wait_to_read("has been restored. 1 saved secret was found", desk.card("notice"))
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))


def test_a_list_that_was_lost_while_the_keychain_is_locked(desk: Desk, keychain: Keychain) -> None:
    def lose() -> None:
        for file in default_folder().iterdir():
            file.write_bytes(b"noise")

    after_a_restart(desk, keychain.lock, damage=lose)
    desk.wait_to_read("restored as soon as the password store can be read", desk.card("notice"))
    keychain.unlock()
    desk.click("Unlock…", desk.card("notice"))
    desk.wait_to_read("has been restored. 1 saved secret was found", desk.card("notice"))
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))


def store_of(backend: Backend, seconds: float = 5) -> KeychainStore:
    return KeychainStore(backend, label="a fake store", name="a.Fake", seconds=seconds)


def with_store(desk: Desk, monkeypatch: pytest.MonkeyPatch, store: SecretStore) -> None:
    """The program opened on a computer with that store."""
    desk.close()
    monkeypatch.setattr(stores, "open_store", lambda: store)
    desk.restart_closed()


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
def test_what_is_not_saved_is_said_and_used_for_the_session(
    desk_without_keychain: Desk, monkeypatch: pytest.MonkeyPatch, backend: Backend, words: str
) -> None:
    desk = desk_without_keychain
    with_store(desk, monkeypatch, store_of(backend))
    desk.choose("Add an app…")
    dialog = desk.dialog("Add an app")
    desk.fill("Name", "Acme", dialog)
    desk.fill("Identity secret", SECRET, dialog)
    desk.click("Save", dialog)
    desk.wait_to_read(words, dialog)
    assert desk.field("Identity secret", dialog).text() == SECRET
    desk.click("Keep it in", dialog)
    desk.click("Save", dialog)
    desk.wait_to_read("this session only", desk.card("topBar"))
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))


def test_what_comes_through_after_the_deadline_is_in_the_list_by_itself(
    desk_without_keychain: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, backend = desk_without_keychain, Late()
    with_store(desk, monkeypatch, store_of(backend, seconds=0.2))
    desk.choose("Add an app…")
    dialog = desk.dialog("Add an app")
    desk.fill("Name", "Acme", dialog)
    desk.fill("Identity secret", SECRET, dialog)
    desk.click("Save", dialog)
    desk.wait_to_read("did not answer in time, so this is not done yet", dialog)
    desk.click("Cancel", dialog)
    assert desk.contents.service.apps == ()
    backend.go.set()
    desk.wait_to_read("Acme", desk.card("topBar"))
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))


def test_a_store_that_is_looked_for_too_long(desk_without_keychain: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = desk_without_keychain
    with_store(desk, monkeypatch, SessionStore("unresponsive"))
    desk.wait_to_read("password store does not answer", desk.card("notice"))
    check_for_this_session(desk)
    monkeypatch.setattr(stores, "open_store", lambda: store_of(Backend()))
    desk.click("Try again", desk.card("notice"))
    desk.qtbot.waitUntil(lambda: desk.contents.service.keeps)
    assert not desk.card("notice").isVisible()
    assert desk.reads("this session only", desk.card("topBar"))  # it outlived that
    desk.wait_to_read("Verified", desk.card("headline"))


def test_a_list_that_cannot_be_read(desk: Desk) -> None:
    def block() -> None:
        file = default_folder() / "profiles.json"
        file.unlink()
        file.mkdir()

    after_a_restart(desk, block)
    desk.wait_to_read("reported an error", desk.card("notice"))
    (default_folder() / "profiles.json").rmdir()
    desk.click("Try again", desk.card("notice"))
    desk.wait_to_read("Acme", desk.card("topBar"))
