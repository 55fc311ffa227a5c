"""The text of every proven mistake, by its id: one row each, in a file for each axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.wording.construction import CONSTRUCTION
from convot_inspector.core.wording.digest import DIGEST
from convot_inspector.core.wording.findings import PROVEN_WORDS, WORDS
from convot_inspector.core.wording.key import CERTAIN as CERTAIN
from convot_inspector.core.wording.key import KEY
from convot_inspector.core.wording.place import PLACE
from convot_inspector.core.wording.value import VALUE

if TYPE_CHECKING:
    from convot_inspector.core.wording.rows import MerchantWords, MistakeWords

MISTAKES: dict[str, MistakeWords] = VALUE | KEY | CONSTRUCTION | DIGEST | PLACE

MERCHANT_WORDS: dict[str, MerchantWords] = {
    **{id_: mistake.merchant for id_, mistake in MISTAKES.items()},
    **{
        id_: finding.merchant
        for id_, finding in (*WORDS.items(), *PROVEN_WORDS.items())
        if finding.merchant is not None
    },
}
"""What the rows of mistakes and of certain defects say to a merchant, by their ids."""
