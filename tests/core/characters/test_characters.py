"""Characters that are invisible or look like others are named."""

from __future__ import annotations

import pytest

from convot_inspector.core.characters.xray import MAX_LISTED, characters, remarks

ROWS = [
    ("john@example.com", []),
    ("John Smith", []),
    ("jürgen@exämple.de", []),
    ("a ", [(2, "␣", "space", "space")]),
    (" a", [(1, "␣", "space", "space")]),
    ("a  b", [(3, "␣", "space", "space")]),
    ("a\n", [(2, "⏎", "line feed (end of a line)", "space")]),
    ("a\r\n", [(2, "␍", "carriage return (end of a line on Windows)", "space"),
               (3, "⏎", "line feed (end of a line)", "space")]),
    ("a\tb", [(2, "⇥", "tab", "space")]),
    ("a\u00a0b", [(2, "⍽", "no-break space", "space")]),
    ("a\u200bb", [(2, "⟨U+200B⟩", "zero-width space", "invisible")]),
    ("\ufeffa", [(1, "⟨U+FEFF⟩", "byte order mark", "invisible")]),
    ("a\u00adb", [(2, "⟨U+00AD⟩", "soft hyphen", "invisible")]),
    ("a\u202eb", [(2, "⟨U+202E⟩", "right-to-left override", "invisible")]),
    ("a\ufffd", [(2, "\ufffd", "replacement character (what was here is lost)", "invisible")]),
    ("e\u0301", [(2, "◌\u0301", "combining acute accent", "accent")]),
    ("p\u0430ypal", [(2, "\u0430", "cyrillic small letter a, which looks like “a”", "look-alike")]),
    ("a\0", [(2, "⟨U+0000⟩", "NUL", "invisible")]),
    ("a\ud800", [(2, "⟨U+D800⟩", "a character without a name", "invisible")]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), ROWS)
def test_unusual_characters_are_listed(value: str, expected: list[tuple[int, str, str, str]]) -> None:
    assert [(each.at, each.shown, each.name, each.kind) for each in remarks(value)] == expected


def test_every_character_has_its_position_and_code_point() -> None:
    found = characters("aé\u20ac\U0001f600")
    assert [(each.at, each.code) for each in found] == [(1, "U+0061"), (2, "U+00E9"), (3, "U+20AC"), (4, "U+1F600")]
    assert [each.kind for each in found] == ["plain", "letter", "letter", "letter"]


def test_long_value_is_split_up_to_the_limit() -> None:
    assert len(characters("x" * 1_000_000)) == MAX_LISTED
