"""Which of a test's many parameters `dev.py test --fast` runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _pytest.mark.structures import ParameterSet


def every_eighth(names: Iterable[str]) -> list[ParameterSet]:
    """Return names as parameters; all but every eighth are marked slow."""
    return some_of(names, 8)


def some_of(names: Iterable[str], step: int) -> list[ParameterSet]:
    """Return names as parameters; all but one of ``step`` are marked slow."""
    return [
        pytest.param(name, id=name, marks=[pytest.mark.slow] if number % step else [])
        for number, name in enumerate(names)
    ]
