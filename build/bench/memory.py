"""`dev.py bench memory`: the packaged window after a check against the empty one; just opened against KeePassXC."""

from __future__ import annotations

import os
import re
import statistics
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bench import xwindow
from bench.figures import show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parents[2]
NATIVE = "keepassxc"
CHECK_AIM, NATIVE_AIM = 1.25, 1.0
_MEGABYTE = 1e6


def memory(ours: Path, bare: Path, runs: int) -> None:
    """Measure after a whole check against the empty window, and just opened against the native program."""
    with tempfile.TemporaryDirectory() as name, xwindow.virtual_display() as display:
        environment = plain_environment(display, Path(name))
        with closing(xwindow.Screen(display)) as screen:
            checked = statistics.median(_after_a_check(screen, ours, display) for _ in range(runs))
            opened, floor, native = (
                statistics.median(_when_open(screen, [command], environment, fills=fills) for _ in range(runs))
                for command, fills in ((str(ours), True), (str(bare), False), (NATIVE, True))
            )
    show("memory, checked", checked / _MEGABYTE, floor / _MEGABYTE, CHECK_AIM, "MB")
    show("memory, KeePassXC", opened / _MEGABYTE, native / _MEGABYTE, NATIVE_AIM, "MB")


def plain_environment(display: str, home: Path) -> dict[str, str]:
    """Return an environment in which every start is a first start: an empty home and no desktop."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_", "DBUS_"))}
    kept.pop("WAYLAND_DISPLAY", None)
    kept.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled once, as on a user's machine
    kept.pop("PYTHONPATH", None)  # of the benchmarks
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    return {**kept, "DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": "xcb"}


def _when_open(screen: xwindow.Screen, command: Sequence[str], environment: dict[str, str], *, fills: bool) -> float:
    with xwindow.started(command, environment) as process:
        window = screen.wait_for_window(process)
        if fills:
            screen.wait_for_text(window, process)
        taken = _settled(process.pid)
        screen.ask_to_close(window)
        process.communicate(timeout=30)
    return taken


def _after_a_check(screen: xwindow.Screen, ours: Path, display: str) -> float:
    """Return the bytes after a check with an app in a real keychain, from the paste to the copied answer."""
    from keyboard_input import KeyboardInput
    from keychain_lab import Keychain

    from convot_inspector.examples import load_examples
    from convot_inspector.keychain.apps import Apps
    from convot_inspector.keychain.data_folder import default_folder
    from convot_inspector.keychain.stores.opening import open_store

    with closing(Keychain()) as lab:
        before = dict(os.environ)
        os.environ.update(lab.changes)
        try:
            Apps(open_store(), default_folder()).add("Demo shop", load_examples().secret)
        finally:
            os.environ.clear()
            os.environ.update(before)
        environment = {**lab.env, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with xwindow.started([str(ours)], environment) as process:
            window = screen.wait_for_window(process)
            screen.wait_for_text(window, process)
            keys = KeyboardInput(environment)
            keys.focus(window)
            keys.answer_to(load_examples().examples[0].text)
            taken = _settled(process.pid)
            screen.ask_to_close(window)
            process.communicate(timeout=30)
    return taken


def _settled(process: int) -> float:
    """Return the memory once it has not grown for half a second."""
    most, since = _memory(process), time.monotonic()
    while time.monotonic() - since < 0.5:
        now = _memory(process)
        if now > most * 1.002:
            most, since = now, time.monotonic()
    return most


def _memory(process: int) -> float:
    """Return the bytes of a process and its children; shared pages count in proportion (PSS)."""
    total = 0
    for each in _family(process):
        rollup = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii")
        total += sum(int(kilobytes) for kilobytes in re.findall(r"^Pss: +(\d+) kB$", rollup, re.MULTILINE))
    return total * 1024


def _family(process: int) -> Iterator[int]:
    yield process
    for task in Path(f"/proc/{process}/task").iterdir():
        with suppress(FileNotFoundError):  # a thread that has ended meanwhile
            for child in (task / "children").read_text(encoding="ascii").split():
                yield from _family(int(child))
