"""Detection of the screen lock and of sleep, by D-Bus on Linux.

Desktops' screen savers announce a lock on the session bus, logind on the system bus. Each has its own connection, with
a thread that waits on it; a bus that is missing or goes away ends the thread without an error. Nothing comparable
could be tested on Windows and macOS, so locking is not detected there.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

_SAVERS = (
    "org.freedesktop.ScreenSaver",  # KDE and others
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_LOGIND, _SESSION, _MANAGER = (
    "org.freedesktop.login1",
    "org.freedesktop.login1.Session",
    "org.freedesktop.login1.Manager",
)
_ANSWER_SECONDS = 3.0


class ScreenLock(QObject):
    """Listener for the screen lock. Signals are emitted on the UI thread; ``listening`` when a bus is connected."""

    locked = Signal()
    listening = Signal(str)
    _heard = Signal(str)  # emitted by the threads: the bus that is listened to, or "" for the lock

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._telling = threading.Lock()
        self._stopped = False
        self._heard.connect(self._pass_on)

    def start(self) -> None:
        """Start listening."""
        for bus, work in (("SESSION", _hear_savers), ("SYSTEM", _hear_logind)):
            threading.Thread(target=self._run, args=(bus, work), name="screen lock", daemon=True).start()

    def stop(self) -> None:
        """Stop emitting; a thread that waits for a bus does not keep the program alive."""
        with self._telling:
            self._stopped = True

    def _tell(self, bus: str = "") -> None:
        with self._telling:
            if not self._stopped:
                self._heard.emit(bus)

    @Slot(str)
    def _pass_on(self, bus: str) -> None:
        if self._stopped:
            return
        if bus:
            self.listening.emit(bus)
        else:
            self.locked.emit()

    def _run(self, bus: str, work: Callable[[Any, Callable[[], None]], None]) -> None:
        # The program works without a bus, whatever fails.
        with suppress(Exception):
            from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

            with open_dbus_connection(bus=bus) as connection:
                work(connection, lambda: self._tell(bus))
                while True:
                    if _says_locked(connection.receive()):
                        self._tell()


def _hear_savers(connection: Any, ready: Callable[[], None]) -> None:  # noqa: ANN401 -- jeepney has no types
    for interface in _SAVERS:
        _subscribe(connection, interface=interface, member="ActiveChanged")
    ready()


def _hear_logind(connection: Any, ready: Callable[[], None]) -> None:  # noqa: ANN401 -- as above
    from jeepney import DBusAddress, new_method_call  # type: ignore[import-untyped]

    _subscribe(connection, interface=_MANAGER, member="PrepareForSleep")
    manager = DBusAddress("/org/freedesktop/login1", bus_name=_LOGIND, interface=_MANAGER)
    # 0 is the calling process: selects our own session, not that of another user of this computer
    reply = connection.send_and_get_reply(
        new_method_call(manager, "GetSessionByPID", "u", (0,)), timeout=_ANSWER_SECONDS
    )
    if reply.body and isinstance(reply.body[0], str) and reply.body[0].startswith("/"):
        _subscribe(connection, interface=_SESSION, member="Lock", path=reply.body[0])
    ready()


def _subscribe(connection: Any, **wanted: str) -> None:  # noqa: ANN401 -- as above
    from jeepney import MatchRule, message_bus
    from jeepney.io.blocking import Proxy

    Proxy(message_bus, connection, timeout=_ANSWER_SECONDS).AddMatch(MatchRule(type="signal", **wanted))


def _says_locked(message: Any) -> bool:  # noqa: ANN401 -- as above
    from jeepney import HeaderFields, MessageType

    fields = message.header.fields
    if message.header.message_type is not MessageType.signal:
        return False
    member, interface = fields.get(HeaderFields.member), fields.get(HeaderFields.interface)
    if (interface, member) == (_SESSION, "Lock"):
        return True
    announced = member == "ActiveChanged" and interface in _SAVERS
    announced = announced or (interface, member) == (_MANAGER, "PrepareForSleep")
    return announced and bool(message.body) and message.body[0] is True
