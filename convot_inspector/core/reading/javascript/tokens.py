"""Tokens of a JavaScript text, for what the grammar cannot parse. Knows strings and comments, but no syntax."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_SPACE = re.compile(r"\s+|//[^\n\r]*")
_WORD = re.compile(r"[^\W\d](?:\w|\$)*|[$#](?:\w|\$)*")
_NUMBER = re.compile(r"\.?\d[\w.]*")
_SIGN = re.compile(r"=>|&&|\|\||\?\?|\?\.(?!\d)|===?|!==?|<=|>=|.", re.DOTALL)
_LITERAL = {
    '"': re.compile(r'"(?:[^"\\\n\r]|\\.)*"', re.DOTALL),
    "'": re.compile(r"'(?:[^'\\\n\r]|\\.)*'", re.DOTALL),
    "/": re.compile(r"/(?:[^/\\\[\n\r]|\\.|\[(?:[^\]\\\n\r]|\\.)*\])+/\w*"),
}
_TEMPLATE = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*", re.DOTALL)
_LINE_END = re.compile(r"[\n\r]|$")
_CLOSING = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Token:
    """One token. ``after_line_end``: whether a line ends between the one before and it."""

    kind: Literal["word", "number", "string", "sign"]
    text: str
    start: int
    end: int
    after_line_end: bool


def tokens(text: str) -> list[Token]:
    """Return the tokens without white space and comments. A template with substitutions is several strings."""
    found: list[Token] = []
    in_vain: dict[str, int] = {}  # index up to which a quote is known to be unpaired: nothing is searched twice
    templates: list[int] = []  # how many braces are open inside each template's ${
    at, line_end = 0, False
    while at < len(text):
        character = text[at]
        if space := _SPACE.match(text, at):
            line_end = line_end or "\n" in space[0] or "\r" in space[0]
            at = space.end()
            continue
        if text.startswith("/*", at) and (close := text.find("*/", at + 2)) >= 0:
            line_end = line_end or "\n" in text[at:close]
            at = close + 2
            continue
        if text.startswith("/*", at):
            return found  # a comment up to the end, or no JavaScript
        kind: Literal["word", "number", "string", "sign"] = "sign"
        end = _literal_end(text, at, found, in_vain)
        if end is not None:
            kind = "string"
        elif character == "`" or (character == "}" and templates and templates[-1] == 0):
            if character == "}":
                templates.pop()
            piece = _TEMPLATE.match(text, at + 1)
            end = piece.end() if piece else at + 1
            if text.startswith("${", end):
                templates.append(0)
            kind, end = "string", end + (2 if text.startswith("${", end) else 1)
        elif word := _WORD.match(text, at):
            kind, end = "word", word.end()
        elif number := _NUMBER.match(text, at):
            kind, end = "number", number.end()
        else:
            sign = _SIGN.match(text, at)
            end = sign.end() if sign else at + 1
            if templates and character in "{}":
                templates[-1] += 1 if character == "{" else -1
        found.append(Token(kind, text[at:end], at, end, line_end))
        at, line_end = end, False
    return found


def _literal_end(text: str, at: int, found: list[Token], in_vain: dict[str, int]) -> int | None:
    """Return where the string or regular expression that begins here ends."""
    quote = text[at]
    if quote not in _LITERAL or at < in_vain.get(quote, 0):
        return None
    last = found[-1] if found else None
    if quote == "/" and last is not None and (last.kind != "sign" or last.text in (")", "]", "}")):
        return None  # a division
    literal = _LITERAL[quote].match(text, at)
    if literal is None:
        end = _LINE_END.search(text, at)
        in_vain[quote] = end.start() if end else len(text)
        return None
    return literal.end()


def pairs(found: list[Token]) -> dict[int, int]:
    """Return the index of the matching bracket for every bracket that has one."""
    partners: dict[int, int] = {}
    opened: list[int] = []
    for index, token in enumerate(found):
        if token.kind != "sign":
            continue
        if token.text in ("(", "[", "{"):
            opened.append(index)
        elif token.text in _CLOSING and opened and found[opened[-1]].text == _CLOSING[token.text]:
            partners[index] = opened.pop()
            partners[partners[index]] = index
    return partners


def brackets_around(found: list[Token]) -> list[str]:
    """Return the opening bracket around every token; empty outside all brackets."""
    around: list[str] = []
    opened: list[str] = []
    for token in found:
        if token.kind == "sign" and token.text in _CLOSING and opened:
            opened.pop()
        around.append(opened[-1] if opened else "")
        if token.kind == "sign" and token.text in ("(", "[", "{"):
            opened.append(token.text)
    return around
