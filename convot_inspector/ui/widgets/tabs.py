"""Tabs whose titles wrap onto two lines where one is too narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTabBar, QTabWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_AROUND = 24  # pixels around a tab's words: the style sheet's padding and margin


class Tabs(QTabWidget):
    """Tabs whose titles have no line breaks for screen readers."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._bar = _Bar()
        self.setTabBar(self._bar)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.setAccessibleName(name)
        self._bar.setDrawBase(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bar.fit(self.width())


class _Bar(QTabBar):
    def fit(self, width: int) -> None:
        words = [self._words(tab) for tab in range(self.count())]
        needed = sum(self.fontMetrics().horizontalAdvance(each) + _AROUND for each in words)
        for tab, each in enumerate(words):
            self.setTabText(tab, _on_two_lines(each) if needed > width else each)
            self.setAccessibleTabName(tab, each)
        self.setElideMode(Qt.TextElideMode.ElideNone)

    def minimumSizeHint(self) -> QSize:
        """Return the size with the words on two lines, to which the window may shrink it."""
        tabs = [_on_two_lines(self._words(tab)).split("\n") for tab in range(self.count())]
        width = sum(max(map(self.fontMetrics().horizontalAdvance, lines)) + _AROUND for lines in tabs)
        return QSize(width, super().minimumSizeHint().height())

    def _words(self, tab: int) -> str:
        return self.tabText(tab).replace("\n", " ")

    def tabSizeHint(self, index: int) -> QSize:
        size = super().tabSizeHint(index)
        size.setHeight(size.height() + self.tabText(index).count("\n") * self.fontMetrics().lineSpacing())
        return size


def _on_two_lines(words: str) -> str:
    """Break at the space closest to the middle."""
    spaces = [at for at, each in enumerate(words) if each == " "]
    at = min(spaces, key=lambda space: abs(2 * space - len(words)), default=0)
    return f"{words[:at]}\n{words[at + 1 :]}" if spaces else words
