"""Mistakes in writing a digest that can be undone: each row returns the text as it was before that mistake."""

from __future__ import annotations

import base64
import binascii
import html
import re
import urllib.parse
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.model import Mistake
from convot_inspector.core.search.digest_reprs import inner_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEX = re.compile(r"[0-9a-fA-F]{16,256}")
BASE64 = re.compile(r"[A-Za-z0-9+/]{11,400}={0,2}|[A-Za-z0-9_-]{11,400}={0,2}")
SEPARATED = re.compile(r"[0-9a-fA-F]{2}([-: ,;._|]|, )[0-9a-fA-F]{2}(?:\1[0-9a-fA-F]{2}){6,62}")
_SHORTEST = 8  # characters of a text that can still be a digest
_SPACE_CLASS = "[\\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00a0]"
_SPACES = re.compile(_SPACE_CLASS)
_ENDS = re.compile(rf"\A{_SPACE_CLASS}+|{_SPACE_CLASS}+\Z")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([/\"'\\]))")
_AROUND_HEX = re.compile(
    r"(?s)(.{0,80}?)(?<![0-9a-fA-F])((?:[0-9a-fA-F]{128}|[0-9a-fA-F]{96}|[0-9a-fA-F]{64}|[0-9a-fA-F]{56}|[0-9a-fA-F]{40}"
    r"|[0-9a-fA-F]{32}))(?![0-9a-fA-F])(.{0,40})"
)
_BEFORE = re.compile(
    r"(?i)(?:(?:hmac[-_ ]?)?sha-?(?:2-)?(?:1|256|384|512)(?:\(stdin\))?|hmac(?:-sha2?-?256)?(?:\(stdin\))?|\(stdin\)"
    r"|v[0-9]|t=\d{1,12},\s?v[0-9]|md5|hash|signature|digest|user_hash|shop_hash|hex|base64|b64)\s{0,2}[=:$ -]\s{0,2}"
    r"|0x|\\x|#|\$"
)
_MARKED = re.compile(r"""(?s)(?:rb|[bBuUr@:])?['"`\u2018\u201c\[{(<].*['"`\u2019\u201d\]})>]""")
_LOOK_ALIKES = str.maketrans("OoIl", "0011")
_LOOKS_LIKE_HEX = re.compile(r"[0-9a-fA-FOoIl]{64}")

Undone = tuple[str, tuple[Mistake, ...]]
"""The text before, and the mistakes that were made on the way from it, in the order in which they were made."""


@dataclass(frozen=True)
class Unwrapping:
    """A mistake that can be undone: its ``id``, and ``undo``, which yields nothing if the mistake was not made."""

    id: str
    undo: Callable[[str], Iterator[tuple[str, str]]]


def unwrapped(text: str) -> Iterator[Undone]:
    """Undo one mistake in every way in which that is possible."""
    separated = SEPARATED.fullmatch(text)
    if separated is not None:
        yield text.replace(separated[1], ""), (Mistake("digest-separated", separated[1]),)
        return
    for row in UNWRAPPINGS:
        for inner, detail in row.undo(text):
            yield inner, (Mistake(row.id, detail),)
    yield from _encoded_twice(text)


def _repr(text: str) -> Iterator[tuple[str, str]]:
    for inner in inner_texts(text):
        yield inner, lazy_tr("the text")


def _whitespace(text: str) -> Iterator[tuple[str, str]]:
    trimmed = _ENDS.sub("", text)
    if trimmed != text and SEPARATED.fullmatch(trimmed):
        yield trimmed, ""
        return
    solid = _SPACES.sub("", text)
    if solid != text:
        yield solid, ""
    if trimmed not in (text, solid):
        yield trimmed, ""


def _url_encoded(text: str) -> Iterator[tuple[str, str]]:
    if re.search("%[0-9a-fA-F]{2}", text):
        yield urllib.parse.unquote(text), ""


def _escaped(text: str) -> Iterator[tuple[str, str]]:
    if " " in text:
        yield text.replace(" ", "+"), lazy_tr("a space for +")
    if "&" in text:
        yield html.unescape(text), lazy_tr("as in HTML")
    if "\\" in text:
        plain = _ESCAPE.sub(lambda e: e[3] or chr(int(e[1] or e[2], 16)), text)
        if plain != text:
            yield plain, lazy_tr("as in JavaScript")


def _prefixed(text: str) -> Iterator[tuple[str, str]]:
    """Remove text before or after the digest that is neither a printed form nor white space."""
    if _MARKED.fullmatch(text) or any(True for _ in inner_texts(_ENDS.sub("", text))):
        return
    around = _AROUND_HEX.fullmatch(text)
    if around is not None:
        before, digits, after = around.groups()
        if before.strip() or after.strip():
            yield digits, _outside(before, after)
            return
    known = _BEFORE.match(text)
    if known is not None and len(text) - known.end() >= _SHORTEST:
        yield text[known.end() :], _outside(known[0], "")


def _outside(before: str, after: str) -> str:
    quoted = [lazy_tr("“{text}”", text=part) for part in (before, after) if part]
    return lazy_tr("{first} and {second}", first=quoted[0], second=quoted[1]) if len(quoted) == 2 else quoted[0]


def _look_alike(text: str) -> Iterator[tuple[str, str]]:
    if _LOOKS_LIKE_HEX.fullmatch(text) and not HEX.fullmatch(text):
        wrong = dict.fromkeys(c for c in text if c in "OoIl")
        yield text.translate(_LOOK_ALIKES), ", ".join(f"{c} = {c.translate(_LOOK_ALIKES)}" for c in wrong)


# Where two rows undo the same text with equally many mistakes, the upper one wins.
UNWRAPPINGS = (
    Unwrapping("digest-repr", _repr),
    Unwrapping("digest-whitespace", _whitespace),
    Unwrapping("digest-escaped", _escaped),
    Unwrapping("digest-url-encoded", _url_encoded),
    Unwrapping("digest-prefixed", _prefixed),
    Unwrapping("digest-look-alike", _look_alike),
)


def _encoded_twice(text: str) -> Iterator[Undone]:
    """Decode a hex text that was encoded in hex or base64 again."""
    data: bytes | None = None
    mistakes: tuple[Mistake, ...]
    if HEX.fullmatch(text) and len(text) % 2 == 0:
        data = bytes.fromhex(text)
        mistakes = (Mistake("digest-hex-of-hex"),)
        if text != text.lower():
            mistakes = (*mistakes, Mistake("digest-upper-case"))
    else:
        joined = re.sub(r"[\r\n]+", "", text).rstrip("=").replace("-", "+").replace("_", "/")
        mistakes = (Mistake("digest-base64-of-hex"),)
        if BASE64.fullmatch(joined):
            try:
                data = base64.b64decode(joined + "=" * (-len(joined) % 4), validate=True)
            except (binascii.Error, ValueError):
                data = None
    if data is not None and re.fullmatch(rb"[0-9a-fA-F]{32,256}\s*", data):
        yield data.decode().strip(), mistakes
