"""Lock that allows one running window: two would overwrite each other's changes to the list of apps."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, Qt

from convot_inspector.core.language import tr

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QMessageBox


class OneInstance:
    """Lock held for the lifetime of the object; released by the system when the process is killed."""

    def __init__(self, folder: Path) -> None:
        """Create the lock. ``folder``: where the list of apps is."""
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self._file = QLockFile(str(folder / "window.lock"))
        self._file.setStaleLockTime(0)  # never stale by age: only the end of its owner's process releases it

    def take(self) -> bool:
        """Take the lock; return whether no other window holds it. Where no lock file can be created, return True."""
        return self._file.tryLock(0) or self._file.error() != QLockFile.LockError.LockFailedError

    def release(self) -> None:
        """Release the lock, and remove the folder if it is empty."""
        self._file.unlock()
        with suppress(OSError):
            self._folder.rmdir()


def already_open() -> QMessageBox:
    """Create the message box that a second instance shows."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox()
    box.setWindowTitle("Convot Inspector")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(tr("Convot Inspector is already open."))
    box.setInformativeText(tr("Go on in its window; this one closes without changing anything."))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    return box
