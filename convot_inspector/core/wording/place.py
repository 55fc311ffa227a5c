"""Mistakes of the place: the right hash is where Convot does not read it."""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.wording.rows import Clause, MerchantWords, MistakeWords

PLACE: dict[str, MistakeWords] = {
    "hashes-swapped": MistakeWords(
        lazy_tr("user_hash and shop_hash are swapped"),
        lazy_tr("The right {hash} was sent as {detail}."),
        lazy_tr("Swap them in the page."),
        MerchantWords(
            Clause(
                lazy_tr("user_hash and shop_hash are swapped"),
                lazy_tr("Convot does not accept {hash}, because user_hash and shop_hash are swapped."),
            ),
            Clause(
                lazy_tr("swap user_hash and shop_hash in the page"),
                lazy_tr("Please ask your developer to swap user_hash and shop_hash in the page."),
            ),
            "",
        ),
    ),
    "hash-in-other-field": MistakeWords(
        lazy_tr("The hash is sent under another name"),
        lazy_tr("It is in the field {detail}. Convot reads only {hash}."),
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
        lazy_tr("It is right for the call at {detail}: another visitor, or the same one before a change."),
        lazy_tr("Compute the hash again whenever {value} changes, and do not share it between visitors."),
        MerchantWords(
            Clause(
                lazy_tr("{hash} belongs to another visitor, or to an older {value}"),
                lazy_tr(
                    "Convot does not accept {hash}, because {hash} belongs to another visitor, or to an older {value}."
                ),
            ),
            Clause(
                lazy_tr("make {hash} again whenever {value} changes"),
                lazy_tr("Please ask your developer to make {hash} again whenever {value} changes."),
            ),
            "",
        ),
    ),
}
