"""Source maps: positions in an extracted text lead to positions in the pasted text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from convot_inspector.core.reading.source import Source
from convot_inspector.core.reading.source_map import SourceMapBuilder, part


def unescape(outer: Source) -> Source:
    """Decode a toy notation: ``%`` and two hex digits."""
    builder = SourceMapBuilder(outer)
    at = 0
    while (found := outer.text.find("%", at)) >= 0 and found + 2 < len(outer.text):
        builder.copy(at, found)
        builder.substitute(chr(int(outer.text[found + 1 : found + 3], 16)), found, found + 3)
        at = found + 3
    builder.copy(at, len(outer.text))
    return builder.build()


def test_unescaped_text_maps_back_to_its_source() -> None:
    inner = unescape(Source("ab%40c\nd%41"))
    assert inner.text == "ab@c\ndA"
    assert [inner.span(at, at + 1) for at in range(7)] == [(0, 1), (1, 2), (2, 5), (5, 6), (6, 7), (7, 8), (8, 11)]
    assert inner.span(1, 4) == (1, 6)
    assert inner.place(6) == (2, 2)
    assert inner.span(2, 2) == (2, 2)


def test_nested_layers_map_back_to_the_source() -> None:
    pasted = Source("x%2540y")
    inner = unescape(unescape(pasted))
    assert inner.text == "x@y"
    assert inner.span(1, 2) == (1, 6)
    assert inner.span(2, 3) == (6, 7)


def test_an_empty_text_has_a_place() -> None:
    assert SourceMapBuilder(Source("abc")).build().span(0, 0) == (0, 0)
    assert SourceMapBuilder(Source("abc")).build().place(0) == (1, 1)


@given(st.lists(st.tuples(st.text(min_size=1), st.booleans()), min_size=1))
def test_random_layers_map_back_to_the_source(pieces: list[tuple[str, bool]]) -> None:
    pasted = Source("".join(text for text, _ in pieces))
    builder = SourceMapBuilder(pasted)
    at, inner_at, places = 0, 0, []
    for text, is_same in pieces:
        if is_same:
            builder.copy(at, at + len(text))
        else:
            builder.substitute("#", at, at + len(text))
        places.append((inner_at, inner_at + (len(text) if is_same else 1), at, at + len(text)))
        inner_at = places[-1][1]
        at += len(text)
    inner = builder.build()
    for start, end, outer_start, outer_end in places:
        assert inner.span(start, end) == (outer_start, outer_end)
    assert inner.span(0, len(inner.text)) == (0, len(pasted.text))


def test_part_of_a_source_keeps_its_position() -> None:
    piece = part(Source("a\nbcd"), 2, 4)
    assert piece.text == "bc"
    assert piece.span(0, 2) == (2, 4)
    assert piece.place(1) == (2, 2)
