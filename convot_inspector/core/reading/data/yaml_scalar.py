"""Keys and scalars of YAML on one line."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from convot_inspector.core.reading.literal import Literal, number_literal, text_literal

_KEY = re.compile(
    r"(?P<symbol>:)?(?:(?P<plain>[A-Za-z_][\w.-]{0,100}(?: [\w.-]{1,40}){0,4})|'(?P<single>(?:[^']|''){0,200})'"
    r'|"(?P<double>(?:[^"\\]|\\.){0,200})"):(?:[ \t]+|$)'
)
_DOUBLE = re.compile(r'"((?:[^"\\]|\\.)*)"')
_SINGLE = re.compile(r"'((?:[^']|'')*)'")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\u00a0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
LINE_ENDS = re.compile("[\n\r\x85\u2028\u2029]")
"""Line breaks of YAML 1.1. Scalars over several lines would have to be folded, so they are treated as unknown."""
_NULLS = ("~", "null", "Null", "NULL", "")
_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,399})")
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,99})\.\d{1,99}")
# Scalars that YAML 1.1 and 1.2, or two libraries, resolve to different types.
_DISPUTED = re.compile(
    r"[-+]?[\d.][\d_,.]*|[-+]?(?:0x[0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+)|[-+]?[\d_]+(?::[0-5]?\d)+(?:\.\d*)?|[-+]?[\d.]+[eE][-+]?\d+"
    r"|\d{4}-\d\d?-\d\d?(?:[Tt \t].*)?|[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)|y|Y|n|N|yes|Yes|YES|no|No|NO|on|On|ON"
    r"|off|Off|OFF|[=<]|<<|:.*"
)
_NOT_PLAIN = re.compile(r":(?:[ \t]|$)|[ \t]#")


@dataclass(frozen=True, slots=True)
class YamlKey:
    """A key. ``end``: the index where its value begins. ``is_symbol``: written as a Ruby symbol, ``:email: …``."""

    name: str
    end: int
    is_symbol: bool


def read_key(text: str, start: int, end: int) -> YamlKey | None:
    """Read the key at ``start``; None if there is none."""
    found = _KEY.match(text, start, end)
    if found is None:
        return None
    name = found["plain"]
    if found["single"] is not None:
        name = found["single"].replace("''", "'")
    elif found["double"] is not None:
        name = unescape(found["double"])
    return None if name is None else YamlKey(name, found.end(), found["symbol"] is not None)


def read_scalar(raw: str, start: int) -> Literal | None:
    """Read the scalar ``raw`` at index ``start``, possibly with a trailing comment; None if it is not a scalar."""
    if raw[0] in "\"'":
        quoted = quoted_scalar(raw, 0)
        if quoted is None or (raw[quoted.end :].strip() and not re.match(r"[ \t]+#", raw[quoted.end :])):
            return None
        return replace(quoted, start=start, end=start + quoted.end)
    raw = re.split(r"[ \t]#", raw, maxsplit=1)[0].rstrip()
    if _NOT_PLAIN.search(raw):
        return None
    return plain_scalar(raw, start, start + len(raw))


def quoted_scalar(text: str, at: int) -> Literal | None:
    """Read the quoted scalar at ``at``; None if it is not closed. One over several lines is unknown."""
    found = (_DOUBLE if text[at] == '"' else _SINGLE).match(text, at)
    if found is None:
        return None
    content = found[1].replace("''", "'") if text[at] == "'" else unescape(found[1])
    if content is None or LINE_ENDS.search(found[1]):
        return Literal("expression", found[0], at, found.end())
    return text_literal(content, at, found.end())


def plain_scalar(raw: str, start: int, end: int) -> Literal:
    """Resolve an unquoted scalar to a number, boolean, null or text; unknown if YAML versions disagree."""
    if LINE_ENDS.search(raw):
        return Literal("expression", raw, start, end)
    if raw in _NULLS:
        return Literal("null", "null", start, max(end, start + 1))
    if raw.lower() in ("true", "false"):
        return Literal("boolean", raw.lower(), start, end)
    if _INTEGER.fullmatch(raw):
        return number_literal(int(raw), start, end)
    if _DECIMAL.fullmatch(raw):
        return number_literal(float(raw), start, end)
    return Literal("expression", raw, start, end) if _DISPUTED.fullmatch(raw) else text_literal(raw, start, end)


def unescape(body: str) -> str | None:
    """Decode the escapes of a double-quoted scalar (YAML 1.2.2 §5.7); None if one is invalid."""
    parts = []
    at = 0
    for found in _ESCAPE.finditer(body):
        parts.append(body[at : found.start()])
        at = found.end()
        code = found[1] or found[2] or found[3]
        if code is None and found[4] not in _NAMED:
            return None
        if code is not None and int(code, 16) > 0x10FFFF:
            return None
        parts.append(chr(int(code, 16)) if code is not None else _NAMED[found[4]])
    return "".join((*parts, body[at:]))
