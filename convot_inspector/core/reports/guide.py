"""The rules of identity verification in brief, for anybody who has to explain them.

The authority is Convot's own articles, which it names:
https://help.convot.io/en/article/identity-verification
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convot_inspector.core.language import lazy_tr, tr
from convot_inspector.core.reports.document import Document, Heading, Paragraph, Points, Row, Rows
from convot_inspector.core.shown import Shown
from convot_inspector.core.wording.findings import (
    APP_KEY_AND_SECRET,
    IDENTIFYING_VISITORS,
    IDENTITY_VERIFICATION,
    MERCHANT_CONTEXT,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SIGNED = (
    lazy_tr("user_hash signs external_id when the page sends one, otherwise email. Never both."),
    lazy_tr("shop_hash signs shop, and is checked on its own: one can be right while the other is wrong."),
    (
        lazy_tr(
            "A hash is HMAC-SHA256 of exactly the text that the page sends, with the app's identity secret as "
            "the key: its "
            "64 characters as they are, not converted."
        )
    ),
    (
        lazy_tr(
            "It is written as 64 lower-case hex digits, and compared byte for byte: capital letters, a "
            "space or base64 make a different hash."
        )
    ),
    lazy_tr("It is computed on the server. In the page, everyone could read the secret."),
)
SETTING: dict[str, str] = {
    lazy_tr("Off"): lazy_tr(
        "The default. Calls with and without a right hash are accepted; those without are trusted less."
    ),
    lazy_tr("On"): lazy_tr(
        "Every widget session without a right user_hash is rejected with identity_verification_required."
    ),
    lazy_tr("The shop"): lazy_tr(
        "Not affected. A shop without a right shop_hash is silently ignored, so no merchant revenue "
        "data is shown for it."
    ),
    lazy_tr("Where"): lazy_tr(
        "Settings → Apps → [your app] → Security. The choice at the top right of this window only "
        "tells this program how it is set."
    ),
}
SECRET = (
    lazy_tr(
        "It is in Convot under Settings → Apps → [your app] → Setup, in the security section. Each app has its own."
    ),
    (
        lazy_tr(
            "Regenerate identity secret replaces it: sessions signed with the old one fail from then on, until "
            "the server "
            "has the new one."
        )
    ),
    lazy_tr("It belongs on the server only. If it was in a page, a repository or an email, regenerate it."),
)
COLOURS: dict[str, str] = {
    lazy_tr("✓ Green"): lazy_tr("Checked, and right."),
    lazy_tr("✕ Red"): lazy_tr("Checked, and wrong."),
    lazy_tr("! Yellow"): lazy_tr("It works, but not as intended."),
    lazy_tr("? Grey"): lazy_tr("What is here is not enough to tell. It says nothing against the merchant."),
}
_ARTICLES = (IDENTITY_VERIFICATION, APP_KEY_AND_SECRET, IDENTIFYING_VISITORS, MERCHANT_CONTEXT)
_ARTICLES = (IDENTITY_VERIFICATION, APP_KEY_AND_SECRET, IDENTIFYING_VISITORS, MERCHANT_CONTEXT)
PROOF = lazy_tr(
    "A cause is named only if repeating the mistake with your secret gives exactly the hash that was "
    "sent. If none does, the window says what was tried."
)


def guide() -> Document:
    """Return what is signed, what the setting does, what the colours mean, and where to read more."""
    return Document(
        tr("How identity verification works"),
        (
            Heading(tr("What is signed")),
            _points(SIGNED),
            Heading(tr("What Require identity verification does")),
            _rows(SETTING),
            Heading(tr("The identity secret")),
            _points(SECRET),
            Heading(tr("What the colours mean")),
            _rows(COLOURS),
            Paragraph(tr(PROOF)),
            Heading(tr("Convot's own articles")),
            Points(tuple(map(Shown, _ARTICLES))),
        ),
    )


def _points(texts: Iterable[str]) -> Points:
    return Points(tuple(map(tr, texts)))


def _rows(rows: Mapping[str, str]) -> Rows:
    return Rows(tuple(Row(tr(name), tr(words)) for name, words in rows.items()))
