"""The JavaScript grammar (tree-sitter): loaded at the first use, because no window needs it to appear."""

from __future__ import annotations

import functools
import re
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tree_sitter import Node, Parser, Point

_STEP = 4096  # bytes handed to the parser at a time: it holds the interpreter's lock in between, and windows must paint
_BLOCK = 256  # bytes between two entries of the table from bytes to characters
_SURROGATES = re.compile("[\ud800-\udfff]")


@functools.cache
def _parser() -> Parser:
    import tree_sitter
    import tree_sitter_javascript

    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_javascript.language()))


class SyntaxTree:
    """The syntax tree of ``text``, a piece of the pasted text that starts there at the index ``base``.

    The grammar counts UTF-8 bytes and everybody else counts characters; only this class knows both.
    """

    def __init__(self, text: str, base: int) -> None:
        self._text, self._base = text, base
        # Half of a surrogate pair has no UTF-8 form, and NUL is the text's end to the grammar. What stands in for them
        # takes as many bytes and changes no structure.
        self._ascii = text.isascii()
        data = text.encode() if self._ascii else _SURROGATES.sub("\ufffd", text).encode()
        self._data = data = data.replace(b"\0", b"\1")

        def read(at: int, _: Point | None) -> bytes:
            return data[at : at + _STEP]

        parser = _parser()
        self.root: Node = parser.parse(data if len(data) <= _STEP else read, encoding="utf8").root_node

    def source(self, node: Node) -> str:
        """The text that a node covers, exactly as pasted."""
        if self._ascii:
            return self._text[node.start_byte : node.end_byte]
        return self._text[self._character(node.start_byte) : self._character(node.end_byte)]

    def span(self, node: Node) -> tuple[int, int]:
        """Where a node stands in the pasted text, as indices."""
        if self._ascii:
            return self._base + node.start_byte, self._base + node.end_byte
        return self._base + self._character(node.start_byte), self._base + self._character(node.end_byte)

    def character(self, index: int) -> str:
        """The character at an index of the pasted text; empty outside of this piece."""
        return self._text[index - self._base : index - self._base + 1] if index >= self._base else ""

    def node_at(self, index: int) -> Node | None:
        """The smallest node that covers the character at ``index`` of the pasted text."""
        byte = index - self._base
        if not self._ascii:
            byte = len(_SURROGATES.sub("\ufffd", self._text[:byte]).encode())
        return self.root.descendant_for_byte_range(byte, byte + 1)

    @functools.cached_property
    def _characters_before(self) -> list[int]:
        blocks = (self._data[at : at + _BLOCK] for at in range(0, len(self._data), _BLOCK))
        return [0, *accumulate(map(_characters, blocks))]

    def _character(self, byte: int) -> int:
        block, rest = divmod(byte, _BLOCK)
        return self._characters_before[block] + _characters(self._data[byte - rest : byte])


def _characters(data: bytes) -> int:
    """How many characters begin in a piece of UTF-8: every byte but the continuation bytes 80 to BF."""
    return len(data.translate(None, _CONTINUATION))


_CONTINUATION = bytes(range(0x80, 0xC0))
