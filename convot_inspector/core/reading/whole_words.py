"""Search for a name from the pasted text, without ``re``, whose cache of patterns would keep the name in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def whole_words(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each ``word`` that is not part of a longer JavaScript identifier."""
    start = text.find(word) if word else -1
    while start >= 0:
        end = start + len(word)
        if not _is_letter(text[start - 1 : start]) and not _is_letter(text[end : end + 1]):
            yield start, end
        start = text.find(word, end)


def _is_letter(character: str) -> bool:
    return character.isalnum() or (character != "" and character in "_$")
