"""Convot's rules: every row of the report's tables of statuses, outcomes and merchant data."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from call_fields import DOMAIN, SHOPS, USER
from paste import EMAIL, OTHER_SECRET, SECRET, SHOP, Js, call, inspect, only_call, sign

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core import convot

VALUES: dict[str, dict[str, object]] = {
    "known": {"value": "johns-store.myshopify.com"},
    "unknown": {"value": Js("user.value")},
    "not sent": {},
    "empty": {"value": ""},
    "null": {"value": None},
    "undefined": {"value": Js("undefined")},
}
RIGHT = sign("johns-store.myshopify.com")
HASHES: dict[str, dict[str, object]] = {
    "right": {"hash": RIGHT},
    "wrong": {"hash": sign("johns-store.myshopify.com", OTHER_SECRET)},
    "malformed": {"hash": RIGHT.upper()},
    "unknown": {"hash": Js("user.hash")},
    "not sent": {},
    "empty": {"hash": ""},
    "null": {"hash": None},
    "undefined": {"hash": Js("void 0")},
}
SECRETS = {"present": SECRET, "none": None, "malformed": SECRET[:-1]}

# value, hash → status with the secret, without one, with a malformed one
STATUS = {
    ("known", "right"): ("verified", "not-checked", "not-checked"),
    ("known", "wrong"): ("mismatch", "not-checked", "not-checked"),
    ("known", "malformed"): ("mismatch", "mismatch", "mismatch"),
    ("known", "unknown"): ("not-checked", "not-checked", "not-checked"),
    ("known", "not sent"): ("missing", "missing", "missing"),
    ("unknown", "right"): ("not-checked", "not-checked", "not-checked"),
    ("unknown", "wrong"): ("not-checked", "not-checked", "not-checked"),
    ("unknown", "malformed"): ("not-checked", "not-checked", "not-checked"),
    ("unknown", "unknown"): ("not-checked", "not-checked", "not-checked"),
    ("unknown", "not sent"): ("missing", "missing", "missing"),
    ("not sent", "right"): ("no-value", "no-value", "no-value"),
    ("not sent", "wrong"): ("no-value", "no-value", "no-value"),
    ("not sent", "malformed"): ("no-value", "no-value", "no-value"),
    ("not sent", "unknown"): ("no-value", "no-value", "no-value"),
    ("not sent", "not sent"): ("absent", "absent", "absent"),
}
EMPTY = ("not sent", "empty", "null", "undefined")
ROWS = [
    pytest.param(value, hash_, secret, statuses[column], id=f"{value} value, {hash_} hash, {secret} secret")
    for (value_row, hash_row), statuses in STATUS.items()
    for value in (EMPTY if value_row == "not sent" else (value_row,))
    for hash_ in (EMPTY if hash_row == "not sent" else (hash_row,))
    for column, secret in enumerate(SECRETS)
]


@pytest.mark.parametrize(("value", "hash_", "secret", "status"), ROWS)
@pytest.mark.parametrize(
    ("name", "hash_name", "target"),
    [("email", "user_hash", "user"), ("external_id", "user_hash", "user"), ("shop", "shop_hash", "shop")],
)
def test_every_combination_has_its_status(
    name: str, hash_name: str, target: str, value: str, hash_: str, secret: str, status: str
) -> None:
    fields = VALUES[value] | HASHES[hash_]
    names = {"value": name, "hash": hash_name}
    found = only_call(call(**{names[key]: content for key, content in fields.items()}), SECRETS[secret])
    verdict = {"user": found.user, "shop": found.shop}
    other = verdict.pop("shop" if target == "user" else "user")
    assert verdict[target].status == status
    assert (verdict[target].causes, verdict[target].tried, verdict[target].alternatives) == ((), 0, ())
    assert other.status == "absent"


REJECTED = {"session": "rejected", "trust": None, "error": "identity_verification_required"}
ENFORCEMENT = {
    "verified": (
        {"session": "accepted", "trust": "verified", "error": None},
        {"session": "accepted", "trust": "verified", "error": None},
    ),
    "mismatch": ({"session": "accepted", "trust": "lower", "error": None}, REJECTED),
    "missing": ({"session": "accepted", "trust": "lower", "error": None}, REJECTED),
    "no-value": ({"session": "accepted", "trust": "lower", "error": None}, REJECTED),
    "absent": ({"session": "accepted", "trust": "lower", "error": None}, REJECTED),
    "not-checked": (
        {"session": "accepted", "trust": "unknown", "error": None},
        {"session": "unknown", "trust": "unknown", "error": None},
    ),
}


@pytest.mark.parametrize("shop", SHOPS)
@pytest.mark.parametrize("user", USER)
def test_only_the_user_hash_decides_the_session(user: str, shop: str) -> None:
    found = only_call(call(**USER[user], **SHOPS[shop]))
    assert (found.user.status, found.shop.status) == (user, shop)
    assert (asdict(found.enforcement.off), asdict(found.enforcement.on)) == ENFORCEMENT[user]


MERCHANT_NO_DOMAIN = {
    "verified": "attached",
    "mismatch": "ignored",
    "missing": "ignored",
    "no-value": "not-sent",
    "absent": "not-sent",
    "not-checked": "unknown",
}


@pytest.mark.parametrize("shop", SHOPS)
@pytest.mark.parametrize("user", USER)
def test_merchant_data_depends_on_the_shop_alone(user: str, shop: str) -> None:
    assert only_call(call(**USER[user], **SHOPS[shop])).merchant_data == MERCHANT_NO_DOMAIN[shop]


@pytest.mark.parametrize("shop", SHOPS)
@pytest.mark.parametrize("user", DOMAIN)
def test_a_verified_shop_domain_as_external_id_lets_merchant_data_be_inferred(user: str, shop: str) -> None:
    expected = MERCHANT_NO_DOMAIN[shop]
    if shop not in ("verified", "not-checked"):
        expected = {"verified": "inferred", "not-checked": "unknown"}.get(user, expected)
    assert only_call(call(**DOMAIN[user], **SHOPS[shop])).merchant_data == expected


@pytest.mark.parametrize(
    ("external_id", "merchant_data"),
    [
        ("johns-store.myshopify.com", "inferred"),
        ("johns-store.myshopify.com ", "not-sent"),
        ("johns-store.myshopify.com.evil.example", "not-sent"),
        ("myshopify.com", "not-sent"),
        ("user-1", "not-sent"),
    ],
)
def test_only_a_domain_of_shopify_lets_merchant_data_be_inferred(external_id: str, merchant_data: str) -> None:
    found = only_call(call(external_id=external_id, user_hash=sign(external_id)))
    assert (found.user.status, found.merchant_data) == ("verified", merchant_data)


@pytest.mark.parametrize("shop", ["mismatch", "missing", "no-value", "absent"])
def test_an_unknown_external_id_leaves_merchant_data_unknown(shop: str) -> None:
    found = only_call(call(external_id=Js("user.id"), user_hash=sign("x"), **SHOPS[shop]))
    assert (found.user.status, found.merchant_data) == ("not-checked", "unknown")
    unsigned = only_call(call(external_id=Js("user.id"), **SHOPS[shop]))
    assert unsigned.merchant_data == MERCHANT_NO_DOMAIN[shop]


def test_a_shop_domain_as_email_infers_nothing() -> None:
    assert only_call(call(email=SHOP, user_hash=sign(SHOP))).merchant_data == "not-sent"


@pytest.mark.parametrize(
    ("fields", "signed"),
    [
        ({"external_id": "u1", "email": EMAIL}, "external_id"),
        ({"email": EMAIL, "external_id": "u1"}, "external_id"),
        ({"external_id": "u1"}, "external_id"),
        ({"email": EMAIL}, "email"),
        ({"external_id": "", "email": EMAIL}, "email"),
        ({"external_id": None, "email": EMAIL}, "email"),
        ({"external_id": Js("undefined"), "email": EMAIL}, "email"),
        ({"external_id": Js("void 0"), "email": EMAIL}, "email"),
        ({"external_id": Js("``"), "email": EMAIL}, "email"),
        ({"external_id": " ", "email": EMAIL}, "external_id"),
        ({"external_id": 0, "email": EMAIL}, "external_id"),
        ({"external_id": 12345, "email": EMAIL}, "external_id"),
        ({"external_id": False, "email": EMAIL}, "external_id"),
        ({"external_id": Js("user.id"), "email": EMAIL}, "external_id"),
        ({"external_id": Js("{}"), "email": EMAIL}, "external_id"),
        ({"external_id": "", "email": ""}, None),
        ({"external_id": None, "email": None}, None),
        ({"name": "John", "shop": SHOP, "custom_data": {"email": EMAIL}}, None),
        ({"externalId": "u1", "Email": EMAIL}, None),
        ({}, None),
    ],
    ids=str,
)
def test_external_id_is_signed_when_passed_otherwise_email(fields: dict[str, object], signed: str | None) -> None:
    found = only_call(call(**fields))
    assert (found.signed.name if found.signed is not None else None) == signed


@pytest.mark.parametrize("empty", ["", None, Js("undefined")], ids=str)
def test_with_an_empty_external_id_the_email_hash_verifies(empty: object) -> None:
    found = only_call(call(external_id=empty, email=EMAIL, user_hash=sign(EMAIL)))
    assert found.user.status == "verified"


def test_a_number_is_signed_as_its_decimal_text() -> None:
    found = only_call(call(external_id=Js("1e3"), email=EMAIL, user_hash=sign("1000")))
    assert found.user.status == "verified"


@pytest.mark.parametrize("value", [True, False, Js("{a: 1}"), Js("[1]")], ids=str)
def test_values_without_documented_signing_are_not_checked(value: object) -> None:
    assert only_call(call(external_id=value, user_hash=RIGHT)).user.status == "not-checked"
    assert only_call(call(external_id=value, user_hash="abc")).user.status == "mismatch"


@pytest.mark.parametrize(
    "changed",
    [
        RIGHT.upper(),
        RIGHT[0].upper() + RIGHT[1:] if RIGHT[0].isalpha() else RIGHT[:-1] + RIGHT[-1].upper(),
        RIGHT + " ",
        " " + RIGHT,
        RIGHT + "\n",
        RIGHT + "\0",
        RIGHT[:-1],
        RIGHT + "0",
        RIGHT[:-1] + ("0" if RIGHT[-1] != "0" else "1"),
        ("0" if RIGHT[0] != "0" else "1") + RIGHT[1:],
        "sha256=" + RIGHT,
        RIGHT.translate({ord("a"): "а"}),
        RIGHT.translate({ord(digit): chr(0xFF10 + int(digit)) for digit in "0123456789"}),
        "\ud800" + RIGHT[1:],
    ],
    ids=ascii,
)
def test_hashes_are_compared_byte_for_byte(changed: str) -> None:
    assert changed != RIGHT
    assert only_call(call(external_id=SHOP, user_hash=changed)).user.status == "mismatch"
    assert only_call(call(shop=SHOP, shop_hash=changed)).shop.status == "mismatch"


@pytest.mark.parametrize("value", [EMAIL.upper(), EMAIL + " ", " " + EMAIL, EMAIL + "\n", EMAIL + "\u200b"], ids=ascii)
def test_values_are_signed_as_sent(value: str) -> None:
    assert only_call(call(email=value, user_hash=sign(EMAIL))).user.status == "mismatch"
    assert only_call(call(email=value, user_hash=sign(value))).user.status == "verified"


@pytest.mark.parametrize("character", ["é", "e\u0301"], ids=ascii)
def test_values_are_not_normalised(character: str) -> None:
    other = {"é": "e\u0301", "e\u0301": "é"}[character]
    assert only_call(call(email=character, user_hash=sign(character))).user.status == "verified"
    assert only_call(call(email=character, user_hash=sign(other))).user.status == "mismatch"


def test_the_key_is_the_text_of_the_secret_and_not_what_its_digits_stand_for() -> None:
    upper = SECRET.upper()
    assert only_call(call(email=EMAIL, user_hash=sign(EMAIL, upper)), upper).user.status == "verified"
    assert only_call(call(email=EMAIL, user_hash=sign(EMAIL, upper)), SECRET).user.status == "mismatch"


def test_half_of_a_surrogate_pair_is_not_checked() -> None:
    assert only_call(call(email=Js(r'"\ud800@example.com"'), user_hash=RIGHT)).user.status == "not-checked"


def test_a_pair_of_surrogate_escapes_is_one_character() -> None:
    found = only_call(call(email=Js(r'"\ud83d\ude00@example.com"'), user_hash=sign("😀@example.com")))
    assert found.user.status == "verified"


def test_the_hash_of_a_previous_secret_or_of_another_app_does_not_verify() -> None:
    text = call(email=EMAIL, user_hash=sign(EMAIL, OTHER_SECRET))
    for secrets, cause in (
        (AppSecrets(SECRET, previous=(OTHER_SECRET,)), "key-previous"),
        (AppSecrets(SECRET, others={"Staging": OTHER_SECRET}), "key-other-app"),
    ):
        (found,) = inspect_text(text, secrets).calls
        assert (found.user.status, found.user.causes) == ("mismatch", (cause,))


def test_without_a_current_secret_other_secrets_verify_nothing() -> None:
    text = call(email=EMAIL, user_hash=sign(EMAIL))
    (found,) = inspect_text(text, AppSecrets(None, previous=(SECRET,), others={"Staging": SECRET})).calls
    assert found.user.status == "not-checked"
    assert inspect_text(text).calls[0].user.status == "not-checked"


def test_user_and_shop_hash_are_checked_independently() -> None:
    crossed = only_call(call(email=EMAIL, user_hash=sign(SHOP), shop=SHOP, shop_hash=sign(EMAIL)))
    assert (crossed.user.status, crossed.shop.status) == ("mismatch", "mismatch")
    half = only_call(call(email=EMAIL, user_hash=sign(SHOP), shop=SHOP, shop_hash=sign(SHOP)))
    assert (half.user.status, half.shop.status) == ("mismatch", "verified")


@pytest.mark.parametrize(
    ("text", "expected"),
    [(RIGHT, True), (RIGHT.upper(), False), (RIGHT[1:], False), (RIGHT + "\n", False), ("g" * 64, False), ("", False)],
)
def test_only_64_lower_case_hex_digits_can_be_a_hash(text: str, expected: bool) -> None:
    assert convot.can_be_a_hash(text) is expected


def test_the_expected_hash_is_known_where_there_is_a_secret_and_a_value() -> None:
    assert only_call(call(email=EMAIL)).user.expected == sign(EMAIL)
    assert only_call(call(email=EMAIL, user_hash="x")).user.expected == sign(EMAIL)
    assert only_call(call(email=EMAIL, user_hash="x"), None).user.expected is None
    assert only_call(call(email=Js("user.email"), user_hash="x")).user.expected is None
    assert only_call(call(user_hash="x")).user.expected is None


def test_calls_are_judged_one_by_one() -> None:
    text = call(**USER["verified"]) + call(**USER["mismatch"]) + call(**USER["missing"]) + call(**USER["verified"])
    found = [inspected.user.status for inspected in inspect(text).calls]
    assert found == ["verified", "mismatch", "missing", "verified"]
