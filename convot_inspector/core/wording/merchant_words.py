"""What each cause and certain defect says to a merchant: what is wrong, and what to ask the developer for.

``{hash}`` is the field that does not verify, ``{value}`` the one to be signed, ``{detail}`` a name of a field. Each is
the middle of a sentence. The exact words for a developer are in ``cause_words.py``.
"""

from __future__ import annotations

from typing import NamedTuple


class MerchantWords(NamedTuple):
    """``wrong`` and ``please`` are for a list of several; alone each is a whole sentence, and is translated as one.

    All are templates: no place in them is filled here.
    """

    wrong: str
    please: str

    @property
    def reason(self) -> str:
        """What is wrong, alone."""
        return f"The reason is that {self.wrong}."

    @property
    def request(self) -> str:
        """What to ask for, alone."""
        return f"Please ask your developer to {self.please} (the right code is here: {{link}})."


_AS_SHOWN = "use the identity secret exactly as Convot shows it"
_BARE = "store only the 64 characters of the identity secret, with nothing around them"
_ARTICLE = "make {hash} with the code of Convot's help article"
_EXACTLY = "make {hash} from exactly the text that the page sends as {value}"
_CHANGED_KEY = MerchantWords("the server changes the identity secret before it uses it", _AS_SHOWN)
_AROUND_KEY = MerchantWords(
    "there is something around the identity secret on the server, such as a space, a line break or quotes", _BARE
)
_NO_KEY = MerchantWords(
    "no identity secret reaches the code that makes {hash}", "set the identity secret for the running server"
)
_OTHER_WAY = MerchantWords("the server makes {hash} in another way than Convot does", _ARTICLE)
_OTHER_FORM = MerchantWords(
    "{hash} is written in a form that Convot does not read", "write {hash} as in the code of Convot's help article"
)

FOR_ANY_DEFECT = _OTHER_FORM
"""For a hash that cannot be right, where no finding says more."""

MERCHANT_WORDS: dict[str, MerchantWords] = {
    "hash-is-value": MerchantWords("the page sends {value} itself in the place of {hash}", _ARTICLE),
    "hash-is-jwt": MerchantWords("the page sends a token of another kind in the place of {hash}", _ARTICLE),
    "hash-not-hex": _OTHER_FORM,
    "hash-wrong-length": MerchantWords(
        "{hash} does not have the 64 characters that Convot expects", "send the 64 characters of {hash} alone"
    ),
    "wrong-field": MerchantWords(
        "the server makes {hash} from {detail}, while Convot expects it to be made from {value}",
        "make {hash} from {value}",
    ),
    "value-case": MerchantWords(
        "the server and the page use different capital and small letters in {value}",
        "use the same spelling of {value} in both places",
    ),
    "value-whitespace": MerchantWords(
        "the server and the page have different spaces or line breaks around {value}",
        "remove spaces and line breaks around {value} before {hash} is made and before it is sent",
    ),
    "value-invisible": MerchantWords(
        "the server and the page have different invisible characters in {value}",
        "remove such characters where {value} is stored",
    ),
    "value-unicode": MerchantWords(
        "the server and the page write the same letters of {value} in different ways",
        "write them in one way where {value} is stored",
    ),
    "value-charset": MerchantWords(
        "the server uses another character set for {value} than the page", "use the page's character set on the server"
    ),
    "value-mojibake": MerchantWords(
        "the letters of {value} are garbled on their way",
        "find where that happens, and make {hash} from the right text",
    ),
    "value-url-encoded": MerchantWords(
        "the server makes {hash} from {value} as it is written in a web address", _EXACTLY
    ),
    "value-escaped": MerchantWords("some characters of {value} are replaced by others before {hash} is made", _EXACTLY),
    "value-quoted": MerchantWords("there are quotes around {value} when {hash} is made", _EXACTLY),
    "value-number": MerchantWords(
        "the server writes the number in {value} in another way than the page", "keep {value} as text in both places"
    ),
    "value-prefix": MerchantWords(
        "the {value} on the server begins or ends differently from the one in the page",
        "use the same {value} in both places",
    ),
    "value-uuid": MerchantWords(
        "the server writes the id in {value} in another form than the page",
        "use the same form of {value} in both places",
    ),
    "value-base64": MerchantWords("the server converts {value} before it makes {hash}", _EXACTLY),
    "value-hashed": MerchantWords("the server converts {value} before it makes {hash}", _EXACTLY),
    "value-literal": MerchantWords(
        "the server does not know {value} when it makes {hash}", "make sure that the server has {value} at that moment"
    ),
    "value-json": MerchantWords(
        "the server makes {hash} from a whole set of values instead of {value} alone", "make {hash} from {value} alone"
    ),
    "value-composite": MerchantWords(
        "the server makes {hash} from several values together", "make {hash} from {value} alone"
    ),
    "key-previous": MerchantWords(
        "the server still uses an identity secret that was replaced since",
        "put the current identity secret on the server",
    ),
    "key-other-app": MerchantWords(
        "the server uses the identity secret of another app", "use the identity secret of the app that the page loads"
    ),
    "key-hex-decoded": _CHANGED_KEY,
    "key-base64-decoded": _CHANGED_KEY,
    "key-base64": _CHANGED_KEY,
    "key-case": _CHANGED_KEY,
    "key-hashed": _CHANGED_KEY,
    "key-whitespace": _AROUND_KEY,
    "key-quoted": _AROUND_KEY,
    "key-env-line": _AROUND_KEY,
    "key-truncated": MerchantWords(
        "the server has only a part of the identity secret", "copy all 64 characters of it from Convot again"
    ),
    "key-empty": _NO_KEY,
    "key-literal": _NO_KEY,
    "key-other-credential": MerchantWords(
        "the server uses another key instead of the identity secret", "use the identity secret"
    ),
    "arguments-swapped": MerchantWords(
        "the identity secret and {value} are mixed up in the code that makes {hash}",
        "swap the identity secret and {value} in that line",
    ),
    "wrong-algorithm": _OTHER_WAY,
    "plain-hash": MerchantWords("the server makes {hash} without the identity secret", _ARTICLE),
    "concatenated": _OTHER_WAY,
    "hmac-of-hash": _OTHER_WAY,
    "hmac-twice": _OTHER_WAY,
    "digest-base64": _OTHER_FORM,
    "digest-base64-of-hex": _OTHER_FORM,
    "digest-hex-of-hex": _OTHER_FORM,
    "digest-upper-case": MerchantWords("{hash} is written in capital letters", "write {hash} in small letters"),
    "digest-prefixed": MerchantWords(
        "something stands before or behind {hash}", "send the 64 characters of {hash} alone"
    ),
    "digest-separated": _OTHER_FORM,
    "digest-repr": _OTHER_FORM,
    "digest-zeros-lost": MerchantWords("some characters of {hash} get lost when it is written", _OTHER_FORM.please),
    "digest-truncated": MerchantWords(
        "{hash} is cut off on its way to the page", "make room for all 64 characters of {hash}"
    ),
    "digest-whitespace": MerchantWords(
        "there are spaces or line breaks in {hash}", "remove spaces and line breaks from {hash}"
    ),
    "digest-url-encoded": _OTHER_FORM,
    "digest-escaped": _OTHER_FORM,
    "digest-raw": _OTHER_FORM,
    "hashes-swapped": MerchantWords(
        "user_hash and shop_hash stand in each other's place", "swap user_hash and shop_hash in the page"
    ),
    "hash-in-other-field": MerchantWords(
        "the page sends the hash as {detail}, which Convot does not read", "send {detail} as {hash}"
    ),
    "hash-of-other-call": MerchantWords(
        "{hash} belongs to another visitor, or to an older {value}", "make {hash} anew whenever {value} changes"
    ),
}
