"""The setting *Require identity verification*, as far as a pasted text shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import convot

if TYPE_CHECKING:
    from convot_inspector.core.diagnosis.diagnosis import Setting


def setting_in(text: str) -> Setting:
    """Return "on" where the text holds the error that only this setting causes, else "unknown".

    Convot answers with ``identity_verification_required`` only where the setting is on
    (https://help.convot.io/en/article/common-errors).
    """
    return "on" if convot.REJECTED_ERROR in text else "unknown"
