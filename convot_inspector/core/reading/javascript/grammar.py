"""Parse text with the JavaScript grammar (tree-sitter): in steps, within a limit, and without keeping the text.

The library is imported at the first use, because no window needs it for its first paint.
"""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Language, Node, Point

# Bytes passed to the parser at a time. It holds the interpreter's lock in between, and windows must repaint.
_CHUNK = 4096
# The parser backtracks to recover from text that is not JavaScript: in hostile text a thousand times for each kilobyte,
# which takes minutes; in prose, HTML and server code at most once.
_READS, _READS_PER_KILOBYTE = 200, 16
# The parser keeps every possible parse of these open and decides at the end, in one step that cannot be interrupted:
# half a second for a thousand of them, minutes for ten thousand. Outside strings none is JavaScript; prose has a few.
_AMBIGUOUS = re.compile(rb"=\s*[\]}):;*&|^%]|[~!][-+]|=>\s*[})\]]|\(\s*[|^>*&%]")
_MOST_AMBIGUOUS, _BYTES_PER_AMBIGUOUS = 256, 8192  # nine megabytes of real code had fewer than four hundred
_LONGEST_AMBIGUOUS = 3 * 1024  # bytes that are always parsed


def parse(data: bytes) -> tuple[Node, bool]:
    """Return the root of the syntax tree of UTF-8 text, and whether parsing was aborted: then the tree is empty."""
    from tree_sitter import Parser

    # One parser for each text: it keeps buffers as large as the text needed, and threads must not share a parser.
    parser = Parser(_language())
    if len(data) > _LONGEST_AMBIGUOUS and _is_ambiguous(data):
        return parser.parse(b"").root_node, True
    if len(data) <= _CHUNK:
        return parser.parse(data, encoding="utf8").root_node, False
    chunks = _Chunks(data, _READS + len(data) // 1024 * _READS_PER_KILOBYTE)
    try:
        return parser.parse(chunks.read, encoding="utf8", progress_callback=chunks.is_used_up).root_node, False
    except ValueError:
        return Parser(_language()).parse(b"").root_node, True
    finally:
        chunks.close()


_free_buffers: list[bytearray] = []  # the largest number of texts that were parsed at the same time, in threads


class _Chunks:
    """Hand a text to the parser in chunks, up to a number of reads.

    The syntax tree keeps a reference to the read callback that the garbage collector cannot see. So the callback must
    not refer to the tree, and drops the text when parsing has ended. py-tree-sitter (0.26) never releases its result
    either. So all reads return the same buffer, which is overwritten each time and used again by later parses.
    """

    def __init__(self, data: bytes, most_reads: int) -> None:
        self._data, self._reads_left = data, most_reads
        self._buffer = _free_buffers.pop() if _free_buffers else bytearray()

    def read(self, at: int, _: Point) -> bytearray:
        """Return the bytes from ``at`` on, none at the end. Those of the read before are gone."""
        self._reads_left -= 1
        self._buffer[:] = self._data[at : at + _CHUNK]
        return self._buffer

    def is_used_up(self, *_: object) -> bool:
        """Return whether the parser has to stop."""
        return self._reads_left < 0

    def close(self) -> None:
        """Forget the text."""
        self._data = b""
        self._buffer[:] = bytes(_CHUNK)
        _free_buffers.append(self._buffer)


@functools.cache
def _language() -> Language:
    import tree_sitter
    import tree_sitter_javascript

    return tree_sitter.Language(tree_sitter_javascript.language())


def _is_ambiguous(data: bytes) -> bool:
    most = max(_MOST_AMBIGUOUS, len(data) // _BYTES_PER_AMBIGUOUS)
    return sum(1 for _ in itertools.islice(_AMBIGUOUS.finditer(data), most)) == most
