"""Comparison of two texts: differences are marked, unless the texts are entirely different values."""

from __future__ import annotations

import pytest

from convot_inspector.core.characters.comparison import compare

ROWS = [
    ("john@example.com\n", "john@example.com", ["⏎"], []),
    ("John@example.com", "john@example.com", ["J"], ["j"]),
    ("a\u200bbc", "abc", ["⟨U+200B⟩"], []),
    (" abc", "abc", ["␣"], []),
    ("user_4711", "4711-user", [], []),
    ("john@example.com", "johns-store.myshopify.com", [], []),
    ("", "john@example.com", [], []),
    ("same", "same", [], []),
]


@pytest.mark.parametrize(("one", "other", "in_one", "in_other"), ROWS)
def test_differences_are_marked(one: str, other: str, in_one: list[str], in_other: list[str]) -> None:
    first, second = compare(one, other)
    assert [piece.text for piece in first if piece.differs] == in_one
    assert [piece.text for piece in second if piece.differs] == in_other


def test_long_texts_are_compared_as_a_whole() -> None:
    first, second = compare("a" * 5_000, "a" * 4_999 + "b")
    assert [piece.differs for piece in (*first, *second)] == [True, True]
