"""The answer for the merchant: friendly, five sentences at most, what is wrong and whom to ask for what.

It holds no value of the paste, no secret and no hash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.characters.excerpt import excerpt
from convot_inspector.core.language import both, lazy_tr, localize, tr
from convot_inspector.core.wording.findings import IDENTITY_VERIFICATION
from convot_inspector.core.wording.merchant_words import MERCHANT_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convot_inspector.core.model import CallInspection, Field, HashVerdict

_THANKS = lazy_tr("Thank you for sending this, I have checked it.")
_AGAIN = lazy_tr("Send me what the page sends then, and I will check it again.")
_LONGEST_NAME = 60  # characters of a field's name


def merchant_answer(call: CallInspection, *, enforced: bool) -> str:
    """The answer about one call. ``enforced``: whether *Require identity verification* is on for this app."""
    return " ".join(map(localize, _sentences(call, enforced=enforced)))


def _sentences(call: CallInspection, *, enforced: bool) -> Sequence[str]:
    # With a detail it is another token, which does not give anybody away.
    if any(found.id == "secret-exposed" and not found.detail for found in call.findings):
        return _exposed()
    match call.user.status:
        case "verified":
            return _verified(call)
        case "mismatch" | "missing" | "no-value" if call.user.causes:
            return (_THANKS, *_causes(call.user, convot.USER_HASH, _name(call.signed)), _meanwhile(enforced), _AGAIN)
        case "mismatch":
            return _unexplained(call, enforced=enforced)
        case "missing":
            return (
                _THANKS,
                tr(
                    "The page sends {field} without user_hash, so Convot cannot know that it is true.",
                    field=_name(call.signed),
                ),
                tr(
                    "Please ask your developer to make user_hash on the server and to send it too (the right code is "
                    "here: {link}).",
                    link=IDENTITY_VERIFICATION,
                ),
                _meanwhile(enforced),
                _AGAIN,
            )
        case "no-value" | "absent":
            return (
                _THANKS,
                tr("The page does not tell Convot who the visitor is: it sends neither external_id nor email."),
                tr(
                    "Please ask your developer to send one of them, and user_hash with it (the right code is here: "
                    "{link}).",
                    link=IDENTITY_VERIFICATION,
                ),
                _meanwhile(enforced),
                _AGAIN,
            )
        case _:
            return _not_checked(call)


def _name(field: Field | None) -> str:
    return field.name if field is not None else tr("external_id or email")


def _exposed() -> Sequence[str]:
    return (
        tr("Thank you for sending this, and please act on it today: the identity secret of your app stands in it."),
        tr("Whoever has seen that secret can pose as any of your users."),
        tr("In Convot, go to Settings → Apps → [your app] → Setup and click Regenerate identity secret."),
        tr("Then update the secret on your server and redeploy; it must never stand in a page."),
        tr("Write to me when that is done, and I will check the rest."),
    )


def _verified(call: CallInspection) -> Sequence[str]:
    good = tr("The visitor is verified: user_hash is right.")
    match call.shop.status:
        case "verified":
            return (_THANKS, tr("Everything is right: the visitor and the shop are verified."))
        case "mismatch" | "missing" | "no-value" if call.shop.causes:
            shop = call.call.sent(convot.SHOP)
            return (_THANKS, good, *_causes(call.shop, convot.SHOP_HASH, _name(shop)), _AGAIN)
        case "mismatch":
            wrong = tr("The shop is not: shop_hash does not fit it, so Convot shows no merchant data for it.")
        case "missing":
            wrong = tr("The shop is not: it is sent without shop_hash, so Convot shows no merchant data for it.")
        case "no-value":
            wrong = tr("shop_hash is sent without shop, so Convot shows no merchant data.")
        case "not-checked":
            return (_THANKS, good, tr("Whether shop_hash is right cannot be told from what you sent."))
        case _:
            return (_THANKS, good, tr("There is nothing to do."))
    please = tr(
        "Please ask your developer to make shop_hash from shop, in the same way as user_hash, and to send both."
    )
    return (_THANKS, good, wrong, please, _AGAIN)


def _causes(verdict: HashVerdict, hash_name: str, value_name: str) -> Sequence[str]:
    details = {mistake.id: mistake.detail for mistake in verdict.proof.mistakes} if verdict.proof is not None else {}

    def filled(template: str, id_: str) -> str:
        detail = excerpt(localize(details.get(id_, "")), _LONGEST_NAME)
        return tr(template, hash=hash_name, value=value_name, detail=detail, link=IDENTITY_VERIFICATION)

    words = {id_: MERCHANT_WORDS[id_] for id_ in verdict.causes}
    wrong = tuple(dict.fromkeys(filled(row.wrong, id_) for id_, row in words.items()))
    please = tuple(dict.fromkeys(filled(row.please, id_) for id_, row in words.items()))
    if len(wrong) == 1:
        first = verdict.causes[0]
        only = filled(words[first].request, first) if len(please) == 1 else _request(please)
        return (filled(words[first].reason, first), only)
    return (
        tr("There is more than one reason: {reasons}.", reasons=_listed(wrong)),
        tr(
            "Please ask your developer to do all of this: {requests} (the right code is here: {link}).",
            requests=_listed(please),
            link=IDENTITY_VERIFICATION,
        ),
    )


def _request(parts: Sequence[str]) -> str:
    return tr(
        "Please ask your developer to {requests} (the right code is here: {link}).",
        requests=_listed(parts),
        link=IDENTITY_VERIFICATION,
    )


def _listed(parts: Sequence[str]) -> str:
    first, *middle = parts
    last = middle.pop() if middle else ""
    for part in middle:
        first = tr("{list}; {next}", list=first, next=part)
    return tr("{list}; and {last}", list=first, last=last) if last else first


def _meanwhile(enforced: bool) -> str:  # noqa: FBT001  # the one thing that it depends on
    if enforced:
        return tr("Until then Convot turns these visitors away with identity_verification_required.")
    return tr("Until then your visitors can chat as before; Convot only trusts them less.")


def _unexplained(call: CallInspection, *, enforced: bool) -> Sequence[str]:
    return (
        tr(
            "Thank you for sending this, I have checked it: user_hash does not fit this {field} and the identity "
            "secret, and none of the usual mistakes explains it.",
            field=_name(call.signed),
        ),
        tr("Was the identity secret regenerated at some time, or is it perhaps the one of another app?"),
        tr(
            "Please ask your developer which text the server makes user_hash from, and with which code (the right code "
            "is here: {link}).",
            link=IDENTITY_VERIFICATION,
        ),
        _meanwhile(enforced),
    )


def _not_checked(call: CallInspection) -> Sequence[str]:
    hidden = [
        field.name for field in (call.signed, call.call.sent(convot.USER_HASH)) if field is not None and not field.known
    ]
    if not hidden:
        return (_THANKS, tr("I cannot say yet whether user_hash is right, and will come back to you."))
    return (
        tr(
            "Thank you for sending this, but it does not hold the {fields} that the browser sends, so I cannot check "
            "it.",
            fields=both(hidden),
        ),
        tr("Could you open the page in a browser and send me its source, or the Convot.identify call with its values?"),
        tr("Please leave the identity secret out."),
    )
