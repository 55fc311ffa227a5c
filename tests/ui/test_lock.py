"""Locking: secrets go from memory, nothing typed is lost, the next check asks the keychain again."""

from __future__ import annotations

import gc
from contextlib import closing
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING

import jeepney  # type: ignore[import-untyped]
import pytest
from jeepney.io.blocking import Proxy, open_dbus_connection  # type: ignore[import-untyped]
from PySide6.QtWidgets import QLineEdit
from test_first_light import RIGHT, SECRET, SHOP, signed

from convot_inspector.core.fingerprint import fingerprint

if TYPE_CHECKING:
    from desk import Desk
    from keychain_lab import Keychain


def reachable_texts(thing: object) -> list[str]:
    """Every Python text that can be reached from an object."""
    seen: dict[int, object] = {}
    left = [thing]
    while left:
        each = left.pop()
        if id(each) not in seen and not isinstance(each, (type, ModuleType, FunctionType)):
            seen[id(each)] = each
            left += gc.get_referents(each)
    return [each for each in seen.values() if isinstance(each, str)]


def held(desk: Desk, secret: str) -> bool:
    """Whether the window, or what it stands on, still holds the secret or the hash that it makes."""
    parts = (vars(desk.contents), vars(desk.contents.service), vars(desk.contents.chosen))
    texts = [text for part in parts for text in reachable_texts(part)]
    return any(secret in text for text in texts)


def is_locked(desk: Desk) -> None:
    desk.wait_to_read("Convot Inspector is locked", desk.card("notice"))
    desk.wait_to_read("the secret of “Acme” is not at hand", desk.card("headline"))
    assert desk.reads("locked", desk.card("topBar"))
    desk.qtbot.waitUntil(lambda: not desk.reads(fingerprint(SECRET)))


def test_by_a_command_and_the_next_check_unlocks(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))
    assert held(desk, SECRET)
    desk.press("Ctrl+Shift+L")
    is_locked(desk)
    desk.qtbot.waitUntil(lambda: not held(desk, SECRET))
    desk.paste(RIGHT + "\n")  # a check
    desk.wait_to_read("Verified", desk.card("headline"))
    assert not desk.card("notice").isVisible()
    assert desk.reads(fingerprint(SECRET), desk.card("topBar"))


def test_the_right_hash_that_was_revealed_is_hidden(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(RIGHT.replace(signed(SHOP), "f" * 64))
    card = desk.card("user_hash")
    desk.wait_to_read("does not verify", desk.card("headline"))
    desk.click("What was checked", card)
    desk.click("Reveal", card)
    assert desk.reads(signed(SHOP), card)
    desk.choose("Lock now")
    is_locked(desk)
    assert not desk.reads(signed(SHOP))
    assert not held(desk, signed(SHOP))


def test_nothing_typed_is_lost(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    text = RIGHT + "// still writing"
    desk.paste(text)
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.choose("Add an app…")
    dialog = desk.dialog("Add an app")
    desk.fill("Name", "Half", dialog)
    desk.fill("Identity secret", "0" * 64, dialog)
    desk.choose("Lock now")
    is_locked(desk)
    assert [field.text() for field in desk.visible(QLineEdit, dialog)][:2] == ["Half", "0" * 64]
    desk.click("Save", dialog)
    desk.wait_to_read("Half", desk.card("topBar"))
    desk.choose_app("Acme")
    desk.wait_to_read("Verified", desk.card("headline"))
    assert desk.contents._paste.text() == text


def test_an_answer_that_is_on_its_way_does_not_undo_it(desk: Desk, keychain: Keychain) -> None:
    desk.add_app("Acme", SECRET)
    desk.choose("Lock now")
    keychain.stop()
    desk.paste(RIGHT)
    desk.wait_to_read("Waiting for your computer's password store", desk.card("notice"))
    desk.choose("Lock now")
    keychain.cont()
    is_locked(desk)
    desk.qtbot.waitUntil(lambda: not held(desk, SECRET))
    desk.paste(RIGHT + "\n")
    desk.wait_to_read("Verified", desk.card("headline"))


def test_unlock_button_and_a_keychain_that_is_locked_meanwhile(desk: Desk, keychain: Keychain) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.choose("Lock now")
    is_locked(desk)
    keychain.lock()
    desk.click("Unlock", desk.card("notice"))
    desk.wait_to_read("password store is locked", desk.card("notice"))
    keychain.unlock()
    desk.click("Unlock…", desk.card("notice"))
    desk.wait_to_read("Verified", desk.card("headline"))


def test_a_secret_of_the_session_has_to_be_pasted_again(desk_without_keychain: Desk) -> None:
    desk = desk_without_keychain
    desk.add_app("Acme", SECRET)
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.choose("Lock now")
    desk.wait_to_read("was kept for this session only and was forgotten", desk.card("notice"))
    desk.qtbot.waitUntil(lambda: not held(desk, SECRET))
    desk.click("Paste it again…", desk.card("notice"))
    dialog = desk.dialog("Paste the secret again")
    desk.fill("Identity secret", SECRET, dialog)
    desk.click("Save", dialog)
    desk.wait_to_read("Verified", desk.card("headline"))


def test_the_examples_app_needs_no_lock(desk: Desk) -> None:
    desk.choose("Everything right: email only")
    desk.wait_to_read("Verified", desk.card("headline"))
    desk.choose("Lock now")
    desk.paste(desk.contents.examples.examples.examples[0].text)
    desk.wait_to_read("Verified", desk.card("headline"))
    assert not desk.card("notice").isVisible()


def test_after_a_time_without_a_check_that_the_user_sets(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    idle = desk.contents.auto_lock.idle
    assert not idle.isActive()  # never, unless asked for
    desk.choose("5 minutes")
    assert (idle.isActive(), idle.interval()) == (True, 300_000)
    idle.start(40)  # five minutes, for a test
    is_locked_soon = desk.qtbot.waitSignal(desk.contents.service.locked_changed, timeout=5_000)
    with is_locked_soon:
        pass
    desk.wait_to_read("Convot Inspector is locked", desk.card("notice"))
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))
    assert idle.interval() == 300_000  # a check begins the time again
    assert idle.isActive()
    desk.restart()
    assert desk.contents.auto_lock.idle.interval() == 300_000
    desk.choose("Never lock by itself")
    assert not desk.contents.auto_lock.idle.isActive()


def announce(bus: str, interface: str, member: str, path: str, *, body: bool | None) -> None:
    """Send a signal as a desktop does."""
    with closing(open_dbus_connection(bus=bus)) as connection:
        address = jeepney.DBusAddress(path, interface=interface)
        given = ("b", (body,)) if body is not None else ()
        connection.send(jeepney.new_signal(address, member, *given))


def listening(desk: Desk, bus: str) -> None:
    """Wait until that bus's signals are heard: the threads began when the window appeared."""
    heard: list[str] = []
    desk.contents.auto_lock.screen.listening.connect(heard.append)
    desk.contents.auto_lock.start()
    desk.qtbot.waitUntil(lambda: bus in heard, timeout=5_000)


@pytest.mark.parametrize("saver", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver"])
def test_with_the_screen(desk: Desk, saver: str) -> None:
    desk.add_app("Acme", SECRET)
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))
    listening(desk, "SESSION")
    announce("SESSION", saver, "ActiveChanged", "/ScreenSaver", body=True)
    is_locked(desk)
    desk.paste(RIGHT + "\n")
    desk.wait_to_read("Verified", desk.card("headline"))


def test_not_with_the_screen_if_the_user_does_not_want_that_or_it_is_unlocked(desk: Desk) -> None:
    desk.add_app("Acme", SECRET)
    listening(desk, "SESSION")
    saver = ("SESSION", "org.freedesktop.ScreenSaver", "ActiveChanged", "/ScreenSaver")
    announce(*saver, body=False)
    desk.choose("Lock with the screen")
    with desk.qtbot.waitSignal(desk.contents.auto_lock.screen.locked, timeout=5_000):
        announce(*saver, body=True)
    assert not desk.contents.service.locked
    desk.restart()
    desk.choose("Lock with the screen")  # remembered, so it is on again now
    listening(desk, "SESSION")
    announce(*saver, body=True)
    desk.wait_to_read("Convot Inspector is locked", desk.card("notice"))


LOGIND = """
from jeepney import MessageType, HeaderFields, message_bus, new_method_return
from jeepney.io.blocking import Proxy, open_dbus_connection
connection = open_dbus_connection()
Proxy(message_bus, connection).RequestName("org.freedesktop.login1")
print("ready", flush=True)
while True:
    message = connection.receive()
    if message.header.message_type is MessageType.method_call:
        print(message.header.fields[HeaderFields.member], message.body, flush=True)
        connection.send(new_method_return(message, "o", ("/org/freedesktop/login1/session/_37",)))
"""


@pytest.mark.parametrize(
    ("interface", "member", "path", "body"),
    [
        ("org.freedesktop.login1.Session", "Lock", "/org/freedesktop/login1/session/_37", None),
        ("org.freedesktop.login1.Manager", "PrepareForSleep", "/org/freedesktop/login1", True),
    ],
)
def test_logind_says_so(
    desk: Desk,
    keychain: Keychain,
    monkeypatch: pytest.MonkeyPatch,
    interface: str,
    member: str,
    path: str,
    body: bool | None,
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", keychain.changes["DBUS_SESSION_BUS_ADDRESS"])
    keychain.run_beside(LOGIND, "org.freedesktop.login1")
    desk.add_app("Acme", SECRET)
    desk.paste(RIGHT)
    desk.wait_to_read("Verified", desk.card("headline"))
    listening(desk, "SYSTEM")
    # another user's session, and waking up
    announce("SYSTEM", "org.freedesktop.login1.Session", "Lock", "/org/freedesktop/login1/session/c1", body=None)
    announce("SYSTEM", "org.freedesktop.login1.Manager", "PrepareForSleep", "/org/freedesktop/login1", body=False)
    with closing(open_dbus_connection()) as connection:
        Proxy(jeepney.message_bus, connection, timeout=5).GetId()  # both have been delivered by then
    assert not desk.contents.service.locked
    announce("SYSTEM", interface, member, path, body=body)
    is_locked(desk)


def test_without_any_bus_nothing_is_said(desk_without_keychain: Desk) -> None:
    heard: list[str] = []
    screen = desk_without_keychain.contents.auto_lock.screen
    screen.listening.connect(heard.append)
    screen.start()
    desk_without_keychain.paste(RIGHT)
    desk_without_keychain.wait_to_read("Add this app's identity secret")
    assert heard == []
