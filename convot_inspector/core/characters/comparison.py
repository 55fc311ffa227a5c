"""Character-by-character comparison of two texts: the signed one and the one that should have been signed."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from convot_inspector.core.characters.visible import visible

_MIN_RATIO = 0.6  # least SequenceMatcher ratio; below it the texts are two values, and marks on letters mean nothing
_MAX_LENGTH = 1_000  # characters; the comparison takes quadratic time


@dataclass(frozen=True)
class Piece:
    """A piece of one text with invisible characters made visible. ``differs``: whether the other text lacks it."""

    text: str
    differs: bool


def compare(one: str, other: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Split both texts into equal and different pieces.

    No piece is marked as different if the texts are too unlike to be spellings of one value (ratio below 0.6). Texts
    of more than 1,000 characters are one piece each, which differs or not.
    """
    first, second = list(_visible_characters(one)), list(_visible_characters(other))
    if max(len(first), len(second)) > _MAX_LENGTH:
        differs = first != second
        return (Piece("".join(first), differs),), (Piece("".join(second), differs),)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.ratio() < _MIN_RATIO:
        return (Piece("".join(first), differs=False),), (Piece("".join(second), differs=False),)
    ones: list[Piece] = []
    others: list[Piece] = []
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        _append(ones, "".join(first[start:end]), differs=kind != "equal")
        _append(others, "".join(second[other_start:other_end]), differs=kind != "equal")
    return tuple(ones), tuple(others)


def _visible_characters(text: str) -> tuple[str, ...]:
    """Make each character visible: a space only at the ends, a combining mark by its code point."""
    return tuple(
        "␣" if character == " " and at in (0, len(text) - 1)
        else f"⟨U+{ord(character):04X}⟩" if unicodedata.combining(character)
        else visible(character) if character != " " else " "
        for at, character in enumerate(text)
    )  # fmt: skip


def _append(pieces: list[Piece], text: str, *, differs: bool) -> None:
    if text:
        pieces.append(Piece(text, differs))
