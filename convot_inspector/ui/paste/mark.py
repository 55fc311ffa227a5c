"""A mark on a range of the text: its colour and its tool tip."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor

from convot_inspector.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextCharFormat


class Mark(NamedTuple):
    """A coloured part of the text: a value of a call, or a secret, which belongs to none.

    ``tone`` is "" for none. ``about`` returns the tool tip for what was understood of the part; with a ``reason`` the
    part is underlined too. ``call``, ``name``: whose value it is.
    """

    start: int
    end: int
    tone: str
    reason: str = ""
    about: Callable[[], str] | None = None
    call: int = 0
    name: str = ""

    @property
    def is_seen(self) -> bool:
        """Whether it is visible."""
        return bool(self.tone or self.reason)

    @property
    def kind(self) -> tuple[str, bool]:
        """The key of its text format."""
        return self.tone, bool(self.reason)

    def look(self) -> QTextCharFormat:
        """Return its text format in the current theme."""
        from PySide6.QtGui import QTextCharFormat  # imported late: nothing is marked when the window opens

        look = QTextCharFormat()
        if self.tone:
            colour, tint = theme.tone_colours(self.tone)
            look.setForeground(QColor(colour))
            look.setBackground(QColor(tint))
        if self.reason:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(QColor(theme.tokens().warning))
        return look

    def said(self) -> str:
        """Return its description in one line."""
        return ". ".join(self._parts())

    def as_lines(self) -> str:
        """Return its description in several lines."""
        return "\n".join(self._parts())

    def _parts(self) -> list[str]:
        return [part for part in (self.about() if self.about is not None else "", self.reason) if part]
