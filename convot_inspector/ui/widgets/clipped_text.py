"""Text from the clipboard or a drop; large ones as bytes, to be decoded on a worker."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QByteArray, QMimeData

_AT_ONCE = 512 * 1024  # bytes; Qt takes up to 200 ms to make a string of ten megabytes, up to 10 ms for this much
_PIECE = 64 * 1024
_FORMATS = ("text/plain;charset=utf-8", "text/plain")


def local_files(mime: QMimeData) -> list[str]:
    """Return the paths of the files that were copied or dropped."""
    return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]


def text_or_bytes(mime: QMimeData) -> str | QByteArray:
    """Return the exact text, or the UTF-8 bytes of a large one for ``decoded``."""
    for name in _FORMATS:
        if mime.hasFormat(name):
            data = mime.data(name)
            return data if data.size() > _AT_ONCE else mime.text()
    return mime.text()


def decoded(data: QByteArray) -> Callable[[], str]:
    """Return an operation that decodes the bytes. Invalid UTF-8 becomes U+FFFD, as in Qt."""

    def operation() -> str:
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        held = data.data()
        # In pieces, because Python switches threads only between two steps and not within one.
        pieces = (held[at : at + _PIECE] for at in range(0, len(held), _PIECE))
        return "".join([*map(decoder.decode, pieces), decoder.decode(b"", final=True)])

    return operation
