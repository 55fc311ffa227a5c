"""Locking: secrets go from memory, nothing typed is lost, the next check asks the keychain again."""

from __future__ import annotations

import gc
from contextlib import closing
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING

import jeepney  # type: ignore[import-untyped]
import pytest
from jeepney.io.blocking import Proxy, open_dbus_connection  # type: ignore[import-untyped]
from paste import RIGHT, SECRET, SHOP, sign
from PySide6.QtWidgets import QLineEdit

from convot_inspector.core.fingerprint import fingerprint

if TYPE_CHECKING:
    from app_driver import AppDriver
    from keychain_lab import Keychain

pytestmark = pytest.mark.slow


def reachable_texts(thing: object) -> list[str]:
    """Return every Python text that is reachable from an object."""
    seen: dict[int, object] = {}
    left = [thing]
    while left:
        each = left.pop()
        if id(each) not in seen and not isinstance(each, (type, ModuleType, FunctionType)):
            seen[id(each)] = each
            left += gc.get_referents(each)
    return [each for each in seen.values() if isinstance(each, str)]


def held(driver: AppDriver, secret: str) -> bool:
    """Return whether the window or its services still hold the secret or its hash."""
    parts = (vars(driver.main_view), vars(driver.main_view.service), vars(driver.main_view.current_app))
    texts = [text for part in parts for text in reachable_texts(part)]
    return any(secret in text for text in texts)


def is_locked(driver: AppDriver) -> None:
    driver.wait_to_read("Convot Inspector is locked", driver.card("notice"))
    driver.wait_to_read("the secret of “Acme” is not available", driver.card("headline"))
    assert driver.reads("locked", driver.card("topBar"))
    driver.qtbot.waitUntil(lambda: not driver.reads(fingerprint(SECRET)))


def test_lock_command_and_unlock_by_the_next_check(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert held(driver, SECRET)
    driver.press("Ctrl+Shift+L")
    is_locked(driver)
    driver.qtbot.waitUntil(lambda: not held(driver, SECRET))
    driver.paste(RIGHT + "\n")  # a check
    driver.wait_to_read("Verified", driver.card("headline"))
    assert not driver.card("notice").isVisible()
    assert driver.reads(fingerprint(SECRET), driver.card("topBar"))


def test_the_right_hash_that_was_revealed_is_hidden(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(RIGHT.replace(sign(SHOP), "f" * 64))
    card = driver.card("user_hash")
    driver.wait_to_read("does not verify", driver.card("headline"))
    driver.click("What was checked", card)
    driver.click("Reveal", card)
    assert driver.reads(sign(SHOP), card)
    driver.choose("Lock now")
    is_locked(driver)
    assert not driver.reads(sign(SHOP))
    assert not held(driver, sign(SHOP))


def test_nothing_typed_is_lost(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    text = RIGHT + "// still writing"
    driver.paste(text)
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.choose("Add an app…")
    dialog = driver.dialog("Add an app")
    driver.fill("Name", "Half", dialog)
    driver.fill("Identity secret", "0" * 64, dialog)
    driver.choose("Lock now")
    is_locked(driver)
    assert [field.text() for field in driver.visible(QLineEdit, dialog)][:2] == ["Half", "0" * 64]
    driver.click("Save", dialog)
    driver.wait_to_read("Half", driver.card("topBar"))
    driver.choose_app("Acme")
    driver.wait_to_read("Verified", driver.card("headline"))
    assert driver.main_view._paste.text() == text


def test_an_answer_that_is_on_its_way_does_not_undo_it(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    driver.choose("Lock now")
    keychain.stop()
    driver.paste(RIGHT)
    driver.wait_to_read("Waiting for your computer's password store", driver.card("notice"))
    driver.choose("Lock now")
    keychain.cont()
    is_locked(driver)
    driver.qtbot.waitUntil(lambda: not held(driver, SECRET))
    driver.paste(RIGHT + "\n")
    driver.wait_to_read("Verified", driver.card("headline"))


def test_unlock_button_and_a_keychain_that_is_locked_meanwhile(driver: AppDriver, keychain: Keychain) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.choose("Lock now")
    is_locked(driver)
    keychain.lock()
    driver.click("Unlock", driver.card("notice"))
    driver.wait_to_read("password store is locked", driver.card("notice"))
    keychain.unlock()
    driver.click("Unlock…", driver.card("notice"))
    driver.wait_to_read("Verified", driver.card("headline"))


def test_a_secret_of_the_session_has_to_be_pasted_again(driver_without_keychain: AppDriver) -> None:
    driver = driver_without_keychain
    driver.add_app("Acme", SECRET)
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.choose("Lock now")
    driver.wait_to_read("was kept for this session only and was forgotten", driver.card("notice"))
    driver.qtbot.waitUntil(lambda: not held(driver, SECRET))
    driver.click("Paste it again…", driver.card("notice"))
    dialog = driver.dialog("Paste the secret again")
    driver.fill("Identity secret", SECRET, dialog)
    driver.click("Save", dialog)
    driver.wait_to_read("Verified", driver.card("headline"))


def test_the_examples_app_needs_no_lock(driver: AppDriver) -> None:
    driver.choose("Everything right: email only")
    driver.wait_to_read("Verified", driver.card("headline"))
    driver.choose("Lock now")
    driver.paste(driver.main_view.examples.examples.examples[0].text)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert not driver.card("notice").isVisible()


def test_lock_after_the_configured_idle_time(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    idle = driver.main_view.auto_lock.idle
    assert not idle.isActive()  # never, unless asked for
    driver.choose("5 minutes")
    assert (idle.isActive(), idle.interval()) == (True, 300_000)
    idle.start(40)  # five minutes, for a test
    is_locked_soon = driver.qtbot.waitSignal(driver.main_view.service.locked_changed)
    with is_locked_soon:
        pass
    driver.wait_to_read("Convot Inspector is locked", driver.card("notice"))
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    assert idle.interval() == 300_000  # a check restarts the time
    assert idle.isActive()
    driver.restart()
    assert driver.main_view.auto_lock.idle.interval() == 300_000
    driver.choose("Never lock automatically")
    assert not driver.main_view.auto_lock.idle.isActive()


def announce(bus: str, interface: str, member: str, path: str, *, body: bool | None) -> None:
    """Send a signal as a desktop does."""
    with closing(open_dbus_connection(bus=bus)) as connection:
        address = jeepney.DBusAddress(path, interface=interface)
        given = ("b", (body,)) if body is not None else ()
        connection.send(jeepney.new_signal(address, member, *given))


def listening(driver: AppDriver, bus: str) -> None:
    """Wait until the thread that listens to that bus is ready; it was started with the window."""
    heard: list[str] = []
    driver.main_view.auto_lock.screen.listening.connect(heard.append)
    driver.main_view.auto_lock.start()
    driver.qtbot.waitUntil(lambda: bus in heard)


@pytest.mark.parametrize("saver", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver"])
def test_lock_with_the_screen(driver: AppDriver, saver: str) -> None:
    driver.add_app("Acme", SECRET)
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    listening(driver, "SESSION")
    announce("SESSION", saver, "ActiveChanged", "/ScreenSaver", body=True)
    is_locked(driver)
    driver.paste(RIGHT + "\n")
    driver.wait_to_read("Verified", driver.card("headline"))


def test_no_lock_with_the_screen_if_switched_off_or_unlocked(driver: AppDriver) -> None:
    driver.add_app("Acme", SECRET)
    listening(driver, "SESSION")
    saver = ("SESSION", "org.freedesktop.ScreenSaver", "ActiveChanged", "/ScreenSaver")
    announce(*saver, body=False)
    driver.choose("Lock with the screen")
    with driver.qtbot.waitSignal(driver.main_view.auto_lock.screen.locked):
        announce(*saver, body=True)
    assert not driver.main_view.service.locked
    driver.restart()
    driver.choose("Lock with the screen")  # remembered, so it is on again now
    listening(driver, "SESSION")
    announce(*saver, body=True)
    driver.wait_to_read("Convot Inspector is locked", driver.card("notice"))


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
def test_lock_by_logind_signals(
    driver: AppDriver,
    keychain: Keychain,
    monkeypatch: pytest.MonkeyPatch,
    interface: str,
    member: str,
    path: str,
    body: bool | None,
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", keychain.changes["DBUS_SESSION_BUS_ADDRESS"])
    keychain.run_beside(LOGIND, "org.freedesktop.login1")
    driver.add_app("Acme", SECRET)
    driver.paste(RIGHT)
    driver.wait_to_read("Verified", driver.card("headline"))
    listening(driver, "SYSTEM")
    # another user's session, and waking up
    announce("SYSTEM", "org.freedesktop.login1.Session", "Lock", "/org/freedesktop/login1/session/c1", body=None)
    announce("SYSTEM", "org.freedesktop.login1.Manager", "PrepareForSleep", "/org/freedesktop/login1", body=False)
    with closing(open_dbus_connection()) as connection:
        Proxy(jeepney.message_bus, connection, timeout=30).GetId()  # both have been delivered by then
    assert not driver.main_view.service.locked
    announce("SYSTEM", interface, member, path, body=body)
    is_locked(driver)


def test_without_a_bus_the_lock_listener_does_not_start(driver_without_keychain: AppDriver) -> None:
    heard: list[str] = []
    screen = driver_without_keychain.main_view.auto_lock.screen
    screen.listening.connect(heard.append)
    screen.start()
    driver_without_keychain.paste(RIGHT)
    driver_without_keychain.wait_to_read("Add this app's identity secret")
    assert heard == []
