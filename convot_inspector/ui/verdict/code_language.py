"""The programming language in which fixes are shown; remembered in the preferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from convot_inspector.ui.preferences import Preferences


class CodeLanguage(QObject):
    """The language, with a signal ``changed`` when another one is chosen."""

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._name = ""  # read when first needed: each access makes Qt check its file
        self._guessed = ""

    @property
    def name(self) -> str:
        """The language's name: that of the server's code in the text, else the one that was chosen last."""
        if self._guessed:
            return self._guessed
        if not self._name:
            from convot_inspector.core.reports.code_lines import LANGUAGES

            stored = self._preferences.language
            self._name = stored if stored in LANGUAGES else LANGUAGES[0]
        return self._name

    def choose(self, name: str) -> None:
        """Show fixes in this language from now on."""
        self._preferences.language = self._name = name
        self._guessed = ""
        self.changed.emit()

    def guess(self, text: str) -> None:
        """Show fixes in the language of the server's code in a text, while that text is shown."""
        from convot_inspector.core.reports.code_guess import guessed_language

        before, self._guessed = self.name, guessed_language(text)
        if self.name != before:
            self.changed.emit()
