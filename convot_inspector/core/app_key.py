"""The public app key (``app_…``), which identifies an app in its page. It is not a secret.

The page sets it: ``window.Convot = { app_id: "app_…" }``
(https://help.convot.io/en/article/app-key-and-identity-secret). Which characters follow the prefix is not documented.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Collection

MAX_LENGTH = 100
"""Maximum length of a key in characters; Convot's own are far shorter."""

_PREFIX = "app_"
_KEY = re.compile(rf"app_[A-Za-z0-9_-]{{1,{MAX_LENGTH - len(_PREFIX)}}}")
_SECRET = re.compile(r"[0-9a-fA-F]{64}")  # a secret prefixed with app_ by mistake; keys are stored unencrypted
_SET = re.compile(rf"\bapp_(?:id|key)[\"']?\s{{0,9}}[:=]\s{{0,9}}[\"'](app_[A-Za-z0-9_-]{{1,{MAX_LENGTH}}})[\"']")
_KEY_CHARACTER = re.compile(r"[A-Za-z0-9_-]")


def key_problem(text: str) -> str:
    """Return a sentence on why a text is not an app key, which does not contain the text; empty if it is one."""
    if _KEY.fullmatch(text) and not _SECRET.search(text):
        return ""
    return tr(
        "The public app key starts with app_ and has letters, digits, - and _ only. Copy it in Convot under Settings → "
        "Apps → [your app] → Setup, or leave it empty."
    )


def keys_in(text: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the ``known`` keys that a text contains as whole words, case-sensitively, in order of appearance."""
    found: dict[str, None] = {}
    at = text.find(_PREFIX) if known else -1
    while at >= 0:
        match = _KEY.match(text, at)
        if match is not None and match[0] in known and not (at and _KEY_CHARACTER.match(text[at - 1])):
            found[match[0]] = None
        at = text.find(_PREFIX, at + len(_PREFIX))
    return tuple(found)


def loads_other_key(text: str, key: str) -> bool:
    """Return whether a text sets an app's key, and none of the keys that it sets is this one."""
    is_set = [found[1] for found in _SET.finditer(text)] if _PREFIX in text else []
    return bool(key and is_set) and key not in is_set and not keys_in(text, frozenset((key,)))
