"""Only one window at a time works on the list of apps: two would overwrite each other's changes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, Qt

from convot_inspector.core.language import tr

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMessageBox


class OneInstance:
    """Held for as long as the object lives. A program that was killed does not hold it any more."""

    def __init__(self, folder: Path) -> None:
        """``folder``: where the list of apps is."""
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self._file = QLockFile(str(folder / "window.lock"))
        self._file.setStaleLockTime(0)  # never by age: only the death of its owner frees it

    def take(self) -> bool:
        """Whether this is the only one. Where no lock can be made, none can be written to either: then it is."""
        return self._file.tryLock(0) or self._file.error() != QLockFile.LockError.LockFailedError

    def release(self) -> None:
        """Let another one open. The folder goes too where nothing is kept in it."""
        self._file.unlock()
        with suppress(OSError):
            self._folder.rmdir()


def already_open() -> QMessageBox:
    """What a second one says."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox()
    box.setWindowTitle("Convot Inspector")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("Convot Inspector is already open."))
    box.setInformativeText(tr("Go on in its window; this one closes without changing anything."))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    return box
