"""One of the two hashes of a call, checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.convot import SHOP_HASH, USER_HASH

if TYPE_CHECKING:
    from convot_inspector.core.model import Field, HashVerdict

HASHES = (USER_HASH, SHOP_HASH)
SEARCHED = frozenset(("mismatch", "missing", "no-value"))
"""The outcomes that can have a cause."""


@dataclass(frozen=True)
class HashCheck:
    """What a hash should sign, the field in which it should stand, and what became of it."""

    value: Field | None
    hash_name: str
    verdict: HashVerdict
