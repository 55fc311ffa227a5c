"""How well one colour can be told from another: WCAG 2.2's contrast, for colours that were really drawn."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage


def luminance(colour: QColor | str) -> float:
    """WCAG 2.2, relative luminance."""
    shown = QColor(colour)
    channels = (shown.redF(), shown.greenF(), shown.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor | str, other: QColor | str) -> float:
    """From 1 for the same colour to 21 for black and white."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def differing(one: QImage, other: QImage) -> list[tuple[QColor, QColor]]:
    """The pixels in which two pictures of the same thing differ, each with both of its colours."""
    assert one.size() == other.size()
    return [
        (one.pixelColor(x, y), other.pixelColor(x, y))
        for y in range(one.height())
        for x in range(one.width())
        if one.pixel(x, y) != other.pixel(x, y)
    ]
