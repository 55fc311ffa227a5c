"""A text with headings, paragraphs, tables and code, independent of Markdown, HTML and plain text.

Its content is text and never markup: the code that writes it in a format escapes it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading. ``level`` counts from 1; ``tone`` is that of a headline, empty for none."""

    text: str
    level: int = 2
    tone: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A few sentences."""

    text: str


@dataclass(frozen=True)
class Points:
    """A list of points, each a sentence or two."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A name and its value; ``is_exact``: the value has to be read character by character."""

    name: str
    value: str
    is_exact: bool = False


@dataclass(frozen=True)
class Rows:
    """Names and values."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Code:
    """Lines of code."""

    text: str
    language: str = ""


Block = Heading | Paragraph | Points | Rows | Code


@dataclass(frozen=True)
class Document:
    """A whole document. ``title`` names it and is shown as its first heading."""

    title: str
    blocks: tuple[Block, ...]
