"""The public app key (``app_…``), which tells an app's page from another's. It is no secret.

It goes into the page: ``window.Convot = { app_id: "app_…" }``
(https://help.convot.io/en/article/app-key-and-identity-secret). No article says which characters follow.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.language import tr

if TYPE_CHECKING:
    from collections.abc import Collection

LENGTH = 100
"""How many characters a key may have here; Convot's are far shorter."""

_PREFIX = "app_"
_KEY = re.compile(rf"app_[A-Za-z0-9_-]{{1,{LENGTH - len(_PREFIX)}}}")
_SECRET = re.compile(r"[0-9a-fA-F]{64}")  # with app_ before it by mistake; a key is kept in the open, a secret is not
_OWN = re.compile(r"[A-Za-z0-9_-]")


def key_problem(text: str) -> str:
    """What is wrong with a text as an app key, in a sentence without the text; empty if nothing is."""
    if _KEY.fullmatch(text) and not _SECRET.search(text):
        return ""
    return tr(
        "The public app key starts with app_ and has letters, digits, - and _ only. Copy it in Convot under Settings → "
        "Apps → [your app] → Setup, or leave it empty."
    )


def keys_in(text: str, known: Collection[str]) -> tuple[str, ...]:
    """Which of the ``known`` keys stand in a text, whole and as they are written, in the order in which they come."""
    found: dict[str, None] = {}
    at = text.find(_PREFIX) if known else -1
    while at >= 0:
        match = _KEY.match(text, at)
        if match is not None and match[0] in known and not (at and _OWN.match(text[at - 1])):
            found[match[0]] = None
        at = text.find(_PREFIX, at + len(_PREFIX))
    return tuple(found)
