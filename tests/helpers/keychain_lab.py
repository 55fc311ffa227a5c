"""A private D-Bus with a real gnome-keyring, which a test can lock, stop or kill."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import jeepney  # type: ignore[import-untyped]
import secretstorage
from jeepney.io.blocking import DBusConnection, Proxy, prep_socket  # type: ignore[import-untyped]
from secretstorage.util import format_secret, open_session

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAMS: Final = ("dbus-daemon", "gnome-keyring-daemon")
PASSWORD: Final = b"private keychain"
PREFIX: Final = "Convot Inspector secret "
PROMPTER: Final = "org.gnome.keyring.SystemPrompter"
_SECRETS: Final = "org.freedesktop.secrets"
_COLLECTION: Final = "/org/freedesktop/secrets/collection/login"
_BUS: Final = "org.freedesktop.DBus"
_LONGEST_WAIT: Final = 30.0  # seconds
_BUS_CONFIGURATION: Final = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration
1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/><allow user="*"/></policy></busconfig>"""
_FOREIGN: Final = ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "GNOME_KEYRING_CONTROL")


class Keychain:
    """A keychain on its own bus. ``changes``: its variables that this process's environment lacks or has otherwise.

    ``user``: the owner of the keychain; only root can choose another user.
    """

    def __init__(self, *, locked: bool = False, user: int | None = None) -> None:
        self._user = user
        # not pytest's tmp_path: the path of a socket has to be shorter than 108 bytes
        self.home = Path(tempfile.mkdtemp(prefix="keychain-"))
        run = self.home / "run"
        run.mkdir(mode=0o700)
        (self.home / ".local/share/keyrings").mkdir(parents=True)
        if user is not None:
            for folder in (self.home, *self.home.rglob("*")):
                os.chown(folder, user, user)
        self._socket = run / "bus"
        self._processes: list[subprocess.Popen[bytes]] = []
        self.changes = {
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(run),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "XDG_STATE_HOME": str(self.home / ".local/state"),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self._socket}",
        }
        try:
            self._start_bus()
            self.start(locked=locked)
        except BaseException:
            self.close()
            raise

    @property
    def env(self) -> dict[str, str]:
        """Return the environment for a subprocess that uses this keychain, without a display."""
        return {k: v for k, v in os.environ.items() if k not in _FOREIGN} | self.changes

    def connect(self) -> DBusConnection:
        """Return a connection to the private bus."""
        return DBusConnection(prep_socket(str(self._socket)))

    def start(self, *, locked: bool = False) -> None:
        """Start the daemon with what it had stored, unlocked by default."""
        control = f"--control-directory={self.home}/run/keyring"
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets", control]
        if not locked:
            command.insert(1, "--unlock")
        self._daemon = self._spawn(command, "daemon.log", stdin=subprocess.PIPE)
        if self._daemon.stdin is not None:
            with self._daemon.stdin as pipe:
                pipe.write(b"" if locked else PASSWORD)
        self._wait_for_name(_SECRETS)

    def lock(self) -> None:
        """Lock the collection as the desktop does."""
        with closing(self.connect()) as connection:
            secretstorage.Collection(connection).lock()

    def unlock(self) -> None:
        """Unlock the collection without a prompt, as signing in does."""
        with closing(self.connect()) as connection:
            master = format_secret(open_session(connection), PASSWORD, "text/plain")
            address = jeepney.DBusAddress(
                "/org/freedesktop/secrets",
                _SECRETS,
                "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface",
            )
            message = jeepney.new_method_call(address, "UnlockWithMasterPassword", "o(oayays)", (_COLLECTION, master))
            jeepney.wrappers.unwrap_msg(connection.send_and_get_reply(message, timeout=30))

    def stop(self) -> None:
        """Stop the daemon's process: it keeps its name on the bus and does not answer."""
        self._daemon.send_signal(signal.SIGSTOP)

    def cont(self) -> None:
        """Continue the stopped daemon."""
        self._daemon.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """Kill the daemon but not the bus; return when its name on the bus is free."""
        self._daemon.kill()
        self._daemon.wait()
        self._wait_for_name(_SECRETS, owned=False)

    def kill_bus(self) -> None:
        """Kill the bus."""
        self._bus.kill()
        self._bus.wait()

    def hang_prompts(self) -> None:
        """Replace the desktop's password window by a program that never answers."""
        self._spawn([sys.executable, "-c", _SILENT_PROMPTER], "prompter.log")
        self._wait_for_name(PROMPTER)

    def run_beside(self, program: str, name: str) -> None:
        """Run a Python program on this bus until ``close``; wait until it owns that name."""
        self._spawn([sys.executable, "-c", program], f"{name}.log")
        self._wait_for_name(name)

    def prompts(self) -> int:
        """Return how often the silent prompter was called."""
        return len((self.home / "prompter.log").read_text().splitlines())

    def items(self) -> list[tuple[str, dict[str, str]]]:
        """Return the label and attributes of every item of this program, read without its code."""
        with closing(self.connect()) as connection:
            stored = []
            for item in secretstorage.Collection(connection).get_all_items():
                with suppress(secretstorage.exceptions.ItemNotFoundException):  # removed after it was listed
                    stored.append((item.get_label(), item.get_attributes()))
        return [s for s in stored if s[1].get("service", "").startswith(PREFIX)]

    def alter(self, slot: int, secret: bytes | None) -> None:
        """Change the secret of that slot's item from outside the program, or remove the item if it is None."""
        with closing(self.connect()) as connection:
            query = {"service": f"{PREFIX}{slot:03}"}
            for item in secretstorage.Collection(connection).search_items(query):
                if secret is None:
                    item.delete()
                else:
                    item.set_secret(secret)

    def close(self) -> None:
        """End every process and remove every file."""
        for process in reversed(self._processes):
            if process.poll() is None:
                process.send_signal(signal.SIGCONT)
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        shutil.rmtree(self.home, ignore_errors=True)

    def _start_bus(self) -> None:
        configuration = self.home / "bus.conf"
        configuration.write_text(_BUS_CONFIGURATION.format(socket=self._socket))
        reading, writing = os.pipe()
        command = ["dbus-daemon", f"--config-file={configuration}", "--nofork", f"--print-address={writing}"]
        self._bus = self._spawn(command, "bus.log", inherited=(writing,))
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            if not pipe.readline():  # it ended instead
                raise RuntimeError(f"There is no bus. {self._logs()}")

    def _spawn(
        self, command: list[str], log: str, *, stdin: int = subprocess.DEVNULL, inherited: Sequence[int] = ()
    ) -> subprocess.Popen[bytes]:
        with (self.home / log).open("ab") as output:
            process = subprocess.Popen(
                command,
                env=self.env,
                stdin=stdin,
                stdout=output,
                stderr=output,
                user=self._user,
                group=self._user,
                pass_fds=inherited,
            )
        self._processes.append(process)
        return process

    def _wait_for_name(self, name: str, *, owned: bool = True) -> None:
        """Wait until a name on the bus has an owner or has none: ask once, then listen for changes."""
        rule = jeepney.MatchRule(type="signal", sender=_BUS, interface=_BUS, member="NameOwnerChanged")
        rule.add_arg_condition(0, name)
        end = time.monotonic() + _LONGEST_WAIT
        with closing(self.connect()) as connection, connection.filter(rule) as changes:
            bus = Proxy(jeepney.message_bus, connection, timeout=_LONGEST_WAIT)
            bus.AddMatch(rule)
            (has_owner,) = bus.NameHasOwner(name)
            while bool(has_owner) is not owned:
                try:
                    signal_ = connection.recv_until_filtered(changes, timeout=max(end - time.monotonic(), 0))
                except TimeoutError:
                    raise RuntimeError(f"{name}: no change of its owner. {self._logs()}") from None
                has_owner = signal_.body[2] != ""

    def _logs(self) -> str:
        return "\n".join(log.read_text(errors="replace") for log in self.home.glob("*.log"))


_SILENT_PROMPTER: Final = f"""
from jeepney import MessageType, message_bus, new_method_return
from jeepney.io.blocking import Proxy, open_dbus_connection
connection = open_dbus_connection()
Proxy(message_bus, connection).RequestName({PROMPTER!r})
while True:
    message = connection.receive()
    if message.header.message_type is MessageType.method_call:
        print(message.header.fields, flush=True)
        connection.send(new_method_return(message))
"""
