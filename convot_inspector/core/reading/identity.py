"""Which names and texts have to do with the fields that Convot verifies with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.convot import IDENTITY_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable


def names_identity(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a text, or the part of it from ``start`` to ``end``, has the name of an identity field anywhere in it."""
    return any(text.find(name, start, end) >= 0 for name in IDENTITY_FIELDS)


def has_identity(names: Iterable[str]) -> bool:
    """Whether at least one of these names is that of an identity field."""
    return any(name in IDENTITY_FIELDS for name in names)
