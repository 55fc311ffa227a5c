"""Mistakes of the key: the server used another secret, or changed it."""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.wording.rows import Clause, MerchantWords, MistakeWords

_TEXT_KEY = lazy_tr(
    "Use the secret as the text that Convot shows: 64 hex digits, not converted, with nothing around them."
)
_AS_SHOWN = Clause(
    lazy_tr("use the identity secret exactly as Convot shows it"),
    lazy_tr("Please ask your developer to use the identity secret exactly as Convot shows it."),
)
_BARE = Clause(
    lazy_tr("store only the 64 characters of the identity secret, with nothing around them"),
    lazy_tr(
        "Please ask your developer to store only the 64 characters of the identity secret, with nothing around them."
    ),
)
_CHANGED_KEY = MerchantWords(
    Clause(
        lazy_tr("the server changes the identity secret before it uses it"),
        lazy_tr("Convot does not accept {hash}, because the server changes the identity secret before it uses it."),
    ),
    _AS_SHOWN,
)
_AROUND_KEY = MerchantWords(
    Clause(
        lazy_tr("there is something around the identity secret on the server, such as a space, a line break or quotes"),
        lazy_tr(
            "Convot does not accept {hash}, because there is something around the identity secret on the "
            "server, such as a space, a line break or quotes."
        ),
    ),
    _BARE,
    "secret",
)
_NO_KEY = MerchantWords(
    Clause(
        lazy_tr("no identity secret reaches the code that makes {hash}"),
        lazy_tr("Convot does not accept {hash}, because no identity secret reaches the code that makes {hash}."),
    ),
    Clause(
        lazy_tr("set the identity secret for the running server"),
        lazy_tr("Please ask your developer to set the identity secret for the running server."),
    ),
    "secret",
)
_OTHER_APP = MerchantWords(
    Clause(
        lazy_tr("{hash} was made with the identity secret of another app"),
        lazy_tr("Convot does not accept {hash}, because it was made with the identity secret of another app."),
    ),
    Clause(
        lazy_tr("use the identity secret of the app that the page loads"),
        lazy_tr("Please ask your developer to use the identity secret of the app that the page loads."),
    ),
    "secret",
)

KEY: dict[str, MistakeWords] = {
    "key-previous": MistakeWords(
        lazy_tr("The server still uses a previous secret"),
        lazy_tr("The hash was made with an old secret, which has been replaced: {detail}."),
        lazy_tr("Update the secret on the server and redeploy."),
        MerchantWords(
            Clause(
                lazy_tr("the server still uses an old identity secret"),
                lazy_tr("Convot does not accept {hash}, because the server still uses an old identity secret."),
            ),
            Clause(
                lazy_tr("put the current identity secret on the server"),
                lazy_tr("Please ask your developer to put the current identity secret on the server."),
            ),
            "secret",
        ),
    ),
    "key-other-app": MistakeWords(
        lazy_tr("The hash was made with the secret of another app"),
        lazy_tr("It comes from the secret of {detail}, not from that of the app it was checked for."),
        lazy_tr("Find out which app's key the page loads. The server has to use the secret of that app."),
        _OTHER_APP,
        owner="support",
    ),
    "key-hex-decoded": MistakeWords(
        lazy_tr("The secret was hex-decoded before use"),
        lazy_tr("The server used {detail} as the key. Convot uses the 64 characters as they are."),
        lazy_tr("Pass the secret to HMAC as text."),
        _CHANGED_KEY,
        code="text-key",
    ),
    "key-base64-decoded": MistakeWords(
        lazy_tr("The secret was base64-decoded before use"),
        lazy_tr("Its digits also happen to be valid base64, but they are meant as text."),
        _TEXT_KEY,
        _CHANGED_KEY,
        code="text-key",
    ),
    "key-base64": MistakeWords(
        lazy_tr("The secret was base64-encoded before use"),
        lazy_tr("The key was {detail}."),
        _TEXT_KEY,
        _CHANGED_KEY,
        code="text-key",
    ),
    "key-whitespace": MistakeWords(
        lazy_tr("The secret has white space around it"),
        lazy_tr("The key was the secret with {detail}. Files and copied text often end with a line feed."),
        lazy_tr("Trim the secret where it is read. In a shell, use printf '%s' instead of echo."),
        _AROUND_KEY,
        code="strip-key",
    ),
    "key-quoted": MistakeWords(
        lazy_tr("The secret has quotes or marks around it"),
        lazy_tr("The key was the secret {detail}. Docker's --env-file and some hosts keep quotes."),
        lazy_tr("Remove them from the environment's settings."),
        _AROUND_KEY,
    ),
    "key-case": MistakeWords(
        lazy_tr("The secret was changed to another letter case"),
        lazy_tr("The key was the secret {detail}."),
        _TEXT_KEY,
        _CHANGED_KEY,
    ),
    "key-charset": MistakeWords(
        lazy_tr("The secret was converted to another character set before use"),
        lazy_tr("The key was {detail}."),
        _TEXT_KEY,
        _CHANGED_KEY,
        code="text-key",
    ),
    "key-env-line": MistakeWords(
        lazy_tr("The key was a line of the environment file, not the secret"),
        lazy_tr("The server used “{detail}” as the key."),
        lazy_tr("Give the code only what comes after the = sign."),
        _AROUND_KEY,
        code="text-key",
    ),
    "key-hashed": MistakeWords(
        lazy_tr("The secret was hashed before use"),
        lazy_tr("The key was the {detail}."),
        _TEXT_KEY,
        _CHANGED_KEY,
        code="text-key",
    ),
    "key-truncated": MistakeWords(
        lazy_tr("The server has only part of the secret"),
        lazy_tr("The key was {detail}. A database column or a copy cut it off."),
        lazy_tr(
            "Copy the secret again from Settings → Apps → [your app] → Setup. Make sure that all 64 characters are "
            "stored."
        ),
        MerchantWords(
            Clause(
                lazy_tr("the server has only part of the identity secret"),
                lazy_tr("Convot does not accept {hash}, because the server has only part of the identity secret."),
            ),
            Clause(
                lazy_tr("copy all 64 characters of the identity secret from Convot again"),
                lazy_tr(
                    "Please ask your developer to copy all 64 characters of the identity secret from Convot again."
                ),
            ),
            "secret",
        ),
    ),
    "key-empty": MistakeWords(
        lazy_tr("The server signed with an empty secret"),
        lazy_tr("No secret reached the code: an environment variable is not set, or is set for another process."),
        lazy_tr("Set the secret for the running server, and make the code stop if it is missing."),
        _NO_KEY,
        code="text-key",
    ),
    "key-literal": MistakeWords(
        lazy_tr("The key was the text “{detail}”"),
        lazy_tr("No secret reached the code, or a placeholder from an example was left in it."),
        lazy_tr("Set the secret for the running server, and make the code stop if it is missing."),
        _NO_KEY,
        code="text-key",
    ),
    "key-other-credential": MistakeWords(
        lazy_tr("Another token was used as the secret"),
        lazy_tr("The hash was made with {detail}, which is in this text."),
        lazy_tr("Use the identity secret from Convot: Settings → Apps → [your app] → Setup. It has 64 hex digits."),
        MerchantWords(
            Clause(
                lazy_tr("the server uses another key instead of the identity secret"),
                lazy_tr(
                    "Convot does not accept {hash}, because the server uses another key instead of the identity secret."
                ),
            ),
            Clause(
                lazy_tr("use the identity secret"),
                lazy_tr("Please ask your developer to use the identity secret."),
            ),
            "secret",
        ),
    ),
}

CERTAIN: dict[str, MistakeWords] = {
    "key-other-app": MistakeWords(
        lazy_tr("The server uses the secret of another app"),
        lazy_tr("The hash was made with the secret of {detail}."),
        lazy_tr("Use the identity secret of the app whose key the page loads."),
        _OTHER_APP,
    ),
}
"""For mistakes that may come from the user's own choice of the app: the words where that choice is certain."""
