"""A document as plain text, for tools without markup."""

from __future__ import annotations

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


def to_plain(document: Document) -> str:
    """Return the document as plain text: headings in lines of their own, code indented by four blanks."""
    return "\n\n".join((document.title, *map(_block, document.blocks))) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return block.text.upper() if block.level < 3 else block.text
        case Banner():
            return "\n\n".join((block.title.upper(), *map(_line, block.texts)))
        case Sides():
            return _block(Rows(tuple(with_choice(block))))
        case Paragraph():
            return _line(block.text)
        case Points():
            return "\n".join(f"- {_line(text)}" for text in block.texts)
        case Rows():
            return "\n".join(f"{_line(row.name)}: {_line(row.value)}" for row in block.rows)
        case Code():
            return "\n".join(f"    {line}" for line in block.text.rstrip().splitlines())


def _line(text: str) -> str:
    return " ".join(text.splitlines())
