"""What is left to do besides the first step: checks, questions, fixes of several mistakes."""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr

REMAINING = {
    "no-call": lazy_tr(
        "This text shows values but no Convot.identify call. Without that call Convot never receives them."
    ),
    "twice": lazy_tr("The page may call Convot.identify before it has the hash, and again when it has it."),
    "visitor": lazy_tr("This is one visitor. Also check one who is shown as anonymous."),
    "cache": lazy_tr("The page may be an old copy from a cache. Reload it in a private window."),
    "order": lazy_tr("The call may come too early. It has to run after Convot's loader and after the login."),
    "app-key": lazy_tr("The page may load the key of another app. Look for it in the page's source."),
}
"""What is left to check where the hash is right and a visitor is shown as anonymous all the same."""

NOTHING_TO_CHANGE = lazy_tr("Nothing that was checked has to be changed.")
STILL_SEARCHING = lazy_tr("The search for the cause is still running.")
ALL_FIXES = {2: lazy_tr("Fix both; see below.")}
MORE_FIXES = lazy_tr("Fix all of them; see below.")

SETTING_WORDS = {
    "on": lazy_tr("on"),
    "off": lazy_tr("off"),
    "unknown": lazy_tr("not known"),
}

QUESTIONS = {
    "regenerated": lazy_tr("Was the secret ever regenerated? Check with the old one: the server may still use it."),
    "older-secret": lazy_tr("Is there an even older secret? Check with that one: the server may still use it."),
    "other-app": lazy_tr(
        "Does the server use the secret of another Convot app? Check with that one, or add the app here."
    ),
    "which-text": lazy_tr("Which text does the server sign for {value}, and with which line of code?"),
}
"""What to ask for where no cause was found, by the id of the question."""

_SEND_VALUES = lazy_tr("Send what the browser sends: the request that holds the values, or the page's source.")
_WHICH_TEXT = lazy_tr("Look up which secret the server uses, which text it signs for {field}, and with which code.")
_NOT_CHECKED = lazy_tr("The hash has not been checked yet.")
FOR_DEVELOPER = {
    "unexplained": _WHICH_TEXT,
    "interrupted": _WHICH_TEXT,
    "other-app": lazy_tr("Look up which app's key the page loads. The server has to use the secret of that app."),
    "not-in-text": _SEND_VALUES,
    "several-readings": _SEND_VALUES,
    "too-many-readings": _SEND_VALUES,
    "template": _SEND_VALUES,
    "placeholder": lazy_tr("If the page sends the placeholder, make the hash on the server instead."),
    "bad-secret": _NOT_CHECKED,
    "no-secret": _NOT_CHECKED,
}
"""What a developer has to do where the next step is the user's own, by the conclusion."""
QUESTIONS_FOR_DEVELOPER = {
    "regenerated": lazy_tr("Was the secret ever regenerated? The server may still use the old one."),
    "older-secret": lazy_tr("Is there an even older secret? The server may still use that one."),
    "other-app": lazy_tr("Does the server use the secret of another Convot app?"),
    "which-text": QUESTIONS["which-text"],
}
"""The same questions as above for the one who can look them up."""

NO_CAUSE = {
    "defect": lazy_tr(
        "No known mistake with these secrets makes this text. So apart from its form, the secret or the signed text is "
        "most likely different too."
    ),
    "unexplained": lazy_tr(
        "No known mistake with these secrets makes this hash: not one alone, not two together, and not three likely "
        "ones. The server most likely used a secret or a text that is not known here."
    ),
    "unexplained, secret right": lazy_tr(
        "No known mistake makes this hash: not one alone, not two together, and not three likely ones. The server most "
        "likely signed a text that is not known here."
    ),
    "interrupted": lazy_tr("The search ended before it had tried everything. A known mistake is still possible."),
}
"""Explanations of a hash for which the search found no cause, by conclusion; with ", secret right" after it where
the other hash of the call proves the secret."""

OTHER_KEY = lazy_tr("The app key in the text is not the one saved for this app: it may be another app's page.")
NO_CALL_ANSWER = lazy_tr(
    "What you sent shows the values, but not the call itself. Without a call of Convot.identify, Convot never gets "
    "them."
)
OTHER_KEY_ANSWER = lazy_tr(
    "Your page loads the app key (app_…) of another app than the one I checked it for. Which app is it for?"
)
"""Said where the hash does not verify, and the text sets another key."""

STILL_ANONYMOUS = lazy_tr("If the visitor is still shown as anonymous")
WHY_REJECTED = lazy_tr("What to check")
"""Head the checks that are left."""
