"""Block scalars of YAML (1.2.2 §8.1): ``|`` literal, ``>`` folded; ``-`` strips and ``+`` keeps final line breaks."""

from __future__ import annotations

import re

from convot_inspector.core.reading.data.yaml_scalar import LINE_ENDS
from convot_inspector.core.reading.literal import Literal, text_literal

_HEADER = re.compile(r"([|>])(?:([1-9])?([-+])?|([-+])([1-9]))(?:[ \t]+#.*)?")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")


def is_header(raw: str) -> bool:
    """Return whether ``raw`` is the header of a block scalar."""
    return raw[:1] in ("|", ">") and _HEADER.fullmatch(raw) is not None


def read_block(text: str, start: int, end: int, stop: int, parent: int) -> Literal:
    """Read the block scalar whose header is from ``start`` to ``end``.

    ``stop``: the limit of its lines. ``parent``: the indentation of the parent node, which its lines exceed. Forms that
    are not interpreted here, such as kept line breaks and folded paragraphs, are expressions.
    """
    header = _HEADER.fullmatch(text, start, end)
    below = text.find("\n", end, stop) + 1
    lines: list[str] = []
    last = end
    for found in _LINE.finditer(text, below, stop) if below else ():
        line = found[1]
        if line.strip(" ") and len(line) - len(line.lstrip(" ")) <= parent:
            break
        if not found[0]:
            break
        lines.append(line)
        last = found.end(1) if line.strip(" ") else last
    written = [line for line in lines if line.strip(" ")]
    if header is None or not written:
        return Literal("expression", text[start:last], start, last)
    digit = header[2] or header[5]
    indent = parent + int(digit) if digit else len(written[0]) - len(written[0].lstrip(" "))
    if any(len(line) - len(line.lstrip(" ")) < indent for line in written):
        return Literal("expression", text[start:last], start, last)
    content = [line[indent:] for line in lines]
    while content and not content[-1]:
        content.pop()
    if any(LINE_ENDS.search(line) for line in content):
        return Literal("expression", text[start:last], start, last)
    is_folded = header[1] == ">"
    if is_folded and any(not line or line[0] in " \t" for line in content):
        return Literal("expression", text[start:last], start, last)  # empty and more-indented lines are not folded
    chomp = header[3] or header[4]
    if chomp == "+" and len(lines) > len(content):
        return Literal("expression", text[start:last], start, last)
    body = (" " if is_folded else "\n").join(content)
    # A last line without a line break has none to keep.
    return text_literal(body if chomp == "-" or last == len(text) else body + "\n", start, last)
