"""What every proven cause says. ``{hash}`` is the field that does not verify, ``{value}`` the one to be signed.

The headline is plain English; the exact text, key and formula stand in the proof. No value of the paste is put in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from convot_inspector.core.model import Owner


class CauseWords(NamedTuple):
    """One row. ``code``: which line of code shows the fix, by its name in ``code_lines``; empty for none."""

    title: str
    because: str
    fix: str
    code: str = ""
    owner: Owner = "developer"


_SAME = "Sign exactly the text that the page sends as {value}."
_TEXT_KEY = "Use the secret as the text that Convot shows: 64 hex digits, not converted, with nothing around them."
_ONCE = "Compute HMAC-SHA256 of {value} once, with the identity secret as the key."
_HEX = "Write the digest as 64 lower-case hex digits."
_COPY = "Copy the secret again from Settings → Apps → [your app] → Setup."

CAUSES: dict[str, CauseWords] = {
    "wrong-field": CauseWords(
        "The server signed {detail} instead of {value}",
        "Convot expects {hash} to sign {value}. The hash that was sent is right for {detail}.",
        "On the server, compute the hash of {value}.",
        "sign",
    ),
    "value-case": CauseWords(
        "The server signed {value} in another letter case",
        "It signed {value}, as pasted, {detail}. To a hash, john@ and John@ are different texts.",
        "Sign and send the same spelling: change the case in both places or in none.",
        "sign",
    ),
    "value-whitespace": CauseWords(
        "White space differs at the ends of {value}",
        "The text that was signed is {value}, as pasted, {detail}.",
        "Trim the value before it is signed and before it is sent. In a shell, use printf '%s' instead of echo.",
        "strip",
    ),
    "value-invisible": CauseWords(
        "Invisible characters differ in {value}",
        "The text that was signed is {value}, as pasted, {detail}. Such characters come along when text is copied.",
        "Remove them where the value is stored, so that the page and the server have the same text.",
        "strip",
    ),
    "value-unicode": CauseWords(
        "The server signed another Unicode form of {value}",
        "The same letters can be stored in several ways. The server signed {detail}.",
        "Normalise the value once, when it is stored, and use that text for both.",
        "normalise",
    ),
    "value-charset": CauseWords(
        "The server signed {value} in another character set",
        "It signed the bytes of the value in {detail}. Convot signs UTF-8.",
        "Encode the value as UTF-8 before it is signed.",
        "sign",
    ),
    "value-mojibake": CauseWords(
        "The letters of {value} were garbled before signing",
        "The text that was signed is {value}, as pasted, as {detail}.",
        "Find where UTF-8 is read as something else, often a database connection or a file, and read it as UTF-8.",
    ),
    "value-url-encoded": CauseWords(
        "The server signed {value} in the spelling of web addresses",
        "The text that was signed is {value}, as pasted, {detail}.",
        "Decode the value before it is signed, and sign the plain text that the page sends.",
        "sign",
    ),
    "value-escaped": CauseWords(
        "The server signed {value} with escapes",
        "The text that was signed is {value}, as pasted, {detail}.",
        "Sign the value before a template or an encoder escapes it.",
        "sign",
    ),
    "value-quoted": CauseWords(
        "The server signed {value} with quotes around it",
        "The text that was signed is {value}, as pasted, {detail}.",
        "Sign the text itself; leave JSON encoding for what goes into the page.",
        "sign",
    ),
    "value-number": CauseWords(
        "The server signed another spelling of the number",
        "The text that was signed is {value}, as pasted, {detail}. JavaScript prints the fewest digits that read back.",
        "Keep the id as text everywhere: in the database, on the server and in the page.",
        "sign",
    ),
    "value-prefix": CauseWords(
        "The server signed {value} with another beginning or end",
        "The text that was signed is {value}, as pasted, {detail}.",
        "Sign the same text that the page sends, with its prefix in both or in none.",
        "sign",
    ),
    "value-uuid": CauseWords(
        "The server signed another form of the id",
        "The text that was signed is {value}, as pasted, {detail}.",
        "Turn the id into text once, and use that text for both.",
        "sign",
    ),
    "value-base64": CauseWords(
        "Base64 came between {value} and its hash",
        "The text that was signed is {value}, as pasted, {detail}.",
        _SAME,
        "sign",
    ),
    "value-hashed": CauseWords(
        "The server hashed {value} before it signed it",
        "What was signed is the {detail} of the value, in hex.",
        "Leave the first hash out. " + _ONCE,
        "sign",
    ),
    "value-literal": CauseWords(
        "The server signed {quoted} instead of {value}",
        "The variable was empty, or not what the code takes it for, and so {quoted} was signed.",
        "Make sure that the server has {value} when it computes the hash: log its length, not its content.",
        "sign",
    ),
    "value-json": CauseWords(
        "The server signed JSON instead of the value alone",
        "It signed {detail}, as JSON.",
        "Sign the text of {value} and nothing else.",
        "sign",
    ),
    "value-composite": CauseWords(
        "The server signed several values together",
        "It signed {detail}.",
        "Sign {value} alone. The shop has a hash of its own, shop_hash.",
        "sign",
    ),
    "key-previous": CauseWords(
        "The server still uses a previous secret",
        "The hash was made with a secret that was rotated away: {detail}.",
        "Update the secret on the server and redeploy.",
    ),
    "key-other-app": CauseWords(
        "The server uses the secret of another app",
        "The hash was made with the secret of {detail}.",
        "Use the secret of the app whose key the page loads, or load the other app's key.",
    ),
    "key-hex-decoded": CauseWords(
        "The secret was hex-decoded before use",
        "The server used {detail} as the key. Convot uses the 64 characters as they are.",
        "Pass the secret to HMAC as text.",
        "text-key",
    ),
    "key-base64-decoded": CauseWords(
        "The secret was base64-decoded before use",
        "Its digits happen to be valid base64 as well, but they are meant as text.",
        _TEXT_KEY,
        "text-key",
    ),
    "key-base64": CauseWords(
        "The secret was base64-encoded before use", "The key was {detail}.", _TEXT_KEY, "text-key"
    ),
    "key-whitespace": CauseWords(
        "The secret has white space around it",
        "The key was the secret with {detail}. Files and copied text often end with a line feed.",
        "Trim the secret where it is read. With echo and pipes, use printf '%s'.",
        "strip-key",
    ),
    "key-quoted": CauseWords(
        "The secret has quotes or marks around it",
        "The key was the secret {detail}. Docker's --env-file and some hosts keep quotes.",
        "Take them out of the environment's settings.",
    ),
    "key-case": CauseWords(
        "The secret was changed to another letter case", "The key was the secret {detail}.", _TEXT_KEY
    ),
    "key-env-line": CauseWords(
        "The key was a line of the environment file, not the secret",
        "The server used “{detail}” as the key.",
        "Give the code only what stands behind the = sign.",
        "text-key",
    ),
    "key-hashed": CauseWords(
        "The secret was hashed before use", "The key was the {detail}.", _TEXT_KEY, "text-key"
    ),
    "key-truncated": CauseWords(
        "The server has only a part of the secret",
        "The key was {detail}. A database column or a copy cut it off.",
        _COPY + " Make sure that all 64 characters are stored.",
    ),
    "key-empty": CauseWords(
        "The server signed with an empty secret",
        "No secret reached the code: an environment variable is not set, or is set for another process.",
        "Set the secret for the running server, and let the code stop when it is missing.",
        "text-key",
    ),
    "key-literal": CauseWords(
        "The key was the text “{detail}”",
        "No secret reached the code, or a placeholder of an example was left in it.",
        "Set the secret for the running server, and let the code stop when it is missing.",
        "text-key",
    ),
    "key-other-credential": CauseWords(
        "Another token was used as the secret",
        "The hash was made with {detail}, which stands in this text.",
        "Use the identity secret: in Convot, Settings → Apps → [your app] → Setup. It has 64 hex digits.",
    ),
    "arguments-swapped": CauseWords(
        "Key and text are exchanged",
        "The server called HMAC with {value} as the key and the secret as the text.",
        "Swap the two arguments. Which comes first differs from library to library.",
        "sign",
    ),
    "wrong-algorithm": CauseWords(
        "The server used HMAC with {detail}", "Convot uses SHA-256.", "Use SHA-256.", "sign"
    ),
    "plain-hash": CauseWords(
        "The server hashed the value without the secret",
        "It sent the plain {detail} of the text. Anybody can compute that, so it proves nothing.",
        "Use HMAC with the identity secret as the key, not a plain hash.",
        "sign",
    ),
    "concatenated": CauseWords(
        "Secret and value were put together and hashed",
        "The server computed {detail}. That is not an HMAC.",
        "Use the language's HMAC function.",
        "sign",
    ),
    "hmac-of-hash": CauseWords(
        "The server signed a hash of the value",
        "It hashed the text with {detail} and signed the bytes of that.",
        "Leave the first hash out. " + _ONCE,
        "sign",
    ),
    "hmac-twice": CauseWords(
        "The server computed the hash twice",
        "It computed {detail}.",
        _ONCE + " Look for code that signs what is signed already.",
        "sign",
    ),
    "digest-base64": CauseWords(
        "The hash is written in base64", "Convot compares hex. The digest itself is right, in {detail}.", _HEX, "hex"
    ),
    "digest-base64-of-hex": CauseWords(
        "The hex hash was base64-encoded", "The digest was written in hex first, and that text in base64.", _HEX, "hex"
    ),
    "digest-hex-of-hex": CauseWords(
        "The hash was written in hex twice", "The hex text was written in hex again.", _HEX, "hex"
    ),
    "digest-upper-case": CauseWords(
        "The hash has capital letters", "Convot compares lower-case hex, byte for byte.", _HEX, "lower"
    ),
    "digest-prefixed": CauseWords(
        "Something stands before or behind the hash",
        "The hash came with {detail}.",
        "Send the 64 hex digits alone.",
        "hex",
    ),
    "digest-separated": CauseWords(
        "The hash has marks between its bytes",
        "“{detail}” stands between every two digits, as .NET's BitConverter and OpenSSL's -c print it.",
        _HEX,
        "hex",
    ),
    "digest-repr": CauseWords(
        "The hash was sent as a program shows it, not as text",
        "What was sent is how the language displays {detail} of the digest.",
        _HEX,
        "hex",
    ),
    "digest-zeros-lost": CauseWords(
        "Zeros fell out of the hash",
        "It was printed as numbers ({detail}). Only some visitors are hit: those whose hash has such digits.",
        "Use the library's own hex output, with two digits for every byte.",
        "hex",
    ),
    "digest-truncated": CauseWords(
        "The hash was cut off",
        "As pasted, it ends after its first {detail}.",
        "Make room for 64 characters: look at the database column and at limits in templates.",
    ),
    "digest-whitespace": CauseWords(
        "White space or invisible characters are in the hash",
        "They are in the hash as pasted. Without them it would be right.",
        "Trim the hash where the page gets it.",
        "strip-hash",
    ),
    "digest-url-encoded": CauseWords(
        "The hash is percent-encoded base64", "It was written in base64 and then encoded for an address.", _HEX, "hex"
    ),
    "digest-escaped": CauseWords(
        "The hash is base64 with escapes in it", "A template or a form changed it on the way: {detail}.", _HEX, "hex"
    ),
    "digest-raw": CauseWords(
        "The raw bytes of the hash were sent as text", "They were taken for {detail}.", _HEX, "hex"
    ),
    "hashes-swapped": CauseWords(
        "user_hash and shop_hash stand in each other's field",
        "The right {hash} was sent as {detail}.",
        "Swap them in the page.",
    ),
    "hash-in-other-field": CauseWords(
        "The hash stands under another name",
        "The field {detail} holds it. Convot only reads {hash}.",
        "Rename the field to {hash}.",
    ),
    "hash-of-other-call": CauseWords(
        "The hash belongs to another call in this text",
        "It is right for what the call at {detail} sends: another visitor, or the same one before a change.",
        "Compute the hash anew whenever {value} changes, and do not cache it for all visitors.",
    ),
}  # fmt: skip
