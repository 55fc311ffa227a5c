"""A document in Slack's own markup, "mrkdwn" (https://docs.slack.dev/messaging/formatting-message-text)."""

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

_CONTROL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
"""The three characters with a meaning in Slack's messages; without "<" there is no link, channel or mention."""
_BREAK = "\u2060"  # WORD JOINER: shows nothing, and a mark behind it begins nothing


def to_slack(document: Document) -> str:
    """Return the document as a message for Slack. Values stand in it as code, so that nothing in them is markup."""
    return "\n\n".join((_bold(document.title), *map(_block, document.blocks))) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return _bold(block.text)
        case Banner():
            return "\n\n".join((_bold(block.title), *map(_text, block.texts)))
        case Sides():
            return _block(Rows(tuple(with_choice(block))))
        case Paragraph():
            return _text(block.text)
        case Points():
            return "\n".join(f"• {_text(text)}" for text in block.texts)
        case Rows():
            return "\n".join(
                f"{_text(row.name)}: {_code(row.value) if row.is_exact else _text(row.value)}" for row in block.rows
            )
        case Code():
            code = block.text.rstrip().translate(_CONTROL).replace("```", f"`{_BREAK}``")
            return f"```\n{code}\n```"


def _text(text: str) -> str:
    """Return text in which underscores inside words, as in user_hash, stay: Slack only marks at the ends of words."""
    line = " ".join(text.splitlines()).translate(_CONTROL)
    return re.sub(r"(?<!\w)[*_~](?=\S)|`|@(?=\w)|(?<!\w)#(?=\w)", lambda found: f"{found[0]}{_BREAK}", line)


def _bold(text: str) -> str:
    return f"*{_text(text.replace('*', ''))}*"


def _code(value: str) -> str:
    shown = " ".join(value.splitlines()).translate(_CONTROL).replace("`", "\u2019")
    return f"`{shown}`" if shown else ""
