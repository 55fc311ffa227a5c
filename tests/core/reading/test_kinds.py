"""The kind of a field: the value that the browser sent, or something in its place."""

from __future__ import annotations

import base64

import pytest
from paste import EMAIL, OTHER_SECRET, SHOP, Js, call, only_call, sign, value_of

WRONG = sign("something else", OTHER_SECRET)
B64URL = base64.urlsafe_b64encode(bytes.fromhex("fbefbe" * 10 + "fbef")).decode()

# in place of a value or a hash
ANYWHERE = {
    "template": [
        "{{ user.email }}", "{{user.email}}", "{% user %}", "<%= user.email %>", "<% x %>", "<?= $email ?>",
        "<?php echo $email; ?>", "{!! $email !!}", "${user.email}", "#{user.email}", "a-{{ id }}-b", "{{\n x\n}}",
    ],
    "obfuscated": [
        "[email protected]", "[email\u00a0protected]", "[EMAIL PROTECTED]", "***@***.***", "*@*.*", "**@*.**",
    ],
    "redacted": [
        "***", "j***@example.com", "••••••", "██", "[redacted]", "<redacted>", "(hidden)", "[REDACTED]", "[Filtered]",
        "[removed]", "[ masked ]", "xxx", "XXXXXX", "redacted", "REDACTED", "filtered", "john@exa…", "john@exa...",
    ],
    "placeholder": [
        "<your email>", "<hash computed on your server>", "<EMAIL>", "<a>", "[EMAIL]", "[your email]", "[[email]]",
        "*|EMAIL|*", "%EMAIL%", "%USER_ID%", "__EMAIL__", "__USER_ID__",
    ],
}  # fmt: skip
HASH_ONLY = {
    "placeholder": [
        "YOUR_USER_HASH", "USER_HASH", "your_hash", "your-hash", "yourhash", "your hash here", "insert hash",
        "hash_here", "hash goes here", "hash computed on your server", "generated on the server", "replace me",
        "put it here", "server_generated_hash", "user_hash", "user-hash", "hmac_sha_here", "SERVER_GENERATED_HMAC",
        "INSERT_HMAC_VALUE_HERE", "HASH", "hmac", "TODO", "asdf", "asdfasdf",
    ],
    "redacted": ["3f9c…a1b2", "3f9c...a1b2", "3f9cxxxxxxxxa1b2", "3f9cXXXXXX", "asdf...", "nQapN*****rj1oB3"],
}  # fmt: skip
REAL_VALUES = [
    EMAIL, SHOP, "John+Convot@example.com", "user_1", "YOUR_STORE", "a*b@example.com", "<john@example.com>", "x", "xx",
    "a..b", "{a}", "{{", "}}", "$x", "#1", "[1]", "100%", "<", "a<b>c", "john.doe...x@example.com", "x" * 100 + "y",
    "(hidden agenda)", "a" * 5000 + "***", "hash-here", "{" * 50, "redacted@example.com",
    "USER_1", "[object Object]", "a...b", "__x__", "100%", "%41%", "[12]", "hash", "TODO",
]  # fmt: skip
REAL_HASHES = [
    WRONG, WRONG.upper(), WRONG[:40], "sha256=" + WRONG, "undefined", "null", "None", "[object Promise]", "abc", EMAIL,
    B64URL, B64URL.rstrip("="), "sha256-" + B64URL, "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "b'" + WRONG + "'",
    "-".join(WRONG[at : at + 2] for at in range(0, 64, 2)), "eyJhbGciOiJIUzI1NiJ9.e30.a-b_c", "a" * 5000,
]  # fmt: skip


def rows(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(kind, text) for kind, texts in table.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), rows(ANYWHERE), ids=ascii)
@pytest.mark.parametrize("name", ["email", "external_id"])
def test_placeholder_value_is_not_checked(name: str, kind: str, text: str) -> None:
    found = only_call(call(**{name: text, "user_hash": WRONG}))
    assert found.call.fields[name].kind == kind
    assert (found.user.status, found.user.expected) == ("not-checked", None)
    assert only_call(call(shop=text, shop_hash=WRONG)).shop.status == "not-checked"


@pytest.mark.parametrize(("kind", "text"), rows(ANYWHERE) + rows(HASH_ONLY), ids=ascii)
@pytest.mark.parametrize("secret", [None, OTHER_SECRET], ids=["no secret", "a secret"])
def test_placeholder_hash_is_not_checked(kind: str, text: str, secret: str | None) -> None:
    found = only_call(call(email=EMAIL, user_hash=text, shop=SHOP, shop_hash=text), secret)
    assert (found.call.fields["user_hash"].kind, found.call.fields["shop_hash"].kind) == (kind, kind)
    assert (found.user.status, found.shop.status) == ("not-checked", "not-checked")


@pytest.mark.parametrize("text", REAL_VALUES, ids=lambda text: ascii(text[:30]))
def test_a_real_value_is_judged(text: str) -> None:
    found = only_call(call(email=text, user_hash=sign(text)))
    assert (found.call.fields["email"].kind, found.user.status) == ("text", "verified")
    assert only_call(call(email=text, user_hash=WRONG)).user.status == "mismatch"


@pytest.mark.parametrize("text", REAL_HASHES, ids=lambda text: ascii(text[:30]))
def test_a_real_hash_is_judged(text: str) -> None:
    found = only_call(call(email=EMAIL, user_hash=text))
    assert (found.call.fields["user_hash"].kind, found.user.status) == ("text", "mismatch")


@pytest.mark.parametrize("source", ["user.email", "`${email}`", "getEmail()", "x + 'a'"])
def test_code_in_place_of_a_value_is_not_judged(source: str) -> None:
    assert only_call(call(email=Js(source), user_hash=WRONG)).user.status == "not-checked"
    assert only_call(call(email=EMAIL, user_hash=Js(source))).user.status == "not-checked"
    assert value_of(call(email=Js(source)), "email") == ("expression", source)


@pytest.mark.parametrize("name", ["name", "company", "phone"])
def test_placeholder_in_an_unsigned_field_changes_no_verdict(name: str) -> None:
    found = only_call(call(**{name: "{{ x }}", "email": EMAIL, "user_hash": sign(EMAIL)}))
    assert (found.call.fields[name].kind, found.user.status) == ("template", "verified")
