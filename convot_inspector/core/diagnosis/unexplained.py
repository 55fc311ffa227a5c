"""When nothing reproduces a hash: what was tried, what that rules out, and what to ask for next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.language import listed, number, plural, tr

if TYPE_CHECKING:
    from convot_inspector.core.model import HashVerdict, SearchStats


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
    return plural(
        "Tried: {secrets}; {count} combinations.",
        "Tried: {secrets}; 1 combination.",
        verdict.tried,
        count=number(verdict.tried),
        secrets=_secrets(searched),
    )


def unexplained(verdict: HashVerdict, value_name: str) -> Unexplained | None:
    """What to say of a hash that nothing reproduces; None where a cause was found or none was searched for."""
    searched = verdict.searched
    if searched is None or verdict.causes:
        return None
    if searched.complete:
        means = tr(
            "No known mistake with these secrets makes this hash: none alone, no two together, and no likely three. So "
            "the secret or the text that was signed is most likely one that this program does not have."
        )
    else:
        means = tr("The search was ended before it had tried everything, so a known mistake is not ruled out.")
    return Unexplained(tried(verdict), means, tuple(_questions(searched, value_name)))


def _secrets(searched: SearchStats) -> str:
    parts = [tr("the current secret")] if searched.current else []
    if searched.previous:
        parts.append(plural("{count} previous", "1 previous", searched.previous))
    if searched.others:
        parts.append(plural("{count} other apps", "1 other app", searched.others))
    if searched.credentials:
        parts.append(plural("{count} tokens in the text", "1 token in the text", searched.credentials))
    return listed(parts) if parts else tr("no secret")


def _questions(searched: SearchStats, value_name: str) -> list[str]:
    regenerated = (
        tr("Is there a still older secret? Check with that one: the server may use it.")
        if searched.previous
        else tr("Was the secret ever regenerated? Check with the previous one: the server may still use it.")
    )
    return [
        regenerated,
        tr("Does the server use the secret of another Convot app? Check with that one, or add the app here."),
        tr(
            "Which text does the server sign for {value}, and with which line of code? Ask the developer for both.",
            value=value_name,
        ),
    ]
