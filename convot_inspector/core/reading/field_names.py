"""What the name of a field stands for: other spellings of Convot's own, and names that mean the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convot_inspector.core import convot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convot_inspector.core.model import Field, IdentifyCall

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
_PARENTS = ("user", "custom_data")
_KINDS = ("object", "boolean")  # an identity is none of these
_CALLED = re.compile(r"[^{]{0,200}?\bidentify\b[^{(]{0,80}\(")
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


class OtherField(NamedTuple):
    """A field that stands where Convot does not read it. ``right``: the name that Convot reads instead.

    ``is_sure``: whether the name leaves no doubt.
    """

    field: Field
    right: str
    is_nested: bool
    is_sure: bool


def is_called(text: str, call: IdentifyCall) -> bool:
    """Return whether the text passes the fields to ``identify``."""
    return _CALLED.match(text, call.start, call.end) is not None


def other_fields(call: IdentifyCall, *, by_spelling_only: bool = False) -> Iterator[OtherField]:
    """Yield the fields of which Convot's own is not sent. ``by_spelling_only``: leave out names that mean the same."""
    for field in call.fields.values():
        if field.name in convot.IDENTITY_FIELDS:
            continue
        parent, _, name = field.name.rpartition(".")
        if not field.sent or field.kind in _KINDS or (parent and parent not in _PARENTS):
            continue
        right, is_sure = canonical_name(
            name, by_spelling_only=parent == "custom_data" or (by_spelling_only and not parent)
        )
        if right and call.sent(right) is None and (parent or name != right):
            yield OtherField(field, right, bool(parent), is_sure)
