"""What the name of a field stands for: Convot's own fields in other spellings, and names that mean the same."""

from __future__ import annotations

import re

from convot_inspector.core import convot

_LONGEST_NAME = 60

# Names that say what they hold, and names that may hold many things.
_PLAIN_NAMES = {
    convot.EXTERNAL_ID: ("user_id", "userId"),
    convot.USER_HASH: (
        "hmac_hash", "identifier_hash", "identity_hash", "verification_hash", "email_hash",
    ),
    convot.SHOP: ("shop_domain", "shopDomain", "myshopify_domain"),
    convot.EMAIL: ("user_email", "userEmail"),
}  # fmt: skip
_VAGUE_NAMES = {
    convot.EXTERNAL_ID: ("id", "uid"),
    convot.USER_HASH: ("hash", "hmac", "signature"),
    convot.SHOP: ("shop_url", "store"),
    convot.EMAIL: ("mail",),
}
_SEPARATORS = re.compile(r"[\s_-]")


def _squeezed(name: str) -> str:
    return _SEPARATORS.sub("", name).lower()


_SPELLINGS = {_squeezed(name): name for name in convot.IDENTITY_FIELDS}
_PLAIN = {_squeezed(name): right for right, names in _PLAIN_NAMES.items() for name in names}
_VAGUE = {_squeezed(name): right for right, names in _VAGUE_NAMES.items() for name in names}


def canonical_name(name: str, *, by_spelling_only: bool = False) -> tuple[str, bool]:
    """Return the field of Convot that a name stands for ("" for none) and whether the name leaves no doubt."""
    squeezed = _squeezed(name) if len(name) <= _LONGEST_NAME else ""
    if squeezed in _SPELLINGS:
        return _SPELLINGS[squeezed], True
    if by_spelling_only:
        return "", False
    return (_PLAIN[squeezed], True) if squeezed in _PLAIN else (_VAGUE.get(squeezed, ""), False)
