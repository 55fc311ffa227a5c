"""The JavaScript grammar (tree-sitter): loaded at the first use, because no window needs it to appear."""

from __future__ import annotations

import functools
import itertools
import re
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tree_sitter import Node, Parser, Point

_STEP = 4096  # bytes handed to the parser at a time: it holds the interpreter's lock in between, and windows must paint
# What is not JavaScript is read again and again while the grammar looks for a way on: hostile text a thousand times for
# each kilobyte, which takes minutes; prose, HTML and server code at most once.
_READS, _READS_PER_KILOBYTE = 200, 16
# Of these the grammar keeps every one open and sorts them out at the end, in one step that nothing can stop: half a
# second for a thousand of them, minutes for ten thousand. None is JavaScript outside of strings; prose has a few.
_TRAP = re.compile(rb"=\s*[\]}):;*&|^%]|[~!][-+]|=>\s*[})\]]|\(\s*[|^>*&%]")
_MOST_TRAPS, _BYTES_PER_TRAP = 256, 8192  # nine megabytes of real code had less than four hundred
_LONGEST_WITH_TRAPS = 3 * 1024  # bytes
_BLOCK = 256  # bytes between two entries of the table from bytes to characters
_MOST_STEPS = 400_000  # over statements of the whole text, one after the other: about half a second
_DEEPEST = 150  # nodes around an identifier
_IDENTIFIERS = ("identifier", "shorthand_property_identifier", "shorthand_property_identifier_pattern")
_NOT_A_LINE_END = re.compile(rb"[^\n\r]")
_SURROGATES = re.compile("[\ud800-\udfff]")


@functools.cache
def _parser() -> Parser:
    import tree_sitter
    import tree_sitter_javascript

    return tree_sitter.Parser(tree_sitter.Language(tree_sitter_javascript.language()))


class SyntaxTree:
    """The syntax tree of ``text``, a piece of the pasted text that starts there at the index ``base``.

    The grammar counts UTF-8 bytes and everybody else counts characters; only this class knows both. The pieces in
    ``blanked`` are white space to the grammar alone: what a node covers is always read from the text as it is.
    ``tangled``: so far from JavaScript that the grammar was stopped; the tree is empty then.
    """

    def __init__(self, text: str, base: int, blanked: Sequence[tuple[int, int]] = ()) -> None:
        self._text, self._base = text, base
        # Half of a surrogate pair has no UTF-8 form, and NUL is the text's end to the grammar. What stands in for them
        # takes as many bytes and changes no structure.
        self._ascii = text.isascii()
        data = text.encode() if self._ascii else _SURROGATES.sub("\ufffd", text).encode()
        self._data = data = data.replace(b"\0", b"\1")
        if blanked:
            data = self._blank(blanked)

        reads = itertools.count()
        allowed = _READS + len(data) // 1024 * _READS_PER_KILOBYTE
        self.tangled = False

        def read(at: int, _: Point | None) -> bytes:
            self.tangled = self.tangled or next(reads) > allowed
            return data[at : at + _STEP]

        parser = _parser()
        self.root: Node
        if len(data) > _LONGEST_WITH_TRAPS and _is_trap(data):
            self.tangled = True
            self.root = parser.parse(b"").root_node
            return
        if len(data) <= _STEP:
            self.root = parser.parse(data, encoding="utf8").root_node
            return
        try:
            self.root = parser.parse(read, encoding="utf8", progress_callback=lambda *_: self.tangled).root_node
        except ValueError:
            parser.reset()
            self.root = parser.parse(b"").root_node

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

    def identifiers(self, name: str, within: Node, most: int) -> list[list[Node]] | None:
        """Every identifier of that name in a node, each at the end of the nodes around it from the root on.

        None if there are more, or if going to each of them would take too long.
        """
        found: list[list[Node]] = []
        sought = re.compile(rb"(?<![\w$])" + re.escape(name.encode("utf-8", "replace")) + rb"(?![\w$])")
        matches = sought.finditer(self._data, within.start_byte, within.end_byte)
        places = list(itertools.islice(matches, most + 1))
        if len(places) > most or len(places) * self.root.child_count > _MOST_STEPS:
            return None
        for match in places:
            path = self._path(match.start(), match.end())
            if path is None:
                return None
            if path[-1].type in _IDENTIFIERS and (path[-1].start_byte, path[-1].end_byte) == match.span():
                found.append(path)
        return found

    def path_to(self, node: Node) -> list[Node] | None:
        """A node at the end of the nodes around it, from the root on."""
        return self._path(node.start_byte, node.end_byte)

    def _path(self, start: int, end: int) -> list[Node] | None:
        """Down to the smallest node that covers these bytes; None if that is too deep."""
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

    def _blank(self, pieces: Sequence[tuple[int, int]]) -> bytes:
        data = bytearray(self._data)
        byte = last = 0
        for start, end in pieces:
            byte += len(_SURROGATES.sub("\ufffd", self._text[last:start]).encode())
            length = len(_SURROGATES.sub("\ufffd", self._text[start:end]).encode())
            data[byte : byte + length] = _NOT_A_LINE_END.sub(b" ", data[byte : byte + length])
            byte, last = byte + length, end
        return bytes(data)

    @functools.cached_property
    def _characters_before(self) -> list[int]:
        blocks = (self._data[at : at + _BLOCK] for at in range(0, len(self._data), _BLOCK))
        return [0, *accumulate(map(_characters, blocks))]

    def _character(self, byte: int) -> int:
        block, rest = divmod(byte, _BLOCK)
        return self._characters_before[block] + _characters(self._data[byte - rest : byte])


def _is_trap(data: bytes) -> bool:
    most = max(_MOST_TRAPS, len(data) // _BYTES_PER_TRAP)
    return sum(1 for _ in itertools.islice(_TRAP.finditer(data), most)) == most


def _characters(data: bytes) -> int:
    """How many characters begin in a piece of UTF-8: every byte but the continuation bytes 80 to BF."""
    return len(data.translate(None, _CONTINUATION))


_CONTINUATION = bytes(range(0x80, 0xC0))
