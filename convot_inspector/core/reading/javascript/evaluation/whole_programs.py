"""Texts that are a whole program: what a reader of lines takes for names and values in them is code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.syntax_tree import SyntaxTree

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source

_SCRIPT = re.compile(r"<script\b[^>]{0,300}>(.*?)</script", re.IGNORECASE | re.DOTALL)
_LONGEST = 64 * 1024  # characters
_MOST_NODES = 20_000
_DECLARATIONS = ("lexical_declaration", "variable_declaration", "function_declaration", "class_declaration",
                 "for_statement", "for_in_statement", "arrow_function", "function_expression")  # fmt: skip


def is_program(source: Source) -> bool:
    """Return whether a text, or a script in it, names Convot and is JavaScript: more than lines of names and values."""
    text = source.text
    if len(text) > _LONGEST or "Convot" not in text:
        return False
    scripts = [found[1] for found in _SCRIPT.finditer(text)]
    return any("Convot" in script and _is_program(script) for script in scripts or [text])


def _is_program(text: str) -> bool:
    root = SyntaxTree(text, 0).root
    if root.has_error or not root.named_child_count:
        return False
    pending, declares, left = [root], False, _MOST_NODES
    while pending and left:
        node = pending.pop()
        left -= 1
        if node.type == "labeled_statement" and node.named_children[-1].type == "expression_statement":
            return False  # "email: …" in a line
        declares = declares or node.type in _DECLARATIONS
        pending.extend(node.named_children)
    return declares
