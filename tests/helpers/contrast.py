"""How well one colour can be told from another: WCAG 2.2's contrast, for colours that were really drawn."""

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
    """WCAG 2.2, relative luminance."""
    shown = QColor(colour)
    channels = (shown.redF(), shown.greenF(), shown.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@cache
def contrast(one: str, other: str) -> float:
    """From 1 for the same colour to 21 for black and white."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def differing(one: QImage, other: QImage) -> list[tuple[str, str]]:
    """The pixels in which two pictures of the same thing differ, each with both of its colours."""
    assert one.size() == other.size()
    return [
        (one.pixelColor(x, y).name(), other.pixelColor(x, y).name())
        for y in range(one.height())
        for x in range(one.width())
        if one.pixel(x, y) != other.pixel(x, y)
    ]


@dataclass(frozen=True)
class Drawn:
    """A text as it stands on the screen: its strongest colour, and the colour around it."""

    what: str
    text: str
    ground: str

    @property
    def contrast(self) -> float:
        """How well it can be read."""
        return contrast(self.text, self.ground)

    def __str__(self) -> str:
        return f"{self.what}: {self.text} on {self.ground} is {self.contrast:.2f}"


_A_FEW = 9  # pixels; one alone may be of something else


_SCALE = 3


def large(shown: QWidget) -> QImage:
    """A picture in which strokes are wide enough to have their colour, where the usual one has a mixture."""
    picture = QImage(shown.size() * _SCALE, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(_SCALE)
    shown.render(picture)
    return picture


def drawn(picture: QImage, area: QRect, what: str) -> Drawn:
    """Measure what is drawn in a part of a picture that holds one text on one ground."""
    part = picture.copy(QRect(area.topLeft() * _SCALE, area.size() * _SCALE))
    counted = colours(part)
    ground = counted.most_common(1)[0][0]
    others = [colour for colour, count in counted.items() if count >= _A_FEW] or [ground]
    return Drawn(what, max(others, key=lambda colour: contrast(colour, ground)), ground)


def colours(picture: QImage) -> Counter[str]:
    """How many pixels have which colour."""
    pixels = memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    return Counter({f"#{colour & 0xFFFFFF:06x}": count for colour, count in Counter(pixels.tolist()).items()})
