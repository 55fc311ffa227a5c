"""`dev.py bench size`: the packages' sizes against the empty window, packaged with PyInstaller's defaults."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.figures import show

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
FLOOR = ROOT / ".pyinstaller" / "floor"
FOLDER = DIST / "ConvotInspector"
FILE = DIST / "ConvotInspector-onefile"
PROGRAM, BARE = FOLDER / FOLDER.name, FLOOR / "bare" / "bare"
SIZE_AIM = 0.75

BARE_WINDOW = """\
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(sys.argv)
window = QWidget()
window.resize(1000, 700)
window.show()
sys.exit(application.exec())
"""


def size() -> None:
    """Compare the sizes of the packages with those of the empty window."""
    show("size, one folder", bytes_in(FOLDER) / 1e6, bytes_in(FLOOR / "bare") / 1e6, SIZE_AIM, "MB")
    show("size, one file", FILE.stat().st_size / 1e6, (FLOOR / "bare-onefile").stat().st_size / 1e6, SIZE_AIM, "MB")


def bytes_in(folder: Path) -> int:
    """Return the bytes of all files in a folder; links count as 0."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def make_floor(*, reuse: bool) -> None:
    """Package the empty window with PyInstaller's defaults, as one folder and as one file."""
    if reuse and (FLOOR / "bare").is_dir() and (FLOOR / "bare-onefile").is_file():
        return
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "bare.py"
        script.write_text(BARE_WINDOW, encoding="utf-8")
        make = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--windowed"]
        make += ["--workpath", folder, "--specpath", folder, "--distpath", str(FLOOR)]
        for mode in (["--onedir", "--name", "bare"], ["--onefile", "--name", "bare-onefile"]):
            subprocess.run([*make, *mode, str(script)], check=True, cwd=folder)
