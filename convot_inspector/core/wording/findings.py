"""The text of every finding: title, because, fix, who has to act, and Convot's article about it.

``{detail}`` is the finding's detail, ``{quoted}`` the same in quotes, ``{fact}`` its further facts. Nothing here is
markup, and no value from the paste is put in except the one letter of a look-alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.wording.rows import Clause, MerchantWords

if TYPE_CHECKING:
    from convot_inspector.core.model import Owner, Severity

HELP = "https://help.convot.io/en/article/"
IDENTITY_VERIFICATION = HELP + "identity-verification"
APP_KEY_AND_SECRET = HELP + "app-key-and-identity-secret"
IDENTIFYING_VISITORS = HELP + "identifying-visitors"
MERCHANT_CONTEXT = HELP + "merchant-context-in-conversations"


@dataclass(frozen=True)
class Words:
    """The text of one finding. ``merchant``: for defects of a hash, which are certain."""

    severity: Severity
    title: str
    because: str
    fix: str
    owner: Owner
    link: str = IDENTITY_VERIFICATION
    merchant: MerchantWords | None = None


_ARTICLE = Clause(
    lazy_tr("make {hash} with the code of Convot's help article"),
    lazy_tr("Please ask your developer to make {hash} with the code of Convot's help article."),
)
ANY_DEFECT = MerchantWords(
    Clause(
        lazy_tr("{hash} is written in a form that Convot does not read"),
        lazy_tr("Convot does not accept {hash}, because {hash} is written in a form that Convot does not read."),
    ),
    Clause(
        lazy_tr("write {hash} as in the code of Convot's help article"),
        lazy_tr("Please ask your developer to write {hash} as in the code of Convot's help article."),
    ),
)
"""For a hash whose text can never be right, where no finding says more."""

# For secret-exposed if the text shows not a stored secret but a token with which a hash was made.
USED_AS_SECRET = Words(
    "error",
    lazy_tr("This text contains a token that is used as the secret"),
    lazy_tr("A hash in this text was made with {detail}. Anyone who has seen the text has that token too."),
    lazy_tr(
        "Replace the token at its source. For Convot, use the identity secret, on the server only: "
        "Settings → Apps → [your app] → Setup."
    ),
    "developer",
    APP_KEY_AND_SECRET,
)

IN_COMMENT = Words(
    "warning",
    lazy_tr("No browser runs this call"),
    lazy_tr("It is in a comment. It was checked anyway."),
    lazy_tr("Take the call out of the comment, into code that runs when the page is shown."),
    "developer",
    IDENTIFYING_VISITORS,
)
"""For not-run if the call is certainly in a comment."""

SECRET_OF_OTHER_APP = Words(
    "error",
    lazy_tr("This text contains the identity secret of {detail}"),
    lazy_tr("That is not the app it was checked for. Anyone who has seen this text can pose as any user there."),
    lazy_tr(
        "For that app, click Regenerate identity secret in Convot, under Settings → Apps → [your app] → Setup. "
        "Then update the secret on its server and redeploy."
    ),
    "merchant",
    APP_KEY_AND_SECRET,
)
"""For secret-exposed if the text shows the secret of another of the user's apps; ``{detail}`` names it."""

WORDS: dict[str, Words] = {
    "secret-exposed": Words(
        "error",
        lazy_tr("This text contains an identity secret"),
        lazy_tr(
            "Anyone who has seen this text can pose as any user of the app. If it comes from a page, "
            "everyone can see it."
        ),
        lazy_tr(
            "Rotate the secret: in Convot, under Settings → Apps → [your app] → Setup, click Regenerate "
            "identity secret. Then update it on the server and redeploy."
        ),
        "merchant",
        APP_KEY_AND_SECRET,
    ),
    "hash-is-secret": Words(
        "error",
        lazy_tr("{detail} contains the identity secret itself"),
        lazy_tr("The page sends the secret to every visitor's browser instead of a hash made with it."),
        lazy_tr("Rotate the secret, and send HMAC-SHA256 of the signed value in {detail}, computed on the server."),
        "developer",
        APP_KEY_AND_SECRET,
    ),
    "secret-format": Words(
        "error",
        lazy_tr("The stored secret is not an identity secret"),
        lazy_tr("An identity secret has 64 characters, only 0–9 and a–f. No hash was checked with the stored one."),
        lazy_tr("Copy it again from Settings → Apps → [your app] → Setup."),
        "support",
        APP_KEY_AND_SECRET,
    ),
    "hash-is-placeholder": Words(
        "error",
        lazy_tr("{detail} is a placeholder from an example"),
        lazy_tr("It is in place of a hash, so this is not what a working page sends."),
        lazy_tr(
            "Get the call as the browser sends it. If the page sends the placeholder too, compute the hash on the "
            "server."
        ),
        "support",
    ),
    "hash-is-value": Words(
        "error",
        lazy_tr("{detail} contains the identifier itself"),
        lazy_tr("The value was sent in place of its hash."),
        lazy_tr("Send HMAC-SHA256 of the value, in lower-case hex, computed on the server."),
        "developer",
        merchant=MerchantWords(
            Clause(
                lazy_tr("the page sends {value} itself instead of {hash}"),
                lazy_tr("Convot does not accept {hash}, because the page sends {value} itself instead of {hash}."),
            ),
            _ARTICLE,
        ),
    ),
    "hash-is-jwt": Words(
        "error",
        lazy_tr("{detail} is a JSON Web Token"),
        lazy_tr("Convot compares it with 64 hex digits and does not read tokens. {fact}"),
        lazy_tr("Send HMAC-SHA256 of the value itself, in lower-case hex, computed on the server."),
        "developer",
        merchant=MerchantWords(
            Clause(
                lazy_tr("the page sends another kind of token instead of {hash}"),
                lazy_tr(
                    "Convot does not accept {hash}, because the page sends another kind of token instead of {hash}."
                ),
            ),
            _ARTICLE,
        ),
    ),
    "hash-computed-in-browser": Words(
        "error",
        lazy_tr("{detail} is computed by code in this text"),
        lazy_tr("{fact} Anyone who has the secret can pose as any user."),
        lazy_tr(
            "Compute the hash on the server and give the page only the result. If the identity secret was in a page, "
            "rotate it: Settings → Apps → [your app] → Setup, Regenerate identity secret."
        ),
        "developer",
        APP_KEY_AND_SECRET,
    ),
    "hash-not-hex": Words(
        "error",
        lazy_tr("{detail} is not written in hex"),
        lazy_tr("Convot compares it with 64 lower-case hex digits (0–9, a–f). This text has other characters."),
        lazy_tr("Write the digest in hex, not base64 or another form."),
        "developer",
        merchant=ANY_DEFECT,
    ),
    "hash-upper-case": Words(
        "error",
        lazy_tr("{detail} has capital letters"),
        lazy_tr("Convot compares it with 64 lower-case hex digits, character by character."),
        lazy_tr("Write the digest in lower-case hex digits."),
        "developer",
        merchant=ANY_DEFECT,
    ),
    "hash-wrong-length": Words(
        "error",
        lazy_tr("{detail} does not have 64 hex digits"),
        lazy_tr("HMAC-SHA256 in hex always has 64. Another length means another algorithm, or text that was cut off."),
        lazy_tr("Use HMAC-SHA256 and send all 64 hex digits."),
        "developer",
        merchant=MerchantWords(
            Clause(
                lazy_tr("{hash} does not have the 64 characters that Convot expects"),
                lazy_tr(
                    "Convot does not accept {hash}, because {hash} does not have the 64 characters that Convot expects."
                ),
            ),
            Clause(
                lazy_tr("send only the 64 characters of {hash}"),
                lazy_tr("Please ask your developer to send only the 64 characters of {hash}."),
            ),
        ),
    ),
    "field-renamed": Words(
        "error",
        lazy_tr("{detail} is not a field that Convot reads"),
        lazy_tr("Convot reads {value}, which this call does not send."),
        lazy_tr("If {detail} is meant to be {value}, rename it."),
        "developer",
        IDENTIFYING_VISITORS,
    ),
    "field-nested": Words(
        "error",
        lazy_tr("{detail} is inside another object"),
        lazy_tr("Convot reads {value} only from the call's own fields, where it is missing."),
        lazy_tr("If it is meant to be the visitor's {value}, move it to the call's own fields."),
        "developer",
        IDENTIFYING_VISITORS,
    ),
    "value-is-hash": Words(
        "warning",
        lazy_tr("{detail} looks like a hash"),
        lazy_tr(
            "It is 64 hex digits, or the same as a hash of the call. Convot expects the identifier "
            "itself here, not a hash of it."
        ),
        lazy_tr("Send the identifier itself in {detail} and its hash in {hash}, unless this is the identifier."),
        "developer",
        IDENTIFYING_VISITORS,
    ),
    "value-look-alike": Words(
        "warning",
        lazy_tr("{detail} has characters that only look like Latin letters"),
        lazy_tr("{fact} They are signed as they are, so a server that has the Latin letters makes a different hash."),
        lazy_tr("Compare {detail} with what is stored, character by character, and correct the one that is wrong."),
        "developer",
    ),
    "value-is-expression": Words(
        "warning",
        lazy_tr("{detail} is code here, not a value"),
        lazy_tr("The text shows how the page gets {detail}, not what the browser sent, so it cannot be checked."),
        lazy_tr(
            "Paste what the browser sends: open the page, and copy the values from the console or the network tab."
        ),
        "support",
    ),
    "value-unclear": Words(
        "warning",
        lazy_tr("It is not certain where {detail} begins and ends"),
        lazy_tr(
            "The text does not show which characters belong to {detail}, and the hash fits none of the ways to read "
            "it. So it cannot be called wrong."
        ),
        lazy_tr("Paste the Convot.identify call itself, or the value in quotes as the browser sends it."),
        "support",
    ),
    "reading-proven": Words(
        "note",
        lazy_tr("The hash proves what {detail} is"),
        lazy_tr(
            "Nothing in the text marks where this value begins and ends, but the hash fits this way to read it: {fact}."
        ),
        "",
        "support",
    ),
    "template-not-rendered": Words(
        "warning",
        lazy_tr("{detail} is a template that was not filled in"),
        lazy_tr("The text has the template's code in place of the value."),
        lazy_tr("Get the call as the browser sends it. If the page sends this too, render the template on the server."),
        "support",
    ),
    "value-redacted": Words(
        "warning",
        lazy_tr("{detail} was hidden or changed in this copy"),
        lazy_tr(
            "Part of it was replaced, perhaps only special spaces by plain ones, so what the browser sent is unknown."
        ),
        lazy_tr(
            "Ask for the value as it is sent. In the browser's console, “Copy object” gives it. It "
            "stays on this computer."
        ),
        "support",
    ),
    "email-obfuscated": Words(
        "warning",
        lazy_tr("{detail} was replaced when this was copied"),
        lazy_tr(
            "Email protection, a chat or a mail program put something else in its place, such as "
            "[email protected] or a link. The live call most likely has the real address."
        ),
        lazy_tr("Ask for the address, or copy the values from the browser's console."),
        "support",
    ),
    "external-id-empty": Words(
        "warning",
        lazy_tr("external_id is sent empty"),
        lazy_tr(
            "Convot's articles do not say whether an empty external_id counts as passed. Here it "
            "counts as not passed, so the email is signed."
        ),
        lazy_tr("Leave external_id out when there is none."),
        "developer",
        IDENTIFYING_VISITORS,
    ),
    "external-id-number": Words(
        "note",
        lazy_tr("external_id is sent as a number"),
        lazy_tr("Its digits are signed as text, as JavaScript prints them."),
        lazy_tr("Send it as text, and sign the same text on the server."),
        "developer",
        IDENTIFYING_VISITORS,
    ),
    "number-rounded": Words(
        "warning",
        lazy_tr("{detail} is too large for a JavaScript number"),
        lazy_tr(
            "JavaScript rounds numbers above 9007199254740991, so the browser sends a different number from this one."
        ),
        lazy_tr("Send {detail} as text, in quotes."),
        "developer",
    ),
    "value-has-whitespace": Words(
        "warning",
        lazy_tr("{detail} has white space around it"),
        lazy_tr("White space is signed like any other character. The server must sign exactly the same text."),
        lazy_tr("Trim {detail} both in the page and on the server."),
        "developer",
    ),
    "value-has-invisible": Words(
        "warning",
        lazy_tr("{detail} contains invisible characters"),
        lazy_tr("They are signed like any others. Text copied from a document or a chat often contains them."),
        lazy_tr("Remove them where {detail} is stored."),
        "developer",
    ),
    "shop-not-myshopify": Words(
        "note",
        lazy_tr("shop is not a myshopify.com domain"),
        lazy_tr("Convot finds a merchant by the permanent name.myshopify.com domain."),
        lazy_tr("Send the shop's myshopify.com domain, and sign that."),
        "developer",
        MERCHANT_CONTEXT,
    ),
    "shop-unsigned": Words(
        "warning",
        lazy_tr("shop is not signed"),
        lazy_tr("Convot silently ignores an unsigned shop, so it attaches no merchant revenue data for it."),
        lazy_tr("Sign shop with the same identity secret and send the result as shop_hash."),
        "developer",
    ),
    "shop-hash-without-shop": Words(
        "warning",
        lazy_tr("shop_hash is sent without shop"),
        lazy_tr("Without shop it proves nothing."),
        lazy_tr("Send shop with it, or leave both out."),
        "developer",
    ),
    "nothing-to-sign": Words(
        "warning",
        lazy_tr("Neither external_id nor email is sent"),
        lazy_tr("The signed value is external_id if it is passed, otherwise email. Without both there is no identity."),
        lazy_tr("Pass external_id or email in the call."),
        "developer",
        IDENTIFYING_VISITORS,
    ),
    "smart-quotes": Words(
        "warning",
        lazy_tr("This copy has curly quotes"),
        lazy_tr(
            "No browser would run it as pasted. Chat and mail programs make straight quotes curly, so "
            "the page most likely has straight ones. It was checked with those."
        ),
        lazy_tr("Look at the page itself. If its quotes are curly too, type straight ones."),
        "support",
        IDENTIFYING_VISITORS,
    ),
    "calls-disagree": Words(
        "warning",
        lazy_tr("The calls in this text send different values for {detail}"),
        lazy_tr(
            "Each was checked with its own values. In one browser they would be different people: "
            "perhaps the page keeps a visitor's values after another one has logged in."
        ),
        lazy_tr("If they come from one page, find out which one is right, and remove or update the others."),
        "developer",
        IDENTIFYING_VISITORS,
    ),
    "unsigned-before-signed": Words(
        "warning",
        lazy_tr("This call has no user_hash, but a later one does"),
        lazy_tr(
            "This is common in single-page apps: they identify at once, and again when the server has "
            "sent the hash. Until then, Convot sees an unsigned call and rejects it if Require "
            "identity verification is on."
        ),
        lazy_tr("Wait for the hash, then identify once."),
        "developer",
    ),
    "not-identify": Words(
        "warning",
        lazy_tr("Convot does not receive this: {detail} is not Convot.identify"),
        lazy_tr("The fields were checked anyway, but only Convot.identify({ … }) sends them to Convot."),
        lazy_tr("Pass the same fields to Convot.identify({ … }), written exactly like this."),
        "developer",
        IDENTIFYING_VISITORS,
    ),
    "identify-arguments": Words(
        "warning",
        lazy_tr("Convot does not receive this: Convot.identify takes a single object"),
        lazy_tr("The fields of the second argument were checked, but Convot reads only the first."),
        lazy_tr("Pass one object, Convot.identify({ … }), with external_id as one of its fields."),
        "developer",
        IDENTIFYING_VISITORS,
    ),
    "settings-object": Words(
        "warning",
        lazy_tr("Convot does not receive this: {detail} contains only settings"),
        lazy_tr("The fields were checked anyway, but nothing passes them to Convot.identify."),
        lazy_tr("Pass the same fields to Convot.identify({ … }) once the widget is loaded."),
        "developer",
        IDENTIFYING_VISITORS,
    ),
    "not-run": Words(
        "warning",
        lazy_tr("No browser runs this call"),
        lazy_tr("It is in a comment, in a string or in a script that browsers ignore. It was checked anyway."),
        lazy_tr("Call Convot.identify in code that runs when the page is shown."),
        "developer",
        IDENTIFYING_VISITORS,
    ),
    "call-broken": Words(
        "warning",
        lazy_tr("This call does not work as pasted"),
        "{fact}",
        lazy_tr("Look at the page's source. If the call is like this there too, correct it; else the copy is damaged."),
        "developer",
        IDENTIFYING_VISITORS,
    ),
    "push-call": Words(
        "warning",
        lazy_tr("Convot.push carries no hash"),
        lazy_tr("It only sets what is shown about the visitor. Nothing in it proves who that is."),
        lazy_tr("Call Convot.identify with external_id or email, and user_hash."),
        "developer",
        IDENTIFYING_VISITORS,
    ),
    "duplicate-field": Words(
        "warning",
        lazy_tr("{detail} is in the call twice"),
        lazy_tr("JavaScript silently keeps the last one. That one was checked."),
        lazy_tr("Remove the other one."),
        "developer",
    ),
}

_RENAMED_FOR_MERCHANTS = MerchantWords(
    Clause(
        lazy_tr("the page sends {detail}, which is not a name that Convot reads"),
        lazy_tr(
            "Convot does not accept {hash}, because the page sends {detail}, which is not a name that Convot reads."
        ),
    ),
    Clause(
        lazy_tr("send {detail} under the name that Convot's help article uses"),
        lazy_tr("Please ask your developer to send {detail} under the name that Convot's help article uses."),
    ),
    "",
)

PROVEN_WORDS: dict[str, Words] = {
    "field-renamed": Words(
        "error",
        lazy_tr("{detail} is not a field that Convot reads"),
        lazy_tr("Convot reads {value}. The text that was signed is in {detail}."),
        lazy_tr("Rename {detail} to {value}."),
        "developer",
        IDENTIFYING_VISITORS,
        merchant=_RENAMED_FOR_MERCHANTS,
    ),
    "field-nested": Words(
        "error",
        lazy_tr("{detail} is inside another object"),
        lazy_tr("Convot reads {value} only from the call's own fields. The text that was signed is in {detail}."),
        lazy_tr("Move {detail} to the call's own fields, as {value}."),
        "developer",
        IDENTIFYING_VISITORS,
        merchant=_RENAMED_FOR_MERCHANTS,
    ),
}
"""For findings that a hash proves: nothing in them is doubtful."""
