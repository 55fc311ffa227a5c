"""Lock that allows one running window: two would overwrite each other's changes to the list of apps."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher

from convot_inspector.core.language import tr
from convot_inspector.file_lock import FileLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from convot_inspector.ui.widgets.question_box import QuestionBox

_ANSWER_SECONDS = 1.5
_STEP_SECONDS = 0.05


class OneInstance:
    """Lock held for the lifetime of the object; released by the system when the process is killed."""

    def __init__(self, folder: Path) -> None:
        """Create the lock. ``folder``: where the list of apps is."""
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder, self._question = folder, folder / "window.show"
        self._watcher: QFileSystemWatcher | None = None
        self._lock = FileLock(folder / "window.lock")

    def take(self) -> bool:
        """Take the lock; return whether no other window holds it. Where no lock file can be created, return True."""
        return self._lock.acquire() != "busy"

    def listen(self, show: Callable[[], None]) -> None:
        """Call ``show`` when a second instance asks the one that holds the lock to show its window.

        The question is an empty file beside the lock, and its removal the answer: this works on every system, without
        a socket.
        """
        self._watcher = QFileSystemWatcher([str(self._folder)])

        def look() -> None:
            if self._question.exists():
                self._remove_question()
                show()

        self._watcher.directoryChanged.connect(look)
        look()

    def show_the_other(self) -> bool:
        """Ask the instance that holds the lock to show its window; return whether it has answered."""
        try:
            self._question.touch()
        except OSError:
            return False
        until = time.monotonic() + _ANSWER_SECONDS
        while self._question.exists() and time.monotonic() < until:
            time.sleep(_STEP_SECONDS)  # this process has no event loop yet, and nothing else to do
        answered = not self._question.exists()
        self._remove_question()
        return answered

    def release(self) -> None:
        """Release the lock, and remove the folder if it is empty."""
        self._watcher = None
        self._remove_question()
        self._lock.release()
        with suppress(OSError):
            self._folder.rmdir()

    def _remove_question(self) -> None:
        with suppress(OSError):
            self._question.unlink(missing_ok=True)


def already_open() -> QuestionBox:
    """Create the message box that a second instance shows when the first one does not answer."""
    from convot_inspector.ui import theme
    from convot_inspector.ui.widgets.question_box import QuestionBox

    box = QuestionBox(
        "Convot Inspector",
        tr("Convot Inspector is already open."),
        tr("Continue in its window. This one closes without changing anything."),
        None,
    )
    theme.dress(box)
    return box
