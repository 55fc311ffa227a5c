"""The words of every conclusion, by subject and conclusion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.wording.conclusions.call import CALL
from convot_inspector.core.wording.conclusions.shop import SHOP
from convot_inspector.core.wording.conclusions.user import USER

if TYPE_CHECKING:
    from convot_inspector.core.wording.conclusions.row import ConclusionWords

CONCLUSIONS: dict[tuple[str, str], ConclusionWords] = {
    (subject, conclusion): words
    for subject, rows in (("call", CALL), ("user", USER), ("shop", SHOP))
    for conclusion, words in rows.items()
}
