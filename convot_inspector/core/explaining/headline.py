"""One call in one headline: what it means, who has to act, what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from convot_inspector.core import convot
from convot_inspector.core.explaining.visible import signed_text, visible

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
                f"Convot sees no user_hash. {_proven(call.user, convot.USER_HASH, quote)} {first.fix}",
                first.owner,
            )
        case "missing":
            return Headline(
                "warning",
                "Not verified: no user_hash is sent",
                f"{_name(call)} is sent without a hash. Convot accepts that with lower trust, and rejects it once "
                "Require identity verification is on.",
                "developer",
            )
        case "no-value":
            return Headline(
                "wrong",
                "A user_hash is sent, but nothing that it could belong to",
                "Neither external_id nor email is in the call. Pass the one that the server signs.",
                "developer",
            )
        case "absent":
            return Headline(
                "warning",
                "This call identifies nobody",
                "It has no external_id, no email and no user_hash, so the visitor stays anonymous.",
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
            return f"Proven: signing “{signed}” reproduces this {hash_name} exactly."
        return f"Proven: these mistakes, with “{signed}” as the signed text, reproduce this {hash_name} exactly."
    together = "this mistake reproduces" if len(proof.mistakes) == 1 else "these mistakes together reproduce"
    return f"Proven: {together} this {hash_name} exactly."


_OF_VALUE = frozenset(("wrong-field", "hash-of-other-call"))


def _verified(call: CallInspection, quote: Callable[[str], str | None]) -> Headline:
    name = _name(call)
    match call.shop.status:
        case "mismatch" | "missing" | "no-value" if call.shop.causes:
            first = _causes(call, "shop")[0]
            return Headline(
                "warning",
                "The user is verified, the shop is not",
                f"{first.title}. {_proven(call.shop, convot.SHOP_HASH, quote)} {first.fix}",
                first.owner,
            )
        case "mismatch":
            return Headline(
                "warning",
                "The user is verified, the shop is not",
                f"user_hash is right for {name}. shop_hash is wrong, so Convot silently ignores the shop and shows no "
                "merchant data for it.",
                "developer",
            )
        case "missing" | "no-value":
            title = "The user is verified, the shop is not signed"
            why = (
                "shop is sent without shop_hash" if call.shop.status == "missing" else "shop_hash is sent without shop"
            )
            return Headline("warning", title, f"user_hash is right for {name}. {why}, so it is ignored.", "developer")
        case "not-checked":
            return Headline(
                "warning",
                "The user is verified, the shop cannot be checked",
                f"user_hash is right for {name}. This text does not hold the shop or shop_hash that the browser sent.",
                "support",
            )
    remarks = [found for found in call.findings if found.severity == "warning"]
    both = " shop_hash is right too, so merchant data is attached." if call.shop.status == "verified" else ""
    if remarks:
        return Headline(
            "right",
            "Verified, with a remark" if len(remarks) == 1 else "Verified, with remarks",
            f"user_hash is right for {name}.{both} Worth a look: {_list(remarks)}.",
            remarks[0].owner,
        )
    return Headline("right", "Verified", f"user_hash is right for {name}.{both} Convot trusts this identity.")


def _list(findings: list[Finding]) -> str:
    return "; ".join(found.title for found in findings)


def _mismatch(call: CallInspection, quote: Callable[[str], str | None]) -> Headline:
    shop = " The shop is verified." if call.shop.status == "verified" else ""
    causes = _causes(call, "user")
    if causes:
        more = len(causes) - 1
        also = "" if not more else f" (and {causes[1].title[:1].lower()}{causes[1].title[1:]})" if more == 1 else ""
        also = f" (and {more} more mistakes)" if more > 1 or len(also) > _LONGEST_QUOTE else also
        return Headline(
            "wrong",
            causes[0].title + also,
            f"The user is not verified.{shop} {_proven(call.user, convot.USER_HASH, quote)} "
            + (
                ("Both" if more == 1 else "All of them") + " have to be put right; see below."
                if more
                else causes[0].fix
            ),
            causes[0].owner,
        )
    sent = call.call.sent(convot.USER_HASH)
    if sent is not None and not convot.can_be_a_hash(sent.value):
        return Headline(
            "wrong",
            "user_hash does not verify",
            "It is not 64 lower-case hex digits, so no secret could make it right." + shop,
            "developer",
        )
    searched = call.user.searched
    ended = " No known mistake reproduces it; below is what that means." if searched and searched.complete else ""
    return Headline(
        "wrong",
        "user_hash does not verify",
        f"It is not what Convot computes for this {_name(call)} with this app's secret. Either the server signed "
        f"something else, or it used another secret.{ended}{shop}",
        "developer",
    )


def _not_checked(call: CallInspection) -> Headline:
    hidden = [
        field
        for field in (call.signed, call.call.sent(convot.USER_HASH))
        if field is not None and (not field.known or field.kind in ("object", "boolean"))
    ]
    if hidden:
        names = " and ".join(dict.fromkeys(field.name for field in hidden))
        return Headline(
            "unknown",
            "Cannot tell from this text",
            f"It does not hold the {names} that the browser sent. Ask for the call as the browser sends it.",
            "support",
        )
    if any(found.id == "secret-format" for found in call.findings):
        return Headline(
            "unknown",
            "The stored secret cannot be used",
            "It is not 64 hex digits. Copy it again from Convot: Settings → Apps → [your app] → Setup.",
            "support",
        )
    if call.signed is not None and _has_lone_surrogate(call.signed.value):
        return Headline(
            "unknown",
            "Cannot tell from this text",
            f"{call.signed.name} holds half of a character, and no document says how that is signed.",
            "support",
        )
    return Headline(
        "unknown",
        "Add this app's identity secret to check the hash",
        "You find it in Convot under Settings → Apps → [your app] → Setup. What needs no secret is shown already.",
        "support",
    )


def _has_lone_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)
