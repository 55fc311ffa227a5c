"""One call checked with a secret that is not the app's: whether its hashes come of that one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.inspection import Check
from convot_inspector.core.language import number, tr
from convot_inspector.core.model import AppSecrets

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.model import HashVerdict


@dataclass(frozen=True)
class Trial:
    """The result. ``fits``: whether a hash was made with the secret. ``sentences``: why not, one for each hash."""

    sentences: tuple[str, ...]
    fits: bool


def attempt(text: str, call: int, secret: str, cancelled: Callable[[], bool] = lambda: False) -> Trial:
    """Check the call with that number, from 0, in a text. ``secret``: 64 hex digits; it is in no part of the answer."""
    inspected = Check(text, AppSecrets(secret)).explained(cancelled).calls[call]
    verdicts = {convot.USER_HASH: inspected.user, convot.SHOP_HASH: inspected.shop}
    if any(verdict.status == "verified" or verdict.causes for verdict in verdicts.values()):
        return Trial((), fits=True)
    sentences = tuple(_sentence(name, verdict) for name, verdict in verdicts.items() if verdict.status == "mismatch")
    return Trial(sentences or (tr("There is no hash in this call that could be checked."),), fits=False)


def _sentence(name: str, verdict: HashVerdict) -> str:
    return tr(
        "No known mistake makes this {hash} with that secret ({count} combinations).",
        hash=name,
        count=number(verdict.tried),
    )
