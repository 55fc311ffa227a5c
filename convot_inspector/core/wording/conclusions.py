"""The text for each conclusion of a diagnosis: for the window, the developer and the merchant.

Placeholders: ``{hash}``, ``{field}`` (the field to be signed), ``{fields}`` (those that the text does not hold),
``{titles}`` and ``{because}`` of the leading findings, ``{link}`` to the help article. No value of the paste is put in.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from convot_inspector.core.language import lazy_tr

Tone = Literal["right", "wrong", "warning", "unknown"]
"""Right: checked and right. Wrong: checked and wrong. Warning: works, but not as intended. Unknown: cannot tell."""


class ConclusionWords(NamedTuple):
    """The texts of one conclusion.

    ``title``: empty where the leading findings' titles are used. ``text``: what it means. ``to_do``: the first
    thing to do; empty where that is the fix of the leading findings, or nothing. ``shop_too``: added where the
    shop verifies. ``answer``: the sentences for the merchant; ``answer_with_shop`` replaces them where the shop
    verifies. ``if_required``: replaces ``text`` where *Require identity verification* is known to be on.
    ``title_for_one``: replaces ``title`` where there is one leading finding.
    ``otherwise``: the first thing to do where ``to_do`` is empty and there is no leading finding.
    """

    tone: Tone
    title: str
    text: tuple[str, ...]
    to_do: str
    answer: tuple[str, ...]
    shop_too: str = ""
    if_required: tuple[str, ...] = ()
    title_for_one: str = ""
    otherwise: str = ""
    answer_with_shop: tuple[str, ...] = ()


REASONS, MEANWHILE = "<reasons>", "<meanwhile>"
"""Stand in an answer for the merchant's words of the leading mistakes, and for what visitors experience until then."""

REMAINING = {
    "no-call": lazy_tr(
        "This text shows values, but no Convot.identify call. Without that call Convot never receives them."
    ),
    "visitor": lazy_tr("This is one visitor. Check another one who is shown as anonymous, too."),
    "cache": lazy_tr("The page may be an older copy from a cache: load it again in a private window."),
    "order": lazy_tr(
        "The call may come too early: it has to run after Convot's loader, once the visitor has logged in."
    ),
    "app-key": lazy_tr("The page may load the key of another app: look for it in the page's source."),
}
"""What is left to check where the hash is right and a visitor is shown as anonymous all the same."""

NOTHING_TO_CHANGE = lazy_tr("Nothing has to be changed for what was checked.")
STILL_SEARCHING = lazy_tr("The cause is still being looked for.")
ALL_FIXES = {2: lazy_tr("Both have to be put right; see below.")}
MORE_FIXES = lazy_tr("All of them have to be put right; see below.")

MEANWHILE_WORDS = {
    "on": lazy_tr("Until then Convot turns these visitors away with identity_verification_required."),
    "off": lazy_tr("Until then your visitors can chat as before; Convot only trusts them less."),
    "unknown": lazy_tr(
        "Until then Convot trusts these visitors less, and turns them away if Require identity verification is on."
    ),
}

SETTING_WORDS = {
    "on": lazy_tr("In Convot it is set to on."),
    "off": lazy_tr("In Convot it is set to off."),
    "unknown": lazy_tr("How it is set in Convot is not known."),
}

_THANKS = lazy_tr("Thank you for sending this, I have checked it.")
_AGAIN = lazy_tr("Send me what the page sends then, and I will check it again.")
_REASONED = (_THANKS, REASONS, MEANWHILE, _AGAIN)

WHERE = {
    "code": lazy_tr("The right code is here: {link}"),
    "secret": lazy_tr("The identity secret is in Convot under Settings → Apps → [your app] → Setup."),
    "both": lazy_tr(
        "The identity secret is in Convot under Settings → Apps → [your app] → Setup, and the right code here: {link}"
    ),
}
"""Where a developer finds the right thing, by ``MerchantWords.where``."""

ASK_FOR_VALUES = "<ask for values>"
"""Stands in an answer for the request to send what the browser sends."""

ASK_FOR_VALUES_WORDS = {
    True: lazy_tr(
        "Could you open the page in a browser, log in, and send me the request that holds user_hash, or what the "
        "console shows of the values? The page's source, which you sent, does not hold them."
    ),
    False: lazy_tr(
        "Could you open the page in a browser, log in, and send me its source, or the Convot.identify call with its "
        "values?"
    ),
}
"""What to ask for; True: where the text was a page's source, or code."""

_WRONG_TITLE = lazy_tr("user_hash does not verify")
_SHOP_VERIFIED = lazy_tr("The shop is verified.")
_DIFFERS = lazy_tr(
    "It is not what Convot computes for this {field} with this app's secret. Either the server signed something else, "
    "or it used another secret."
)
_CANNOT_TELL = lazy_tr("Cannot tell from this text")
_ASK_FOR_CALL = lazy_tr("Ask for the call as the browser sends it.")
_WHICH_TEXT = lazy_tr("Check with an older secret, and ask the developer which text the server signs, with which code.")
_CANNOT_SAY = (_THANKS, lazy_tr("I cannot say yet whether user_hash is right, and will come back to you."))
_UNEXPLAINED_ANSWER = (
    lazy_tr(
        "Thank you for sending this, I have checked it: user_hash does not fit this {field} and the identity secret, "
        "and none of the usual mistakes explains it."
    ),
    lazy_tr("Was the identity secret regenerated at some time, or is it perhaps the one of another app?"),
    lazy_tr("Please ask your developer which text the server makes user_hash from, and with which line of code."),
    MEANWHILE,
)
_OTHER_APP_ANSWER = (
    lazy_tr("{hash} was made with the identity secret of another app than the one that I checked it for."),
    lazy_tr("Could you tell me which app key your page loads? It begins with app_ and is public."),
    lazy_tr("The server has to use the identity secret of that same app."),
)
_PLACEHOLDER_ANSWER = (
    lazy_tr("In what you sent, a placeholder from an example stands where {hash} should be."),
    lazy_tr("If your page really sends that, please ask your developer to make {hash} on the server."),
    lazy_tr("If it is only the example, please send me what the browser sends."),
)
_TEMPLATE_ANSWER = (
    lazy_tr("What you sent is the page's template, before the server fills in the values, so I cannot check them."),
    ASK_FOR_VALUES,
)
_SEND_AS_TEXT = lazy_tr("Send {field} as plain text, and sign the same text.")
_NOT_TEXT_ANSWER = (
    _THANKS,
    lazy_tr("The page sends {field} in a form for which nothing says what {hash} has to be."),
    lazy_tr("Please ask your developer to send {field} as plain text, and to make {hash} from the same text."),
    _AGAIN,
)

_HEX = lazy_tr("Write the digest as 64 lower-case hex digits.")

_SHOP_TITLE = lazy_tr("The user is verified, the shop is not")
_SHOP_UNSIGNED_TITLE = lazy_tr("The user is verified, the shop is not signed")
_SHOP_UNCHECKED_TITLE = lazy_tr("The user is verified, the shop cannot be checked")
_USER_IS_RIGHT = lazy_tr("user_hash is right for {user_field}.")
_SHOP_IS_WRONG = lazy_tr("shop_hash is wrong, so Convot silently ignores the shop and shows no merchant data for it.")
_SIGN_SHOP = lazy_tr("Sign shop with the same identity secret and send the result as shop_hash.")
_STILL_ANONYMOUS = lazy_tr(
    "If visitors are still shown as anonymous, please check that the page is no older copy from a cache, that it calls "
    "Convot.identify after the visitor has logged in, and that it loads this app's key."
)
_GOOD = lazy_tr("The visitor is verified: user_hash is right.")
_MAKE_SHOP_HASH = lazy_tr(
    "Please ask your developer to make shop_hash from shop, in the same way as user_hash, and to send both."
)
_SHOP_WRONG_ANSWER = (
    _THANKS,
    _GOOD,
    lazy_tr("The shop is not: shop_hash does not fit it, so Convot shows no merchant data for it."),
    _MAKE_SHOP_HASH,
    _AGAIN,
)
_SHOP_REASONED = (_THANKS, _GOOD, REASONS, _AGAIN)

CONCLUSIONS: dict[tuple[str, str], ConclusionWords] = {
    ("call", "exposed"): ConclusionWords(
        "wrong",
        "",
        ("{because}",),
        "",
        (
            lazy_tr(
                "Thank you for sending this, and please act on it today: the identity secret of your app stands in it."
            ),
            lazy_tr("Whoever has seen that secret can pose as any of your users."),
            lazy_tr("In Convot, go to Settings → Apps → [your app] → Setup and click Regenerate identity secret."),
            lazy_tr("Then update the secret on your server and redeploy; it must never stand in a page."),
            lazy_tr("Write to me when that is done, and I will check the rest."),
        ),
    ),
    ("call", "token-exposed"): ConclusionWords(
        "wrong",
        "",
        ("{because}",),
        "",
        (
            _THANKS,
            REASONS,
            lazy_tr("The key that it uses stands in the text that you sent, so it has to be replaced at its source."),
            _AGAIN,
        ),
    ),
    ("call", "verified"): ConclusionWords(
        "right",
        lazy_tr("Verified"),
        (_USER_IS_RIGHT, lazy_tr("Convot trusts this identity.")),
        "",
        (_THANKS, _GOOD, _STILL_ANONYMOUS),
        lazy_tr("shop_hash is right too, so merchant data is attached."),
        answer_with_shop=(
            _THANKS,
            lazy_tr("Everything is right: the visitor and the shop are verified."),
            _STILL_ANONYMOUS,
        ),
    ),
    ("call", "not-received"): ConclusionWords(
        "warning",
        lazy_tr("The hash is right, but Convot does not receive it"),
        (_USER_IS_RIGHT, "{because}"),
        "",
        (
            _THANKS,
            lazy_tr("user_hash is right, but the page does not hand it to Convot: {titles}."),
            lazy_tr(
                "Please ask your developer to call Convot.identify as Convot's help article shows ({link}), with the "
                "same values."
            ),
            _AGAIN,
        ),
        lazy_tr("shop_hash is right too."),
    ),
    ("call", "remarks"): ConclusionWords(
        "right",
        lazy_tr("Verified, with remarks"),
        (_USER_IS_RIGHT,),
        lazy_tr("Worth a look: {titles}."),
        (_THANKS, _GOOD, lazy_tr("Worth a look: {titles}.")),
        lazy_tr("shop_hash is right too, so merchant data is attached."),
        title_for_one=lazy_tr("Verified, with a remark"),
    ),
    ("user", "proven"): ConclusionWords(
        "wrong", "", (lazy_tr("The user is not verified."),), "", _REASONED, _SHOP_VERIFIED
    ),
    ("user", "misplaced"): ConclusionWords(
        "warning", "", (lazy_tr("Convot sees no user_hash."),), "", _REASONED, _SHOP_VERIFIED
    ),
    ("user", "other-app"): ConclusionWords(
        "warning",
        lazy_tr("The hash was made with the secret of another app"),
        (lazy_tr("{hash} is wrong for the app it was checked for, but that may be the wrong app."),),
        lazy_tr("First check with the other app, or ask which app key the page loads."),
        (_THANKS, *_OTHER_APP_ANSWER),
        _SHOP_VERIFIED,
    ),
    ("user", "defect"): ConclusionWords(
        "wrong",
        "",
        (lazy_tr("{because} No secret could make it right."),),
        "",
        _REASONED,
        _SHOP_VERIFIED,
        otherwise=_HEX,
    ),
    ("user", "searching"): ConclusionWords(
        "wrong",
        _WRONG_TITLE,
        (_DIFFERS,),
        STILL_SEARCHING,
        (
            lazy_tr("Thank you for sending this: user_hash does not fit this {field} and the identity secret."),
            lazy_tr("I am still looking for the reason, and will come back to you."),
        ),
        _SHOP_VERIFIED,
    ),
    ("user", "interrupted"): ConclusionWords(
        "wrong",
        _WRONG_TITLE,
        (_DIFFERS, lazy_tr("The search was ended before it had tried everything.")),
        _WHICH_TEXT,
        (
            lazy_tr("Thank you for sending this: user_hash does not fit this {field} and the identity secret."),
            *_UNEXPLAINED_ANSWER[1:],
        ),
        _SHOP_VERIFIED,
    ),
    ("user", "unexplained"): ConclusionWords(
        "wrong",
        _WRONG_TITLE,
        (_DIFFERS, lazy_tr("No known mistake reproduces it; below is what that means.")),
        _WHICH_TEXT,
        _UNEXPLAINED_ANSWER,
        _SHOP_VERIFIED,
    ),
    ("user", "unsigned"): ConclusionWords(
        "warning",
        lazy_tr("Not verified: no user_hash is sent"),
        (
            lazy_tr(
                "{field} is sent without a hash. Convot accepts that with lower trust, and rejects it once Require "
                "identity verification is on."
            ),
        ),
        lazy_tr("Compute user_hash of {field} on the server, and send it too."),
        (
            _THANKS,
            lazy_tr("The page sends {field} without user_hash, so Convot cannot know that it is true."),
            lazy_tr(
                "Please ask your developer to make user_hash on the server and to send it too. The right code is here: "
                "{link}"
            ),
            MEANWHILE,
            _AGAIN,
        ),
        if_required=(
            lazy_tr(
                "{field} is sent without a hash. Require identity verification is on, so Convot rejects the session "
                "with identity_verification_required."
            ),
        ),
    ),
    ("user", "empty"): ConclusionWords(
        "warning",
        lazy_tr("Not verified: user_hash is sent empty"),
        (lazy_tr("The page has a place for user_hash, but nothing stands in it, so {field} is not signed."),),
        lazy_tr("Look at what the server hands to the page: the hash is missing there, or has another name."),
        (
            _THANKS,
            lazy_tr("The page sends {field}, but user_hash is empty, so Convot cannot know that {field} is true."),
            lazy_tr(
                "Please ask your developer why the page gets no user_hash from the server: it may not be made there, "
                "or may have another name."
            ),
            MEANWHILE,
            _AGAIN,
        ),
        _SHOP_VERIFIED,
    ),
    ("user", "placeholder"): ConclusionWords(
        "unknown", "", ("{because}",), "", (_THANKS, *_PLACEHOLDER_ANSWER), _SHOP_VERIFIED
    ),
    ("user", "template"): ConclusionWords(
        "unknown", "", ("{because}",), "", (_THANKS, *_TEMPLATE_ANSWER), _SHOP_VERIFIED
    ),
    ("user", "no-value"): ConclusionWords(
        "wrong",
        lazy_tr("A user_hash is sent, but nothing that it could belong to"),
        (lazy_tr("Neither external_id nor email is in the call."),),
        lazy_tr("Pass the one that the server signs."),
        (
            _THANKS,
            lazy_tr("The page sends user_hash, but neither external_id nor email, which it could belong to."),
            lazy_tr("Please ask your developer to send the one of them that user_hash is made from."),
            MEANWHILE,
            _AGAIN,
        ),
        _SHOP_VERIFIED,
    ),
    ("user", "absent"): ConclusionWords(
        "warning",
        lazy_tr("This call identifies nobody"),
        (lazy_tr("It has no external_id, no email and no user_hash, so the visitor stays anonymous."),),
        "",
        (
            _THANKS,
            lazy_tr("The page does not tell Convot who the visitor is: it sends neither external_id nor email."),
            lazy_tr(
                "Please ask your developer to send one of them, and user_hash with it. The right code is here: {link}"
            ),
            MEANWHILE,
            _AGAIN,
        ),
    ),
    ("user", "not-in-text"): ConclusionWords(
        "unknown",
        _CANNOT_TELL,
        (lazy_tr("It does not hold the {fields} that the browser sent."),),
        _ASK_FOR_CALL,
        (
            lazy_tr(
                "Thank you for sending this, but it does not hold the {fields} that the browser sends, so I cannot "
                "check it."
            ),
            ASK_FOR_VALUES,
            lazy_tr("Please leave the identity secret out."),
        ),
    ),
    ("user", "several-readings"): ConclusionWords(
        "unknown",
        _CANNOT_TELL,
        (lazy_tr("The {fields} in it can be read in more than one way, and no way is proven by the hash."),),
        _ASK_FOR_CALL,
        (
            lazy_tr(
                "Thank you for sending this. The {fields} in it can be read in more than one way, so I cannot check it."
            ),
            lazy_tr(
                "Could you open the page in a browser and send me its source, or the Convot.identify call with its "
                "values in quotes?"
            ),
            lazy_tr("Please leave the identity secret out."),
        ),
    ),
    ("user", "unsignable"): ConclusionWords(
        "unknown",
        _CANNOT_TELL,
        (lazy_tr("{field} is an object, true or false, and no document says how that is signed."),),
        _SEND_AS_TEXT,
        _NOT_TEXT_ANSWER,
    ),
    ("user", "half-character"): ConclusionWords(
        "unknown",
        _CANNOT_TELL,
        (lazy_tr("{field} holds half of a character, and no document says how that is signed."),),
        _SEND_AS_TEXT,
        _NOT_TEXT_ANSWER,
    ),
    ("user", "bad-secret"): ConclusionWords(
        "unknown",
        lazy_tr("The stored secret cannot be used"),
        (lazy_tr("It is not 64 hex digits."),),
        lazy_tr("Copy it again from Convot: Settings → Apps → [your app] → Setup."),
        _CANNOT_SAY,
    ),
    ("user", "no-secret"): ConclusionWords(
        "unknown",
        lazy_tr("Add this app's identity secret to check the hash"),
        (),
        lazy_tr(
            "You find it in Convot under Settings → Apps → [your app] → Setup. What needs no secret is shown already."
        ),
        _CANNOT_SAY,
    ),
    ("shop", "empty"): ConclusionWords(
        "warning",
        _SHOP_UNSIGNED_TITLE,
        (_USER_IS_RIGHT, lazy_tr("shop_hash is sent empty, so shop is ignored.")),
        _SIGN_SHOP,
        (
            _THANKS,
            _GOOD,
            lazy_tr("The shop is not: shop_hash is sent empty, so Convot shows no merchant data for it."),
            _MAKE_SHOP_HASH,
            _AGAIN,
        ),
    ),
    ("shop", "placeholder"): ConclusionWords(
        "warning", _SHOP_UNCHECKED_TITLE, (_USER_IS_RIGHT, "{because}"), "", (_THANKS, _GOOD, *_PLACEHOLDER_ANSWER)
    ),
    ("shop", "template"): ConclusionWords(
        "warning", _SHOP_UNCHECKED_TITLE, (_USER_IS_RIGHT, "{because}"), "", (_THANKS, _GOOD, *_TEMPLATE_ANSWER)
    ),
    ("shop", "proven"): ConclusionWords("warning", _SHOP_TITLE, (lazy_tr("{titles}."),), "", _SHOP_REASONED),
    ("shop", "misplaced"): ConclusionWords("warning", _SHOP_TITLE, (lazy_tr("{titles}."),), "", _SHOP_REASONED),
    ("shop", "defect"): ConclusionWords(
        "warning",
        _SHOP_TITLE,
        (_USER_IS_RIGHT, _SHOP_IS_WRONG),
        "",
        _SHOP_REASONED,
        otherwise=_HEX,
    ),
    ("shop", "searching"): ConclusionWords(
        "warning",
        _SHOP_TITLE,
        (_USER_IS_RIGHT, _SHOP_IS_WRONG),
        STILL_SEARCHING,
        (
            _THANKS,
            _GOOD,
            lazy_tr("The shop is not: shop_hash does not fit it, so Convot shows no merchant data for it."),
            lazy_tr("I am still looking for the reason, and will come back to you."),
        ),
    ),
    ("shop", "interrupted"): ConclusionWords(
        "warning", _SHOP_TITLE, (_USER_IS_RIGHT, _SHOP_IS_WRONG), _SIGN_SHOP, _SHOP_WRONG_ANSWER
    ),
    ("shop", "unexplained"): ConclusionWords(
        "warning", _SHOP_TITLE, (_USER_IS_RIGHT, _SHOP_IS_WRONG), _SIGN_SHOP, _SHOP_WRONG_ANSWER
    ),
    ("shop", "unsigned"): ConclusionWords(
        "warning",
        _SHOP_UNSIGNED_TITLE,
        (_USER_IS_RIGHT, lazy_tr("shop is sent without shop_hash, so it is ignored.")),
        "",
        (
            _THANKS,
            _GOOD,
            lazy_tr("The shop is not: it is sent without shop_hash, so Convot shows no merchant data for it."),
            _MAKE_SHOP_HASH,
            _AGAIN,
        ),
    ),
    ("shop", "no-value"): ConclusionWords(
        "warning",
        _SHOP_UNSIGNED_TITLE,
        (_USER_IS_RIGHT, lazy_tr("shop_hash is sent without shop, so it is ignored.")),
        "",
        (
            _THANKS,
            _GOOD,
            lazy_tr("shop_hash is sent without shop, so Convot shows no merchant data."),
            _MAKE_SHOP_HASH,
            _AGAIN,
        ),
    ),
    ("shop", "not-in-text"): ConclusionWords(
        "warning",
        _SHOP_UNCHECKED_TITLE,
        (_USER_IS_RIGHT, lazy_tr("This text does not hold the {fields} that the browser sent.")),
        _ASK_FOR_CALL,
        (_THANKS, _GOOD, lazy_tr("Whether shop_hash is right cannot be told from what you sent.")),
    ),
    ("shop", "several-readings"): ConclusionWords(
        "warning",
        _SHOP_UNCHECKED_TITLE,
        (
            _USER_IS_RIGHT,
            lazy_tr("The {fields} in this text can be read in more than one way, and no way is proven by the hash."),
        ),
        _ASK_FOR_CALL,
        (_THANKS, _GOOD, lazy_tr("Whether shop_hash is right cannot be told from what you sent.")),
    ),
    ("shop", "unsignable"): ConclusionWords(
        "warning",
        _SHOP_UNCHECKED_TITLE,
        (_USER_IS_RIGHT, lazy_tr("{field} is an object, true or false, and no document says how that is signed.")),
        _SEND_AS_TEXT,
        _NOT_TEXT_ANSWER,
    ),
    ("shop", "half-character"): ConclusionWords(
        "warning",
        _SHOP_UNCHECKED_TITLE,
        (_USER_IS_RIGHT, lazy_tr("{field} holds half of a character, and no document says how that is signed.")),
        _SEND_AS_TEXT,
        _NOT_TEXT_ANSWER,
    ),
}  # fmt: skip
"""By subject and conclusion. A shop is only a subject where the user verifies, so a secret is at hand."""

QUESTIONS = {
    "regenerated": lazy_tr(
        "Was the secret ever regenerated? Check with the previous one: the server may still use it."
    ),
    "older-secret": lazy_tr("Is there a still older secret? Check with that one: the server may use it."),
    "other-app": lazy_tr(
        "Does the server use the secret of another Convot app? Check with that one, or add the app here."
    ),
    "which-text": lazy_tr(
        "Which text does the server sign for {value}, and with which line of code? Ask the developer for both."
    ),
}
"""What to ask for where no cause was found, by the id of the question."""

NO_CAUSE = {
    "defect": lazy_tr(
        "No known mistake with these secrets makes this text. So besides its form, the secret or the text that was "
        "signed is most likely another one."
    ),
    "unexplained": lazy_tr(
        "No known mistake with these secrets makes this hash: none alone, no two together, and no likely three. So the "
        "secret or the text that was signed is most likely one that this program does not have."
    ),
    "interrupted": lazy_tr("The search was ended before it had tried everything, so a known mistake is not ruled out."),
}
"""What a search without a result means, by the conclusion."""
