"""The answer for the merchant: friendly, five sentences at most, what is wrong and whom to ask for what.

It holds no value of the paste, no secret and no hash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core import convot
from convot_inspector.core.answering.merchant_words import MERCHANT_WORDS
from convot_inspector.core.explaining.sign import shown
from convot_inspector.core.explaining.wording import IDENTITY_VERIFICATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convot_inspector.core.model import CallInspection, Field, HashVerdict

_THANKS = "Thank you for sending this, I have checked it."
_AGAIN = "Send me what the page sends then, and I will check it again."
_LONGEST_NAME = 60  # characters of a field's name
_CODE = f" (the right code is here: {IDENTITY_VERIFICATION})"


def merchant_answer(call: CallInspection, *, enforced: bool) -> str:
    """The answer about one call. ``enforced``: whether *Require identity verification* is on for this app."""
    return " ".join(_sentences(call, enforced=enforced))


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
                f"The page sends {_name(call.signed)} without user_hash, so Convot cannot know that it is true.",
                f"Please ask your developer to make user_hash on the server and to send it too{_CODE}.",
                _meanwhile(enforced),
                _AGAIN,
            )
        case "no-value" | "absent":
            return (
                _THANKS,
                "The page does not tell Convot who the visitor is: it sends neither external_id nor email.",
                f"Please ask your developer to send one of them, and user_hash with it{_CODE}.",
                _meanwhile(enforced),
                _AGAIN,
            )
        case _:
            return _not_checked(call)


def _name(field: Field | None) -> str:
    return field.name if field is not None else "external_id or email"


def _exposed() -> Sequence[str]:
    return (
        "Thank you for sending this, and please act on it today: the identity secret of your app stands in it.",
        "Whoever has seen that secret can pose as any of your users.",
        "In Convot, go to Settings → Apps → [your app] → Setup and click Regenerate identity secret.",
        "Then update the secret on your server and redeploy; it must never stand in a page.",
        "Write to me when that is done, and I will check the rest.",
    )


def _verified(call: CallInspection) -> Sequence[str]:
    good = "The visitor is verified: user_hash is right."
    match call.shop.status:
        case "verified":
            return (_THANKS, "Everything is right: the visitor and the shop are verified.")
        case "mismatch" | "missing" | "no-value" if call.shop.causes:
            shop = call.call.sent(convot.SHOP)
            return (_THANKS, good, *_causes(call.shop, convot.SHOP_HASH, _name(shop)), _AGAIN)
        case "mismatch":
            wrong = "The shop is not: shop_hash does not fit it, so Convot shows no merchant data for it."
        case "missing":
            wrong = "The shop is not: it is sent without shop_hash, so Convot shows no merchant data for it."
        case "no-value":
            wrong = "shop_hash is sent without shop, so Convot shows no merchant data."
        case "not-checked":
            return (_THANKS, good, "Whether shop_hash is right cannot be told from what you sent.")
        case _:
            return (_THANKS, good, "There is nothing to do.")
    please = "Please ask your developer to make shop_hash from shop, in the same way as user_hash, and to send both."
    return (_THANKS, good, wrong, please, _AGAIN)


def _causes(verdict: HashVerdict, hash_name: str, value_name: str) -> Sequence[str]:
    details = {mistake.id: mistake.detail for mistake in verdict.proof.mistakes} if verdict.proof is not None else {}

    def filled(words: str, id_: str) -> str:
        of_call = {"{hash}": hash_name, "{value}": value_name, "{detail}": shown(details.get(id_, ""), _LONGEST_NAME)}
        for place, text in of_call.items():
            words = words.replace(place, text)
        return words

    wrong = dict.fromkeys(filled(MERCHANT_WORDS[id_].wrong, id_) for id_ in verdict.causes)
    please = dict.fromkeys(filled(MERCHANT_WORDS[id_].please, id_) for id_ in verdict.causes)
    if len(wrong) == 1:
        return (f"The reason is that {next(iter(wrong))}.", f"Please ask your developer to {_listed(please)}{_CODE}.")
    return (
        f"There is more than one reason: {_listed(wrong)}.",
        f"Please ask your developer to do all of this: {_listed(please)}{_CODE}.",
    )


def _listed(parts: Iterable[str]) -> str:
    *first, last = parts
    return f"{'; '.join(first)}; and {last}" if first else last


def _meanwhile(enforced: bool) -> str:  # noqa: FBT001  # the one thing that it depends on
    if enforced:
        return "Until then Convot turns these visitors away with identity_verification_required."
    return "Until then your visitors can chat as before; Convot only trusts them less."


def _unexplained(call: CallInspection, *, enforced: bool) -> Sequence[str]:
    name = _name(call.signed)
    return (
        (
            "Thank you for sending this, I have checked it: user_hash does not fit this "
            f"{name} and the identity secret, and none of the usual mistakes explains it."
        ),
        "Was the identity secret regenerated at some time, or is it perhaps the one of another app?",
        f"Please ask your developer which text the server makes user_hash from, and with which code{_CODE}.",
        _meanwhile(enforced),
    )


def _not_checked(call: CallInspection) -> Sequence[str]:
    hidden = [
        field.name for field in (call.signed, call.call.sent(convot.USER_HASH)) if field is not None and not field.known
    ]
    if not hidden:
        return (_THANKS, "I cannot say yet whether user_hash is right, and will come back to you.")
    names = " and ".join(dict.fromkeys(hidden))
    return (
        f"Thank you for sending this, but it does not hold the {names} that the browser sends, so I cannot check it.",
        "Could you open the page in a browser and send me its source, or the Convot.identify call with its values?",
        "Please leave the identity secret out.",
    )
