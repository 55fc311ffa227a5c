"""Format check of identity secrets, with the reason if a text is something else.

"It's a 64-character hex string": https://help.convot.io/en/article/identity-verification
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from convot_inspector.core.language import lazy_tr, localize, plural, tr

_SECRET = re.compile(r"[0-9a-fA-F]{64}")
_TOKENS = (
    ("app_", "app-key", lazy_tr("This is the public app key (app_…), not the identity secret.")),
    ("ck_", "api-token", lazy_tr("This is an API token (ck_…), not the identity secret.")),
    ("whsec_", "webhook-secret", lazy_tr("This is a webhook secret (whsec_…), not the identity secret.")),
    ("prtapi_", "partner-token", lazy_tr("This is a Shopify Partner token (prtapi_…), not the identity secret.")),
    ("shpat_", "shopify-token", lazy_tr("This is a Shopify access token (shpat_…), not the identity secret.")),
    ("shpss_", "shopify-secret", lazy_tr("This is a Shopify app secret (shpss_…), not the identity secret.")),
)
_WHERE = lazy_tr("Copy it in Convot under Settings → Apps → [your app] → Setup.")


@dataclass(frozen=True)
class FormatProblem:
    """The reason why a text is not an identity secret. Neither field contains any part of the text."""

    id: str
    message: str


def format_problem(text: str) -> FormatProblem | None:
    """Return what is wrong with ``text`` as an identity secret; None if it is exactly 64 hex digits.

    Nothing is trimmed or repaired: the secret is used as text, so a stray space would make another key.
    """
    if _SECRET.fullmatch(text):
        return None
    bare = text.strip()
    if not bare:
        return FormatProblem("empty", tr("Nothing was entered.") + " " + localize(_WHERE))
    for prefix, id_, sentence in _TOKENS:
        if bare.startswith(prefix):
            return FormatProblem(id_, f"{localize(sentence)} {localize(_WHERE)}")
    if re.match(r"(export\s+)?[A-Za-z_][A-Za-z0-9_]*\s*[=:]", bare):
        return FormatProblem(
            "env-line",
            tr("This is a whole line of a settings file. Paste only the 64 characters after the = sign."),
        )
    if bare[0] in "\"'`“”‘’" or bare[-1] in "\"'`“”‘’":
        return FormatProblem("quoted", tr("There are quotes around it. Paste only the 64 characters between them."))
    if any(c.isspace() or c in "\u200b\u200c\u200d\u2060\ufeff" for c in text):
        return FormatProblem(
            "spaces", tr("It contains spaces, line breaks or invisible characters. Paste only the 64 characters.")
        )
    count = len(text)
    if count != 64:
        words = tr("A secret has exactly 64 characters, 0–9 and a–f. This one has {count}.", count=count)
        return FormatProblem("length", words)
    strange = sum(c not in "0123456789abcdefABCDEF" for c in text)
    return FormatProblem(
        "not-hex",
        plural(
            "A secret has only the characters 0–9 and a–f. {count} of the 64 here are something else.",
            "A secret has only the characters 0–9 and a–f. 1 of the 64 here is something else.",
            strange,
        ),
    )
