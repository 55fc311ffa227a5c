"""A document as Markdown for issue trackers and chats (CommonMark, with GitHub's tables)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reports.document import (
    Banner,
    Code,
    Heading,
    Paragraph,
    Points,
    Rows,
    Sides,
    with_choice,
)

if TYPE_CHECKING:
    from convot_inspector.core.reports.document import Block, Document

# Characters with a meaning in Markdown. An underscore inside a word has none, and user_hash is easier to read so.
_MARKS = re.compile(r"[\\`*<>|~]|(?<!\w)_|_(?!\w)|\](?=[(\[:])|&(?=#?\w{1,40};)|^[#+=-]")
_RUN = re.compile("`+")


def to_markdown(document: Document) -> str:
    """Return the document in Markdown. Values stand in it as code, so that nothing in them is markup."""
    return "\n\n".join((f"# {_escaped(document.title)}", *map(_block, document.blocks))) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_escaped(block.text)}"
        case Paragraph():
            return _escaped(block.text)
        case Points():
            return "\n".join(f"- {_escaped(text)}" for text in block.texts)
        case Banner():
            return "\n\n".join((f"## {_escaped(block.title)}", *map(_escaped, block.texts)))
        case Sides():
            return _block(Rows(tuple(with_choice(block))))
        case Rows():
            rows = (f"| {_escaped(row.name)} | {_cell(row.value, is_exact=row.is_exact)} |" for row in block.rows)
            return "\n".join(("|  |  |", "| --- | --- |", *rows))
        case Code():
            fence = _fence(block.text, 3)
            return f"{fence}{block.language}\n{block.text.rstrip()}\n{fence}"


def _escaped(text: str) -> str:
    return _MARKS.sub(lambda found: f"\\{found[0]}", " ".join(text.splitlines()))


def _cell(value: str, *, is_exact: bool) -> str:
    if not is_exact or not value:
        return _escaped(value)
    fence = _fence(value, 1)
    space = " " if value[0] == "`" or value[-1] == "`" else ""
    return f"{fence}{space}{' '.join(value.splitlines()).replace('|', chr(92) + '|')}{space}{fence}"


def _fence(text: str, shortest: int) -> str:
    """Return a fence longer than any run of back-quotes in the text."""
    return "`" * max([shortest, *(len(run) + 1 for run in _RUN.findall(text))])
