"""A pseudo-language: every sentence of the catalogue in accented letters, in brackets, and 40 % longer."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from functools import lru_cache
from typing import TYPE_CHECKING

from places import ROOT
from PySide6.QtCore import QTranslator

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

CATALOGUE = ROOT / "resources" / "translations" / "convot_inspector.ts"
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "àƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÀƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"
_LETTERS = str.maketrans(_PLAIN, _ACCENTED)
_WORDS = re.compile(r"[A-Za-z]{2,}.{0,40}")
_PLACE = re.compile(r"(\{[a-z_]+\})")
_OPEN, _CLOSE = "⟦", "⟧"


def pseudo(text: str) -> str:
    """Return a sentence in that language, with its placeholders unchanged."""
    pieces = _PLACE.split(text)
    return _OPEN + "".join(p if at % 2 else _longer(p) for at, p in enumerate(pieces)) + _CLOSE


def _longer(text: str) -> str:
    """Double two of five letters: the longer words test the wrapping of lines."""
    made, count = [], 0
    for character in text.translate(_LETTERS):
        count += character.isalpha()
        made.append(character * 2 if character.isalpha() and count % 5 in (1, 3) else character)
    return "".join(made)


def catalogue() -> dict[tuple[str, str], bool]:
    """Return every sentence of the catalogue with its context, and whether it is a plural."""
    found = {}
    for context in ElementTree.parse(CATALOGUE).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            found[name, message.findtext("source") or ""] = message.get("numerus") == "yes"
    return found


class Pseudo(QTranslator):
    """A translator of the catalogue's sentences and of all of Qt's; others stay English and are found by that."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known = catalogue()

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's own name
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return the translated sentence; empty for one that is not in the catalogue."""
        del disambiguation, n  # one form for every number
        if (context, text) in self._known:
            return pseudo(text)
        return pseudo(text) if context.startswith("Q") and text != "QT_LAYOUT_DIRECTION" else None


# Names, which are not translated: fields, algorithms, formulas, fingerprints, Unicode's characters.
_NAMES = re.compile(
    r"Convot Inspector [\d.]+|Convot Inspector|https://help\.convot\.io/[\w/-]*|identity_verification_required"
    r"|(?<![\w.-])(?:external_id|user_hash|shop_hash|userHash|email|shop|user_id)(?![\w-])"
    r"|\b[0-9A-F]{4}-[0-9A-F]{4}\b|(?<!\S)\S{1,8}…(?:[0-9a-fA-F]{4}\b)?|\b[0-9a-fA-F]{32,}\b|U\+[0-9A-F]{4,6}"
    r"|(?:HMAC-)?(?:SHA|MD|BLAKE|RIPEMD)[\w/-]*(?:\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\))?|HMAC"
    r"|base64url|base64|UTF-\w+|NF[CDK]{1,2}|Latin-1|Windows-1252|Staging|\((?:none|javascript)\)"
    r"|CYRILLIC[A-Z ]+|Ruby|Intercom|\b(?:Qt|OR|AND)\b|\bGo$|\S*[eE]x\S*mple\S*|[^\s@]+@[\w-]+(?:\.[\w-]+)+"
)


def left_in_english(text: str, values: Iterable[str] = ()) -> str:
    """Return the first words of a text that are not translated; ``values``: texts from the paste, which stay."""
    text = re.sub("[\u2068\u2069]", "", text)
    if _WORDS.search(text) is None:
        return ""
    text = re.sub("`[^`]*`", " ", text)  # Markdown's code
    text = _NAMES.sub(" ", _staying(frozenset(values)).sub(" ", text))
    found = _WORDS.search(text)
    return found[0] if found is not None else ""


@lru_cache(maxsize=500)
def _staying(values: frozenset[str]) -> re.Pattern[str]:
    stay = sorted((value.strip() for value in values if len(value.strip()) > 2), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, stay)) or '(?!)'})(?![\w-])")
