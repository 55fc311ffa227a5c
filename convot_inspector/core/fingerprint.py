"""Short code by which two people can compare secrets without showing them."""

from __future__ import annotations

import hashlib

_DOMAIN = b"convot-inspector secret fingerprint v1\0"  # domain separation from hashes for other purposes


def fingerprint(secret: str) -> str:
    """Return the first 32 bits of the SHA-256 of a domain prefix and the secret's text, as ``3F9A-12BC``.

    A secret has 256 random bits, so the code neither reveals it nor helps to guess it. Letter case is significant, as
    it is when Convot uses the secret: the same digits in another case are another key.
    """
    code = hashlib.sha256(_DOMAIN + secret.encode("utf-8", "surrogatepass")).hexdigest()[:8].upper()
    return f"{code[:4]}-{code[4:]}"
