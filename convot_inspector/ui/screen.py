"""Sizes of windows that fit on the screen, at any scale factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_BORDER = 6  # pixels; of the widest frames that window managers draw


def available_size(window: QWidget) -> QSize:
    """Return the largest size that a window's content can have on its screen, without the frame."""
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    frame = QSize(2 * _BORDER, title + _BORDER)  # Qt knows the real one only once the window is shown
    return window.screen().availableGeometry().size() - frame


def resize_within(window: QWidget, width: int, height: int) -> None:
    """Resize a window, at most to the space on its screen."""
    window.resize(QSize(width, height).boundedTo(available_size(window)))
