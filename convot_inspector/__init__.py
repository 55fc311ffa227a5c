"""Convot Inspector: finds out, offline, why a Convot identity hash does not verify.

The names in ``__all__`` are the public API. Importing them loads neither Qt nor keyring and needs no display. They are
loaded on first use, so that the window can appear before its engine is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convot_inspector.core.inspection import inspect_text
    from convot_inspector.core.model import AppSecrets

__version__ = "0.1.0"
__all__ = ["AppSecrets", "__version__", "inspect_text"]


def __getattr__(name: str) -> object:
    """Load a public name on first use (PEP 562)."""
    if name == "inspect_text":
        from convot_inspector.core.inspection import inspect_text

        return inspect_text
    if name == "AppSecrets":
        from convot_inspector.core.model import AppSecrets

        return AppSecrets
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
