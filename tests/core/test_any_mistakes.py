"""Any set of mistakes, one of each axis, made by code of this test: it is found, or a smaller set that does it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import urllib.parse
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from paste import OTHER_SECRET, SECRET, call

from convot_inspector import AppSecrets, inspect_text

if TYPE_CHECKING:
    from collections.abc import Callable

STAGING = "ab12" * 16
SECRETS = AppSecrets(SECRET, (OTHER_SECRET,), {"Staging": STAGING})

VALUES: dict[str, Callable[[str], str]] = {
    "": str,
    "value-case": str.upper,
    "value-whitespace": lambda value: value + "\n",
    "value-quoted": lambda value: '"' + value + '"',
    "value-url-encoded": lambda value: urllib.parse.quote(value, safe=""),
    "value-base64": lambda value: base64.b64encode(value.encode()).decode(),
    "value-hashed": lambda value: hashlib.md5(value.encode()).hexdigest(),
    "value-prefix": lambda value: "user_" + value,
    "wrong-field": lambda _: "the-other-field",
}
KEYS: dict[str, bytes] = {
    "": SECRET.encode(),
    "key-previous": OTHER_SECRET.encode(),
    "key-other-app": STAGING.encode(),
    "key-hex-decoded": bytes.fromhex(SECRET),
    "key-whitespace": SECRET.encode() + b"\n",
    "key-quoted": b"'" + SECRET.encode() + b"'",
    "key-case": SECRET.upper().encode(),
    "key-empty": b"",
}
CONSTRUCTIONS: dict[str, Callable[[bytes, bytes], bytes]] = {
    "": lambda key, text: hmac.new(key, text, hashlib.sha256).digest(),
    "arguments-swapped": lambda key, text: hmac.new(text, key, hashlib.sha256).digest(),
    "wrong-algorithm": lambda key, text: hmac.new(key, text, hashlib.sha1).digest(),
    "plain-hash": lambda _, text: hashlib.sha256(text).digest(),
    "concatenated": lambda key, text: hashlib.sha256(key + text).digest(),
}
WRITINGS: dict[str, Callable[[bytes], str]] = {
    "": bytes.hex,
    "digest-base64": lambda digest: base64.b64encode(digest).decode(),
    "digest-upper-case": lambda digest: digest.hex().upper(),
    "digest-prefixed": lambda digest: "sha256=" + digest.hex(),
    "digest-whitespace": lambda digest: digest.hex() + "\n",
    "digest-truncated": lambda digest: digest.hex()[:24],
    "digest-separated": lambda digest: digest.hex(":"),
    "digest-repr": lambda digest: f"b'{digest.hex()}'",
    "digest-hex-of-hex": lambda digest: digest.hex().encode().hex(),
    "digest-base64-of-hex": lambda digest: base64.b64encode(digest.hex().encode()).decode(),
}
PLACES = {"": "user_hash", "hash-in-other-field": "userHash"}


@settings(max_examples=40)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30),
    st.sampled_from(sorted(VALUES)),
    st.sampled_from(sorted(KEYS)),
    st.sampled_from(sorted(CONSTRUCTIONS)),
    st.sampled_from(sorted(WRITINGS)),
    st.sampled_from(sorted(PLACES)),
)
def test_any_mistakes_are_found(  # one argument an axis
    value: str, of_value: str, of_key: str, construction: str, writing: str, place: str
) -> None:
    if place and (of_value == "wrong-field" or sum(map(bool, (of_value, of_key, construction))) > 2):
        place = ""  # a hash elsewhere belongs to this value, and is looked for with two mistakes at most
    made = tuple(filter(None, (of_value, "" if construction == "plain-hash" else of_key, construction, writing, place)))
    digest = CONSTRUCTIONS[construction](KEYS[of_key], VALUES[of_value](value).encode())
    sent = WRITINGS[writing](digest)
    text = call(external_id=value, name="the-other-field", **{PLACES[place]: sent})
    found = inspect_text(text, SECRETS).calls[0].user
    if not made:
        assert found.status == "verified"
    elif found.status != "verified":  # some mistakes change nothing: digits have no upper case
        assert found.causes, made
        assert len(found.causes) <= len(made), (found.causes, made)
        assert found.causes == made or len(found.causes) < len(made) or made in found.alternatives, found
