"""Paragraphs of the merchant's answer that depend on something other than the conclusion."""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr

MEANWHILE_WORDS = {
    "on": lazy_tr("Until this is fixed, Convot rejects these visitors with identity_verification_required."),
    "off": lazy_tr("Until this is fixed, your visitors can chat as before, but Convot trusts them less."),
    "unknown": lazy_tr(
        "Until this is fixed, Convot trusts these visitors less, or rejects them if Require identity verification is "
        "on."
    ),
}
"""What visitors experience, by the setting of *Require identity verification*."""

MISSED_WORDS = {
    "not-identify": lazy_tr("the page calls {detail} instead of Convot.identify."),
    "identify-arguments": lazy_tr("Convot.identify takes one object, and the page passes more than one argument."),
    "settings-object": lazy_tr("the page only puts it into {detail} and does not call Convot.identify with it."),
    "not-run": lazy_tr("the call is where no browser runs it."),
}
"""Why Convot does not receive a call, by the id of the finding; the end of a sentence."""
MISSED_LETTERS = lazy_tr("the page calls {detail}, but the name is Convot.identify, with exactly these letters.")
MISSED_COMMENT = lazy_tr("the call is in a comment.")

WHERE = {
    "code": lazy_tr("The right code is here: {link}"),
    "secret": lazy_tr("The identity secret is in Convot under Settings → Apps → [your app] → Setup."),
    "both": lazy_tr(
        "The identity secret is in Convot under Settings → Apps → [your app] → Setup, and the right code is here: "
        "{link}"
    ),
}
"""Where a developer finds the right thing, by ``MerchantWords.where``."""

ASK_FOR_VALUES_WORDS = {
    "code": lazy_tr(
        "Could you open the page in a browser, log in, and send me the request that contains {hash}, or the values as "
        "the console shows them? The code that you sent does not contain them."
    ),
    "hidden": lazy_tr(
        "Could you send me the call again exactly as the browser sends it, with nothing hidden or replaced? In the "
        "browser's console, “Copy object” copies it like that."
    ),
    "other": lazy_tr(
        "Could you open the page in a browser, log in, and send me the page's source, or the Convot.identify call with "
        "its values?"
    ),
}
"""What to ask for, by what was sent: code that does not contain the values, a copy that hides some, or another text."""
