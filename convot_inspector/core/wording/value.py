"""Mistakes of the value: the server signed another text."""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.wording.rows import Clause, MerchantWords, MistakeWords

_EXACTLY = Clause(
    lazy_tr("make {hash} from exactly the text that the page sends as {value}"),
    lazy_tr("Please ask your developer to make {hash} from exactly the text that the page sends as {value}."),
)
_SAME = lazy_tr("Sign exactly the text that the page sends as {value}.")

VALUE: dict[str, MistakeWords] = {
    "wrong-field": MistakeWords(
        lazy_tr("The server signed {detail} instead of {value}"),
        lazy_tr("Convot expects {hash} to sign {value}. The hash that was sent is right for {detail}."),
        lazy_tr("On the server, compute the hash of {value}."),
        MerchantWords(
            Clause(
                lazy_tr("the server makes {hash} from {detail}, while Convot expects it to be made from {value}"),
                lazy_tr(
                    "Convot does not accept {hash}, because the server makes {hash} from {detail}, while "
                    "Convot expects it to be made from {value}."
                ),
            ),
            Clause(
                lazy_tr("make {hash} from {value}"),
                lazy_tr("Please ask your developer to make {hash} from {value}."),
            ),
        ),
        code="sign",
    ),
    "value-case": MistakeWords(
        lazy_tr("The server signed {signed} in another letter case"),
        lazy_tr("It signed {signed}, as pasted, {detail}. To a hash, john@ and John@ are different texts."),
        lazy_tr("Sign and send the same spelling: change the case in both places or in neither."),
        MerchantWords(
            Clause(
                lazy_tr("the server and the page use different capital and small letters in {signed}"),
                lazy_tr(
                    "Convot does not accept {hash}, because the server and the page use different capital "
                    "and small letters in {signed}."
                ),
            ),
            Clause(
                lazy_tr("use the same spelling of {value} in both places"),
                lazy_tr("Please ask your developer to use the same spelling of {value} in both places."),
            ),
        ),
        code="sign",
    ),
    "value-whitespace": MistakeWords(
        lazy_tr("The white space around {signed} differs"),
        lazy_tr("The signed text is {signed}, as pasted, {detail}."),
        lazy_tr(
            "Trim the value before it is signed and before it is sent. In a shell, use printf '%s' instead of echo."
        ),
        MerchantWords(
            Clause(
                lazy_tr("the server and the page have different spaces or line breaks around {signed}"),
                lazy_tr(
                    "Convot does not accept {hash}, because the server and the page have different spaces or "
                    "line breaks around {signed}."
                ),
            ),
            Clause(
                lazy_tr("remove spaces and line breaks around {value} before {hash} is made and before it is sent"),
                lazy_tr(
                    "Please ask your developer to remove spaces and line breaks around {value} before {hash} "
                    "is made and before it is sent."
                ),
            ),
        ),
        code="strip",
    ),
    "value-invisible": MistakeWords(
        lazy_tr("Invisible characters differ in {signed}"),
        lazy_tr("The signed text is {signed}, as pasted, {detail}. Copied text often contains such characters."),
        lazy_tr("Remove them where the value is stored, so that the page and the server have the same text."),
        MerchantWords(
            Clause(
                lazy_tr("the server and the page have different invisible characters in {signed}"),
                lazy_tr(
                    "Convot does not accept {hash}, because the server and the page have different invisible "
                    "characters in {signed}."
                ),
            ),
            Clause(
                lazy_tr("remove such characters where {value} is stored"),
                lazy_tr("Please ask your developer to remove such characters where {value} is stored."),
            ),
        ),
        code="strip",
    ),
    "value-unicode": MistakeWords(
        lazy_tr("The server signed another Unicode form of {signed}"),
        lazy_tr("The same letters can be stored in several ways. The server signed {detail}."),
        lazy_tr("Normalize the value once, when it is stored, and use that text for both."),
        MerchantWords(
            Clause(
                lazy_tr("the server and the page write the same letters of {signed} in different ways"),
                lazy_tr(
                    "Convot does not accept {hash}, because the server and the page write the same letters "
                    "of {signed} in different ways."
                ),
            ),
            Clause(
                lazy_tr("store {value} in one form only"),
                lazy_tr("Please ask your developer to store {value} in one form only."),
            ),
        ),
        code="normalise",
    ),
    "value-charset": MistakeWords(
        lazy_tr("The server signed {signed} in another character set"),
        lazy_tr("It signed the bytes of the value in {detail}. Convot signs UTF-8."),
        lazy_tr("Encode the value as UTF-8 before it is signed."),
        MerchantWords(
            Clause(
                lazy_tr("the server and the page use different character sets for {signed}"),
                lazy_tr(
                    "Convot does not accept {hash}, because the server and the page use different "
                    "character sets for {signed}."
                ),
            ),
            Clause(
                lazy_tr("use the page's character set on the server"),
                lazy_tr("Please ask your developer to use the page's character set on the server."),
            ),
        ),
        code="sign",
    ),
    "value-mojibake": MistakeWords(
        lazy_tr("The letters of {signed} were garbled before signing"),
        lazy_tr("The signed text is {signed}, as pasted, as {detail}."),
        lazy_tr(
            "Find where UTF-8 is read as something else, often a database connection or a file, and read it as UTF-8."
        ),
        MerchantWords(
            Clause(
                lazy_tr("the letters of {signed} get garbled on the way"),
                lazy_tr("Convot does not accept {hash}, because the letters of {signed} get garbled on the way."),
            ),
            Clause(
                lazy_tr("find where that happens, and make {hash} from the right text"),
                lazy_tr("Please ask your developer to find where that happens, and make {hash} from the right text."),
            ),
        ),
    ),
    "value-url-encoded": MistakeWords(
        lazy_tr("The server signed {signed} as encoded for a web address"),
        lazy_tr("The signed text is {signed}, as pasted, {detail}."),
        lazy_tr("Decode the value before it is signed, and sign the plain text that the page sends."),
        MerchantWords(
            Clause(
                lazy_tr("the server makes {hash} from {signed} as it is written in a web address"),
                lazy_tr(
                    "Convot does not accept {hash}, because the server makes {hash} from {signed} as it is "
                    "written in a web address."
                ),
            ),
            _EXACTLY,
        ),
        code="sign",
    ),
    "value-escaped": MistakeWords(
        lazy_tr("The server signed {signed} with escapes"),
        lazy_tr("The signed text is {signed}, as pasted, {detail}."),
        lazy_tr("Sign the value before a template or an encoder escapes it."),
        MerchantWords(
            Clause(
                lazy_tr("some characters of {signed} are replaced by others before {hash} is made"),
                lazy_tr(
                    "Convot does not accept {hash}, because some characters of {signed} are replaced by "
                    "others before {hash} is made."
                ),
            ),
            _EXACTLY,
        ),
        code="sign",
    ),
    "value-quoted": MistakeWords(
        lazy_tr("The server signed {signed} with quotes around it"),
        lazy_tr("The signed text is {signed}, as pasted, {detail}."),
        lazy_tr("Sign the text itself. Use JSON encoding only for the page."),
        MerchantWords(
            Clause(
                lazy_tr("there are quotes around {signed} when {hash} is made"),
                lazy_tr("Convot does not accept {hash}, because there are quotes around {signed} when {hash} is made."),
            ),
            _EXACTLY,
        ),
        code="sign",
    ),
    "value-number": MistakeWords(
        lazy_tr("The server signed another spelling of the number"),
        lazy_tr("The signed text is {signed}, as pasted, {detail}. JavaScript prints as few digits as possible."),
        lazy_tr("Keep the id as text everywhere: in the database, on the server and in the page."),
        MerchantWords(
            Clause(
                lazy_tr("the server writes the number in {signed} differently from the page"),
                lazy_tr(
                    "Convot does not accept {hash}, because the server writes the number in {signed} "
                    "differently from the page."
                ),
            ),
            Clause(
                lazy_tr("keep {value} as text in both places"),
                lazy_tr("Please ask your developer to keep {value} as text in both places."),
            ),
        ),
        code="sign",
    ),
    "value-prefix": MistakeWords(
        lazy_tr("The server signed {signed} with a different beginning or end"),
        lazy_tr("The signed text is {signed}, as pasted, {detail}."),
        lazy_tr("Sign the same text that the page sends, with its prefix in both or in neither."),
        MerchantWords(
            Clause(
                lazy_tr("the {signed} on the server begins or ends differently from the one in the page"),
                lazy_tr(
                    "Convot does not accept {hash}, because the {signed} on the server begins or ends "
                    "differently from the one in the page."
                ),
            ),
            Clause(
                lazy_tr("use the same {value} in both places"),
                lazy_tr("Please ask your developer to use the same {value} in both places."),
            ),
        ),
        code="sign",
    ),
    "value-uuid": MistakeWords(
        lazy_tr("The server signed another form of the id"),
        lazy_tr("The signed text is {signed}, as pasted, {detail}."),
        lazy_tr("Turn the id into text once, and use that text for both."),
        MerchantWords(
            Clause(
                lazy_tr("the server writes the id in {signed} in a different form from the page"),
                lazy_tr(
                    "Convot does not accept {hash}, because the server writes the id in {signed} in a "
                    "different form from the page."
                ),
            ),
            Clause(
                lazy_tr("use the same form of {value} in both places"),
                lazy_tr("Please ask your developer to use the same form of {value} in both places."),
            ),
        ),
        code="sign",
    ),
    "value-base64": MistakeWords(
        lazy_tr("The server used base64 on {signed} before signing"),
        lazy_tr("The signed text is {signed}, as pasted, {detail}."),
        _SAME,
        MerchantWords(
            Clause(
                lazy_tr("the server converts {signed} before it makes {hash}"),
                lazy_tr("Convot does not accept {hash}, because the server converts {signed} before it makes {hash}."),
            ),
            _EXACTLY,
        ),
        code="sign",
    ),
    "value-hashed": MistakeWords(
        lazy_tr("The server hashed {signed} before it signed it"),
        lazy_tr("The signed text is the {detail} of the value, in hex."),
        lazy_tr("Leave out the first hash. Compute HMAC-SHA256 of {value} once, with the identity secret as the key."),
        MerchantWords(
            Clause(
                lazy_tr("the server converts {signed} before it makes {hash}"),
                lazy_tr("Convot does not accept {hash}, because the server converts {signed} before it makes {hash}."),
            ),
            _EXACTLY,
        ),
        code="sign",
    ),
    "value-literal": MistakeWords(
        lazy_tr("The server signed {quoted} instead of {value}"),
        lazy_tr("The variable was empty or not what the code expects, so {quoted} was signed."),
        lazy_tr("Make sure that the server has {value} when it computes the hash: log its length, not its content."),
        MerchantWords(
            Clause(
                lazy_tr("the server does not know {value} when it makes {hash}"),
                lazy_tr(
                    "Convot does not accept {hash}, because the server does not know {value} when it makes {hash}."
                ),
            ),
            Clause(
                lazy_tr("make sure that the server has {value} at that moment"),
                lazy_tr("Please ask your developer to make sure that the server has {value} at that moment."),
            ),
        ),
        code="sign",
    ),
    "value-json": MistakeWords(
        lazy_tr("The server signed JSON instead of the value alone"),
        lazy_tr("It signed {detail}, as JSON."),
        lazy_tr("Sign the text of {value} and nothing else."),
        MerchantWords(
            Clause(
                lazy_tr("the server makes {hash} from a whole set of values instead of {value} alone"),
                lazy_tr(
                    "Convot does not accept {hash}, because the server makes {hash} from a whole set of "
                    "values instead of {value} alone."
                ),
            ),
            Clause(
                lazy_tr("make {hash} from {value} alone"),
                lazy_tr("Please ask your developer to make {hash} from {value} alone."),
            ),
        ),
        code="sign",
    ),
    "value-composite": MistakeWords(
        lazy_tr("The server signed several values together"),
        lazy_tr("It signed {detail}."),
        lazy_tr("Sign {value} alone. The shop has a hash of its own, shop_hash."),
        MerchantWords(
            Clause(
                lazy_tr("the server makes {hash} from several values together"),
                lazy_tr("Convot does not accept {hash}, because the server makes {hash} from several values together."),
            ),
            Clause(
                lazy_tr("make {hash} from {value} alone"),
                lazy_tr("Please ask your developer to make {hash} from {value} alone."),
            ),
        ),
        code="sign",
    ),
}
