"""Which names and public keys the user's apps can have."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from convot_inspector.core.app_key import key_problem
from convot_inspector.core.language import tr
from convot_inspector.keychain.errors import InvalidKey, InvalidName

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

NAME_LENGTH = 100
"""How many characters an app's name may have."""


def folded(name: str) -> str:
    """What two names that people take for the same have in common."""
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


def free_name(name: str, taken: Container[str]) -> str:
    """The name without needless spaces. InvalidName if no app can have it, or if its `folded` form is ``taken``."""
    tidy = " ".join(name.split())
    if not tidy:
        raise InvalidName(tr("Give the app a name, for example “Acme, production”."))
    if len(tidy) > NAME_LENGTH:
        words = tr("A name has at most {most} characters. This one has {count}.", most=NAME_LENGTH, count=len(tidy))
        raise InvalidName(words)
    if any(unicodedata.category(c) in {"Cc", "Cs"} for c in tidy):
        raise InvalidName(tr("The name holds characters that cannot be shown."))
    if folded(tidy) in taken:
        raise InvalidName(tr("There is already an app of this name."))
    return tidy


def free_key(key: str, owners: Mapping[str, str]) -> str:
    """The public app key, or nothing. InvalidKey if it is none, or another app's; ``owners``: their names by key."""
    tidy = key.strip()
    if not tidy:
        return ""
    problem = key_problem(tidy)
    if problem:
        raise InvalidKey(problem)
    if tidy in owners:
        raise InvalidKey(tr("“{app}” has this app key already. Each app has its own.", app=owners[tidy]))
    return tidy
