"""Any set of mistakes, one of each axis, made by this test's code: the search finds it or a smaller equivalent set."""

from __future__ import annotations

import base64
import hashlib
import hmac
import html
import json
import unicodedata
import urllib.parse
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paste import OTHER_SECRET, SECRET, call
from payloads import fewer_examples

from convot_inspector import AppSecrets, inspect_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STAGING = "ab12" * 16
SECRETS = AppSecrets(SECRET, (OTHER_SECRET,), {"Staging": STAGING})
RAW = bytes.fromhex(SECRET)
EMAIL, NAME = "Jane.Doe@Example.org", "Jane O'Neil & Söhne"

# The first of each row are met often, and so in any company; what
# stands behind the None is rarer, and is looked for with one more mistake of value, key and construction at most.


def payload(value: str) -> dict[str, str]:
    return {"external_id": value, "email": EMAIL, "name": NAME}


VALUES: dict[str, list[Callable[[str], str | bytes] | None]] = {
    "value-case": [str.lower, str.upper, str.title],
    "value-whitespace": [lambda v: v + "\n", lambda v: v + "\r\n", lambda v: f" {v}", lambda v: v + "\u00a0"],
    "value-invisible": [lambda v: "\ufeff" + v, lambda v: v + "\u200b"],
    "value-unicode": [lambda v: unicodedata.normalize("NFD", v), lambda v: unicodedata.normalize("NFKC", v)],
    "value-charset": [
        lambda v: v.encode("latin-1", "replace"), lambda v: v.encode("ascii", "replace"),
        lambda v: v.encode("utf-16-le"), lambda v: b"\xff\xfe" + v.encode("utf-16-le"),
    ],
    "value-mojibake": [lambda v: v.encode().decode("latin-1")],
    "value-url-encoded": [lambda v: urllib.parse.quote(v, safe=""), urllib.parse.quote_plus, urllib.parse.unquote],
    "value-escaped": [html.escape, lambda v: json.dumps(v)[1:-1], lambda v: v.replace("/", "\\/")],
    "value-quoted": [lambda v: f'"{v}"', lambda v: f"'{v}'", json.dumps],
    "value-prefix": [
        lambda v: "mailto:" + v, lambda v: f"https://{v}", lambda v: f"{v}/", lambda v: f"{v}.myshopify.com",
        lambda v: f"gid://shopify/Customer/{v}", lambda v: f"user_{v}",
    ],
    "value-base64": [lambda v: base64.b64encode(v.encode())],
    "value-hashed": [lambda v: hashlib.md5(v.encode()).hexdigest(), lambda v: hashlib.sha256(v.encode()).hexdigest()],
    "value-literal": [
        lambda _: "", lambda _: "undefined", lambda _: "null", lambda _: "None", lambda _: "[object Object]",
    ],
    "wrong-field": [lambda _: EMAIL, lambda _: NAME],
    "value-json": [
        lambda v: json.dumps(payload(v)), lambda v: json.dumps(payload(v), separators=(",", ":"), ensure_ascii=False),
        lambda v: json.dumps(payload(v), separators=(",", ":"), sort_keys=True, ensure_ascii=False),
        None, lambda v: json.dumps(payload(v), indent=2, ensure_ascii=False), lambda v: json.dumps({"user_id": v}),
    ],
    "value-composite": [
        lambda v: f"{v}:{EMAIL}", lambda v: f"{EMAIL}|{v}", lambda v: v + EMAIL, None, lambda v: f"{v};{NAME}",
    ],
}  # fmt: skip
KEYS: dict[str, list[bytes | None]] = {
    "key-previous": [OTHER_SECRET.encode()],
    "key-other-app": [STAGING.encode()],
    "key-hex-decoded": [RAW],
    "key-base64-decoded": [base64.b64decode(SECRET)],
    "key-base64": [base64.b64encode(SECRET.encode()), base64.b64encode(RAW)],
    "key-whitespace": [f"{SECRET}\n".encode(), f"{SECRET}\r\n".encode(), f" {SECRET}".encode()],
    "key-quoted": [f"'{SECRET}'".encode(), f'"{SECRET}"'.encode()],
    "key-case": [SECRET.upper().encode()],
    "key-env-line": [
        f"CONVOT_IDENTITY_SECRET={SECRET}".encode(), b"CONVOT_IDENTITY_SECRET", None,
        f"export IDENTITY_SECRET={SECRET}".encode(),
    ],
    "key-hashed": [
        hashlib.sha256(SECRET.encode()).digest(), hashlib.md5(SECRET.encode()).hexdigest().encode(),
        None, hashlib.sha512(SECRET.encode()).digest(),
    ],
    "key-truncated": [SECRET[:32].encode(), SECRET[1:].encode(), None, SECRET[:41].encode()],
    "key-empty": [b""],
    "key-literal": [b"undefined", b"null", b"None", b"your_identity_secret", None, b"change-me"],
}  # fmt: skip


def mac(key: bytes, text: bytes, algorithm: str = "sha256") -> bytes:
    return hmac.new(key, text, algorithm).digest()


def plain(algorithm: str, _: bytes, text: bytes) -> bytes:
    return hashlib.new(algorithm, text).digest()


def joined(algorithm: str, mark: bytes, one: bytes, other: bytes) -> bytes:
    return hashlib.new(algorithm, one + mark + other).digest()


CONSTRUCTIONS: dict[str, list[Callable[[bytes, bytes], bytes] | None]] = {
    "arguments-swapped": [lambda k, t: mac(t, k)],
    "wrong-algorithm": [partial(mac, algorithm=name) for name in ("sha1", "md5", "sha512", "sha384", "sha3_256")],
    "plain-hash": [partial(plain, name) for name in ("sha256", "sha1", "md5", "sha512", "sha3_256")],
    "concatenated": [
        *(partial(joined, name, mark) for name in ("sha256", "sha1", "md5", "sha512") for mark in (b"", b":", b"|")),
        lambda k, t: joined("sha256", b"", t, k), lambda k, t: joined("sha1", b"-", t, k),
        None, partial(joined, "sha256", b"&"),
    ],
    "hmac-of-hash": [
        lambda k, t: mac(k, hashlib.sha256(t).digest()), None, lambda k, t: mac(k, hashlib.sha512(t).digest()),
    ],
    "hmac-twice": [lambda k, t: mac(k, mac(k, t)), lambda k, t: mac(k, mac(k, t).hex().encode())],
}  # fmt: skip


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


WRITINGS: dict[str, list[Callable[[bytes], str] | None]] = {
    "digest-base64": [b64, lambda d: b64(d).rstrip("="), lambda d: base64.urlsafe_b64encode(d).decode()],
    "digest-base64-of-hex": [lambda d: b64(d.hex().encode())],
    "digest-hex-of-hex": [lambda d: d.hex().encode().hex()],
    "digest-upper-case": [lambda d: d.hex().upper()],
    "digest-prefixed": [lambda d: "sha256=" + d.hex(), lambda d: "(stdin)= " + d.hex(), lambda d: "\\x" + d.hex()],
    "digest-separated": [lambda d: d.hex("-"), lambda d: d.hex(":")],
    "digest-repr": [repr, lambda d: f"b'{d.hex()}'", lambda d: f"<Buffer {d.hex(' ')}>"],
    "digest-zeros-lost": [lambda d: f"{int.from_bytes(d):x}", lambda d: "".join(f"{byte:x}" for byte in d)],
    "digest-truncated": [lambda d: d.hex()[:16], lambda d: d.hex()[:31]],
    "digest-whitespace": [lambda d: d.hex() + "\n", lambda d: f"{d.hex()[:20]}\n{d.hex()[20:]}"],
    "digest-url-encoded": [lambda d: urllib.parse.quote(b64(d), safe="")],
    "digest-escaped": [lambda d: b64(d).replace("=", "&#x3D;").replace("+", "&#x2B;")],
    "digest-raw": [lambda d: d.decode("latin-1")],
}  # fmt: skip
PLACES: dict[str, list[str | None]] = {"hash-in-other-field": ["userHash", "hash", "hmac", "identifier_hash"]}


Way = TypeVar("Way")
Value = Callable[[str], "str | bytes"]
Construct = Callable[[bytes, bytes], bytes]


def axis(rows: Mapping[str, Sequence[Way | None]], right: Way) -> st.SearchStrategy[tuple[str, Way, bool]]:
    """Return a mistake of one axis ("" for none), how it is made, and whether that is one of the rarer ways."""
    made: list[tuple[str, Way, bool]] = []
    for id_, ways in rows.items():
        often = ways.index(None) if None in ways else len(ways)
        made += [(id_, way, at > often) for at, way in enumerate(ways) if way is not None]
    return st.one_of(st.just(("", right, False)), st.sampled_from(made))


@pytest.mark.slow
@fewer_examples
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30),
    axis(VALUES, str),
    axis(KEYS, SECRET.encode()),
    axis(CONSTRUCTIONS, mac),
    axis(WRITINGS, bytes.hex),
    axis(PLACES, "user_hash"),
)
def test_any_mistakes_are_found(
    value: str,
    of_value: tuple[str, Value, bool],
    of_key: tuple[str, bytes, bool],
    way: tuple[str, Construct, bool],
    writing: tuple[str, Callable[[bytes], str], bool],
    place: tuple[str, str, bool],
) -> None:
    axes = (of_value, of_key, way)
    if any(is_rare for _, _, is_rare in axes) and all(id_ for id_, _, _ in axes):
        way = ("", mac, False)
    text = of_value[1](value)
    digest = way[1](of_key[1], text if isinstance(text, bytes) else text.encode())
    sent = writing[1](digest)
    written = "digest-base64" if sent == b64(digest) else writing[0]  # has nothing to encode or to escape
    made = tuple(filter(None, (of_value[0], "" if way[0] == "plain-hash" else of_key[0], way[0], written, place[0])))
    inspected = inspect_text(call(**payload(value), **{place[1]: sent}), SECRETS).calls[0]
    found = inspected.user
    if not all(field.known for field in inspected.call.fields.values()):  # such as __NAME__, a placeholder
        assert found.status in ("not-checked", "missing")
    elif not made:
        assert found.status == "verified"
    elif found.status != "verified":  # some mistakes change nothing: digits have no upper case
        assert found.causes, made
        assert len(found.causes) <= len(made), (found.causes, made)
        assert made == found.causes or len(found.causes) < len(made) or made in found.alternatives, (made, found)
