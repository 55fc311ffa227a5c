"""Letters of other scripts that look like Latin letters, in a word that is otherwise Latin.

The table is a small selection made by hand: only letters that are indistinguishable in common typefaces. A word that is
entirely Cyrillic or Greek, or that has another letter that is not Latin, is not reported.
"""

from __future__ import annotations

import re
import unicodedata
from string import ascii_letters, digits

from convot_inspector.core.language import plural, tr

_CYRILLIC = dict(zip("аеорсухіјѕԁһӏьԛԝѵАВЕКМНОРСТХУІЈЅԚԜѴ", "aeopcyxijsdhlbqwvABEKMHOPCTXYIJSQWV", strict=True))
_GREEK = dict(zip("ονρτυικαΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovptuikaABEZHIKMNOPTYX", strict=True))
_ARMENIAN = dict(zip("օոսհզցՕՏՍԼ", "onuhqgOSUL", strict=True))
_FULLWIDTH = {chr(ord(c) + 0xFEE0): c for c in f"@.{ascii_letters}{digits}"}
# Mathematical letters outside the mathematical block: those of Unicode's letterlike symbols that are a single letter.
_LETTERLIKE = map(chr, range(0x2100, 0x2150))
_MATHEMATICAL = {
    character: plain
    for character in (*map(chr, range(0x1D400, 0x1D800)), *_LETTERLIKE)
    if (plain := unicodedata.normalize("NFKC", character)).isascii() and plain.isalnum() and len(plain) == 1
}
LOOK_ALIKES = {**_CYRILLIC, **_GREEK, **_ARMENIAN, **_FULLWIDTH, **_MATHEMATICAL}
"""Look-alikes to the ASCII letter, digit or sign that they look like."""

_MAX_LENGTH = 10_000  # characters of a value that are examined
_MAX_NAMED = 3
_LOOK_ALIKE = re.compile(f"[{''.join(map(re.escape, LOOK_ALIKES))}]")
_WORD = re.compile(rf"(?:[^\W\d_]|[\u0300-\u036f]|{_LOOK_ALIKE.pattern})+")


def look_alikes(value: str) -> tuple[int, ...]:
    """Return the indices of look-alikes in the first 10,000 characters of a value."""
    if value.isascii():
        return ()
    return tuple(
        word.start() + at
        for word in _WORD.finditer(value, 0, _MAX_LENGTH)
        if _is_latin(word[0])
        for at, character in enumerate(word[0])
        if character in LOOK_ALIKES
    )


def look_alike_facts(value: str) -> str:
    """Return a sentence that names the look-alikes and their positions, at most three; empty if there are none."""
    places = look_alikes(value)
    if not places:
        return ""
    words = tr("{letters}.", letters="; ".join(_describe(value[at], at) for at in places[:_MAX_NAMED]))
    more = len(places) - _MAX_NAMED
    return words + " " + plural("There are {count} more.", "There is 1 more.", more) if more > 0 else words


def _describe(character: str, at: int) -> str:
    return tr(
        "Character {place}, “{character}”, is not “{letter}” but {code}, {name}",
        place=at + 1,
        character=character,
        letter=LOOK_ALIKES[character],
        code=f"U+{ord(character):04X}",
        name=unicodedata.name(character, "") or tr("a letter without a name"),
    )


def _is_latin(word: str) -> bool:
    """Return whether a word has letters other than look-alikes, and all of them are Latin."""
    rest = [character for character in word if character not in LOOK_ALIKES and not unicodedata.combining(character)]
    return bool(rest) and all(
        character.isascii() or unicodedata.name(character, "").startswith("LATIN ") for character in rest
    )
