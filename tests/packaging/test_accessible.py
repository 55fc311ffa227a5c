"""The programs in dist/ as a screen reader uses them: over a real accessibility bus, on a virtual display."""

from __future__ import annotations

import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from bench import xwindow
from needs import only_on_linux
from packaged_programs import EXAMPLE, PROGRAMS, SECRET
from screen_reader import accessibility_bus

if TYPE_CHECKING:
    from pathlib import Path

    from keychain_lab import Keychain
    from screen_reader import ScreenReader

pytestmark = [
    pytest.mark.packaged,
    only_on_linux("AT-SPI is Linux's"),
]


@pytest.mark.parametrize("program", PROGRAMS, ids=["one-folder", "one-file"])
def test_from_a_new_app_to_the_copied_answer(program: Path, keychain: Keychain) -> None:
    with (
        accessibility_bus(keychain) as reader,
        xwindow.virtual_display() as display,
        closing(xwindow.Screen(display)) as screen,
    ):
        environment = {**keychain.env, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with xwindow.started([str(program)], environment) as process:
            window = screen.wait_for_window(process)
            add_an_app(reader)
            assert len(keychain.items()) == 1
            copy(EXAMPLE, environment)
            reader.press("push button", "Paste")
            headline = reader.find("panel", "Verified")
            assert "Convot trusts this identity." in headline.description
            assert nameless(reader) == []
            assert SECRET not in said(reader)
            reader.press("push button", "Copy answer for the merchant")
            reader.wait_to_hear("The answer is copied.")
            assert "Everything is right: the visitor and the shop are verified." in copied(environment)
            screen.ask_to_close(window)
            assert process.wait(30) == 0
    assert any(words.startswith("Verified") for words in reader.heard)
    assert SECRET not in "".join(reader.heard)


def add_an_app(reader: ScreenReader) -> None:
    reader.press("push button", "Skip these steps")
    reader.press("push button", "Manage apps…")
    reader.press("push button", "Add…")
    reader.fill("Name", "Demo shop")
    reader.fill("Identity secret", SECRET)
    assert nameless(reader) == []
    assert SECRET not in said(reader)
    reader.press("push button", "Save")
    reader.wait_until_gone("dialog", "Add an app")
    reader.find("list item", "Demo shop")
    reader.press("push button", "Close")
    reader.wait_until_gone("dialog", "Apps")


def nameless(reader: ScreenReader) -> list[str]:
    """Return the focusable objects without a name."""
    return [f"{node.role} {node.path}" for node in reader.nodes() if node.is_focusable and not node.name]


def said(reader: ScreenReader) -> str:
    """Return what a screen reader can say now: names, descriptions, and the texts in fields."""
    nodes = reader.nodes()
    return "\n".join([*(f"{node.name}\n{node.description}" for node in nodes), *map(reader.content, nodes)])


def copy(text: str, environment: dict[str, str]) -> None:
    subprocess.run(["xclip", "-selection", "clipboard"], input=text.encode(), env=environment, check=True)


def copied(environment: dict[str, str]) -> str:
    command = ["xclip", "-selection", "clipboard", "-o"]
    return subprocess.run(command, env=environment, capture_output=True, check=True, timeout=20).stdout.decode()
