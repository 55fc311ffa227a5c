"""The text of a finding about a hash that can never be right, by the kind of text that stands in its place.

``{detail}``: the name of the hash's field. ``{fact}``: for "unset" the word itself, for "short" and "long" the number
of characters.
"""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.wording.findings import ANY_DEFECT, Words
from convot_inspector.core.wording.rows import Clause, MerchantWords

_CODE = Clause(
    lazy_tr("send {hash} as 64 lower-case hex digits"),
    lazy_tr("Please ask your developer to send {hash} as 64 lower-case hex digits."),
)
_ON_SERVER = Clause(
    lazy_tr("make {hash} on the server, and call Convot.identify only once the page has it"),
    lazy_tr(
        "Please ask your developer to make {hash} on the server, and to call Convot.identify only once the page has it."
    ),
)
_AWAIT = Clause(
    lazy_tr("wait for {hash} before the page calls Convot.identify"),
    lazy_tr("Please ask your developer to wait for {hash} before the page calls Convot.identify."),
)
_TEXT = Clause(
    lazy_tr("keep {hash} as text all the way from the server to the page"),
    lazy_tr("Please ask your developer to keep {hash} as text all the way from the server to the page."),
)
_WHOLE = Clause(
    lazy_tr("send all 64 characters of {hash}, and nothing else"),
    lazy_tr("Please ask your developer to send all 64 characters of {hash}, and nothing else."),
)

HASH_SHAPES: dict[str, Words] = {
    "unset": Words(
        "error",
        lazy_tr("{detail} is the word “{fact}”: the page had no hash to send"),
        lazy_tr("The code that fills in {detail} had no value: the name is wrong, or the server has not answered yet."),
        lazy_tr(
            "Make the hash on the server, check the name the page gets it by, and call Convot.identify "
            "once it is there."
        ),
        "developer",
        merchant=MerchantWords(
            Clause(
                lazy_tr("the page had no {hash} yet when it called Convot"),
                lazy_tr("The page had no {hash} yet when it called Convot."),
            ),
            _ON_SERVER,
            "",
        ),
    ),
    "promise": Words(
        "error",
        lazy_tr("{detail} is a Promise that was not awaited"),
        lazy_tr("The function that makes the hash is asynchronous, and its Promise was sent instead of its result."),
        lazy_tr("Put await in front of the call that makes the hash, and send its result."),
        "developer",
        merchant=MerchantWords(
            Clause(
                lazy_tr("the page sends {hash} before it is ready"),
                lazy_tr("The page sends {hash} before it is ready."),
            ),
            _AWAIT,
            "",
        ),
    ),
    "object": Words(
        "error",
        lazy_tr("{detail} is an object, not the text of a hash"),
        lazy_tr(
            "An object was written as text. {} is what JSON makes of a Promise, or of a hash object "
            "that was never converted to hex."
        ),
        lazy_tr('Send the hex text itself: call the method that gives it, such as digest("hex"), and await a Promise.'),
        "developer",
        merchant=MerchantWords(
            Clause(
                lazy_tr("the page sends something other than text as {hash}"),
                lazy_tr("The page sends something other than text as {hash}."),
            ),
            _CODE,
        ),
    ),
    "bytes": Words(
        "error",
        lazy_tr("{detail} describes a byte array, not its contents"),
        lazy_tr("The language itself turned the digest's bytes into text, and it does not write hex."),
        lazy_tr("Write the bytes as 64 lower-case hex digits."),
        "developer",
        merchant=MerchantWords(
            Clause(
                lazy_tr("the server sends a description of {hash} instead of {hash} itself"),
                lazy_tr("The server sends a description of {hash} instead of {hash} itself."),
            ),
            _CODE,
        ),
    ),
    "number": Words(
        "error",
        lazy_tr("{detail} was turned into a number"),
        lazy_tr("A spreadsheet or a parser took the digits for a number and rounded it, so the hash is lost."),
        lazy_tr("Treat the hash as text everywhere: in the column, in JSON and in the template."),
        "developer",
        merchant=MerchantWords(
            Clause(
                lazy_tr("{hash} was turned into a number on its way"),
                lazy_tr("{hash} was turned into a number on its way, and its digits are lost."),
            ),
            _TEXT,
            "",
        ),
    ),
    "blanks": Words(
        "error",
        lazy_tr("{detail} has white space around it"),
        lazy_tr("Convot compares it character by character, and a space or a line feed is a character too."),
        lazy_tr("Remove the white space. Look for a line feed after the hash, and for puts, echo or a text file."),
        "developer",
        merchant=MerchantWords(
            Clause(
                lazy_tr("{hash} has white space around it"),
                lazy_tr("{hash} has white space around it, and Convot compares every character."),
            ),
            _WHOLE,
            "",
        ),
    ),
    "capitals": Words(
        "error",
        lazy_tr("{detail} has capital letters"),
        lazy_tr("Convot compares it with 64 lower-case hex digits, character by character."),
        lazy_tr("Write the digest in lower-case hex digits."),
        "developer",
        merchant=MerchantWords(
            Clause(
                lazy_tr("{hash} has capital letters, and Convot expects lower-case ones"),
                lazy_tr("{hash} has capital letters, and Convot expects lower-case ones."),
            ),
            _CODE,
        ),
    ),
    "base64": Words(
        "error",
        lazy_tr("{detail} is written in base64, not in hex"),
        lazy_tr("It is 32 bytes in base64. Convot compares it with 64 lower-case hex digits."),
        lazy_tr("Write the digest in hex instead of base64."),
        "developer",
        merchant=ANY_DEFECT,
    ),
    "short": Words(
        "error",
        lazy_tr("{detail} is too short: {fact} of 64 characters"),
        lazy_tr("HMAC-SHA256 in hex always has 64. Fewer mean another algorithm, or text that was cut off."),
        lazy_tr("Use HMAC-SHA256 and send all 64 hex digits. Check the database column and the limits of templates."),
        "developer",
        merchant=MerchantWords(
            Clause(
                lazy_tr("{hash} is shorter than the 64 characters that Convot expects"),
                lazy_tr("{hash} is shorter than the 64 characters that Convot expects."),
            ),
            _WHOLE,
        ),
    ),
    "long": Words(
        "error",
        lazy_tr("{detail} is too long: {fact} instead of 64 characters"),
        lazy_tr("HMAC-SHA256 in hex always has 64. More mean another algorithm, or something besides the hash."),
        lazy_tr("Use HMAC-SHA256 and send only its 64 hex digits."),
        "developer",
        merchant=MerchantWords(
            Clause(
                lazy_tr("{hash} is longer than the 64 characters that Convot expects"),
                lazy_tr("{hash} is longer than the 64 characters that Convot expects."),
            ),
            _WHOLE,
        ),
    ),
}
