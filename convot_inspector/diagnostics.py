"""Facts about the installation for support requests, without pasted text, secrets or user names."""

from __future__ import annotations

import platform
import sys
from typing import TYPE_CHECKING

from convot_inspector import __version__
from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from collections.abc import Sequence

Fact = tuple[str, str]
"""Label and value, in English; ``language.localize`` translates both."""


def facts() -> tuple[Fact, ...]:
    """Return the versions of the program and the system. No paths, as they contain the user's name."""
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
    """Return one line for each fact that is known."""
    return "".join(f"{name}: {value}\n" for name, value in found if value)


def _distribution() -> str:
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", "")
    except OSError:  # not Linux, or without os-release
        return " ".join(part for part in (platform.win32_ver()[0], platform.mac_ver()[0]) if part)
