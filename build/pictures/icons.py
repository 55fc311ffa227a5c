"""Renders resources/icons/ from app.svg and app-small.svg: PNGs, app.ico for Windows, app.icns for macOS.

    .venv/bin/python build/pictures/icons.py

Run it by hand after a change of either. The results are in git; the same picture gives the same bytes.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
SMALL = 24  # pixels; up to this size the simpler picture is used
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512}


def main() -> None:
    """Render every picture and write every file."""
    QGuiApplication([])
    large, small = (QSvgRenderer(str(FOLDER / name)) for name in ("app.svg", "app-small.svg"))
    pictures = {size: png(small if size <= SMALL else large, size) for size in PNG_SIZES}
    for size, picture in pictures.items():
        (FOLDER / f"app-{size}.png").write_bytes(picture)
    (FOLDER / "app.ico").write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))
    (FOLDER / "app.icns").write_bytes(icns({kind: pictures[size] for kind, size in ICNS_TYPES.items()}))


def png(renderer: QSvgRenderer, size: int) -> bytes:
    """Return the picture as a PNG of that size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows file names only
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon: a header, a directory, the PNGs."""
    directory, offset = b"", 6 + 16 * len(pictures)
    for size, picture in pictures.items():
        side = size % 256  # 0 stands for 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + directory + b"".join(pictures.values())


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """Return a macOS icon: each PNG after its type and length."""
    parts = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


if __name__ == "__main__":
    main()
