"""A plain text edit with access to Qt's protected methods, for the line numbers beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock


class TextView(QPlainTextEdit):
    """Text edit that returns which lines are visible."""

    def set_margins(self, left: int, others: int) -> None:
        """Leave room around the text, in pixels."""
        self.setViewportMargins(left, others, others, others)

    def visible_lines(self, top: float, bottom: float) -> Iterator[tuple[QTextBlock, float, float]]:
        """Yield each line between two heights of the viewport, with its top and its height in pixels."""
        block = self.firstVisibleBlock()
        at = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and at <= bottom:
            height = self.blockBoundingRect(block).height()
            if block.isVisible() and at + height >= top:
                yield block, at, height
            at += height
            block = block.next()
