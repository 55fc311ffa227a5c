"""Decoding of files and large pastes on a worker thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QByteArray

    from convot_inspector.ui.background import Worker


class TextLoader(QObject):
    """Loader. ``failed`` is called with a sentence for the user when a file cannot be read."""

    def __init__(self, worker: Worker, failed: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._failed = worker, failed

    def open(self, file: str, take: Callable[[str], None]) -> None:
        """Read a file."""
        from convot_inspector.ui.paste.reading_files import read_text_file

        self._worker.run(lambda: read_text_file(Path(file)), take, self._could_not)

    def decode(self, data: QByteArray, take: Callable[[str], None]) -> None:
        """Make a large paste a text."""
        from convot_inspector.ui.widgets.clipped_text import decoded

        self._worker.run(decoded(data), take, self._could_not)

    def _could_not(self, error: Exception) -> None:
        self._failed(str(error))
