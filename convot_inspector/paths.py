"""Where the program's own files lie: from source, in a wheel, and in a PyInstaller package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _resources() -> Path:
    beside = _PACKAGE.parent / "resources"  # a checkout, and PyInstaller's bundle
    return beside if beside.is_dir() else _PACKAGE / "resources"  # a wheel


RESOURCES = _resources()
