"""The contrast of drawn colours according to WCAG 2.2."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@cache
def luminance(colour: str) -> float:
    """Return the relative luminance according to WCAG 2.2."""
    shown = QColor(colour)
    channels = (shown.redF(), shown.greenF(), shown.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@cache
def contrast(one: str, other: str) -> float:
    """Return the contrast ratio: 1 for equal colours, 21 for black and white."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def differing(one: QImage, other: QImage) -> list[tuple[str, str]]:
    """Return the pixels in which two pictures differ, each with both colours."""
    assert one.size() == other.size()
    return [
        (one.pixelColor(x, y).name(), other.pixelColor(x, y).name())
        for y in range(one.height())
        for x in range(one.width())
        if one.pixel(x, y) != other.pixel(x, y)
    ]


@dataclass(frozen=True)
class Drawn:
    """A drawn text: its strongest colour, and the colour of its background."""

    what: str
    text: str
    ground: str

    @property
    def contrast(self) -> float:
        """The contrast ratio of text and background."""
        return contrast(self.text, self.ground)

    def __str__(self) -> str:
        return f"{self.what}: {self.text} on {self.ground} is {self.contrast:.2f}"


_A_FEW = 9  # pixels; a single one may belong to something else


_SCALE = 3


def large(shown: QWidget) -> QImage:
    """Return an enlarged picture, in which strokes are wide enough to have their own colour and not a mixture."""
    picture = QImage(shown.size() * _SCALE, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(_SCALE)
    shown.render(picture)
    return picture


def drawn(picture: QImage, area: QRect, what: str) -> Drawn:
    """Measure a part of a picture that shows one text on one background."""
    part = picture.copy(QRect(area.topLeft() * _SCALE, area.size() * _SCALE))
    counted = colours(part)
    ground = counted.most_common(1)[0][0]
    others = [colour for colour, count in counted.items() if count >= _A_FEW] or [ground]
    return Drawn(what, max(others, key=lambda colour: contrast(colour, ground)), ground)


def colours(picture: QImage) -> Counter[str]:
    """Count the pixels of each colour."""
    pixels = memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    return Counter({f"#{colour & 0xFFFFFF:06x}": count for colour, count in Counter(pixels.tolist()).items()})
