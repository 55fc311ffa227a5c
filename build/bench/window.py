"""`dev.py bench window`: how long the window keeps its user waiting.

From the end of the pause in typing to the verdict on screen; and the longest time in which the event loop was blocked
during a tour of all that the window can do.
"""

from __future__ import annotations

import itertools
import os
import statistics
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from convot_inspector.ui.main_view import MainView

ROOT = Path(__file__).resolve().parents[2]
FRAME, LONGEST_BLOCK = 16.0, 50.0  # milliseconds
_BEAT = 2  # milliseconds


def window() -> None:
    """Measure in a process of its own, with Qt's offscreen platform."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-P", "-m", "bench.window"], check=True, env=environment)


def main() -> None:
    """Print both figures."""
    from keychain_lab import Keychain
    from PySide6.QtWidgets import QApplication

    from convot_inspector.ui.app import make_window, set_up
    from convot_inspector.ui.preferences import Preferences

    with closing(Keychain()) as keychain:
        os.environ.update(keychain.changes)
        application = QApplication([])
        preferences = Preferences(keychain.home / "window.ini")
        set_up(application, preferences)
        window = make_window(application, preferences)
        window.show()
        wait(lambda: window.main_view is not None and window.main_view.service.loaded, 10)
        shown = window.main_view
        assert shown is not None  # noqa: S101  # for the type checker
        times = {title: verdict_times(shown, title) for title in titles(shown)}
        middle = statistics.median(statistics.median(each) for each in times.values())
        slowest = max(times, key=lambda title: statistics.median(times[title]))
        worst = statistics.median(times[slowest])
        print(
            f"paste to verdict on screen: {middle:.1f} ms in the middle, at most {worst:.1f} ms ({slowest!r});", end=" "
        )
        print(f"aim ≤ {FRAME:.0f} ms{'' if worst <= FRAME else '   MISSED'}", flush=True)
        blocks = sorted(((longest_block(step), name) for name, step in tour(shown)), reverse=True)
        longest = "; ".join(f"{block:.0f} ms ({where})" for block, where in blocks[:4])
        print(f"longest blocks of the window: {longest}; aim ≤ {LONGEST_BLOCK:.0f} ms", end="")
        print("" if blocks[0][0] <= LONGEST_BLOCK else "   MISSED", flush=True)
        window.close()
        shown.wait_for_threads(10)


def wait(until: Callable[[], bool], seconds: float) -> None:
    """Process events until a condition is met; SystemExit after some seconds."""
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while not until():
        QApplication.processEvents()
        if time.monotonic() > end:
            raise SystemExit("the window did not answer in time")


def titles(shown: MainView) -> list[str]:
    """Return the titles of the examples."""
    return [example.title for example in shown.examples.examples.examples]


def verdict_times(shown: MainView, title: str, runs: int = 7) -> list[float]:
    """Return the milliseconds from the end of the pause to the drawn verdict, without the first run."""
    return [time_to_verdict(shown, title) for _ in range(runs + 1)][1:]


def time_to_verdict(shown: MainView, title: str) -> float:
    """Return the milliseconds of one run."""
    from PySide6.QtCore import QEvent, QObject

    moments: list[float] = []

    class Watch(QObject):
        """Records when the pause ends."""

        is_asked = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
            if watched is shown._scheduler.pause and event.type() == QEvent.Type.Timer:
                moments.append(time.perf_counter())
            return False

    def answered(_: object) -> None:
        watch.is_asked = True

    watch = Watch()
    shown.show_text("")
    wait(lambda: shown._inspection is None and not shown._scheduler.pause.isActive(), 10)
    shown._scheduler.pause.installEventFilter(watch)
    shown._runner.verdict.connect(answered)
    shown.examples.show(shown.examples.examples.titled(title))
    watch.is_asked = False  # choosing the demo app asks at once, before the text is there
    wait(lambda: watch.is_asked and bool(moments), 10)
    shown.repaint()
    end = time.perf_counter()
    shown._runner.verdict.disconnect(answered)
    shown._scheduler.pause.removeEventFilter(watch)
    wait(lambda: not shown._runner._long.isActive(), 10)
    return (end - moments[-1]) * 1e3


def longest_block(step: Callable[[], None]) -> float:
    """Return the longest interval between two beats of a timer during a step, in milliseconds."""
    from PySide6.QtCore import QTimer

    beats = [time.perf_counter()]
    timer = QTimer(interval=_BEAT)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start()
    settle(40)
    step()
    settle(600)
    timer.stop()
    return max(later - earlier for earlier, later in itertools.pairwise(beats)) * 1e3


def settle(milliseconds: int) -> None:
    """Process events for some milliseconds."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def tour(shown: MainView) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield each step of the tour: its name and what does it."""
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QApplication, QPushButton

    from convot_inspector.ui.widgets.disclosure import Disclosure

    examples = shown.examples.examples
    many = "\n".join(example.text for example in examples.examples) * 8

    def choose(words: str) -> Callable[[], None]:
        return lambda: next(a for a in shown.window().findChildren(QAction) if a.text() == words).trigger()

    def click(words: str) -> Callable[[], None]:
        def press() -> None:
            found = [b for b in shown.findChildren(QPushButton) if b.text() == words and b.isVisible()]
            found[0].click()

        return press

    def close_dialogs() -> None:
        while (dialog := QApplication.activeModalWidget()) is not None:
            dialog.close()

    def open_folds() -> None:
        for fold in shown.findChildren(Disclosure):
            fold.open(is_open=True)

    for example in examples.examples:
        yield example.title, lambda example=example: shown.examples.show(example)  # type: ignore[misc]
    shown.examples.show(examples.titled("The server signed the email, but external_id is sent"))
    settle(800)
    yield "folds", open_folds
    for words in ("Characters…", "Complete code…", "Copy answer for the merchant", "Copy developer ticket", "Export…"):
        yield words, click(words)
        yield f"{words}, closed", close_dialogs
    for words in (
        "Add an app…", "Import several apps…", "Manage apps…", "How identity verification works",
        "Check this installation", "About Convot Inspector", "Find…", "Dark", "Light", "First steps",
    ):  # fmt: skip
        yield words, choose(words)
        yield f"{words}, closed", close_dialogs
    yield "300 calls", lambda: shown.show_text(many)
    yield "other tab", lambda: shown._paste._tabs.setCurrentIndex(1)
    yield "first tab", lambda: shown._paste._tabs.setCurrentIndex(0)
    yield "Clear", click("Clear")
    yield "1 MB", lambda: shown.show_text("/* é filler */ var a = 1;\n" * 40_000 + examples.examples[0].text)
    yield "small", lambda: shown.window().resize(900, 600)
    yield "large", lambda: shown.window().resize(1440, 900)


if __name__ == "__main__":
    main()
