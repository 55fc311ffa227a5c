"""Conclusions about ``shop_hash``, where the user verifies; so a secret is known, and it is the right app's."""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.wording.conclusions.next_steps import STILL_SEARCHING
from convot_inspector.core.wording.conclusions.row import REASONS, ConclusionWords
from convot_inspector.core.wording.conclusions.shared import (
    AGAIN,
    ASK_FOR_CALL,
    ASK_FOR_LESS,
    HEX,
    NOT_TEXT_ANSWER,
    PLACEHOLDER_ANSWER,
    SEARCHING_ANSWER,
    SEND_AS_TEXT,
    THANKS,
    UNCHECKED_SHOP_ANSWER,
    USER_IS_RIGHT,
    USER_VERIFIED,
)

_WRONG = lazy_tr("The user is verified, the shop is not")
_UNSIGNED = lazy_tr("The user is verified, the shop is not signed")
_UNCHECKED = lazy_tr("The user is verified, the shop cannot be checked")
_IS_WRONG = lazy_tr("shop_hash is wrong, so Convot silently ignores the shop and shows no merchant data for it.")
_SIGN = lazy_tr("Sign shop with the same identity secret and send the result as shop_hash.")
_DOES_NOT_FIT = lazy_tr("The shop is not: shop_hash does not fit it, so Convot shows no merchant data for it.")
_MAKE_HASH = lazy_tr(
    "Please ask your developer to make shop_hash from shop, in the same way as user_hash, and to send both. The right "
    "code is here: {link}"
)
_WRONG_ANSWER = (THANKS, USER_VERIFIED, _DOES_NOT_FIT, _MAKE_HASH, AGAIN)
_REASONED = (THANKS, USER_VERIFIED, REASONS, AGAIN)

SHOP: dict[str, ConclusionWords] = {
    "empty": ConclusionWords(
        "warning",
        _UNSIGNED,
        (USER_IS_RIGHT, lazy_tr("shop_hash is sent empty, so shop is ignored.")),
        _SIGN,
        (
            THANKS,
            USER_VERIFIED,
            lazy_tr("The shop is not: shop_hash is sent empty, so Convot shows no merchant data for it."),
            _MAKE_HASH,
            AGAIN,
        ),
    ),
    "placeholder": ConclusionWords(
        "warning",
        _UNCHECKED,
        (USER_IS_RIGHT, lazy_tr("shop_hash is only a placeholder.")),
        "",
        (THANKS, USER_VERIFIED, *PLACEHOLDER_ANSWER),
    ),
    "template": ConclusionWords(
        "warning",
        _UNCHECKED,
        (USER_IS_RIGHT, lazy_tr("The template for the shop was not filled in.")),
        "",
        (THANKS, USER_VERIFIED, *UNCHECKED_SHOP_ANSWER),
    ),
    "proven": ConclusionWords("warning", _WRONG, (lazy_tr("{titles}."),), "", _REASONED),
    "misplaced": ConclusionWords("warning", _WRONG, (lazy_tr("{titles}."),), "", _REASONED),
    "defect": ConclusionWords("warning", _WRONG, (USER_IS_RIGHT, _IS_WRONG), "", _REASONED, otherwise=HEX),
    "searching": ConclusionWords(
        "warning",
        _WRONG,
        (USER_IS_RIGHT, _IS_WRONG),
        STILL_SEARCHING,
        (THANKS, USER_VERIFIED, _DOES_NOT_FIT, SEARCHING_ANSWER),
    ),
    "interrupted": ConclusionWords("warning", _WRONG, (USER_IS_RIGHT, _IS_WRONG), _SIGN, _WRONG_ANSWER),
    "unexplained": ConclusionWords("warning", _WRONG, (USER_IS_RIGHT, _IS_WRONG), _SIGN, _WRONG_ANSWER),
    "unsigned": ConclusionWords(
        "warning",
        _UNSIGNED,
        (USER_IS_RIGHT, lazy_tr("shop is sent without shop_hash, so it is ignored.")),
        "",
        (
            THANKS,
            USER_VERIFIED,
            lazy_tr("The shop is not: it is sent without shop_hash, so Convot ignores it."),
            _MAKE_HASH,
            AGAIN,
        ),
    ),
    "no-value": ConclusionWords(
        "warning",
        _UNSIGNED,
        (USER_IS_RIGHT, lazy_tr("shop_hash is sent without shop, so it is ignored.")),
        "",
        (
            THANKS,
            USER_VERIFIED,
            lazy_tr("shop_hash is sent without shop, so Convot shows no merchant data."),
            _MAKE_HASH,
            AGAIN,
        ),
    ),
    "not-in-text": ConclusionWords(
        "warning",
        _UNCHECKED,
        (USER_IS_RIGHT, lazy_tr("This text does not contain the {fields} that the browser sent.")),
        ASK_FOR_CALL,
        (THANKS, USER_VERIFIED, *UNCHECKED_SHOP_ANSWER),
    ),
    "several-readings": ConclusionWords(
        "warning",
        _UNCHECKED,
        (USER_IS_RIGHT, lazy_tr("{fields} can be read in more than one way, and the hash proves none of them.")),
        ASK_FOR_CALL,
        (THANKS, USER_VERIFIED, *UNCHECKED_SHOP_ANSWER),
    ),
    "too-many-readings": ConclusionWords(
        "warning",
        _UNCHECKED,
        (USER_IS_RIGHT, lazy_tr("{fields} can be read in more ways than can be tried in so long a text.")),
        ASK_FOR_LESS,
        (THANKS, USER_VERIFIED, *UNCHECKED_SHOP_ANSWER),
    ),
    "unsignable": ConclusionWords(
        "warning",
        _UNCHECKED,
        (USER_IS_RIGHT, lazy_tr("{field} is an object, true or false. Convot does not say how that is signed.")),
        SEND_AS_TEXT,
        (THANKS, USER_VERIFIED, *NOT_TEXT_ANSWER),
    ),
    "half-character": ConclusionWords(
        "warning",
        _UNCHECKED,
        (USER_IS_RIGHT, lazy_tr("{field} contains half a character. Convot does not say how that is signed.")),
        SEND_AS_TEXT,
        (THANKS, USER_VERIFIED, *NOT_TEXT_ANSWER),
    ),
}
