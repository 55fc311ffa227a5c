"""Ways in which a piece of text may be escaped where it stands."""

from __future__ import annotations

import contextlib
import html
import json
import quopri
import re
import urllib.parse
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAY_BE_ESCAPED = re.compile(r"[\\&%+\u00a0]|=[0-9A-F]|\"\"|''")
_HTML = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_URL = re.compile("%[0-9a-fA-F]{2}")
_QUOTED_PRINTABLE = re.compile("=[0-9A-F]{2}")
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}|[0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|x\{([0-9a-fA-F]{1,6})\}|([0-7]{3})"
    r"|(.))",
    re.DOTALL,
)
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "a": "\a", "e": "\x1b"}
_BYTE_ESCAPES = re.compile(r"(?:\\x[0-9a-fA-F]{2}|\\[0-7]{3})")

Decoded = tuple[str, str]
"""A text, and the decoding that gives it, in words."""


def has_references(piece: str) -> bool:
    """Return whether a piece has character references of HTML or XML."""
    return "&" in piece and _HTML.search(piece) is not None


def decodings(piece: str) -> Iterator[Decoded]:
    """Yield every other text that an escaped piece may stand for, without duplicates; none if nothing is escaped."""
    if not _MAY_BE_ESCAPED.search(piece):
        return
    seen = {piece}
    for text, how in _once(piece):
        if text not in seen:
            seen.add(text)
            yield text, how
            for again, further in _once(text):  # nested notations, such as JSON in a log's escapes or HTML in JSON
                if again not in seen:
                    seen.add(again)
                    yield again, lazy_tr("{first}, then {second}", first=how, second=further)


def _once(piece: str) -> Iterator[Decoded]:
    if "\\" in piece:
        yield from unescaped(piece)
    if has_references(piece):
        yield html.unescape(piece), lazy_tr("HTML's character references decoded")
    if "%" in piece and _URL.search(piece):
        yield urllib.parse.unquote(piece), lazy_tr("percent-encoding decoded")
    if "+" in piece:
        yield urllib.parse.unquote_plus(piece), lazy_tr("form encoding decoded")
    if "=" in piece and _QUOTED_PRINTABLE.search(piece):
        data = piece.encode("utf-8", "surrogatepass")
        yield quopri.decodestring(data).decode("utf-8", "replace"), lazy_tr("quoted-printable decoded")
    if "\u00a0" in piece:
        yield piece.replace("\u00a0", " "), lazy_tr("no-break spaces read as spaces")
    for quote in ('""', "''"):
        if quote in piece:
            yield piece.replace(quote, quote[0]), lazy_tr("doubled quotes read as one")


def unescaped(piece: str) -> Iterator[Decoded]:
    """Yield the text that backslash escapes stand for, as JSON reads them if it can, then as most languages do."""
    with contextlib.suppress(ValueError):
        yield str(json.loads(f'"{piece}"', strict=False)), lazy_tr("JSON's escapes decoded")
    how = lazy_tr("backslash escapes decoded")
    yield _ESCAPE.sub(_character, piece), how
    if _BYTE_ESCAPES.search(piece):  # UTF-8 bytes that were each escaped as a character
        with contextlib.suppress(UnicodeError):
            yield _ESCAPE.sub(_character, piece).encode("latin-1").decode(), how


def _character(escape: re.Match[str]) -> str:
    digits = next((group for group in escape.groups()[:5] if group), None)
    if digits is not None:
        number = int(digits, 16)
        if number > 0x10FFFF and escape[3]:  # property lists write four digits behind a capital U
            return chr(int(digits[:4], 16)) + digits[4:]
        return chr(number) if number <= 0x10FFFF else escape[0]
    if escape[6]:
        return chr(int(escape[6], 8) & 0xFF)
    return _CONTROLS.get(escape[7], escape[7])
