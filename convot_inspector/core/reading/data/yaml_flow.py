"""Flow style of YAML: ``{email: a@b.c, user_hash: …}`` and ``[…]``, on one or more lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading.data.yaml_scalar import plain_scalar, quoted_scalar
from convot_inspector.core.reading.errors import NotThisNotationError, TooDeepError
from convot_inspector.core.reading.limits import MAX_DEPTH
from convot_inspector.core.reading.literal import Literal, mapping, sequence
from convot_inspector.core.reading.tokenizer import Tokenizer

if TYPE_CHECKING:
    from convot_inspector.core.reading.source import Source

_SPACE = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*")
# A colon before a character and a # after a character are part of a plain scalar.
_PLAIN = re.compile(r"(?:[^,\[\]{}\r\n:#]|:(?=[^\s,\[\]{}])|(?<=\S)#)+")
_NOT_PLAIN_START = ("|", ">", "%", "@", "`", '"', "'", "? ", "- ")
_UNKNOWN = ("&", "*", "!")  # anchors, aliases and tags
_VALUE_END = re.compile(r"[,\[\]{}]|$")
_LINE_END = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|$)")


def read_flow(source: Source, start: int) -> Literal:
    """Read the value that begins with the bracket at ``start``. Raises NotThisNotationError and TooDeepError."""
    return _FlowReader(source, start).collection(0)


def end_of_line(text: str, at: int) -> int:
    """Return the end of the line on which a value ends at ``at``. Raises NotThisNotationError.

    Only a comment may follow the value.
    """
    found = _LINE_END.match(text, at)
    if found is None:
        raise NotThisNotationError(at)
    return found.end()


class _FlowReader(Tokenizer):
    SPACE = _SPACE

    def collection(self, depth: int) -> Literal:
        """Read the mapping or list at the position."""
        if depth > MAX_DEPTH:
            raise TooDeepError
        start = self.position
        if self.consume("["):
            items = [self._node(depth) for _ in self.items("]")]
            return sequence(self.source, items, start, self.position)
        self.expect("{")
        members = [self._member(depth) for _ in self.items("}")]
        return mapping(self.source, members, start, self.position)

    def _member(self, depth: int) -> tuple[str, Literal]:
        key = self._node(depth)
        self.skip()
        if key.members is not None or key.items is not None:
            self.fail()
        self.expect(":")
        self.skip()
        at = self.position
        is_empty = self.check(",") or self.check("}")
        # The key is taken as text even if YAML versions differ, as for "n": none of Convot's names is affected.
        return key.text, Literal("null", "null", at - 1, at) if is_empty else self._node(depth)

    def _node(self, depth: int) -> Literal:
        start = self.position
        if self.check("{") or self.check("["):
            return self.collection(depth + 1)
        if self.check('"') or self.check("'"):
            quoted = quoted_scalar(self.text, start)
            if quoted is None:
                self.fail()
            self.position = quoted.end
            return quoted
        plain = self.peek(_PLAIN)
        raw = plain[0].rstrip() if plain is not None else ""
        if plain is None or not raw or self.text.startswith(_NOT_PLAIN_START, start):
            self.fail()
        self.position = plain.end()
        self.skip()
        if not raw.startswith(_UNKNOWN) and self.text[self.position : self.position + 1] in (",", "]", "}", ":"):
            self.position = start + len(raw)
            return plain_scalar(raw, start, self.position)
        # An anchor, alias or tag, or a scalar over several lines.
        stop = _VALUE_END.search(self.text, self.position)
        self.position = stop.start() if stop is not None else len(self.text)
        written = self.text[start : self.position].rstrip()
        return Literal("expression", written, start, start + len(written))
