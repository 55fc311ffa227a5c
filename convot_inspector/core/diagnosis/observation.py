"""One finding that needs no proof, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convot_inspector.core.model import Severity, Target


@dataclass(frozen=True)
class Observation:
    """A fact about the text: the id of a finding, its subject, and the detail that makes it exact.

    ``value``: the field to be signed, or the one that Convot reads instead of another. ``fact``: further sentences,
    already safe to show. ``severity``: set where it differs from the finding's usual one.
    ``is_proven``: it is certain, where the finding is usually only likely.
    ``signed``: the name of the value that was signed, where it is not ``value``.
    ``variant``: the row of ``wording/hash_shapes.py`` with the words, for a finding that has several.
    """

    id: str
    target: Target
    detail: str = ""
    value: str = ""
    fact: str = ""
    severity: Severity | None = None
    is_proven: bool = False
    variant: str = ""
    signed: str = ""
