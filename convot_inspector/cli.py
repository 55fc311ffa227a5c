"""Command-line entry point: the window without arguments, otherwise a command. Loads only what that needs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from convot_inspector import hardening

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, CLOSED_PIPE, NO_WINDOW, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses in addition to those of the commands."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return the exit status."""
    if arguments is None:  # run as the program, not called by a test or another program
        hardening.apply(window=len(sys.argv) == 1)
    given = sys.argv[1:] if arguments is None else list(arguments)
    _never_fail_to_print()
    try:
        status = _run(given)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # the reader of our output has closed it, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _run(arguments: list[str]) -> int:
    return run_command(arguments, _own_name()) if arguments else _window()


def run_command(arguments: Sequence[str], own_name: str) -> int:
    """Run one of the commands; ``own_name`` is how the program was started, for its help. Return the exit status."""
    from convot_inspector import __version__
    from convot_inspector.commands import check, self_check
    from convot_inspector.commands.argument_parser import ArgumentParser

    parser = ArgumentParser(
        prog=own_name,
        description="Explain, offline, why a Convot identity hash does not verify. Without a command, "
        "the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"Convot Inspector {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in (check, self_check):  # in the order of the help
        command.add_parser(commands)
    options = parser.parse_args(arguments)
    status: int = options.func(options)
    return status


def _window() -> int:
    if not _has_display():
        return _without_display()
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
    """Print the check of a bundled example, where no window can open."""
    from convot_inspector import AppSecrets, inspect_text
    from convot_inspector.commands.inputs import SECRET_VARIABLE
    from convot_inspector.core.reports.text_report import to_text
    from convot_inspector.examples import load_examples

    bundled = load_examples()
    example = bundled.examples[0]
    print("There is no display here, so the window cannot open. This is the same check in the terminal, on an example.")
    print(f"\nThe demo secret (no app has it): {bundled.secret}\n\nThe call:\n\n{example.text}")
    print(to_text(inspect_text(example.text, AppSecrets(bundled.secret)), "none"))
    print(f"To check your own text: put the app's secret into {SECRET_VARIABLE} and run  {_own_name()} check FILE")
    return DONE


def _own_name() -> str:
    name = Path(sys.argv[0]).name
    return "python3 build/dev.py run" if name == "__main__.py" else name or "convot-inspector"


def _never_fail_to_print() -> None:
    """Print characters that the terminal cannot show as escapes. Windowed programs on Windows have no streams."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
