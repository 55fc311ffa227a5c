"""What a text shows besides its values: how the setting is set, and whether the call itself is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core import convot

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Setting

_CALL = re.compile(r"\bidentify\b")


def setting_in(text: str) -> Setting:
    """Return "on" where the text holds the error that only this setting causes, else "unknown".

    Convot answers with ``identity_verification_required`` only where the setting is on
    (https://help.convot.io/en/article/common-errors).
    """
    return "on" if convot.REJECTED_ERROR in text else "unknown"


def shows_call(text: str) -> bool:
    """Return whether the text holds the word of the call; otherwise it only shows what could be passed to it."""
    return _CALL.search(text) is not None
