"""`dev.py bench start`: from process start to the mapped window, and to its first text, against an empty window."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench import memory, xwindow
from bench.figures import show
from bench.packages import BARE, BARE_WINDOW, FILE, FLOOR, PROGRAM

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDER_AIM, FILE_AIM, SOURCE_AIM, PICTURE_AIM = 1.15, 0.85, 1.3, 1.5


def start(runs: int, *, packaged: bool) -> None:
    """Measure every way to start the program against its floor, in turns."""
    if sys.platform != "linux":
        print("start: measured on Linux only")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = folder / "bare.py"
        bare.write_text(BARE_WINDOW, encoding="utf-8")
        python = [sys.executable, "-P"]
        pairs: dict[str, tuple[Sequence[str], Sequence[str], float]] = {
            "source": ([*python, "-m", "convot_inspector"], [*python, str(bare)], SOURCE_AIM)
        }
        if packaged:
            pairs["one folder"] = ([str(PROGRAM)], [str(BARE)], FOLDER_AIM)
            pairs["one file"] = ([str(FILE)], [str(FLOOR / "bare-onefile")], FILE_AIM)
            pairs["KeePassXC"] = ([str(PROGRAM)], [memory.NATIVE], memory.NATIVE_AIM)
        with xwindow.virtual_display() as display, closing(xwindow.Screen(display)) as screen:
            environment = memory.plain_environment(display, folder)
            for what, (ours, theirs, aim) in pairs.items():
                first = partial(times_to_window, screen, ours, environment, fills=True)
                second = partial(times_to_window, screen, theirs, environment, fills=theirs == [memory.NATIVE])
                first(), second()
                measured = [(*first(), *second()) for _ in range(runs)]
                mapped, read, floor, floor_read = (
                    statistics.median(each) * 1e3 for each in zip(*measured, strict=True)
                )
                show(f"start, {what}", mapped, floor, aim, "ms")
                show(f"picture, {what}", read, floor_read, PICTURE_AIM, "ms")


def times_to_window(
    screen: xwindow.Screen, command: Sequence[str], environment: dict[str, str], *, fills: bool
) -> tuple[float, float]:
    """Start a program and end it; return the seconds until its window is mapped, and until text is drawn in it.

    ``fills``: whether it draws any text; where it does not, the second figure is the first.
    """
    begin = time.perf_counter()
    with xwindow.started(command, environment) as process:
        window = screen.wait_for_window(process)
        mapped = read = time.perf_counter() - begin
        if fills:
            screen.wait_for_text(window, process)
            read = time.perf_counter() - begin
        screen.ask_to_close(window)
        process.communicate(timeout=30)
    return mapped, read
