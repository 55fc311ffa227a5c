"""One call in one headline: what it means, who has to act, what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from convot_inspector.core import convot
from convot_inspector.core.characters.visible import signed_text, visible
from convot_inspector.core.language import both, inside, plural, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.model import CallInspection, Finding, HashVerdict, Owner, Target

Tone = Literal["right", "wrong", "warning", "unknown"]
"""Right: checked and right. Wrong: checked and wrong. Unknown: cannot tell. Warning: works, but not as meant."""

_WORST_FIRST: tuple[Tone, ...] = ("wrong", "warning", "unknown", "right")


@dataclass(frozen=True)
class Headline:
    """``title`` and ``text`` are plain sentences; ``owner`` is None where nobody has to act."""

    tone: Tone
    title: str
    text: str
    owner: Owner | None = None

    @property
    def badness(self) -> int:
        """Where its call belongs in a list that shows the worst first; 0 is worst."""
        return _WORST_FIRST.index(self.tone)


def headline(call: CallInspection, quote: Callable[[str], str | None] = visible) -> Headline:
    """The headline of one call. ``quote``: how a text that was signed is shown, None for not at all."""
    for found in call.findings:
        if found.id in ("secret-exposed", "hash-is-secret"):
            return Headline("wrong", found.title, f"{found.because} {found.fix}", found.owner)
    match call.user.status:
        case "verified":
            return _verified(call, quote)
        case "mismatch":
            return _mismatch(call, quote)
        case "missing" if call.user.causes:
            first = _causes(call, "user")[0]
            return Headline(
                "warning",
                first.title,
                _joined(tr("Convot sees no user_hash."), _proven(call.user, convot.USER_HASH, quote), first.fix),
                first.owner,
            )
        case "missing":
            return Headline(
                "warning",
                tr("Not verified: no user_hash is sent"),
                tr(
                    "{field} is sent without a hash. Convot accepts that with lower trust, and rejects it once Require "
                    "identity verification is on.",
                    field=_name(call),
                ),
                "developer",
            )
        case "no-value":
            return Headline(
                "wrong",
                tr("A user_hash is sent, but nothing that it could belong to"),
                tr("Neither external_id nor email is in the call. Pass the one that the server signs."),
                "developer",
            )
        case "absent":
            return Headline(
                "warning",
                tr("This call identifies nobody"),
                tr("It has no external_id, no email and no user_hash, so the visitor stays anonymous."),
                "developer",
            )
        case _:
            return _not_checked(call)


def _name(call: CallInspection) -> str:
    return call.signed.name if call.signed is not None else convot.EMAIL


def _causes(call: CallInspection, target: Target) -> list[Finding]:
    causes = (call.user if target == "user" else call.shop).causes
    return [found for found in call.findings if found.target == target and found.id in causes]


_LONGEST_QUOTE = 60  # characters; a headline is no place for a longer text


def _proven(verdict: HashVerdict, hash_name: str, quote: Callable[[str], str | None]) -> str:
    """That the cause is proven: what comes out when the mistakes are made again."""
    proof = verdict.proof
    if proof is None:
        return ""
    of_value = any(m.id in _OF_VALUE or m.id.startswith("value-") for m in proof.mistakes)
    signed = quote(signed_text(proof.signed)) if of_value and proof.signed else None
    if signed is not None and len(signed) <= _LONGEST_QUOTE:
        if len(proof.mistakes) == 1:
            return tr("Proven: signing “{signed}” reproduces this {hash} exactly.", signed=signed, hash=hash_name)
        return tr(
            "Proven: these mistakes, with “{signed}” as the signed text, reproduce this {hash} exactly.",
            signed=signed,
            hash=hash_name,
        )
    if len(proof.mistakes) == 1:
        return tr("Proven: this mistake reproduces this {hash} exactly.", hash=hash_name)
    return tr("Proven: these mistakes together reproduce this {hash} exactly.", hash=hash_name)


_OF_VALUE = frozenset(("wrong-field", "hash-of-other-call"))


def _verified(call: CallInspection, quote: Callable[[str], str | None]) -> Headline:
    good = tr("user_hash is right for {field}.", field=_name(call))
    match call.shop.status:
        case "mismatch" | "missing" | "no-value" if call.shop.causes:
            first = _causes(call, "shop")[0]
            return Headline(
                "warning",
                tr("The user is verified, the shop is not"),
                _joined(tr("{title}.", title=first.title), _proven(call.shop, convot.SHOP_HASH, quote), first.fix),
                first.owner,
            )
        case "mismatch":
            wrong = tr("shop_hash is wrong, so Convot silently ignores the shop and shows no merchant data for it.")
            return Headline("warning", tr("The user is verified, the shop is not"), f"{good} {wrong}", "developer")
        case "missing":
            why = tr("shop is sent without shop_hash, so it is ignored.")
            return Headline("warning", tr("The user is verified, the shop is not signed"), f"{good} {why}", "developer")
        case "no-value":
            why = tr("shop_hash is sent without shop, so it is ignored.")
            return Headline("warning", tr("The user is verified, the shop is not signed"), f"{good} {why}", "developer")
        case "not-checked":
            why = tr("This text does not hold the shop or shop_hash that the browser sent.")
            title = tr("The user is verified, the shop cannot be checked")
            return Headline("warning", title, f"{good} {why}", "support")
    remarks = [found for found in call.findings if found.severity == "warning"]
    if call.shop.status == "verified":
        good += " " + tr("shop_hash is right too, so merchant data is attached.")
    if remarks:
        return Headline(
            "right",
            plural("Verified, with remarks", "Verified, with a remark", len(remarks)),
            _joined(good, tr("Worth a look: {remarks}.", remarks=_list(remarks))),
            remarks[0].owner,
        )
    return Headline("right", tr("Verified"), _joined(good, tr("Convot trusts this identity.")))


def _list(findings: list[Finding]) -> str:
    return "; ".join(found.title for found in findings)


def _mismatch(call: CallInspection, quote: Callable[[str], str | None]) -> Headline:
    shop = tr("The shop is verified.") if call.shop.status == "verified" else ""
    causes = _causes(call, "user")
    if causes:
        more = len(causes) - 1
        proven = _proven(call.user, convot.USER_HASH, quote)
        if not more:
            to_do = causes[0].fix
        elif more == 1:
            to_do = tr("Both have to be put right; see below.")
        else:
            to_do = tr("All of them have to be put right; see below.")
        return Headline(
            "wrong",
            _all_titles(causes),
            _joined(tr("The user is not verified."), shop, proven, to_do),
            causes[0].owner,
        )
    title = tr("user_hash does not verify")
    sent = call.call.sent(convot.USER_HASH)
    if sent is not None and not convot.can_be_a_hash(sent.value):
        why = tr("It is not 64 lower-case hex digits, so no secret could make it right.")
        return Headline("wrong", title, _joined(why, shop), "developer")
    searched = call.user.searched
    complete = searched is not None and searched.complete
    ended = tr("No known mistake reproduces it; below is what that means.") if complete else ""
    why = tr(
        "It is not what Convot computes for this {field} with this app's secret. Either the server signed something "
        "else, or it used another secret.",
        field=_name(call),
    )
    return Headline("wrong", title, _joined(why, ended, shop), "developer")


def _all_titles(causes: list[Finding]) -> str:
    """The first, and what comes on top, in as many words as a headline has room for."""
    first, more = causes[0].title, len(causes) - 1
    if not more:
        return first
    both = tr("{first} (and {second})", first=first, second=inside(causes[1].title))
    if more == 1 and len(both) - len(first) <= _LONGEST_QUOTE:
        return both
    return plural("{first} (and {count} more mistakes)", "{first} (and 1 more mistake)", more, first=first)


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)


def _not_checked(call: CallInspection) -> Headline:
    hidden = [
        field
        for field in (call.signed, call.call.sent(convot.USER_HASH))
        if field is not None and (not field.known or field.kind in ("object", "boolean"))
    ]
    if hidden:
        return Headline(
            "unknown",
            tr("Cannot tell from this text"),
            tr(
                "It does not hold the {fields} that the browser sent. Ask for the call as the browser sends it.",
                fields=both(field.name for field in hidden),
            ),
            "support",
        )
    if any(found.id == "secret-format" for found in call.findings):
        return Headline(
            "unknown",
            tr("The stored secret cannot be used"),
            tr("It is not 64 hex digits. Copy it again from Convot: Settings → Apps → [your app] → Setup."),
            "support",
        )
    if call.signed is not None and _has_lone_surrogate(call.signed.value):
        return Headline(
            "unknown",
            tr("Cannot tell from this text"),
            tr("{field} holds half of a character, and no document says how that is signed.", field=call.signed.name),
            "support",
        )
    return Headline(
        "unknown",
        tr("Add this app's identity secret to check the hash"),
        tr("You find it in Convot under Settings → Apps → [your app] → Setup. What needs no secret is shown already."),
        "support",
    )


def _has_lone_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)
