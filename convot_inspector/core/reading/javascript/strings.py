"""Text of JavaScript's string literals: escapes, line continuations, lone surrogates (ECMA-262 §12.9.4)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from convot_inspector.core.reading.source_map import SourceMapBuilder

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Node

    from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree
    from convot_inspector.core.reading.source import Source

_SINGLE_ESCAPES = {"n": "\n", "t": "\t", "b": "\b", "v": "\v", "f": "\f", "r": "\r"}
_LINE_ENDS = ("\r\n", "\n", "\r", "\u2028", "\u2029")
_SURROGATES = re.compile("[\ud800-\udfff]")


def read_string(
    node: Node, source: Callable[[Node], str], substitution: Callable[[Node], str | None] = lambda _: None
) -> str | None:
    """Return the text of a string or template (ECMA-262 §12.9.4, §12.9.6); None if a substitution is not known."""
    written = source(node)
    # Quotes with plain text between them need no look at the parts of the literal.
    if written.isascii() and written.isprintable() and written[:1] in ("'", '"') and "\\" not in written:
        quote = written[0]
        if len(written) > 1 and written[-1] == quote and written.count(quote) == 2 and not node.has_error:
            return written[1:-1]
    if not _is_covered(node):
        return None
    template = node.type == "template_string"
    parts = []
    for child in node.children[1:-1]:
        kind = child.type
        if kind == "string_fragment":
            raw = source(child)
            # A template's line ends are always \n at run time (§12.9.6.1).
            parts.append(re.sub("\r\n?", "\n", raw) if template else raw)
        elif kind == "escape_sequence":
            decoded = unescape(source(child))
            if decoded is None:
                return None
            parts.append(decoded)
        elif child.type == "html_character_reference":
            parts.append(source(child))  # only JSX attributes decode these; a string keeps them as they are
        elif (known := substitution(child) if child.type == "template_substitution" else None) is not None:
            parts.append(known)
        else:
            return None
    return join_surrogates("".join(parts))


def _is_covered(node: Node) -> bool:
    """Return whether a string's parts cover all of it: the grammar skips line ends before its closing quote."""
    parts = node.children
    return all(one.end_byte == two.start_byte for one, two in pairwise(parts))


def string_inside(node: Node, tree: SyntaxTree, source: Source) -> Source | None:
    """Return the text of a string as a source with positions; None where it is not known."""
    builder = SourceMapBuilder(source)
    return builder.build() if add_string(builder, node, tree) else None


def add_string(builder: SourceMapBuilder, node: Node, tree: SyntaxTree) -> bool:
    """Append the text of a string; return whether it is known."""
    if not _is_covered(node):
        return False
    high, high_start = "", 0  # high half of a surrogate pair until its low half follows
    for child in node.children[1:-1]:
        start, end = tree.span(child)
        if child.type == "escape_sequence":
            text = unescape(tree.source(child))
            if text is not None and high:
                text, start, high = join_surrogates(high + text), high_start, ""
            elif text is not None and "\ud800" <= text <= "\udbff":
                high, high_start = text, start
                continue
            if text is None or _SURROGATES.search(text):
                return False
            builder.substitute(text, start, end)
        elif high:
            return False
        elif child.type in ("string_fragment", "html_character_reference") and "\r" not in tree.source(child):
            builder.copy(start, end)
        else:
            return False
    return not high


def unescape(escape: str) -> str | None:
    r"""Decode an escape: ``\n``, ``\x40``, ``\u0040``, ``\u{1F600}``, octal, line continuation; None if malformed."""
    body = escape[1:]
    if body in _LINE_ENDS:
        return ""
    if body in _SINGLE_ESCAPES:
        return _SINGLE_ESCAPES[body]
    if re.fullmatch(r"[0-3]?[0-7]{1,2}", body):
        return chr(int(body, 8))
    if re.fullmatch(r"[4-7][0-7]{2}", body):
        return chr(int(body[:2], 8)) + body[2]
    if re.fullmatch(r"x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}", body):
        return chr(int(body[1:], 16))
    if braced := re.fullmatch(r"u\{0*([0-9a-fA-F]{1,6})\}", body):
        code = int(braced[1], 16)
        return chr(code) if code <= 0x10FFFF else None
    return body if len(body) == 1 and body not in "xu" else None


def join_surrogates(text: str) -> str:
    r"""Join two escapes such as ``\ud83d\ude00`` into one character; a lone half is kept as it is."""
    if not _SURROGATES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
