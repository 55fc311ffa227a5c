"""Find a name of the pasted text in it. Without a regular expression: the re module would keep the name in a cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def whole_words(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every ``word`` that is not a part of a longer one, as JavaScript's names are."""
    start = text.find(word) if word else -1
    while start >= 0:
        end = start + len(word)
        if not _is_letter(text[start - 1 : start]) and not _is_letter(text[end : end + 1]):
            yield start, end
        start = text.find(word, end)


def _is_letter(character: str) -> bool:
    return character.isalnum() or (character != "" and character in "_$")
