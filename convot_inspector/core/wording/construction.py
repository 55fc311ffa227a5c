"""Mistakes of the construction: the server computed something other than HMAC-SHA256 of the value."""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.wording.rows import Clause, MerchantWords, MistakeWords

_ARTICLE = Clause(
    lazy_tr("make {hash} with the code of Convot's help article"),
    lazy_tr("Please ask your developer to make {hash} with the code of Convot's help article."),
)
_OTHER_WAY = MerchantWords(
    Clause(
        lazy_tr("the server makes {hash} differently from Convot"),
        lazy_tr("Convot does not accept {hash}, because the server makes {hash} differently from Convot."),
    ),
    _ARTICLE,
)

CONSTRUCTION: dict[str, MistakeWords] = {
    "arguments-swapped": MistakeWords(
        lazy_tr("Key and text are swapped"),
        lazy_tr("The server called HMAC with {value} as the key and the secret as the text."),
        lazy_tr("Swap the two arguments. Which one comes first depends on the library."),
        MerchantWords(
            Clause(
                lazy_tr("the identity secret and {value} are mixed up in the code that makes {hash}"),
                lazy_tr(
                    "Convot does not accept {hash}, because the identity secret and {value} are mixed up in "
                    "the code that makes {hash}."
                ),
            ),
            Clause(
                lazy_tr("swap the identity secret and {value} in that line"),
                lazy_tr("Please ask your developer to swap the identity secret and {value} in that line."),
            ),
        ),
        code="sign",
    ),
    "wrong-algorithm": MistakeWords(
        lazy_tr("The server used HMAC with {detail}"),
        lazy_tr("Convot uses SHA-256."),
        lazy_tr("Use SHA-256."),
        _OTHER_WAY,
        code="sign",
    ),
    "plain-hash": MistakeWords(
        lazy_tr("The server hashed the value without the secret"),
        lazy_tr("It sent the plain {detail} of the text. Anyone can compute that, so it proves nothing."),
        lazy_tr("Use HMAC with the identity secret as the key, not a plain hash."),
        MerchantWords(
            Clause(
                lazy_tr("the server makes {hash} without the identity secret"),
                lazy_tr("Convot does not accept {hash}, because the server makes {hash} without the identity secret."),
            ),
            _ARTICLE,
        ),
        code="sign",
    ),
    "concatenated": MistakeWords(
        lazy_tr("The secret and the value were joined and hashed"),
        lazy_tr("The server computed {detail}. That is not an HMAC."),
        lazy_tr("Use the language's HMAC function."),
        _OTHER_WAY,
        code="sign",
    ),
    "hmac-of-hash": MistakeWords(
        lazy_tr("The server signed a hash of the value"),
        lazy_tr("It hashed the text with {detail} and signed the resulting bytes."),
        lazy_tr("Leave out the first hash. Compute HMAC-SHA256 of {value} once, with the identity secret as the key."),
        _OTHER_WAY,
        code="sign",
    ),
    "hmac-twice": MistakeWords(
        lazy_tr("The server computed the hash twice"),
        lazy_tr("It computed {detail}."),
        lazy_tr(
            "Compute HMAC-SHA256 of {value} once, with the identity secret as the key. Look for code "
            "that signs what is already signed."
        ),
        _OTHER_WAY,
        code="sign",
    ),
}
