"""Operates a packaged program by keyboard, on a virtual display."""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench import xwindow


class KeyboardInput:
    """Sends keys to a window; ``environment`` names the display."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._environment = environment

    def focus(self, window: xwindow.Window) -> None:
        """Focus a window; there is no window manager to do it."""
        self._do("windowfocus", "--sync", str(window.number))

    def press(self, *keys: str) -> None:
        """Press shortcuts one after the other."""
        for key in keys:
            self._do("key", "--delay", "100", key)

    def type(self, text: str) -> None:
        """Type a text."""
        self._do("type", "--delay", "5", text)

    def answer_to(self, text: str) -> str:
        """Paste a text, check it and copy the answer; repeat until there is one."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            subprocess.run(["xclip", "-selection", "clipboard"], input=text.encode(), env=self._environment, check=True)
            self.press("ctrl+shift+v", "ctrl+shift+c")
            copied = self.clipboard()
            if copied.strip() and copied != text:
                return copied
        raise AssertionError("nothing was copied")

    def clipboard(self) -> str:
        """Return the text in the clipboard."""
        read = ["xclip", "-selection", "clipboard", "-o"]
        done = subprocess.run(read, env=self._environment, capture_output=True, check=False, timeout=20)
        return done.stdout.decode()

    def _do(self, *command: str) -> None:
        subprocess.run(["xdotool", *command], env=self._environment, check=True)
