"""Where the list of apps is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def default_folder() -> Path:
    """The system's place for a program's own data of this user, on this computer."""
    from platformdirs import user_data_path

    return user_data_path("Convot Inspector", appauthor=False)
