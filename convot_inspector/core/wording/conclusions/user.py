"""Conclusions about ``user_hash``."""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.wording.conclusions.next_steps import STILL_SEARCHING
from convot_inspector.core.wording.conclusions.row import (
    ASK_FOR_VALUES,
    MEANWHILE,
    REASONS,
    ConclusionWords,
    WithShop,
)
from convot_inspector.core.wording.conclusions.shared import (
    AGAIN,
    ASK_FOR_CALL,
    ASK_FOR_LESS,
    HEX,
    LEAVE_SECRET_OUT,
    NOT_TEXT_ANSWER,
    PLACEHOLDER_ANSWER,
    SEARCHING_ANSWER,
    SEND_AS_TEXT,
    THANKS,
    THANKS_UNCHECKED,
    WHICH_TEXT,
)

_WRONG = lazy_tr("user_hash does not verify")
_CANNOT_TELL = lazy_tr("Cannot tell from this text")
_SHOP_VERIFIED = lazy_tr("The shop is verified.")
_REASONED = (THANKS, REASONS, MEANWHILE, AGAIN)
_CANNOT_SAY = (THANKS_UNCHECKED, lazy_tr("I cannot say yet whether user_hash is right. I will get back to you."))

_DIFFERS = lazy_tr("It is not what Convot computes for this {field} with this app's secret.")
_OTHER_TEXT_OR_SECRET = lazy_tr("The server signed another text or used another secret.")
_OTHER_TEXT = lazy_tr("The shop verifies, so the server has the right secret and most likely signed another text.")
_ENDED_EARLY = lazy_tr("The search ended before it had tried everything.")
_NO_KNOWN_MISTAKE = lazy_tr("No known mistake makes this hash.")
_OLDER_SECRET = lazy_tr("Check with an older secret, and ask the developer which text the server signs.")

_DOES_NOT_FIT = lazy_tr("user_hash does not fit this {field} and the identity secret.")
_DEVELOPER_KNOWS = lazy_tr(
    "Please ask your developer which text the server makes user_hash from, and with which line of code."
)
_WAS_REGENERATED = lazy_tr(
    "Has the identity secret ever been regenerated, or could the server have that of another app?"
)
_UNEXPLAINED_ANSWER = (
    lazy_tr(
        "Thank you, I have checked what you sent: user_hash does not fit this {field} and the identity secret, "
        "and none of the usual mistakes explains it."
    ),
    _WAS_REGENERATED,
    _DEVELOPER_KNOWS,
    MEANWHILE,
)
_SEVERAL_READINGS_ANSWER = (
    lazy_tr("Thank you for sending this. Its {fields} can be read in more than one way, so I cannot check it."),
    lazy_tr("Could you send me the Convot.identify call with its values in quotes, as the browser sends it?"),
    LEAVE_SECRET_OUT,
)

USER: dict[str, ConclusionWords] = {
    "proven": ConclusionWords("wrong", "", (lazy_tr("The user is not verified."),), "", _REASONED, _SHOP_VERIFIED),
    "misplaced": ConclusionWords("warning", "", (lazy_tr("Convot sees no user_hash."),), "", _REASONED, _SHOP_VERIFIED),
    "other-app": ConclusionWords(
        "warning",
        lazy_tr("The hash was made with the secret of another app"),
        (lazy_tr("{hash} is wrong for the app it was checked for, but that may be the wrong app."),),
        lazy_tr("First check with the other app, or ask which app key the page loads."),
        (
            THANKS,
            lazy_tr("{hash} was made with the identity secret of a different app from the one I checked it for."),
            lazy_tr("Could you tell me which app key your page loads? It begins with app_ and is public."),
            lazy_tr("The server has to use the identity secret of that same app."),
        ),
        _SHOP_VERIFIED,
    ),
    "defect": ConclusionWords(
        "wrong", "", (lazy_tr("No secret could make it right."),), "", _REASONED, _SHOP_VERIFIED, otherwise=HEX
    ),
    "searching": ConclusionWords(
        "wrong",
        _WRONG,
        (_DIFFERS,),
        STILL_SEARCHING,
        (THANKS_UNCHECKED, _DOES_NOT_FIT, SEARCHING_ANSWER),
    ),
    "interrupted": ConclusionWords(
        "wrong",
        _WRONG,
        (_DIFFERS, _OTHER_TEXT_OR_SECRET, _ENDED_EARLY),
        _OLDER_SECRET,
        (THANKS, _DOES_NOT_FIT, *_UNEXPLAINED_ANSWER[1:]),
        with_shop=WithShop(
            (_DIFFERS, _OTHER_TEXT, _ENDED_EARLY), WHICH_TEXT, (THANKS, _DOES_NOT_FIT, *_UNEXPLAINED_ANSWER[2:])
        ),
    ),
    "unexplained": ConclusionWords(
        "wrong",
        _WRONG,
        (_DIFFERS, _OTHER_TEXT_OR_SECRET, _NO_KNOWN_MISTAKE),
        _OLDER_SECRET,
        _UNEXPLAINED_ANSWER,
        with_shop=WithShop(
            (_DIFFERS, _OTHER_TEXT, _NO_KNOWN_MISTAKE), WHICH_TEXT, (_UNEXPLAINED_ANSWER[0], *_UNEXPLAINED_ANSWER[2:])
        ),
    ),
    "unsigned": ConclusionWords(
        "warning",
        lazy_tr("Not verified: no user_hash is sent"),
        (
            lazy_tr(
                "{field} is sent without a hash. Convot accepts that with lower trust, but rejects it if Require "
                "identity verification is on."
            ),
        ),
        lazy_tr("Compute user_hash from {field} on the server, and send it too."),
        (
            THANKS,
            lazy_tr("The page sends {field} without user_hash, so Convot cannot know that {field} is true."),
            lazy_tr(
                "Please ask your developer to make user_hash on the server and to send it too. The right code is here: "
                "{link}"
            ),
            MEANWHILE,
            AGAIN,
        ),
        if_required=(
            lazy_tr(
                "{field} is sent without a hash. Require identity verification is on, so Convot rejects the session "
                "with identity_verification_required."
            ),
        ),
    ),
    "empty": ConclusionWords(
        "warning",
        lazy_tr("Not verified: user_hash is sent empty"),
        (lazy_tr("The page sends user_hash without a value, so {field} is not signed."),),
        lazy_tr("Look at what the server gives the page: the hash is missing there, or has another name."),
        (
            THANKS,
            lazy_tr("The page sends {field}, but user_hash is empty, so Convot cannot know that {field} is true."),
            lazy_tr(
                "Please ask your developer why the page gets no user_hash from the server: maybe it is not made there, "
                "or has another name."
            ),
            MEANWHILE,
            AGAIN,
        ),
        _SHOP_VERIFIED,
    ),
    "placeholder": ConclusionWords(
        "unknown",
        "",
        (lazy_tr("There is no hash to check yet."),),
        "",
        (THANKS_UNCHECKED, *PLACEHOLDER_ANSWER),
        _SHOP_VERIFIED,
    ),
    "template": ConclusionWords(
        "unknown",
        "",
        (lazy_tr("The values cannot be checked."),),
        "",
        (
            THANKS_UNCHECKED,
            lazy_tr("It is the page's template, before the server fills in the values, so I cannot check them."),
            ASK_FOR_VALUES,
            LEAVE_SECRET_OUT,
        ),
        _SHOP_VERIFIED,
    ),
    "no-value": ConclusionWords(
        "wrong",
        lazy_tr("user_hash is sent, but not the value that it signs"),
        (lazy_tr("The call has neither external_id nor email."),),
        lazy_tr("Pass one of them, and sign that one on the server."),
        (
            THANKS,
            lazy_tr("The page sends user_hash, but neither external_id nor email, so it proves nothing."),
            lazy_tr("Please ask your developer to send one of them, and to make user_hash from it."),
            MEANWHILE,
            AGAIN,
        ),
        _SHOP_VERIFIED,
    ),
    "absent": ConclusionWords(
        "warning",
        lazy_tr("This call identifies nobody"),
        (lazy_tr("It has no external_id, no email and no user_hash, so the visitor stays anonymous."),),
        "",
        (
            THANKS,
            lazy_tr("The page does not tell Convot who the visitor is: it sends neither external_id nor email."),
            lazy_tr(
                "Please ask your developer to send one of them, together with user_hash. The right code is here: {link}"
            ),
            MEANWHILE,
            AGAIN,
        ),
    ),
    "not-in-text": ConclusionWords(
        "unknown",
        _CANNOT_TELL,
        (lazy_tr("It does not contain the {fields} that the browser sent."),),
        ASK_FOR_CALL,
        (
            lazy_tr(
                "Thank you for sending this. It does not contain the {fields} that the browser sends, so I cannot "
                "check it."
            ),
            ASK_FOR_VALUES,
            LEAVE_SECRET_OUT,
        ),
    ),
    "several-readings": ConclusionWords(
        "unknown",
        _CANNOT_TELL,
        (lazy_tr("Its {fields} can be read in more than one way, and the hash proves none of them."),),
        ASK_FOR_CALL,
        _SEVERAL_READINGS_ANSWER,
    ),
    "too-many-readings": ConclusionWords(
        "unknown",
        _CANNOT_TELL,
        (lazy_tr("Its {fields} can be read in more ways than can be tried in so long a text."),),
        ASK_FOR_LESS,
        _SEVERAL_READINGS_ANSWER,
    ),
    "unsignable": ConclusionWords(
        "unknown",
        _CANNOT_TELL,
        (lazy_tr("{field} is an object, true or false. Convot does not say how that is signed."),),
        SEND_AS_TEXT,
        (THANKS_UNCHECKED, *NOT_TEXT_ANSWER),
    ),
    "half-character": ConclusionWords(
        "unknown",
        _CANNOT_TELL,
        (lazy_tr("{field} contains half a character. Convot does not say how that is signed."),),
        SEND_AS_TEXT,
        (THANKS_UNCHECKED, *NOT_TEXT_ANSWER),
    ),
    "bad-secret": ConclusionWords(
        "unknown",
        lazy_tr("The stored secret cannot be used"),
        (lazy_tr("It is not 64 hex digits."),),
        lazy_tr("Copy it again from Convot: Settings → Apps → [your app] → Setup."),
        _CANNOT_SAY,
    ),
    "no-secret": ConclusionWords(
        "unknown",
        lazy_tr("Add this app's identity secret to check the hash"),
        (),
        lazy_tr("It is in Convot under Settings → Apps → [your app] → Setup. Everything else is already shown."),
        _CANNOT_SAY,
    ),
}
