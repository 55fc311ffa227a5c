"""Sentences that the rows of several subjects share."""

from __future__ import annotations

from convot_inspector.core.language import lazy_tr
from convot_inspector.core.wording.conclusions.row import ASK_FOR_VALUES

THANKS = lazy_tr("Thank you, I have checked what you sent.")
THANKS_UNCHECKED = lazy_tr("Thank you for sending this.")
"""Opening of an answer when no hash was checked: it must not say "I have checked"."""
AGAIN = lazy_tr("Once that is done, send me what the page sends, and I will check it again.")
SEARCHING_ANSWER = lazy_tr("I am still looking for the reason and will get back to you.")

USER_IS_RIGHT = lazy_tr("user_hash is right for {user_field}.")
USER_VERIFIED = lazy_tr("The visitor is verified: user_hash is right.")

ASK_FOR_CALL = lazy_tr("Get the call as the browser sends it.")
ASK_FOR_LESS = lazy_tr("Paste only the lines with the call, or get the call as the browser sends it.")
LEAVE_SECRET_OUT = lazy_tr("Please leave out the identity secret.")
SEND_AS_TEXT = lazy_tr("Send {field} as plain text, and sign the same text.")
HEX = lazy_tr("Write the digest as 64 lower-case hex digits.")
WHICH_TEXT = lazy_tr("Ask the developer which text the server signs, and with which code.")

PLACEHOLDER_ANSWER = (
    lazy_tr("What you sent has a placeholder from an example in place of {hash}."),
    lazy_tr("If your page really sends that, please ask your developer to make {hash} on the server."),
    lazy_tr("If it is only the example, please send me what the browser sends."),
)
NOT_TEXT_ANSWER = (
    lazy_tr("The page sends {field} in a form for which Convot does not say what {hash} has to be."),
    lazy_tr("Please ask your developer to send {field} as plain text, and to make {hash} from the same text."),
    AGAIN,
)
UNCHECKED_SHOP_ANSWER = (
    lazy_tr("What you sent does not show whether shop_hash is right."),
    ASK_FOR_VALUES,
)
