"""Server code that computes a hash. It is reported as such: it holds no value that a browser sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convot_inspector.core.reading import problems
from convot_inspector.core.reading.source import Reading

if TYPE_CHECKING:
    from convot_inspector.core.model import Problem
    from convot_inspector.core.reading.source import Source

_HMAC = re.compile(
    r"\bcreateHmac\s{0,9}\(|\bOpenSSL::HMAC\b|\bhmac\.(?:new|digest|New)\s{0,9}\(|\bhash_hmac\s{0,9}\(|\bHMACSHA256\b"
    r"|\bHmacSHA256\b|\bHmacUtils\b|\bhmac_sha256\b|\bcrypto\.subtle\.sign\b|\bHmac::?<|\bHmac<Sha256>|\bHMAC<SHA256>"
    r"|\bopenssl\s{1,9}dgst\b|:crypto\.mac\s{0,9}\(|\bDigest::SHA\b|\bHMAC\.(?:hexdigest|new)\b"
)
_MAX_SEARCHED = 128 * 1024  # characters; the search for so many names is slow
_HASH = re.compile(r"(?<![0-9a-fA-F])[0-9a-f]{64}(?![0-9a-fA-F])")


def read_server_code(source: Source) -> Reading | None:
    """Return the problem of server code; None for other texts, and if there is a hash that a browser may have sent."""
    text = source.text
    if text.lstrip()[:1] in ("{", "[", '"') or _HASH.search(text, 0, _MAX_SEARCHED):
        return None
    problem = server_code(source)
    return None if problem is None else Reading("none", problems=(problem,))


def server_code(source: Source) -> Problem | None:
    """Return a problem at the first place that computes an HMAC; None if there is none."""
    found = _HMAC.search(source.text, 0, _MAX_SEARCHED)
    return None if found is None else problems.at(source, found.start(), "no-identify-call", "server-code")
