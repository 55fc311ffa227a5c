"""Removal of a secret from the clipboard once it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QClipboard, QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
_LONGEST = 1024 * 1024  # bytes; a longer text was not pasted into one of our fields


def held_text(longest: int, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> str:
    """Return the clipboard's text; empty if there is none or it is longer than ``longest`` bytes."""
    mime: QMimeData | None = QGuiApplication.clipboard().mimeData(mode)
    return mime.text() if mime is not None and mime.data("text/plain").size() <= longest else ""


def clear_of(secrets: Sequence[str]) -> bool:
    """Clear the clipboard if it still holds one of these secrets; return whether it was cleared.

    On X11 this includes the selection that the middle button pastes.
    """
    clipboard = QGuiApplication.clipboard()
    cleared = False
    for mode in _MODES:
        if mode == QClipboard.Mode.Selection and not clipboard.supportsSelection():
            continue
        if any(secret in held_text(_LONGEST, mode) for secret in secrets):
            clipboard.clear(mode)
            cleared = not any(secret in clipboard.text(mode) for secret in secrets) or cleared
    return cleared
