"""When nothing reproduces a hash: what was tried, what that rules out, and what to ask for next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convot_inspector.core.model import HashVerdict, Searched


@dataclass(frozen=True)
class Unexplained:
    """``tried`` and ``means`` are sentences; ``ask``: what would help, the most likely first."""

    tried: str
    means: str
    ask: tuple[str, ...]


def tried(verdict: HashVerdict) -> str:
    """What a search went through, in words; empty where none was made."""
    searched = verdict.searched
    if searched is None:
        return ""
    count = "1 combination" if verdict.tried == 1 else f"{verdict.tried:,} combinations"
    return f"Tried: {_secrets(searched)}; {count}."


def unexplained(verdict: HashVerdict, value_name: str) -> Unexplained | None:
    """What to say of a hash that nothing reproduces; None where a cause was found or none was searched for."""
    searched = verdict.searched
    if searched is None or verdict.causes:
        return None
    if searched.complete:
        means = (
            "No known mistake with these secrets makes this hash: none alone, no two together, and no likely three. So "
            "the secret or the text that was signed is most likely one that this program does not have."
        )
    else:
        means = "The search was ended before it had tried everything, so a known mistake is not ruled out."
    return Unexplained(tried(verdict), means, tuple(_questions(searched, value_name)))


def _secrets(searched: Searched) -> str:
    parts = ["the current secret"] if searched.current else []
    if searched.previous:
        parts.append(f"{searched.previous} previous")
    if searched.others:
        parts.append("1 other app" if searched.others == 1 else f"{searched.others} other apps")
    if searched.credentials:
        parts.append(
            "1 token in the text" if searched.credentials == 1 else f"{searched.credentials} tokens in the text"
        )
    return ", ".join(parts) or "no secret"


def _questions(searched: Searched, value_name: str) -> list[str]:
    regenerated = (
        "Is there a still older secret? Check with that one: the server may use it."
        if searched.previous
        else "Was the secret ever regenerated? Check with the previous one: the server may still use it."
    )
    return [
        regenerated,
        "Does the server use the secret of another Convot app? Check with that one, or add the app here.",
        f"Which text does the server sign for {value_name}, and with which line of code? Ask the developer for both.",
    ]
