"""A short code by which two people can tell whether they hold the same secret without showing it."""

from __future__ import annotations

import hashlib

_DOMAIN = b"convot-inspector secret fingerprint v1\0"  # equals no hash of another purpose


def fingerprint(secret: str) -> str:
    """32 bits of a SHA-256 over the secret's text, as ``3F9A-12BC``.

    A secret has 256 random bits, so the code neither reveals it nor helps to guess it. Letter case counts, as
    it does when Convot uses the secret: the same digits in another case are another key.
    """
    code = hashlib.sha256(_DOMAIN + secret.encode()).hexdigest()[:8].upper()
    return f"{code[:4]}-{code[4:]}"
