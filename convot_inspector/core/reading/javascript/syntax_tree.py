"""JavaScript syntax tree whose positions are indices into the pasted text."""

from __future__ import annotations

import functools
import itertools
import re
from itertools import accumulate
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.grammar import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tree_sitter import Node

_BLOCK = 256  # bytes between two entries of the table from bytes to characters
_MOST_STEPS = 400_000  # times that statements of the whole text are walked: about half a second
_MOST_HITS = 2_000_000  # places where names were looked up: about half a second
_DEEPEST = 150  # nodes around an identifier
_IDENTIFIERS = ("identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern")
_PROPERTIES = ("property_identifier", "this")
_WORD_BYTES = frozenset(bytes([byte]) for byte in range(128) if chr(byte).isalnum() or chr(byte) in "_$")
_NOT_A_LINE_END = re.compile(rb"[^\n\r]")
_SURROGATES = re.compile("[\ud800-\udfff]")


class SyntaxTree:
    """Syntax tree of ``text``, the part of the pasted text that starts at the index ``base``.

    tree-sitter counts UTF-8 bytes, the rest of the program counts characters; only this class converts. The pieces in
    ``blanked`` are white space for the grammar only: the text of a node is always the original text.
    ``in_parentheses``: the grammar sees the text with parentheses around it, so that ``{`` opens an object;
    they are not part of any position.
    ``is_aborted``: parsing was stopped because the text is too far from JavaScript; the tree is empty then.
    """

    def __init__(
        self, text: str, base: int, blanked: Sequence[tuple[int, int]] = (), *, in_parentheses: bool = False
    ) -> None:
        self._start, self._end, self._in_parentheses = base, base + len(text), in_parentheses
        text, base = (f"({text})", base - 1) if in_parentheses else (text, base)
        self._text, self._base = text, base
        self._is_ascii = text.isascii()
        # Half of a surrogate pair has no UTF-8 form, and the grammar ends at NUL. Their substitutes have as many bytes
        # and change no structure.
        data = _encode(text).replace(b"\0", b"\1")
        self._data = data
        self._hits_left = _MOST_HITS
        self.root, self.is_aborted = parse(_blank(data, text, blanked) if blanked else data)

    def source(self, node: Node) -> str:
        """Return the text that a node covers, exactly as pasted."""
        return self._between(node.start_byte, node.end_byte)

    def source_behind(self, node: Node, outer: Node) -> str:
        """Return what the outer node covers behind the end of one that is inside it."""
        return self._between(node.end_byte, outer.end_byte)

    def _between(self, start: int, end: int) -> str:
        if self._is_ascii:
            return self._text[start:end]
        return self._text[self._character(start) : self._character(end)]

    def span(self, node: Node) -> tuple[int, int]:
        """Return where a node stands in the pasted text, as indices."""
        start, end = node.start_byte, node.end_byte
        if not self._is_ascii:
            start, end = self._character(start), self._character(end)
        if not self._in_parentheses:
            return self._base + start, self._base + end
        return self._inside(self._base + start), self._inside(self._base + end)

    def _inside(self, index: int) -> int:
        return min(max(index, self._start), self._end)

    def character(self, index: int) -> str:
        """Return the character at an index of the pasted text; empty outside this piece."""
        return self._text[index - self._base : index - self._base + 1] if index >= self._base else ""

    def node_at(self, index: int) -> Node | None:
        """Return the smallest node that covers the character at ``index`` of the pasted text."""
        byte = index - self._base
        if not self._is_ascii:
            byte = len(_encode(self._text[:byte]))
        return self.root.descendant_for_byte_range(byte, byte + 1)

    def identifiers(
        self, name: str, within: Node, most: int, *, with_properties: bool = False
    ) -> list[list[Node]] | None:
        """Return every identifier of that name in a node, each as the path of nodes from the root down to it.

        ``with_properties``: also names behind a dot, keys of objects, and ``this``. None if there are more than
        ``most``, or if reaching all of them would take too long.
        """
        found: list[list[Node]] = []
        word = _encode(name)
        if not word:
            return None
        places = list(itertools.islice(self._word_starts(word, within.start_byte, within.end_byte), most + 1))
        if self._hits_left < 0 or len(places) > most or len(places) * self.root.child_count > _MOST_STEPS:
            return None
        types = (*_IDENTIFIERS, *_PROPERTIES) if with_properties else _IDENTIFIERS
        for start in places:
            end = start + len(word)
            path = self._path(start, end)
            if path is None:
                return None
            if path[-1].type in types and (path[-1].start_byte, path[-1].end_byte) == (start, end):
                found.append(path)
        return found

    def _word_starts(self, word: bytes, start: int, end: int) -> Iterator[int]:
        """Yield where the whole word begins, until the limit of all calls together is reached.

        Not by a regular expression: re.compile keeps the pasted word in a cache.
        """
        at = self._data.find(word, start, end)
        while at >= 0:
            self._hits_left -= 1
            if self._hits_left < 0:
                return
            behind = at + len(word)
            if self._data[at - 1 : at] not in _WORD_BYTES and self._data[behind : behind + 1] not in _WORD_BYTES:
                yield at
            at = self._data.find(word, behind, end)

    def path_to(self, node: Node) -> list[Node] | None:
        """Return the path from the root to a node; None if that is too deep."""
        return self._path(node.start_byte, node.end_byte)

    def _path(self, start: int, end: int) -> list[Node] | None:
        """Return the path down to the smallest node that covers these bytes; None if that is too deep."""
        cursor = self.root.walk()
        path = [self.root]
        while cursor.goto_first_child_for_byte(start) is not None:
            node = cursor.node
            if node is None or node.start_byte > start or node.end_byte < end:
                break
            path.append(node)
            if len(path) > _DEEPEST:
                return None
        return path

    @functools.cached_property
    def _characters_before(self) -> list[int]:
        blocks = (self._data[at : at + _BLOCK] for at in range(0, len(self._data), _BLOCK))
        return [0, *accumulate(map(_characters, blocks))]

    def _character(self, byte: int) -> int:
        block, rest = divmod(byte, _BLOCK)
        return self._characters_before[block] + _characters(self._data[byte - rest : byte])


def _encode(text: str) -> bytes:
    return text.encode() if text.isascii() else _SURROGATES.sub("\ufffd", text).encode()


def _blank(data: bytes, text: str, pieces: Sequence[tuple[int, int]]) -> bytes:
    """Return ``data``, which is ``text`` in UTF-8, with spaces in the pieces of the text but for its line ends."""
    blanked = bytearray(data)
    byte = last = 0
    for start, end in pieces:
        byte += len(_encode(text[last:start]))
        length = len(_encode(text[start:end]))
        blanked[byte : byte + length] = _NOT_A_LINE_END.sub(b" ", blanked[byte : byte + length])
        byte, last = byte + length, end
    return bytes(blanked)


def _characters(data: bytes) -> int:
    """Count the characters that begin in a piece of UTF-8: all bytes but the continuation bytes 80 to BF."""
    return len(data.translate(None, _CONTINUATION))


_CONTINUATION = bytes(range(0x80, 0xC0))
