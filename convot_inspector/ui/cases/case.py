"""One ticket of this session: its text, and with what it was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Setting
    from convot_inspector.ui.apps.current_app import OtherSecret


class Case:
    """A case. It exists in memory only and shows no text of another one. ``began``: the time of day in words."""

    def __init__(self, began: str) -> None:
        self.began = began
        self.text = ""
        self.app_id = ""
        """The app that it is checked with, empty for none."""
        self.setting: Setting = "unknown"
        """*Require identity verification* where the text shows it; otherwise the app's is used."""
        self.call: int | None = None
        """Where the call that the user chose starts in the text; None for the worst."""
        self.other: OtherSecret | None = None
        """Another secret that the text is checked with."""
        self.scrolled = 0
        """The verdict's scroll position in pixels."""
        self.tone = "unknown"
        self.title = ""
        self.who = ""
        """What the verdict says in a few words, and the signed value; empty until there is one."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was pasted into it."""
        return not self.text.strip()

    def begin_again(self, text: str, setting: Setting) -> None:
        """Give the case another text; what was known of the one before is dropped."""
        self.text, self.setting = text, setting
        self.call, self.other, self.scrolled = None, None, 0
        self.tone, self.title, self.who = "unknown", "", ""
