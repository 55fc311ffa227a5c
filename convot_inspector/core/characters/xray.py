"""Character list of a value: each character with its code point, name and kind (invisible, look-alike, …)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

from convot_inspector.core.characters.look_alikes import LOOK_ALIKES, look_alikes
from convot_inspector.core.characters.visible import visible
from convot_inspector.core.language import lazy_tr, localize, tr

Kind = Literal["plain", "space", "invisible", "look-alike", "accent", "letter"]
"""``plain`` is in ASCII, ``letter`` is not; neither is remarkable in any other way."""

MAX_LISTED = 2_000  # characters of a value that are listed
_NAMES = {
    "\t": lazy_tr("tab"),
    "\n": lazy_tr("line feed (end of a line)"),
    "\r": lazy_tr("carriage return (end of a line on Windows)"),
    "\0": lazy_tr("NUL"),
    " ": lazy_tr("space"),
    "\u00a0": lazy_tr("no-break space"),
    "\u200b": lazy_tr("zero-width space"),
    "\u200c": lazy_tr("zero-width non-joiner"),
    "\u200d": lazy_tr("zero-width joiner"),
    "\u2060": lazy_tr("word joiner"),
    "\ufeff": lazy_tr("byte order mark"),
    "\u00ad": lazy_tr("soft hyphen"),
    "\u200e": lazy_tr("left-to-right mark"),
    "\u200f": lazy_tr("right-to-left mark"),
    "\u202f": lazy_tr("narrow no-break space"),
    "\ufffd": lazy_tr("replacement character (what was here is lost)"),
}


@dataclass(frozen=True, slots=True)
class Character:
    """One character. ``at``: its position, from 1. ``shown``: its visible form. ``code``: its code point, U+00E9."""

    at: int
    shown: str
    code: str
    name: str
    kind: Kind

    @property
    def is_remarkable(self) -> bool:
        """True if the character is invisible or looks like another one."""
        return self.kind in ("space", "invisible", "look-alike", "accent")


def characters(value: str) -> tuple[Character, ...]:
    """Return the first ``MAX_LISTED`` characters of a value. A space is remarkable at the ends and after another."""
    alike = frozenset(look_alikes(value))
    return tuple(
        _character(value, at, character, is_alike=at in alike) for at, character in enumerate(value[:MAX_LISTED])
    )


def _character(value: str, at: int, character: str, *, is_alike: bool) -> Character:
    kind = _kind(value, at, character, is_alike=is_alike)
    shown = "␣" if character == " " and kind == "space" else visible(f".{character}.")[1:-1]
    if kind == "accent":
        shown = f"◌{character}"
    known = _NAMES.get(character)
    # Unicode names are not translated: people look a character up by its name.
    name = localize(known) if known else unicodedata.name(character, "").lower() or tr("a character without a name")
    if is_alike:
        name = tr("{name}, which looks like “{letter}”", name=name, letter=LOOK_ALIKES[character])
    return Character(at + 1, shown, f"U+{ord(character):04X}", name, kind)


def _kind(value: str, at: int, character: str, *, is_alike: bool) -> Kind:
    if is_alike:
        return "look-alike"
    if character == " ":
        is_overlooked = at in (0, len(value) - 1) or value[at - 1] == " "
        return "space" if is_overlooked else "plain"
    if unicodedata.combining(character):
        return "accent"
    if character == "\ufffd" or visible(f".{character}.")[1:-1] != character:
        return "space" if character.isspace() else "invisible"
    return "plain" if character.isascii() else "letter"


def remarks(value: str) -> tuple[Character, ...]:
    """Return the remarkable characters among the first ``MAX_LISTED`` of a value."""
    return tuple(each for each in characters(value) if each.is_remarkable)
