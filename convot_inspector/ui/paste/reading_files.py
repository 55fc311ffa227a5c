"""Reading of a file that the user opened or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.characters.visible import visible
from convot_inspector.core.language import tr
from convot_inspector.core.reading.decoding import decode
from convot_inspector.core.reading.limits import MAX_CHARACTERS

if TYPE_CHECKING:
    from pathlib import Path


class UnreadableFileError(Exception):
    """The file cannot be shown; the message is a sentence for the user."""


def read_text_file(file: Path) -> str:
    """Return the text of a file or raise UnreadableFileError. Reads no more than can be checked."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_CHARACTERS * 4 + 1)
    except OSError:
        words = tr("“{file}” cannot be opened. What was pasted before is still here.", file=visible(file.name))
        raise UnreadableFileError(words) from None
    text = decode(data)
    if not isinstance(text, str):
        raise UnreadableFileError(tr("“{file}”: {problem}", file=visible(file.name), problem=text.message))
    return text
