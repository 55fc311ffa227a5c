"""When the desktop changes between light and dark, the running program follows, as on a real desktop: over D-Bus."""

from __future__ import annotations

import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import jeepney  # type: ignore[import-untyped]
import pytest
from bench import xwindow
from needs import needs, only_on_linux

from convot_inspector.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from keychain_lab import Keychain

    from convot_inspector.ui.theme import Tokens

pytestmark = pytest.mark.slow

NAME = "org.freedesktop.portal.Desktop"
DESKTOP = f"""
from jeepney import MessageType, DBusAddress, message_bus, new_method_return, new_signal, new_error
from jeepney.io.blocking import Proxy, open_dbus_connection
connection = open_dbus_connection()
Proxy(message_bus, connection).RequestName({NAME!r})
appearance, settings = "org.freedesktop.appearance", "org.freedesktop.portal.Settings"
here = DBusAddress("/org/freedesktop/portal/desktop", interface=settings)
scheme = 2
while True:
    message = connection.receive()
    if message.header.message_type is not MessageType.method_call:
        continue
    fields = {{field.name: value for field, value in message.header.fields.items()}}
    if fields["member"] == "Change":
        scheme = message.body[0]
        connection.send(new_method_return(message))
        connection.send(new_signal(here, "SettingChanged", "ssv", (appearance, "color-scheme", ("u", scheme))))
    elif fields["member"] == "ReadAll":
        every = {{appearance: {{"color-scheme": ("u", scheme)}}}}
        connection.send(new_method_return(message, "a{{sa{{sv}}}}", (every,)))
    elif fields["member"] in ("Read", "ReadOne") and message.body == (appearance, "color-scheme"):
        value = ("u", scheme) if fields["member"] == "ReadOne" else ("v", ("u", scheme))
        connection.send(new_method_return(message, "v", (value,)))
    else:
        connection.send(new_error(message, "org.freedesktop.portal.Error.NotFound"))
"""


@only_on_linux("the desktop portal is Linux's")
def test_a_change_of_the_desktop_is_followed_at_once(keychain: Keychain) -> None:
    needs("Xvfb")
    keychain.run_beside(DESKTOP, NAME)
    with (
        xwindow.virtual_display() as display,
        closing(xwindow.Screen(display)) as screen,
        xwindow.started(
            [sys.executable, "-P", "-m", "convot_inspector"],
            {
                **keychain.env,
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "LC_ALL": "C.UTF-8",
                "XDG_CURRENT_DESKTOP": "GNOME",
            },
        ) as process,
    ):
        window = screen.wait_for_window(process)
        wait_for(screen, window, LIGHT, DARK)
        change(keychain, 1)
        wait_for(screen, window, DARK, LIGHT)
        change(keychain, 2)
        wait_for(screen, window, LIGHT, DARK)
        screen.ask_to_close(window)
        assert process.wait(30) == 0


def change(keychain: Keychain, scheme: int) -> None:
    address = jeepney.DBusAddress("/org/freedesktop/portal/desktop", NAME, "org.freedesktop.portal.Settings")
    with closing(keychain.connect()) as connection:
        connection.send_and_get_reply(jeepney.new_method_call(address, "Change", "u", (scheme,)), timeout=30)


def wait_for(screen: xwindow.Screen, window: xwindow.Window, now: Tokens, before: Tokens) -> None:
    """Wait until the picture has one theme's surfaces, and no area of the other theme as large as a control."""
    end = time.monotonic() + 60
    while True:
        colours = screen.colours(window)
        shown = {colour for colour, count in colours.items() if count > 100}
        if {now.background, now.surface, now.neutral_tint, now.text, now.dim} <= shown:
            assert shown & {before.background, before.surface, before.neutral_tint, before.text} == set()
            return
        assert time.monotonic() < end, colours.most_common(8)
