"""Several hashes in a text without a notation: a call for each that is proven, and the others are named."""

from __future__ import annotations

import hashlib

import pytest
from paste import EMAIL, OTHER_SECRET, SECRET, sign

from convot_inspector import AppSecrets, inspect_text

SECRETS = AppSecrets(SECRET, (OTHER_SECRET,))
BOB = "bob@example.org"
UNKNOWN = hashlib.sha256(b"nobody").hexdigest()
TWO_REQUESTS = (
    "10:11:12 [req-1] user_hash={}\n10:11:12 [req-2] user_hash={}\n10:11:13 [req-1] email={}\n10:11:13 [req-2] email={}"
)
TWO_PEOPLE = "First: {2}, user_hash {0} - rejected.\nSecond: {3}, user_hash {1} - works."


@pytest.mark.parametrize("text", [TWO_REQUESTS, TWO_PEOPLE])
def test_a_hash_of_a_previous_secret_is_a_call_beside_a_right_one(text: str) -> None:
    found = inspect_text(text.format(sign(EMAIL, OTHER_SECRET), sign(BOB), EMAIL, BOB), SECRETS)
    assert [(call.user.status, call.user.causes) for call in found.calls] == [
        ("mismatch", ("key-previous",)),
        ("verified", ()),
    ]
    assert not found.problems


@pytest.mark.parametrize("text", [TWO_REQUESTS, TWO_PEOPLE])
def test_a_hash_of_nothing_is_named_beside_a_right_one(text: str) -> None:
    found = inspect_text(text.format(UNKNOWN, sign(BOB), EMAIL, BOB), SECRETS)
    assert [call.user.status for call in found.calls] == ["verified"]
    assert [(problem.id, problem.line) for problem in found.problems] == [("no-identify-call", 1)]


def test_a_value_on_another_line_than_its_hash_is_not_without_one() -> None:
    text = TWO_REQUESTS.format(UNKNOWN, sign("43510"), f"{EMAIL} external_id=77", f"{BOB} external_id=43510")
    found = inspect_text(text, SECRETS)
    assert [call.user.status for call in found.calls] == ["verified"]
    assert [problem.line for problem in found.problems] == [1]


def test_a_webhook_s_signature_is_not_the_shop_s_hash() -> None:
    text = f"X-Shopify-Hmac-Sha256: {UNKNOWN}\nexternal_id a.myshopify.com\nuser_hash {sign('a.myshopify.com')}"
    (call,) = inspect_text(text, SECRETS).calls
    assert (call.user.status, call.shop.status) == ("verified", "absent")


def test_digests_of_other_things_are_not_named() -> None:
    found = inspect_text(f"checksum sha256:{UNKNOWN}\nIt sent {EMAIL} with user_hash {sign(EMAIL)}.", SECRETS)
    assert ([call.user.status for call in found.calls], found.problems) == (["verified"], ())


@pytest.mark.parametrize("hash_", [sign("bike 4790764"), UNKNOWN])
def test_the_id_of_another_request_is_not_that_of_an_email(hash_: str) -> None:
    text = TWO_REQUESTS.format(sign(EMAIL), hash_, EMAIL, "x@example.org external_id=bike 4790764")
    first = inspect_text(text, SECRETS).calls[0]
    assert (first.user.status, set(first.call.fields)) == ("verified", {"email", "user_hash"})


def test_a_shop_of_a_log_is_not_without_the_user_hash_of_another_line() -> None:
    shop = f"shop=a.myshopify.com shop_hash={sign('a.myshopify.com')}"
    text = f"[req-2] user_hash={UNKNOWN}\n[req-2] external_id=77 {shop}\n"
    (call,) = inspect_text(text, SECRETS).calls
    assert (call.user.status, call.shop.status) == ("not-checked", "verified")


@pytest.mark.parametrize(
    "text",
    [
        "{} ve user_hash'i '{}'.",
        "<key>email</key><string>{}</string><key>user_hash</key><string>{}</string>",
        'Email: (string) (len=16) "{}",\n UserHash: (string) (len=64) "{}"',
        'email {}\n<meta name="convot-user-hash" content="{}">',
    ],
)
def test_marks_between_a_name_and_its_hash_leave_it_named(text: str) -> None:
    for made, cause in ((sign(EMAIL, ""), "key-empty"), (hashlib.sha256(EMAIL.encode()).hexdigest(), "plain-hash")):
        (call,) = inspect_text(text.format(EMAIL, made), SECRETS).calls
        assert call.user.causes == (cause,)
    avatar = (
        text.format(EMAIL, UNKNOWN)
        .replace("user_hash", "avatar")
        .replace("UserHash", "Avatar")
        .replace("user-hash", "a")
    )
    assert inspect_text(avatar.replace(UNKNOWN, hashlib.sha256(EMAIL.encode()).hexdigest()), SECRETS).calls == ()
