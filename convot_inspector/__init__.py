"""Convot Inspector: says, offline, why a Convot identity hash does not verify.

The names in ``__all__`` are the whole public API. Importing them loads neither Qt nor keyring and needs no display; the
package itself loads nothing until one is asked for, because a window should be on the screen before its engine runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convot_inspector.core.inspection import inspect_text
    from convot_inspector.core.model import AppSecrets

__version__ = "0.1.0"
__all__ = ["AppSecrets", "__version__", "inspect_text"]


def __getattr__(name: str) -> object:
    """Load the public names when they are first used (PEP 562)."""
    if name == "inspect_text":
        from convot_inspector.core.inspection import inspect_text

        return inspect_text
    if name == "AppSecrets":
        from convot_inspector.core.model import AppSecrets

        return AppSecrets
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
