"""Validation of app names and public app keys."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from convot_inspector.core.app_key import key_problem
from convot_inspector.core.language import tr
from convot_inspector.keychain.errors import InvalidKey, InvalidName

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

NAME_LENGTH = 100
"""Maximum number of characters in an app's name."""


_JOINERS = "\u200c\u200d"  # parts of Persian and Indic words and of emoji
_WITHOUT_SHAPE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Invisible characters that Unicode has among the letters, marks and symbols, such as the Hangul fillers."""


def normalized_name(name: str) -> str:
    """Return the form under which names are compared: NFC, single spaces, case-folded, nothing invisible."""
    seen = "".join(c for c in name if not _is_invisible(c))
    return unicodedata.normalize("NFC", " ".join(seen.split())).casefold()


def _is_invisible(character: str) -> bool:
    """Return whether a character has no shape of its own: zero-width, bidi, a variation selector, a filler."""
    return (
        unicodedata.category(character) == "Cf"
        or character in _WITHOUT_SHAPE
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def validated_name(name: str, taken: Container[str]) -> str:
    """Return the name with whitespace collapsed. InvalidName if it is not allowed or taken.

    ``taken``: names in the form of `normalized_name`.
    """
    tidy = " ".join(name.split())
    if not tidy:
        raise InvalidName(tr("Give the app a name, for example “Acme, production”."))
    if len(tidy) > NAME_LENGTH:
        words = tr("A name has at most {most} characters. This one has {count}.", most=NAME_LENGTH, count=len(tidy))
        raise InvalidName(words)
    if not normalized_name(tidy) or any(_is_not_allowed(c) for c in tidy):
        raise InvalidName(tr("The name contains characters that cannot be shown."))
    if normalized_name(tidy) in taken:
        raise InvalidName(tr("There is already an app with this name."))
    return tidy


def _is_not_allowed(character: str) -> bool:
    """Return whether a character cannot be shown, or would make a name look like another one."""
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return character not in _JOINERS
    return character in _WITHOUT_SHAPE


def validated_key(key: str, owners: Mapping[str, str]) -> str:
    """Return the app key without whitespace around it, or "". InvalidKey if it is malformed or used by another app.

    ``owners``: app names by app key.
    """
    tidy = key.strip()
    if not tidy:
        return ""
    problem = key_problem(tidy)
    if problem:
        raise InvalidKey(problem)
    if tidy in owners:
        raise InvalidKey(tr("“{app}” already has this app key. Each app has its own.", app=owners[tidy]))
    return tidy
