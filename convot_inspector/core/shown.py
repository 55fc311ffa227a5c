"""The gate for everything that is told, printed, copied or exported: a type of text that cannot move or hide anything.

Sentences, names and details of a paste are ``Shown``; documents, findings and headlines take nothing else, which mypy
checks. ``language.tr`` makes it of every value that it puts into a sentence.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, final, overload

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

_NAMED = {"\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽"}
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))


@final
class Shown(str):
    """One line of text in which every character is visible and can be written as UTF-8.

    The constructor makes control characters, line and paragraph separators, bidirectional controls, other format
    characters and lone surrogates visible: ``⏎``, ``⟨U+001B⟩``. It changes no other text, and costs one scan.
    """

    __slots__ = ()

    def __new__(cls, text: str = "") -> Self:
        """Return the text itself if it is already one."""
        if type(text) is cls:
            return text
        return str.__new__(cls, text if text.isprintable() else "".join(map(visible_character, text)))

    @classmethod
    def unchecked(cls, text: str) -> Shown:
        """Return a text of the program's own, such as a template with ``Shown`` in its places, unchanged."""
        return str.__new__(cls, text)

    @classmethod
    def joined(cls, separator: str, parts: Iterable[Shown]) -> Shown:
        """Join texts. ``separator`` is the program's own."""
        return cls.unchecked(separator.join(parts))

    @overload
    def __add__(self, other: Shown) -> Shown: ...

    @overload
    def __add__(self, other: str) -> str: ...

    def __add__(self, other: str) -> str:
        text = str.__add__(self, other)
        return Shown.unchecked(text) if isinstance(other, Shown) else text

    def __deepcopy__(self, _: object) -> Shown:
        return self


@final
class ShownLines(str):
    """Several lines of such text: line feeds and tabs are the only control characters. For code."""

    __slots__ = ()

    def __new__(cls, text: str = "") -> Self:
        """Return the text itself if it is already one."""
        if type(text) is cls:
            return text
        return str.__new__(cls, "\n".join("\t".join(map(Shown, line.split("\t"))) for line in text.split("\n")))


def visible_character(character: str) -> str:
    """Return one character as it is, or its visible form."""
    if character in _NAMED:
        return _NAMED[character]
    is_space = character.isspace() and character != " "
    return f"⟨U+{ord(character):04X}⟩" if is_space or unicodedata.category(character) in _HIDDEN else character
