"""A text with headings, paragraphs, tables and code, independent of Markdown, HTML and plain text.

Its content is text and never markup: the code that writes it in a format escapes it. It takes only texts that cannot
move or hide anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.shown import ShownLines

_NONE = Shown()


@dataclass(frozen=True)
class Heading:
    """A heading. ``level`` counts from 1; ``tone`` is that of a headline, empty for none."""

    text: Shown
    level: int = 2
    tone: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A few sentences."""

    text: Shown


@dataclass(frozen=True)
class Points:
    """A list of points, each a sentence or two."""

    texts: tuple[Shown, ...]


@dataclass(frozen=True)
class Row:
    """A name and its value; ``is_exact``: the value has to be read character by character.

    ``tone``: that of a verdict, empty for none; the words say the same without it.
    """

    name: Shown
    value: Shown
    is_exact: bool = False
    tone: str = ""


@dataclass(frozen=True)
class Rows:
    """Names and values."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Banner:
    """What a report says first: a title in the tone of its verdict, the text, and who has to act."""

    tone: str
    title: Shown
    texts: tuple[Shown, ...]


@dataclass(frozen=True)
class Sides:
    """Rows to be compared. ``chosen``: the name of the one that is in force, empty if that is not known.

    ``is_chosen``: the words that say so.
    """

    rows: tuple[Row, ...]
    chosen: Shown = _NONE
    is_chosen: Shown = _NONE


@dataclass(frozen=True)
class Code:
    """Lines of code."""

    text: ShownLines
    language: str = ""


Block = Heading | Paragraph | Points | Rows | Banner | Sides | Code


@dataclass(frozen=True)
class Document:
    """A whole document. ``title`` names it and is shown as its first heading."""

    title: Shown
    blocks: tuple[Block, ...]


def with_choice(sides: Sides) -> Iterator[Row]:
    """Yield the rows with the words for the chosen one, for formats that cannot mark it."""
    for row in sides.rows:
        words = Shown(f"{row.value} ({sides.is_chosen})") if row.name == sides.chosen else row.value
        yield Row(row.name, words, tone=row.tone)
