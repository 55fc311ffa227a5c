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
