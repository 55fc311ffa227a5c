"""Mistakes of the place: the right hash is where Convot does not read it."""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.wording.rows import Clause, MerchantWords, MistakeWords

PLACE: dict[str, MistakeWords] = {
    "hashes-swapped": MistakeWords(
        lazy_tr("user_hash and shop_hash stand in each other's field"),
        lazy_tr("The right {hash} was sent as {detail}."),
        lazy_tr("Swap them in the page."),
        MerchantWords(
            Clause(
                lazy_tr("user_hash and shop_hash stand in each other's place"),
                lazy_tr("Convot does not accept {hash}, because user_hash and shop_hash stand in each other's place."),
            ),
            Clause(
                lazy_tr("swap user_hash and shop_hash in the page"),
                lazy_tr("Please ask your developer to swap user_hash and shop_hash in the page."),
            ),
            "",
        ),
    ),
    "hash-in-other-field": MistakeWords(
        lazy_tr("The hash stands under another name"),
        lazy_tr("The field {detail} holds it. Convot only reads {hash}."),
        lazy_tr("Rename the field to {hash}."),
        MerchantWords(
            Clause(
                lazy_tr("the page sends the hash as {detail}, which Convot does not read"),
                lazy_tr(
                    "Convot does not accept {hash}, because the page sends the hash as {detail}, which "
                    "Convot does not read."
                ),
            ),
            Clause(
                lazy_tr("send {detail} as {hash}"),
                lazy_tr("Please ask your developer to send {detail} as {hash}."),
            ),
            "",
        ),
    ),
    "hash-of-other-call": MistakeWords(
        lazy_tr("The hash belongs to another call in this text"),
        lazy_tr("It is right for what the call at {detail} sends: another visitor, or the same one before a change."),
        lazy_tr("Compute the hash anew whenever {value} changes, and do not cache it for all visitors."),
        MerchantWords(
            Clause(
                lazy_tr("{hash} belongs to another visitor, or to an older {value}"),
                lazy_tr(
                    "Convot does not accept {hash}, because {hash} belongs to another visitor, or to an older {value}."
                ),
            ),
            Clause(
                lazy_tr("make {hash} anew whenever {value} changes"),
                lazy_tr("Please ask your developer to make {hash} anew whenever {value} changes."),
            ),
            "",
        ),
    ),
}
