"""A client of a real accessibility bus (AT-SPI, Linux only), which sees a program as a screen reader does.

It calls D-Bus directly, with the library that the keychain lab uses: AT-SPI's own bindings come only with the
system's Python, and hide what the tests are about.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections import deque
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import jeepney  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jeepney.io.blocking import DBusConnection
    from keychain_lab import Keychain

LAUNCHERS: Final = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))
_ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
_EVENTS: Final = "type='signal',interface='org.a11y.atspi.Event.Object',member='Announcement'"
_FOCUSABLE: Final = 11  # the numbers of states are AT-SPI's
_SHOWING: Final = 25
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_WAIT: Final = 60.0  # seconds

T = TypeVar("T")


def missing_programs() -> tuple[str, ...]:
    """Return the Debian packages that are missing for it."""
    return tuple(
        package
        for package, is_there in (("at-spi2-core", any(map(Path.exists, LAUNCHERS))), ("xvfb", shutil.which("Xvfb")))
        if not is_there
    )


@dataclass(frozen=True)
class Node:
    """One object of a program's accessible tree."""

    bus: str
    path: str
    role: str
    name: str
    description: str
    states: int
    depth: int

    @property
    def is_focusable(self) -> bool:
        """Whether it can have the focus."""
        return bool(self.states >> _FOCUSABLE & 1)


class ScreenReader:
    """Reads the tree, presses buttons, fills fields, and receives announcements."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection
        self.heard: list[str] = []
        self._signals: deque[Any] = deque()
        self._filter = connection.filter(jeepney.MatchRule(type="signal", member="Announcement"), queue=self._signals)
        self._filter.__enter__()
        self._ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "AddMatch", "s", _EVENTS)
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry")
        self._ask(*registry, "RegisterEvent", "s", "object:announcement")

    def nodes(self) -> list[Node]:
        """Return the visible objects of every program, in the order of the tree."""
        found: list[Node] = []
        root = "/org/a11y/atspi/accessible/root"
        for bus, path in self._ask("org.a11y.atspi.Registry", root, _ACCESSIBLE, "GetChildren")[0]:
            with suppress(jeepney.DBusErrorResponse):  # the window is being closed
                self._walk(bus, path, 0, found)
        return found

    def find(self, role: str, name: str) -> Node:
        """Wait for an object with a role and the beginning of its name; return it."""
        return self.wait(lambda: self._first(role, name), f"{role} {name!r}")

    def wait_until_gone(self, role: str, name: str) -> None:
        """Wait until an object is not shown any more."""
        self.wait(lambda: self._first(role, name) is None or None, f"end of {role} {name!r}")

    def wait(self, look: Callable[[], T | None], what: str) -> T:
        """Ask until there is an answer; each call over the bus takes its time."""
        end = time.monotonic() + _WAIT
        while (found := look()) is None:
            if time.monotonic() > end:
                tree = "\n".join(f"{'  ' * n.depth}{n.role} {n.name!r}" for n in self.nodes())
                raise AssertionError(f"no {what} in:\n{tree}")
        return found

    def content(self, node: Node) -> str:
        """Return the text in a field; empty for objects without text."""
        text = "org.a11y.atspi.Text"
        if "text" not in node.role:
            return ""
        content: str = self._ask(node.bus, node.path, text, "GetText", "ii", 0, -1)[0]
        return content

    def press(self, role: str, name: str) -> None:
        """Do the object's first action; a button's is to be pressed."""
        node = self.find(role, name)
        assert self._ask(node.bus, node.path, "org.a11y.atspi.Action", "DoAction", "i", 0) == (True,)

    def fill(self, name: str, text: str) -> None:
        """Put a text into the field of that name."""
        node = self.find("text", name)
        assert self._ask(node.bus, node.path, "org.a11y.atspi.EditableText", "SetTextContents", "s", text) == (True,)

    def wait_to_hear(self, words: str) -> None:
        """Wait until an announcement contains these words."""
        self.wait(
            lambda: any(words in said for said in self._listen()) or None, f"announcement of {words!r} in {self.heard}"
        )

    def _listen(self) -> list[str]:
        with suppress(TimeoutError):
            self._connection.recv_messages(timeout=0.05)
        while self._signals:
            body = self._signals.popleft().body
            self.heard.append(body[3][1])
        return self.heard

    def _first(self, role: str, name: str) -> Node | None:
        return next((n for n in self.nodes() if n.role == role and n.name.startswith(name)), None)

    def _walk(self, bus: str, path: str, depth: int, found: list[Node]) -> None:
        low, high = self._ask(bus, path, _ACCESSIBLE, "GetState")[0]
        states = low | high << 32
        if depth > 0 and not states >> _SHOWING & 1:
            return
        name, description = (
            self._ask(bus, path, _PROPERTIES, "Get", "ss", _ACCESSIBLE, which)[0][1]
            for which in ("Name", "Description")
        )
        role = self._ask(bus, path, _ACCESSIBLE, "GetRoleName")[0]
        found.append(Node(bus, path, role, name, description, states, depth))
        for child_bus, child in self._ask(bus, path, _ACCESSIBLE, "GetChildren")[0]:
            with suppress(jeepney.DBusErrorResponse):
                self._walk(child_bus, child, depth + 1, found)

    def _ask(
        self, bus: str, path: str, interface: str, method: str, signature: str = "", *arguments: object
    ) -> tuple[Any, ...]:
        address = jeepney.DBusAddress(path, bus, interface)
        message = jeepney.new_method_call(address, method, signature or None, arguments)
        answer: tuple[Any, ...] = jeepney.wrappers.unwrap_msg(self._connection.send_and_get_reply(message, timeout=10))
        return answer


@contextmanager
def accessibility_bus(keychain: Keychain) -> Iterator[ScreenReader]:
    """Start an accessibility bus beside the session bus, and report that a screen reader is listening."""
    launcher = next(path for path in LAUNCHERS if path.exists())
    quiet = subprocess.DEVNULL
    # a group of its own: the launcher starts a bus, which starts a registry
    command: list[str | Path] = [launcher, "--launch-immediately", "--a11y=1", "--screen-reader=1"]
    process = subprocess.Popen(
        command, env=keychain.env, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    )
    try:
        with closing(keychain.connect()) as session, closing(_connection(session)) as connection:
            yield ScreenReader(connection)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(10)


def _connection(session: DBusConnection) -> DBusConnection:
    """Connect to the accessibility bus, whose address comes from the session bus once the launcher runs."""
    launcher = jeepney.DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    end = time.monotonic() + _WAIT
    while True:
        reply = session.send_and_get_reply(jeepney.new_method_call(launcher, "GetAddress"), timeout=30)
        if reply.header.message_type is jeepney.MessageType.method_return:
            return open_dbus_connection(reply.body[0])
        if time.monotonic() > end:
            raise RuntimeError(f"the accessibility bus did not come: {reply.body}")
