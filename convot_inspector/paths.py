"""Location of the resource files: in a checkout, a wheel, or a PyInstaller package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _resources() -> Path:
    checkout = _PACKAGE.parent / "resources"  # also in a PyInstaller package
    return checkout if checkout.is_dir() else _PACKAGE / "resources"  # in a wheel


RESOURCES = _resources()
