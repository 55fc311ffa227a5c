"""Errors that readers raise internally; ``read`` never raises them."""

from __future__ import annotations


class _ReadingError(Exception):
    """``at``: an index into the text of the source."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


class NotThisNotationError(_ReadingError):
    """The text does not follow the grammar of the notation. ``at``: how far it was read."""


class UnterminatedError(_ReadingError):
    """A quote is not closed. ``at``: where it opens."""


class TooDeepError(Exception):
    """Objects, lists or sums are nested deeper than ``limits.MAX_DEPTH``."""
