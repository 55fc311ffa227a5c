"""The fonts for tests of the layout, by name; they come from Debian's packages and are the same on every machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from needs import absent, linux_only
from PySide6.QtGui import QFont, QFontDatabase

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FOLDER = Path("/usr/share/fonts")
SIZE = 9.0
"""Points of text at 100 %; what Qt uses where no desktop says otherwise."""


class FontPackage(NamedTuple):
    """A Debian package and the files of one font family in it."""

    package: str
    files: str


FONTS: Final = {
    "DejaVu Sans": FontPackage("fonts-dejavu-core", "truetype/dejavu/DejaVuSans*.ttf"),
    "Noto Sans": FontPackage("fonts-noto-core", "truetype/noto/NotoSans-*.ttf"),
    "Liberation Sans": FontPackage("fonts-liberation", "truetype/liberation/LiberationSans-*.ttf"),
    "OpenDyslexic": FontPackage("fonts-opendyslexic", "opentype/opendyslexic/OpenDyslexic-*.otf"),  # a third wider
}


def use_font(application: QApplication, family: str, percent: int = 100) -> None:
    """Show all text of the application in one of ``FONTS``, at a percentage of the usual size."""
    if family not in QFontDatabase.families():
        linux_only("the fonts come from Debian's packages")
        package, pattern = FONTS[family]
        files = sorted(FOLDER.glob(pattern))
        if not files:
            absent(f"needs the font {family}: apt-get install {package}")
        for file in files:
            QFontDatabase.addApplicationFont(str(file))
    font = QFont(family)
    font.setPointSizeF(SIZE * percent / 100)
    application.setFont(font)
