"""Letters of other scripts that look like Latin ones, in a word that is Latin otherwise.

Few letters, by hand: only those that nobody can tell apart in common typefaces. A word that is all Cyrillic or Greek,
or that has a letter no Latin word could have, is no look-alike of anything.
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
# Mathematical letters that stand apart from the others: of Unicode's letterlike symbols, those that are one letter.
_LETTERLIKE = map(chr, range(0x2100, 0x2150))
_MATHEMATICAL = {
    character: plain
    for character in (*map(chr, range(0x1D400, 0x1D800)), *_LETTERLIKE)
    if (plain := unicodedata.normalize("NFKC", character)).isascii() and plain.isalnum() and len(plain) == 1
}
LOOK_ALIKES = {**_CYRILLIC, **_GREEK, **_ARMENIAN, **_FULLWIDTH, **_MATHEMATICAL}
"""Each with the Latin letter, digit or sign that it looks like."""

_LONGEST = 10_000  # characters of a value that is looked at
_MOST = 3
_ANY = re.compile(f"[{''.join(map(re.escape, LOOK_ALIKES))}]")
_WORD = re.compile(rf"(?:[^\W\d_]|[\u0300-\u036f]|{_ANY.pattern})+")


def look_alikes(value: str) -> tuple[int, ...]:
    """Where in a value such letters stand, as indices."""
    if value.isascii():
        return ()
    return tuple(
        word.start() + at
        for word in _WORD.finditer(value, 0, _LONGEST)
        if _is_latin(word[0])
        for at, character in enumerate(word[0])
        if character in LOOK_ALIKES
    )


def look_alike_facts(value: str) -> str:
    """Which letters, and where, in a sentence; empty without any."""
    places = look_alikes(value)
    if not places:
        return ""
    words = tr("{letters}.", letters="; ".join(_told(value[at], at) for at in places[:_MOST]))
    more = len(places) - _MOST
    return words + " " + plural("There are {count} more.", "There is 1 more.", more) if more > 0 else words


def _told(character: str, at: int) -> str:
    return tr(
        "Character {place}, “{character}”, is not “{letter}” but {code}, {name}",
        place=at + 1,
        character=character,
        letter=LOOK_ALIKES[character],
        code=f"U+{ord(character):04X}",
        name=unicodedata.name(character, "") or tr("a letter without a name"),
    )


def _is_latin(word: str) -> bool:
    """Whether the rest of a word is Latin, and there is a rest."""
    rest = [character for character in word if character not in LOOK_ALIKES and not unicodedata.combining(character)]
    return bool(rest) and all(
        character.isascii() or unicodedata.name(character, "").startswith("LATIN ") for character in rest
    )
