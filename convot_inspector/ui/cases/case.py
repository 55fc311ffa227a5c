"""One ticket of this session: its text, and with what it was checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Setting


@dataclass(eq=False)
class Case:
    """A case. It exists in memory only and shows no text of another one.

    ``app_id``: the app that it is checked with, empty for none. ``setting``: *Require identity verification* where the
    text shows it, else "unknown": then the app's is used. ``call``: the index of the shown call, None for the worst.
    ``scrolled``: the verdict's scroll position in pixels. ``tone``, ``title`` and ``who`` describe the verdict, and are
    empty until there is one; ``began``: the time of day in words.
    """

    began: str
    text: str = field(default="", repr=False)
    app_id: str = ""
    setting: Setting = "unknown"
    call: int | None = None
    scrolled: int = 0
    tone: str = "unknown"
    title: str = ""
    who: str = field(default="", repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was pasted into it."""
        return not self.text.strip()

    def begin_again(self, text: str, setting: Setting) -> None:
        """Give the case another text; what was known of the one before is dropped."""
        self.text, self.setting = text, setting
        self.call, self.scrolled = None, 0
        self.tone, self.title, self.who = "unknown", "", ""
