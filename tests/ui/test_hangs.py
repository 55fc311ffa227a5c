"""A keychain that hangs, or a password window that nobody answers: the window lives, says so in time, and closes."""

from __future__ import annotations

import subprocess
import sys
import time
from subprocess import PIPE
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from test_first_light import RIGHT, SECRET

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk import Desk
    from keychain_lab import Keychain

WORDS_WITHIN = 3.0  # seconds
LONGEST_PAUSE = 100  # milliseconds between two heartbeats, on a machine that has nothing else to do

# The longest pause of a process that has nothing to do either: what the machine itself takes from everybody.
IDLE = """
import sys, threading, time
ends = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), ends.set()), daemon=True).start()
longest, last = 0.0, time.monotonic()
while not ends.is_set():
    time.sleep(0.01)
    now = time.monotonic()
    longest, last = max(longest, now - last), now
print(longest * 1000)
"""


class Heart(QObject):
    """Beats every 10 ms; ``longest``: the longest pause between two beats, in which nothing could be painted."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._idle = subprocess.Popen([sys.executable, "-c", IDLE], stdin=PIPE, stdout=PIPE, text=True)
        self._last = QElapsedTimer()
        self._last.start()
        self.longest, self.beats = 0, 0
        timer = QTimer(self, interval=10)
        timer.timeout.connect(self._beat)
        timer.start()

    def _beat(self) -> None:
        self.longest = max(self.longest, self._last.restart())
        self.beats += 1

    def beats_on(self) -> bool:
        """Whether no pause was longer than it may be; what the machine took from an idle process meanwhile is added."""
        of_machine = float(self._idle.communicate()[0])
        return self.beats > 10 and self.longest < LONGEST_PAUSE + 2 * of_machine


def read_in_time(desk: Desk, words: str) -> None:
    began = time.monotonic()
    desk.wait_to_read(words, desk.card("notice"))
    assert time.monotonic() - began < WORDS_WITHIN


def hang_daemon(_: Desk, keychain: Keychain) -> None:
    keychain.stop()


def hang_prompt(_: Desk, keychain: Keychain) -> None:
    keychain.hang_prompts()
    keychain.lock()


@pytest.mark.parametrize("hang", [hang_daemon, hang_prompt])
def test_the_window_lives(desk: Desk, keychain: Keychain, hang: Callable[[Desk, Keychain], None]) -> None:
    desk.add_app("Acme", SECRET)
    desk.add_app("Other", "0" * 64)
    desk.paste(RIGHT)
    desk.wait_to_read("The server uses the secret of another app", desk.card("headline"))
    hang(desk, keychain)
    heart = Heart(desk.window)
    desk.choose("Lock now")
    desk.paste(RIGHT + "\n")
    if hang is hang_prompt:
        desk.wait_to_read("password store is locked", desk.card("notice"))
        desk.click("Unlock…", desk.card("notice"))
    read_in_time(desk, "Look for a password window, perhaps behind this one")
    desk.choose("Everything right: email only")
    desk.wait_to_read("Verified", desk.card("headline"))  # what needs no keychain goes on
    assert heart.beats_on(), heart.longest
    began = time.monotonic()
    desk.window.close()
    assert desk.contents.wait_for_threads(2.0)  # nothing of it waits for the keychain
    assert time.monotonic() - began < 1.0
    keychain.cont()


def test_started_beside_a_daemon_that_hangs(desk: Desk, keychain: Keychain) -> None:
    desk.add_app("Acme", SECRET)
    desk.close()
    keychain.stop()
    desk.restart_closed()
    heart = Heart(desk.window)
    desk.wait_to_read("Acme", desk.card("topBar"))  # the list is read without the keychain
    read_in_time(desk, "Waiting for your computer's password store")
    desk.paste(RIGHT)
    desk.wait_to_read("the secret of “Acme” is not at hand", desk.card("headline"))
    assert desk.reads("25 bytes", desk.card("signed"))
    desk.wait_to_read("password store does not answer", desk.card("notice"))
    assert heart.beats_on(), heart.longest
    keychain.cont()
    desk.click("Try again", desk.card("notice"))
    desk.wait_to_read("Verified", desk.card("headline"))
