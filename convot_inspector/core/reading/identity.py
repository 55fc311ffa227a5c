"""Tests for the names of identity fields, which are those that Convot's verification uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable


def names_identity(text: str, start: int = 0, end: int | None = None) -> bool:
    """Return whether a text contains the name of an identity field anywhere from ``start`` to ``end``."""
    return any(text.find(name, start, end) >= 0 for name in IDENTITY_FIELDS)


def has_identity(names: Iterable[str]) -> bool:
    """Return whether any of the names is that of an identity field."""
    return any(name in IDENTITY_FIELDS for name in names)
