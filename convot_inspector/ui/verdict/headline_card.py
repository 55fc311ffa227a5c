"""The headline: icon, colour and text; who has to act, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from convot_inspector.ui.widgets.announcements import announce
from convot_inspector.ui.widgets.flow_layout import FlowLayout
from convot_inspector.ui.widgets.widgets import Card, ToneIcon, label, restyle

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

_NARROW = 40  # average letters; in a narrower card the icon is above the words, which need the full width


class HeadlineCard(Card):
    """Card that announces itself to screen readers when its words change."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("headline")
        self._icon = ToneIcon()
        self._title = label("", "title")
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self._title.setFont(font)
        self._text = label()
        self._owner = label("", "dim")
        self._known = label("", "dim")
        words = QVBoxLayout()
        words.setSpacing(4)
        self._parts = (self._title, self._text, self._owner, self._known)
        self._said = ("", "")
        for part in self._parts:
            words.addWidget(part)
        self._buttons = FlowLayout()
        words.addLayout(self._buttons)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self.body.addLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = self.width() < self.fontMetrics().averageCharWidth() * _NARROW
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        super().resizeEvent(event)

    def add_action(self, button: QPushButton) -> None:
        """Put a button under the words."""
        self._buttons.addWidget(button)

    def show_checking(self) -> None:
        """Show that a text is being checked, as high as the words before, so that nothing moves."""
        for part in self._parts:
            part.setMinimumHeight(part.height() if part.isVisible() else 0)
            part.setText("")
        self.setProperty("tone", "unknown")
        restyle(self)
        self._icon.show_tone("unknown")
        self._title.setText(self.tr("Checking…"))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription("")

    def show_words(self, tone: str, title: str, text: str, owner: str | None = None, known: str = "") -> None:
        """Show a headline; a screen reader says what is new: the title, or under the same title the words.

        ``known``: with which app and secret it was checked.
        """
        owners = {
            "developer": self.tr("For the developer of the page or server to fix."),
            "merchant": self.tr("For the owner of the app to do in Convot."),
            "support": self.tr("The next step is yours."),
        }
        before, self._said = self._said, (title, text)
        news = title if before[0] != title else text if before[1] != text else ""
        for part in self._parts:
            part.setMinimumHeight(0)
        self.setProperty("tone", tone)
        restyle(self)
        self._icon.show_tone(tone)
        self._title.setText(title)
        self._text.setText(text)
        self._owner.setText(owners.get(owner or "", ""))
        self._owner.setVisible(owner is not None)
        self._known.setText(known)
        self._known.setVisible(bool(known))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        if news:
            announce(self, news)
