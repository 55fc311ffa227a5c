"""The language of the server's code, as far as the pasted text shows it."""

from __future__ import annotations

import re

_SIGNS = (
    ("React Router", re.compile(r"useLoaderData|authenticate\.admin\(|@remix-run/|react-router")),
    (
        "Shopify Liquid",
        re.compile(
            r"\|\s{0,4}(?:hmac_sha256|json)\s{0,4}[:}]|\{%-?\s{0,4}(?:assign|if|comment|render)\b|\{\{\s{0,4}(?:shop|customer)\."
        ),
    ),
    ("PHP", re.compile(r"<\?(?:php|=)|hash_hmac\(|\$_(?:ENV|SERVER|SESSION)\b|@json\(|\{\{\s{0,4}\$\w")),
    ("Ruby", re.compile(r"OpenSSL::HMAC|<%=|ENV\.fetch\(|\braw\(?\s{0,4}\w{1,40}\.to_json")),
    ("C#", re.compile(r"HMACSHA256|Encoding\.UTF8|@(?:Model|ViewBag|Html)\.")),
    ("Java", re.compile(r"Mac\.getInstance\(|SecretKeySpec|th:inline|\$\{\w{1,40}\.get\w")),
    ("Go", re.compile(r"hmac\.New\(sha256\.New|hex\.EncodeToString|:=\s{0,4}hmac\.")),
    (
        "Python",
        re.compile(r"hmac\.new\(|hashlib\.|os\.environ|\{\{\s{0,4}\w[\w.]{0,60}\s{0,4}\|\s{0,4}(?:tojson|escapejs)"),
    ),
    ("Node.js", re.compile(r"createHmac\(|process\.env\.|require\(['\"](?:node:)?crypto['\"]\)|module\.exports")),
)
"""The languages of ``code_lines.LANGUAGES`` with what only their programs and templates have, the surest first."""


def guessed_language(text: str) -> str:
    """Return the language of the first sign found; empty if there is none. At most the first 200,000 characters."""
    looked_at = text[:200_000]
    return next((language for language, sign in _SIGNS if sign.search(looked_at)), "")
