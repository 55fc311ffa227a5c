"""Two texts character by character: what was signed beside what should have been."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from convot_inspector.core.characters.visible import visible

_ALIKE = 0.6  # of two texts; where less is the same they are two values, and marks on single letters tell nothing
_LONGEST = 1_000  # characters; the comparison takes the square of it


@dataclass(frozen=True)
class Piece:
    """A piece of one text with invisible characters shown. ``differs``: whether the other text lacks it."""

    text: str
    differs: bool


def compare(one: str, other: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces, without any mark where they are not one value in two spellings.

    Very long ones are not taken apart: then a whole text differs or does not.
    """
    first, second = list(_shown(one)), list(_shown(other))
    if max(len(first), len(second)) > _LONGEST:
        differs = first != second
        return (Piece("".join(first), differs),), (Piece("".join(second), differs),)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return (Piece("".join(first), differs=False),), (Piece("".join(second), differs=False),)
    ones: list[Piece] = []
    others: list[Piece] = []
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        _add(ones, "".join(first[start:end]), differs=kind != "equal")
        _add(others, "".join(second[other_start:other_end]), differs=kind != "equal")
    return tuple(ones), tuple(others)


def _shown(text: str) -> tuple[str, ...]:
    """Each character as it is shown: a space only at the ends, and an accent of its own by its number."""
    return tuple(
        "␣" if character == " " and at in (0, len(text) - 1)
        else f"⟨U+{ord(character):04X}⟩" if unicodedata.combining(character)
        else visible(character) if character != " " else " "
        for at, character in enumerate(text)
    )  # fmt: skip


def _add(pieces: list[Piece], text: str, *, differs: bool) -> None:
    if text:
        pieces.append(Piece(text, differs))
