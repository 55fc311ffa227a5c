"""The name of the value that was signed, as far as a proof tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.characters.excerpt import excerpt
from convot_inspector.core.language import localize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convot_inspector.core.model import Mistake

_OTHER_FIELD = ("wrong-field", "field-renamed", "field-nested")
_LONGEST_NAME = 60  # characters of a field's name


def signed_name(mistakes: Iterable[Mistake], expected: str) -> str:
    """Return the name of the signed value: the field that was signed instead, else the ``expected`` one.

    The mistakes of a value are about this one. With two mistakes of a proof, such as another field and white space
    around it, the white space is around the other field.
    """
    others = (localize(mistake.detail) for mistake in mistakes if mistake.id in _OTHER_FIELD)
    return excerpt(next(others, expected), _LONGEST_NAME)
