"""Conclusions about a whole call."""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.wording.conclusions.row import REASONS, ConclusionWords, WithShop
from convot_inspector.core.wording.conclusions.shared import (
    AGAIN,
    THANKS,
    THANKS_UNCHECKED,
    USER_IS_RIGHT,
    USER_VERIFIED,
)

_STILL_ANONYMOUS = lazy_tr(
    "If visitors are still shown as anonymous, please check that the page is not an old copy from a cache, that it "
    "calls Convot.identify after the visitor has logged in, and that it loads this app's key."
)
_SHOP_TOO = lazy_tr("shop_hash is right too, so merchant data is attached.")

CALL: dict[str, ConclusionWords] = {
    "exposed": ConclusionWords(
        "wrong",
        "",
        ("{because}",),
        "",
        (
            lazy_tr("Thank you for sending this. Please act on it today: it contains the identity secret of your app."),
            lazy_tr("Anyone who has seen that secret can pose as any of your users."),
            lazy_tr("In Convot, go to Settings → Apps → [your app] → Setup and click Regenerate identity secret."),
            lazy_tr("Then update the secret on your server and redeploy; never put it in a page."),
            lazy_tr("Write to me when that is done, and I will check the rest."),
        ),
    ),
    "other-exposed": ConclusionWords(
        "wrong",
        "",
        ("{because}",),
        "",
        (
            THANKS_UNCHECKED,
            lazy_tr("It contains the identity secret of another Convot app than the one I checked it for."),
            lazy_tr(
                "If that app is yours too, click Regenerate identity secret for it in Convot (Settings → Apps → [your "
                "app] → Setup), and update the secret on its server. Otherwise please tell me where the text comes "
                "from."
            ),
        ),
    ),
    "token-exposed": ConclusionWords(
        "wrong",
        "",
        ("{because}",),
        "",
        (
            THANKS,
            REASONS,
            lazy_tr("That key is in the text that you sent, so it has to be replaced too."),
            AGAIN,
        ),
    ),
    "verified": ConclusionWords(
        "right",
        lazy_tr("Verified"),
        (USER_IS_RIGHT, lazy_tr("Convot trusts this identity.")),
        "",
        (THANKS, USER_VERIFIED, _STILL_ANONYMOUS),
        _SHOP_TOO,
        with_shop=WithShop(
            answer=(THANKS, lazy_tr("Everything is right: the visitor and the shop are verified."), _STILL_ANONYMOUS)
        ),
    ),
    "not-received": ConclusionWords(
        "warning",
        lazy_tr("The hash is right, but Convot does not receive it"),
        (USER_IS_RIGHT, "{because}"),
        "",
        (
            THANKS,
            lazy_tr("user_hash is right, but Convot never gets it: {missed}"),
            lazy_tr(
                "Please ask your developer to call Convot.identify with the same values, as Convot's help article "
                "shows: {link}"
            ),
            AGAIN,
        ),
        lazy_tr("shop_hash is right too."),
    ),
    "broken": ConclusionWords(
        "warning",
        lazy_tr("The hash is right, but the call does not work as pasted"),
        (USER_IS_RIGHT, "{because}"),
        "",
        (
            THANKS,
            lazy_tr("user_hash is right, but the call does not work as you sent it. {because}"),
            lazy_tr(
                "Please ask your developer to look at the page's source, and to correct the call if it is like this "
                "there too. If only the copy is damaged, please send me the page's source."
            ),
        ),
        lazy_tr("shop_hash is right too."),
    ),
    "other-key": ConclusionWords(
        "warning",
        lazy_tr("The hash is right, but the page loads another app's key"),
        (USER_IS_RIGHT, lazy_tr("The app key in the text is not the one saved for this app.")),
        lazy_tr("Load this app's key in the page, or sign with the secret of the app whose key it loads."),
        (
            THANKS,
            lazy_tr(
                "user_hash is right for the app I checked it for, but the page loads the app key (app_…) of another "
                "one."
            ),
            lazy_tr(
                "Please ask your developer to use the app key and the identity secret of the same app. Both are in "
                "Convot under Settings → Apps → [your app] → Setup."
            ),
            AGAIN,
        ),
        lazy_tr("shop_hash is right too."),
    ),
    "rejected": ConclusionWords(
        "warning",
        lazy_tr("The hash is right, but Convot rejected a session"),
        (
            USER_IS_RIGHT,
            lazy_tr("The text also shows identity_verification_required: a session without a right hash."),
        ),
        lazy_tr("Find out which call the rejected session made; see below."),
        (
            THANKS,
            lazy_tr(
                "user_hash is right, but the error identity_verification_required shows that Convot rejected a "
                "session: one without a right user_hash."
            ),
            lazy_tr(
                "Please ask your developer whether the page calls Convot.identify more than once, for instance before "
                "it has user_hash, whether it is an old copy from a cache, and whether it loads this app's key."
            ),
            AGAIN,
        ),
        lazy_tr("shop_hash is right too."),
    ),
    "remarks": ConclusionWords(
        "right",
        lazy_tr("Verified, with remarks"),
        (USER_IS_RIGHT,),
        lazy_tr("Worth a look: {titles}."),
        (THANKS, USER_VERIFIED, lazy_tr("Worth a look: {titles}.")),
        _SHOP_TOO,
        title_for_one=lazy_tr("Verified, with a remark"),
    ),
}
