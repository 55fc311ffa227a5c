"""The folder of the index file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def default_folder() -> Path:
    """Return the platform's per-user, non-roaming data folder of this program."""
    from platformdirs import user_data_path

    return user_data_path("Convot Inspector", appauthor=False)
