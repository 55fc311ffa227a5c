"""Decoding of files and large pastes on a worker thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QByteArray

    from convot_inspector.ui.background import Worker


class TextLoader:
    """Loader. ``failed`` is called with a sentence for the user when a file cannot be read."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def open(self, file: str, take: Callable[[str], None], failed: Callable[[str], None]) -> None:
        """Read a file."""
        from convot_inspector.ui.paste.reading_files import read_text_file

        self._worker.run(lambda: read_text_file(Path(file)), take, lambda error: failed(str(error)))

    def decode(self, data: QByteArray, take: Callable[[str], None], failed: Callable[[str], None]) -> None:
        """Make a large paste a text."""
        from convot_inspector.ui.widgets.clipped_text import decoded

        self._worker.run(decoded(data), take, lambda error: failed(str(error)))
