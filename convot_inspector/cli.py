"""The way in: without arguments the window, otherwise a command. Loads only what it then needs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from convot_inspector import hardening

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, CLOSED_PIPE, NO_WINDOW, INTERRUPTED = 0, 1, 2, 130
"""Exit status beside those of the commands."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program. Returns the exit status."""
    if arguments is None:  # this process is ours, and so are its faults
        hardening.apply()
    given = sys.argv[1:] if arguments is None else list(arguments)
    _never_fail_to_print()
    try:
        status = _run(given)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has enough, as `| head` does; there is nothing left to say to them
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _run(arguments: list[str]) -> int:
    if not arguments:
        return _window()
    from convot_inspector import commands

    return commands.run(arguments, _own_name())


def _window() -> int:
    if not _has_display():
        return _without_display()
    import gc

    # Until the window is filled, see Contents: what is made till then stays, and would be looked through for nothing.
    gc.disable()
    try:
        from convot_inspector.ui.app import run
    except ImportError as error:
        import re

        library = re.search(r"lib[\w.+-]+\.so[\w.]*", str(error))  # nothing of what the user pasted is in it
        print(
            f"The window cannot open: a part of this system that it needs is missing"
            f"{f' ({library[0]})' if library else ''}. On Debian or Ubuntu: apt install libegl1 libxkbcommon-x11-0 "
            "libxcb-cursor0 libfontconfig1. Checking in the terminal works: see --help.",
            file=sys.stderr,
        )
        return NO_WINDOW
    return run()


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _without_display() -> int:
    """The window's job in the terminal, on a bundled example."""
    from convot_inspector import AppSecrets, inspect_text
    from convot_inspector.commands import SECRET_VARIABLE
    from convot_inspector.core.reports.json_report import to_text
    from convot_inspector.examples import load_examples

    bundled = load_examples()
    example = bundled.examples[0]
    print("There is no display here, so the window cannot open; this is the same check in the terminal, on an example.")
    print(f"\nThe demo secret (no app has it): {bundled.secret}\n\nThe call:\n\n{example.text}")
    print(to_text(inspect_text(example.text, AppSecrets(bundled.secret)), "none"))
    print(f"To check your own text: put the app's secret into {SECRET_VARIABLE} and run  {_own_name()} check FILE")
    return DONE


def _own_name() -> str:
    name = Path(sys.argv[0]).name
    return "python3 build/dev.py run" if name == "__main__.py" else name or "convot-inspector"


def _never_fail_to_print() -> None:
    """A terminal that cannot show a character gets its number; a windowed Windows program has no terminal at all."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
