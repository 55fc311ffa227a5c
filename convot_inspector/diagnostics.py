"""What support wants to know of an installation. Nothing of a paste, of a secret, or of who uses it."""

from __future__ import annotations

import platform
import sys
from typing import TYPE_CHECKING

from convot_inspector import __version__
from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from collections.abc import Sequence

Fact = tuple[str, str]
"""What is told, and how it is: English as it stands, in the language in use through ``language.localize``."""


def facts() -> tuple[Fact, ...]:
    """The program and the system that it runs on. No path: it would name the user."""
    if getattr(sys, "frozen", False):
        version = lazy_tr("{version} (packaged)", version=__version__)
    else:
        version = lazy_tr("{version} (from source)", version=__version__)
    return (
        ("Convot Inspector", version),
        (lazy_tr("System"), f"{platform.system()} {platform.release()} ({platform.machine()})"),
        (lazy_tr("Distribution"), _distribution()),
        ("Python", platform.python_version()),
    )


def as_text(found: Sequence[Fact]) -> str:
    """One line for each."""
    return "".join(f"{name}: {value}\n" for name, value in found if value)


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", "")
    except OSError:  # not a Linux, or one that does not say
        return " ".join(part for part in (platform.win32_ver()[0], platform.mac_ver()[0]) if part)
