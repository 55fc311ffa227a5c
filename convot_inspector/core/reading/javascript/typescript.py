"""TypeScript's additions to JavaScript that have to be removed: casts, type arguments, annotations, declarations.

No browser sees them, and the JavaScript grammar cannot parse them. The pieces found here are blanked for the
grammar only: values are still read from the text as it was pasted, so a wrong guess loses a call but changes no value.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from convot_inspector.core.reading.javascript.tokens import brackets_around, pairs, tokens

if TYPE_CHECKING:
    from convot_inspector.core.reading.javascript.tokens import Token

# Words after which an expression begins, although they look like the end of one.
_BEFORE_EXPRESSION = frozenset(
    ("return", "typeof", "void", "delete", "await", "yield", "throw", "new", "in", "of", "instanceof", "case", "do",
     "else", "default", "const", "let", "var")
)  # fmt: skip
_TYPE_PREFIX = frozenset(("keyof", "typeof", "readonly", "unique", "infer", "asserts", "new", "abstract"))


def types_in(text: str) -> list[tuple[int, int]]:
    """Return the pieces of a text that only TypeScript has, in text order, none nested."""
    found = tokens(text)
    return _Types(found).spans()


class _Types:
    def __init__(self, found: list[Token]) -> None:
        self._tokens, self._pairs, self._around = found, pairs(found), brackets_around(found)
        # JSX: there a < opens an element
        self._has_elements = any(one.text == "<" and two.text == "/" for one, two in pairwise(found))

    def spans(self) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        at = 0
        while at < len(self._tokens):
            end = self._end_of_types(at)
            if end is not None and end > at:
                spans.append((self._tokens[at].start, self._tokens[end - 1].end))
                at = end
            else:
                at += 1
        return spans

    def _text(self, at: int) -> str:
        return self._tokens[at].text if 0 <= at < len(self._tokens) else ""

    def _kind(self, at: int) -> str:
        return self._tokens[at].kind if 0 <= at < len(self._tokens) else ""

    def _ends_expression(self, at: int) -> bool:
        match self._kind(at):
            case "word":
                return self._text(at) not in _BEFORE_EXPRESSION or self._text(at - 1) == "."
            case "number" | "string":
                return True
        return self._text(at) in (")", "]", "}")

    def _end_of_types(self, at: int) -> int | None:
        """Return where the TypeScript that begins at a token ends; None if it is JavaScript."""
        token = self._tokens[at]
        if token.kind == "word":
            if token.text in ("as", "satisfies"):
                return self._type(at + 1) if self._ends_expression(at - 1) and not token.after_line_end else None
            return self._declaration(at) if self._starts_statement(at) else None
        match token.text:
            case "!":
                before, behind = self._text(at - 1), self._text(at + 1)
                follows = self._kind(at - 1) in ("word", "string") or before in (")", "]")
                follows = follows or (before == "}" and behind in (")", ",", ";"))
                return at + 1 if follows and self._ends_expression(at - 1) and not token.after_line_end else None
            case "<":
                return self._angle(at)
            case ":" if self._names_parameter(at):
                return self._type(at + 1)
            case "?" if self._text(at + 1) == ":" and self._text(at - 2) in ("(", ","):
                return self._type(at + 2)
        return None

    def _angle(self, at: int) -> int | None:
        """Match ``identify<User>(`` and ``(<any>window)``."""
        end = self._pair_of_angles(at)
        if end is None:
            return None
        if self._ends_expression(at - 1):
            return end if self._text(end) == "(" else None
        starts = self._kind(end) in ("word", "string") or self._text(end) in ("{", "(", "[")
        return end if starts and not self._has_elements else None

    def _names_parameter(self, at: int) -> bool:
        """Match ``const user: User``, ``(user: User)``, ``({email}: User)``, ``(): void =>``."""
        before, two = self._text(at - 1), self._text(at - 2)
        if two in ("const", "let", "var"):
            return True
        if self._kind(at - 1) == "word":
            return two == "(" or (two == "," and self._around[at] == "(")
        opening = self._pairs.get(at - 1)
        if opening is None:
            return False
        if before in ("}", "]"):
            ahead = self._text(opening - 1)
            return ahead in ("const", "let", "var", "(") or (ahead == "," and self._around[at] == "(")
        end = self._type(at + 1)
        return before == ")" and end is not None and self._text(end) in ("=>", "{") and self._text(opening - 1) != "?"

    def _starts_statement(self, at: int) -> bool:
        return self._tokens[at].after_line_end or self._text(at - 1) in ("", ";", "{", "}", "export", "declare")

    def _declaration(self, at: int) -> int | None:
        """Match ``interface User {…}``, ``type Id = …``, ``declare global {…}``."""
        word = self._text(at)
        if word not in ("interface", "type", "declare") or self._kind(at + 1) != "word":
            return None
        if word == "type":
            end = self._pair_of_angles(at + 2) or at + 2
            return self._type(end + 1) if self._text(end) == "=" else None
        for index in range(at + 1, min(at + 40, len(self._tokens))):
            if self._text(index) == "{":
                closing = self._pairs.get(index)
                return None if closing is None else closing + 1
            if self._text(index) == ";":
                return index if word == "declare" else None
        return None

    def _type(self, at: int, depth: int = 0) -> int | None:
        """Return where a type that begins at a token ends."""
        if depth > 20:
            return None
        while self._text(at) in _TYPE_PREFIX or self._text(at) in ("|", "&", "-"):
            at += 1
        end = self._single_type(at, depth)
        while end is not None:
            if self._text(end) == "[" and not self._tokens[end].after_line_end and end in self._pairs:
                end = self._pairs[end] + 1
            elif self._text(end) in ("|", "&", "is", "extends"):
                return self._type(end + 1, depth + 1)
            else:
                return end
        return None

    def _single_type(self, at: int, depth: int) -> int | None:
        text = self._text(at)
        if text in ("(", "{", "["):
            closing = self._pairs.get(at)
            if closing is None:
                return None
            is_function = text == "(" and self._text(closing + 1) == "=>"
            return self._type(closing + 2, depth + 1) if is_function else closing + 1
        if self._kind(at) in ("string", "number"):
            return at + 1
        if self._kind(at) != "word":
            return None
        at += 1
        while self._text(at) == "." and self._kind(at + 1) == "word":
            at += 2
        return self._pair_of_angles(at) or at

    def _pair_of_angles(self, at: int) -> int | None:
        """Return the token after the ``>`` that closes the ``<`` at a token, with only types between."""
        if self._text(at) != "<":
            return None
        depth = 0
        for index in range(at, min(at + 60, len(self._tokens))):
            text = self._text(index)
            if text == "<":
                depth += 1
            elif text == ">":
                depth -= 1
                if depth == 0:
                    return index + 1 if index > at + 1 else None
            elif self._kind(index) == "sign" and text not in ".,[]{}|&:;?=>()":
                return None
        return None
