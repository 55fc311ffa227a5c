"""Announcements to screen readers, on a real accessibility bus and a virtual display."""

from __future__ import annotations

import sys
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from bench import xwindow
from needs import absent, only_on_linux
from screen_reader import accessibility_bus, missing_programs

from convot_inspector.examples import load_examples

if TYPE_CHECKING:
    from keychain_lab import Keychain

pytestmark = [pytest.mark.slow, only_on_linux("AT-SPI is Linux's")]
EXAMPLES = load_examples()


def test_the_headline_what_was_copied_and_what_went_wrong_are_announced(keychain: Keychain) -> None:
    missing = missing_programs()
    if missing:
        absent(f"needs {missing}")
    with (
        accessibility_bus(keychain) as reader,
        xwindow.virtual_display() as display,
        closing(xwindow.Screen(display)) as screen,
        xwindow.started(
            [sys.executable, "-P", "-m", "convot_inspector"],
            {**keychain.env, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"},
        ) as process,
    ):
        window = screen.wait_for_window(process)
        reader.press("push button", "Try an example")
        reader.wait_to_hear("The server signed email instead of external_id")
        reader.fill("What the page sends", EXAMPLES.titled("Everything right: email only").text)
        reader.wait_to_hear("Verified")
        reader.fill("What the page sends", EXAMPLES.titled("A hash that nothing explains").text)
        reader.wait_to_hear("No known mistake makes this hash")
        reader.press("push button", "Copy answer for the merchant")
        reader.wait_to_hear("The answer is copied.")
        reader.press("push button", "Manage apps…")
        reader.press("push button", "Add…")
        reader.fill("Identity secret", "app_3f9c12bc")
        reader.press("push button", "Save")
        reader.wait_to_hear("public app key")
        reader.press("push button", "Cancel")
        reader.wait_until_gone("dialog", "Add an app")
        reader.press("push button", "Close")
        reader.wait_until_gone("dialog", "Apps")
        screen.ask_to_close(window)
        assert process.wait(30) == 0
    assert all(one != next_ for one, next_ in pairwise(reader.heard)), f"said twice: {reader.heard}"
