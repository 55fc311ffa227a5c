"""The language in which fixes are shown: chosen once, remembered, the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from convot_inspector.core.answering.code_lines import LANGUAGES

if TYPE_CHECKING:
    from convot_inspector.ui.preferences import Preferences


class CodeLanguage(QObject):
    """The choice and who wants to know of it."""

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences

    @property
    def name(self) -> str:
        """The language's name."""
        stored = self._preferences.language
        return stored if stored in LANGUAGES else LANGUAGES[0]

    def choose(self, name: str) -> None:
        """Show fixes in this language from now on."""
        self._preferences.language = name
        self.changed.emit()
