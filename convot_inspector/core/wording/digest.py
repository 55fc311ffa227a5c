"""Mistakes of the digest: the result was written in another form."""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.wording.rows import Clause, MerchantWords, MistakeWords

_HEX = lazy_tr("Write the digest as 64 lower-case hex digits.")
_OTHER_FORM = MerchantWords(
    Clause(
        lazy_tr("{hash} is written in a form that Convot does not read"),
        lazy_tr("Convot does not accept {hash}, because {hash} is written in a form that Convot does not read."),
    ),
    Clause(
        lazy_tr("write {hash} as in the code of Convot's help article"),
        lazy_tr("Please ask your developer to write {hash} as in the code of Convot's help article."),
    ),
)

DIGEST: dict[str, MistakeWords] = {
    "digest-base64": MistakeWords(
        lazy_tr("The hash is written in base64"),
        lazy_tr("Convot compares hex. The digest itself is right, but in {detail}."),
        _HEX,
        _OTHER_FORM,
        code="hex",
    ),
    "digest-base64-of-hex": MistakeWords(
        lazy_tr("The hex hash was base64-encoded"),
        lazy_tr("The digest was written in hex first, and that text in base64."),
        _HEX,
        _OTHER_FORM,
        code="hex",
    ),
    "digest-hex-of-hex": MistakeWords(
        lazy_tr("The hash was written in hex twice"),
        lazy_tr("The hex text was written in hex again."),
        _HEX,
        _OTHER_FORM,
        code="hex",
    ),
    "digest-upper-case": MistakeWords(
        lazy_tr("The hash has capital letters"),
        lazy_tr("Convot compares lower-case hex, byte for byte."),
        _HEX,
        MerchantWords(
            Clause(
                lazy_tr("{hash} is written in capital letters"),
                lazy_tr("Convot does not accept {hash}, because {hash} is written in capital letters."),
            ),
            Clause(
                lazy_tr("write {hash} in lower-case letters"),
                lazy_tr("Please ask your developer to write {hash} in lower-case letters."),
            ),
        ),
        code="lower",
    ),
    "digest-prefixed": MistakeWords(
        lazy_tr("There is something before or after the hash"),
        lazy_tr("The hash came with {detail}."),
        lazy_tr("Send only the 64 hex digits."),
        MerchantWords(
            Clause(
                lazy_tr("there is something before or after {hash}"),
                lazy_tr("Convot does not accept {hash}, because there is something before or after {hash}."),
            ),
            Clause(
                lazy_tr("send only the 64 characters of {hash}"),
                lazy_tr("Please ask your developer to send only the 64 characters of {hash}."),
            ),
        ),
        code="hex",
    ),
    "digest-separated": MistakeWords(
        lazy_tr("The hash has marks between its bytes"),
        lazy_tr("There is “{detail}” between every two digits, as .NET's BitConverter and OpenSSL's -c print it."),
        _HEX,
        _OTHER_FORM,
        code="hex",
    ),
    "digest-repr": MistakeWords(
        lazy_tr("The hash was sent as a program shows it, not as text"),
        lazy_tr("What was sent is how the language displays {detail} of the digest."),
        _HEX,
        _OTHER_FORM,
        code="hex",
    ),
    "digest-zeros-lost": MistakeWords(
        lazy_tr("Zeros are missing from the hash"),
        lazy_tr(
            "It was printed as numbers ({detail}). Only some visitors are affected: those whose hash has such digits."
        ),
        lazy_tr("Use the library's own hex output, with two digits for every byte."),
        MerchantWords(
            Clause(
                lazy_tr("some characters of {hash} get lost when it is written"),
                lazy_tr(
                    "Convot does not accept {hash}, because some characters of {hash} get lost when it is written."
                ),
            ),
            Clause(
                lazy_tr("write {hash} as in the code of Convot's help article"),
                lazy_tr("Please ask your developer to write {hash} as in the code of Convot's help article."),
            ),
        ),
        code="hex",
    ),
    "digest-truncated": MistakeWords(
        lazy_tr("The hash was cut off"),
        lazy_tr("As pasted, it ends after its first {detail}."),
        lazy_tr("Make room for 64 characters: check the database column and the limits of templates."),
        MerchantWords(
            Clause(
                lazy_tr("{hash} is cut off on its way to the page"),
                lazy_tr("Convot does not accept {hash}, because {hash} is cut off on its way to the page."),
            ),
            Clause(
                lazy_tr("make room for all 64 characters of {hash}"),
                lazy_tr("Please ask your developer to make room for all 64 characters of {hash}."),
            ),
            "",
        ),
    ),
    "digest-whitespace": MistakeWords(
        lazy_tr("The hash contains white space or invisible characters"),
        lazy_tr("They are in the hash as pasted. Without them it would be right."),
        lazy_tr("Trim the hash where the page gets it."),
        MerchantWords(
            Clause(
                lazy_tr("there are spaces or line breaks in {hash}"),
                lazy_tr("Convot does not accept {hash}, because there are spaces or line breaks in {hash}."),
            ),
            Clause(
                lazy_tr("remove spaces and line breaks from {hash}"),
                lazy_tr("Please ask your developer to remove spaces and line breaks from {hash}."),
            ),
            "",
        ),
        code="strip-hash",
    ),
    "digest-url-encoded": MistakeWords(
        lazy_tr("The hash is percent-encoded base64"),
        lazy_tr("It was written in base64 and then encoded for an address."),
        _HEX,
        _OTHER_FORM,
        code="hex",
    ),
    "digest-escaped": MistakeWords(
        lazy_tr("The hash is base64 with escapes in it"),
        lazy_tr("A template or a form changed it on the way: {detail}."),
        _HEX,
        _OTHER_FORM,
        code="hex",
    ),
    "digest-look-alike": MistakeWords(
        lazy_tr("Some digits of the hash are letters that look like digits"),
        lazy_tr("Read as digits ({detail}), it is the right hash. That happens when it is read from a picture."),
        lazy_tr("Copy the text itself instead of reading it from a picture."),
        MerchantWords(
            Clause(
                lazy_tr("some digits of {hash} were read as letters"),
                lazy_tr("Convot does not accept {hash}, because some digits of {hash} were read as letters."),
            ),
            Clause(
                lazy_tr("copy {hash} as text, not from a picture"),
                lazy_tr("Please ask your developer to copy {hash} as text, not from a picture."),
            ),
            "",
        ),
    ),
    "digest-raw": MistakeWords(
        lazy_tr("The raw bytes of the hash were sent as text"),
        lazy_tr("They were read as {detail}."),
        _HEX,
        _OTHER_FORM,
        code="hex",
    ),
}
