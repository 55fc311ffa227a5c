"""One call checked with a secret that is not the app's: whether its hashes come of that one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.inspection import Check
from convot_inspector.core.language import number, tr
from convot_inspector.core.model import AppSecrets

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.model import CallInspection, HashVerdict, Target


@dataclass(frozen=True)
class Trial:
    """The result. ``sentences``: one for each hash that was sent. ``fits``: whether any comes of the secret."""

    sentences: tuple[str, ...]
    fits: bool


def attempt(text: str, call: int, secret: str, cancelled: Callable[[], bool] = lambda: False) -> Trial:
    """Check the call with that number, from 0, in a text. ``secret``: 64 hex digits; it is in no part of the answer."""
    inspected = Check(text, AppSecrets(secret)).explained(cancelled).calls[call]
    user = _sentence(inspected, "user", inspected.user)
    shop = _sentence(inspected, "shop", inspected.shop)
    sentences = tuple(sentence for sentence in (user, shop) if sentence)
    fits = any(verdict.status == "verified" or verdict.causes for verdict in (inspected.user, inspected.shop))
    return Trial(sentences or (tr("There is no hash in this call that could be checked."),), fits)


def _sentence(inspected: CallInspection, target: Target, verdict: HashVerdict) -> str:
    name = f"{target}_hash"
    if verdict.status == "verified":
        return tr(
            "{hash} is right with this secret. So the server uses this one: either it is an old one or another app's "
            "and has to be replaced on the server, or the wrong app is chosen above.",
            hash=name,
        )
    titles = [found.title for found in inspected.findings if found.target == target and found.id in verdict.causes]
    if titles:
        mistakes = "; ".join(titles)
        return tr("{hash} comes of this secret, with a mistake besides: {mistakes}.", hash=name, mistakes=mistakes)
    if verdict.status == "mismatch":
        return tr(
            "{hash} does not come of this secret, not even with a known mistake ({count} combinations).",
            hash=name,
            count=number(verdict.tried),
        )
    return ""
