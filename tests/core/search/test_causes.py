"""The cause of a wrong hash: proven for wrong hashes that real code made, and never stated without proof."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from mistakes import GIVEN, ROWS, SECRETS, inspected
from paste import EMAIL, OTHER_SECRET, SECRET, SHOP, call, inspect_briefly, sign

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.diagnosis.other_ways import other_ways
from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.core.inspection import Check
from convot_inspector.core.reports.code_lines import CODE, LANGUAGES, code_line
from convot_inspector.core.search.engine import Search, SentHash
from convot_inspector.core.search.keys import Keys
from convot_inspector.core.search.payload import Payload
from convot_inspector.core.search.values import SignedTexts
from convot_inspector.core.wording.mistakes import MISTAKES

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection


OF_PLACE = {"hashes-swapped", "hash-in-other-field", "hash-of-other-call"}
STABLE = {
    "wrong-field", "value-case", "value-whitespace", "value-invisible", "value-unicode", "value-charset",
    "value-mojibake", "value-url-encoded", "value-escaped", "value-quoted", "value-number", "value-prefix",
    "value-uuid", "value-base64", "value-hashed", "value-literal", "value-json", "value-composite", "key-previous",
    "key-other-app", "key-hex-decoded", "key-base64-decoded", "key-base64", "key-whitespace", "key-quoted",
    "key-case", "key-env-line", "key-hashed", "key-truncated", "key-empty", "key-literal",
    "key-other-credential", "key-charset",
    "arguments-swapped", "wrong-algorithm", "plain-hash", "concatenated", "hmac-of-hash", "hmac-twice",
    "digest-base64", "digest-base64-of-hex", "digest-hex-of-hex", "digest-upper-case", "digest-prefixed",
    "digest-separated", "digest-repr", "digest-zeros-lost", "digest-truncated", "digest-whitespace",
    "digest-url-encoded", "digest-escaped", "digest-raw", "digest-look-alike", "hashes-swapped", "hash-in-other-field",
    "hash-of-other-call",
}  # fmt: skip


def the_call(text: str, secrets: AppSecrets = SECRETS) -> CallInspection:
    return inspect_text(text, secrets).calls[0]


def mac(value: str, secret: str = GIVEN["secret"]) -> bytes:
    return hmac.new(secret.encode(), value.encode(), hashlib.sha256).digest()


def name(row: dict[str, Any]) -> str:
    return f"{row['language']}: {row['code']}".encode("ascii", "backslashreplace").decode()[:120]


@pytest.mark.parametrize(
    "number",
    [
        pytest.param(number, id=name(row), marks=[pytest.mark.slow] if number % 8 or len(row["ids"]) > 1 else [])
        for number, row in enumerate(ROWS)
    ],
)
def test_exactly_the_mistakes_of_real_code_are_found(number: int) -> None:
    row, (found,) = ROWS[number], inspected(number).calls
    assert found.user.status == ("mismatch" if row["ids"] else "verified")
    assert list(found.user.causes) == row["ids"]
    findings = [each.id for each in found.findings if each.target == "user"]
    assert set(row["ids"]) <= set(findings)
    if row["ids"]:
        assert found.user.proof is not None
        assert found.user.proof.result == row["sent"]
        assert found.user.tried > 0
    else:
        assert (found.user.proof, found.user.tried) == (None, 0)


def test_a_shop_hash_is_explained_like_a_user_hash() -> None:
    payload = GIVEN["payloads"]["both"]
    shop = payload["shop"]
    for sent, cause in (
        (base64.b64encode(mac(shop)).decode(), "digest-base64"),
        (mac(payload["email"]).hex(), "wrong-field"),
        (mac(shop, GIVEN["previous"]).hex(), "key-previous"),
        (mac(shop.removesuffix(".myshopify.com")).hex(), "value-prefix"),
        (hashlib.sha256(shop.encode()).hexdigest(), "plain-hash"),
    ):
        found = the_call(call(**payload, user_hash=mac(payload["external_id"]).hex(), shop_hash=sent))
        assert (found.user.status, found.shop.status, found.shop.causes) == ("verified", "mismatch", (cause,))
        assert [each.id for each in found.findings if each.target == "shop"] == [cause]


def test_there_is_an_example_by_real_code_of_every_mistake() -> None:
    alone = {row["ids"][0] for row in ROWS if len(row["ids"]) == 1}
    assert alone == STABLE - OF_PLACE
    pairs = [row for row in ROWS if len(row["ids"]) == 2]
    assert len({(*row["ids"], row["payload"]) for row in pairs}) >= 60
    assert len([row for row in ROWS if len(row["ids"]) == 3]) >= 10
    assert {row["language"] for row in ROWS if not row["ids"]} >= {"Ruby", "PHP", "Node.js", "Java", "Go", "shell"}


def test_every_mistake_has_words_and_nothing_else_has() -> None:
    assert set(MISTAKES) == STABLE
    for id_, words in MISTAKES.items():
        assert words.title
        assert words.because.endswith(".")
        assert words.fix.endswith(".")
        merchant = [words.merchant.wrong.text, words.merchant.please.text]
        assert all(merchant)
        for part in (words.title, words.because, words.fix, *merchant):
            assert set(re.findall(r"\{.*?\}", part)) <= {"{detail}", "{quoted}", "{hash}", "{value}", "{signed}"}, id_
        assert not words.code or words.code in CODE
        assert all(code_line(id_, language) for language in LANGUAGES if words.code)


PAYLOAD = {"external_id": "user-4711", "email": EMAIL, "shop": SHOP}
USER, SHOPS = sign("user-4711"), sign(SHOP)
PLACES = [
    (call(**PAYLOAD, user_hash=SHOPS, shop_hash=USER), ("hashes-swapped",), ("hashes-swapped",)),
    (
        call(**PAYLOAD, user_hash=SHOPS.upper(), shop_hash=USER.upper()),
        ("digest-upper-case", "hashes-swapped"),
        ("digest-upper-case", "hashes-swapped"),
    ),
    (call(**PAYLOAD, userHash=USER), ("hash-in-other-field",), ()),
    (call(**PAYLOAD, hmac=USER), ("hash-in-other-field",), ()),
    (call(**PAYLOAD, identifier_hash=USER), ("hash-in-other-field",), ()),
    (call(**PAYLOAD, custom_data={"user_hash": USER}), ("hash-in-other-field",), ()),
    (call(**PAYLOAD, signature=USER.upper()), ("digest-upper-case", "hash-in-other-field"), ()),
    (
        call(**PAYLOAD, userHash=base64.b64encode(bytes.fromhex(sign(EMAIL))).decode()),
        ("wrong-field", "digest-base64", "hash-in-other-field"),
        (),  # a hash that is named after the user is not the shop's
    ),
    (
        call(**PAYLOAD, hmac=hashlib.sha256(b"user-4711").hexdigest()),
        ("plain-hash", "hash-in-other-field"),
        (),
    ),
    (call(**PAYLOAD, user_hash=USER, shopHash=sign(EMAIL)), (), ("wrong-field", "hash-in-other-field")),
    # Hashes for other purposes are no mistakes.
    (call(**PAYLOAD, custom_data={"gravatar": hashlib.md5(EMAIL.encode()).hexdigest()}), (), ()),
    (call(email=EMAIL, custom_data={"gravatar_hash": hashlib.md5(EMAIL.encode()).hexdigest()}), (), ()),
    (call(email=EMAIL, custom_data={"email_sha256": hashlib.sha256(EMAIL.encode()).hexdigest()}), (), ()),
    (call(email=EMAIL, custom_data={"etag": sign(EMAIL, "")}), (), ()),
    (call(**PAYLOAD, custom_data={"token": sign(EMAIL)}), (), ()),
    (call(**PAYLOAD, custom_data={"token": USER}), ("hash-in-other-field",), ()),
    (call(**PAYLOAD, user_hash=USER, shop_hash=USER), (), ("wrong-field",)),
    (call(**PAYLOAD, user_hash=SHOPS, shop_hash=SHOPS), ("wrong-field",), ()),
    (call(**PAYLOAD, user_hash=USER, shopHash=SHOPS), (), ("hash-in-other-field",)),
]


@pytest.mark.parametrize(("text", "user", "shop"), PLACES)
def test_the_right_hash_in_the_wrong_place(text: str, user: tuple[str, ...], shop: tuple[str, ...]) -> None:
    check = Check(text, AppSecrets(SECRET))
    before, after = check.verdict().calls[0], check.explained().calls[0]
    assert (after.user.causes, after.shop.causes) == (user, shop)
    # The search changes no verdict.
    assert (before.user.status, before.shop.status) == (after.user.status, after.shop.status)
    assert (before.enforcement, before.merchant_data) == (after.enforcement, after.merchant_data)


def test_the_hash_of_another_call_in_the_paste() -> None:
    text = call(email="ann@example.com", user_hash=sign(EMAIL)) + call(email=EMAIL, user_hash=sign(EMAIL))
    first, second = inspect_text(text, AppSecrets(SECRET)).calls
    assert (first.user.causes, second.user.status) == (("hash-of-other-call",), "verified")
    text = call(email="ann@example.com", user_hash=sign(EMAIL).upper()) + call(email=EMAIL, user_hash=sign(EMAIL))
    assert inspect_text(text, AppSecrets(SECRET)).calls[0].user.causes == ("hash-of-other-call", "digest-upper-case")


def test_a_field_of_another_call_in_the_paste() -> None:
    text = call(external_id="u1", email=EMAIL) + call(external_id="u1", user_hash=sign(EMAIL))
    first, second = inspect_text(text, AppSecrets(SECRET)).calls
    assert (first.user.causes, second.user.causes) == ((), ("wrong-field",))
    (cause,) = [each for each in second.findings if each.id == "wrong-field"]
    assert cause.detail == "email of the call at line 1"
    assert cause.title == "The server signed email of the call at line 1 instead of external_id"


def test_a_field_of_the_call_itself_is_named_before_another_call_that_sends_the_same() -> None:
    text = call(email=EMAIL) + call(external_id="u1", email=EMAIL, user_hash=sign(EMAIL))
    found = inspect_text(text, AppSecrets(SECRET)).calls[1]
    assert (found.user.causes, found.user.alternatives) == (("wrong-field",), (("hash-of-other-call",),))
    (said,) = other_ways(found.user, "user_hash", "external_id")
    assert said.startswith("These mistakes give the same hash: ")
    assert "another call in this text" in said
    assert "hash-of-other-call" not in said


def test_a_field_that_is_nested_is_named_with_its_path() -> None:
    payload = {"external_id": "u1", "custom_data": {"plan": "pro"}}
    found = the_call(call(**payload, user_hash=sign("pro")), AppSecrets(SECRET))
    (cause,) = [each for each in found.findings if each.id == "wrong-field"]
    assert cause.detail == "custom_data.plan"
    assert "custom_data.plan" in cause.title


def test_a_key_is_named_and_never_shown() -> None:
    secrets = AppSecrets(SECRET, (OTHER_SECRET,), {"Staging": "ab" * 32})
    for key, cause, words in ((OTHER_SECRET, "key-previous", "previous"), ("ab" * 32, "key-other-app", "Staging")):
        found = the_call(call(email=EMAIL, user_hash=sign(EMAIL, key)), secrets)
        assert found.user.causes == (cause,)
        assert found.user.proof is not None
        assert words in found.user.proof.key
        assert key not in repr(found) + json.dumps(inspect_text(call(email=EMAIL)).to_dict())


def test_a_previous_secret_is_named_with_the_day_of_its_rotation() -> None:
    code = fingerprint(OTHER_SECRET)
    for rotated, shown in (
        ({code: "2026-03-03T10:00:00+00:00"}, f"{code}, rotated 3 March 2026"),
        ({code: "some day"}, code),
        ({}, code),
    ):
        secrets = AppSecrets(SECRET, (OTHER_SECRET,), {}, rotated)
        found = the_call(call(email=EMAIL, user_hash=sign(EMAIL, OTHER_SECRET)), secrets)
        (cause,) = found.findings
        assert (cause.id, cause.detail) == ("key-previous", shown)
        assert shown in cause.because
        assert found.user.proof is not None
        assert ("rotated 3 March 2026" in found.user.proof.key) == ("March" in shown)


def leaks(text: str) -> list[str]:
    """Return the secrets that are in a text, also in other spellings."""
    forms = {
        form
        for secret in SECRETS.all()
        for form in (
            secret, secret.upper(), secret[:24], secret[-24:], bytes.fromhex(secret)[::-1].hex(),
            base64.b64encode(secret.encode()).decode()[:32], base64.b64encode(bytes.fromhex(secret)).decode()[:32],
            repr(bytes.fromhex(secret))[2:40], hashlib.sha256(secret.encode()).hexdigest()[:24],
        )
    }  # fmt: skip
    return [form for form in forms if form in text]


@pytest.mark.slow
def test_no_secret_is_in_any_words_proof_or_report() -> None:
    for number, row in enumerate(ROWS):
        if not any(id_.startswith(("key-", "concatenated", "arguments")) for id_ in row["ids"]):
            continue
        inspection = inspected(number)
        (found,) = inspection.calls
        shown = repr(found) + str([vars(each) for each in found.findings]) + str(found.user.proof)
        assert leaks(shown + json.dumps(inspection.to_dict("none"))) == [], row["code"]


def near_misses() -> list[tuple[str, str]]:
    digest = sign(EMAIL)
    changed = digest[:63] + ("0" if digest[63] != "0" else "1")
    return [
        ("random", hashlib.sha256(b"nobody knows").hexdigest()),
        ("somebody else's", sign("jane@example.com")),
        ("another secret's", sign(EMAIL, "77" * 32)),
        ("one digit is another", changed),
        ("15 digits", digest[:15]),
        ("15 digits in capitals", digest[:15].upper()),
        ("its end", digest[8:]),
        ("its middle", digest[10:50]),
        ("10 characters of base64", base64.b64encode(bytes.fromhex(digest)).decode()[:10]),
        ("twice", digest + digest),
        ("backwards", digest[::-1]),
        ("with digits around", "00" + digest + "00"),
        ("MD5 of nothing known", hashlib.md5(b"nothing known").hexdigest()),
        ("a changed base64", base64.b64encode(bytes.fromhex(changed)).decode()),
        ("an empty base64", "===="),
        ("escapes without digits", "b'\\u \\x \\ \\u{} \\8'" + changed),
        ("escapes cut short", changed + "\\u00"),
    ]


@pytest.mark.parametrize(("what", "sent"), near_misses())
def test_near_miss_has_no_cause(what: str, sent: str) -> None:
    text = call(email=EMAIL, name="John", user_hash=sent)
    (found,) = inspect_briefly(text, AppSecrets(SECRET, (OTHER_SECRET,))).calls
    assert (what, found.user.status, found.user.causes, found.user.alternatives) == (what, "mismatch", (), ())
    assert found.user.proof is None


@pytest.mark.slow
def test_complete_search_finds_no_cause_of_a_near_miss() -> None:
    fields = {"email": EMAIL, "name": "John"}
    written = {name: json.dumps(value) for name, value in fields.items()}
    payload = Payload("email", EMAIL, tuple(fields.items()), tuple(written.items()))
    keys = Keys(AppSecrets(SECRET, (OTHER_SECRET,)))
    for further, is_found in ((), False), ((sign(EMAIL, OTHER_SECRET.upper()),), True):
        sent = [SentHash("user_hash", text) for text in (*(text for _, text in near_misses()), *further)]
        result = Search(SignedTexts(payload), keys, sent, lambda: False).run(100_000_000)
        assert (result.matches != (), result.complete) == (is_found, True)


@pytest.mark.slow
def test_sixteen_digits_are_a_beginning_and_fifteen_are_not() -> None:
    causes: tuple[str, ...]
    for length, causes in ((64, ()), (63, ("digest-truncated",)), (16, ("digest-truncated",)), (15, ())):
        found = the_call(call(email=EMAIL, user_hash=sign(EMAIL)[:length]), AppSecrets(SECRET))
        assert found.user.causes == causes
    for length, causes in ((11, ("digest-base64", "digest-truncated")), (10, ())):
        sent = base64.b64encode(bytes.fromhex(sign(EMAIL))).decode()[:length]
        assert the_call(call(email=EMAIL, user_hash=sent), AppSecrets(SECRET)).user.causes == causes


def test_without_a_secret_only_what_needs_none_is_proven() -> None:
    plain = hashlib.sha256(EMAIL.encode()).hexdigest()
    assert the_call(call(email=EMAIL, user_hash=plain), AppSecrets(None)).user.causes == ()
    sent = base64.b64encode(bytes.fromhex(sign(EMAIL))).decode()
    found = the_call(call(email=EMAIL, user_hash=sent), AppSecrets(None))
    assert (found.user.status, found.user.causes) == ("mismatch", ())


def test_the_smallest_set_wins_and_equally_small_ones_are_kept() -> None:
    # "42" is in the call twice: signing the other field is signing the right text.
    found = the_call(call(external_id="42", name="42", user_hash=sign("42").upper()), AppSecrets(SECRET))
    assert (found.user.causes, found.user.alternatives) == (("digest-upper-case",), ())
    found = the_call(call(external_id="7", email="JOHN", name="john", user_hash=sign("john")), AppSecrets(SECRET))
    assert found.user.causes == ("wrong-field",)
    found = the_call(call(external_id="X", name="x", user_hash=sign("x")), AppSecrets(SECRET))
    assert {found.user.causes, *found.user.alternatives} == {("wrong-field",), ("value-case",)}


@pytest.mark.slow
def test_search_is_deterministic() -> None:
    text = call(external_id="user-4711", email="A@b.example", shop=SHOP, user_hash=sign("a@b.example", OTHER_SECRET))
    secrets = AppSecrets(SECRET, (OTHER_SECRET,), {"One": "11" * 32, "Two": "22" * 32})
    first = inspect_text(text, secrets)
    assert first.calls[0].user.causes == ("wrong-field", "value-case", "key-previous")
    assert inspect_text(text, secrets) == first


def test_no_text_and_no_key_is_tried_twice() -> None:
    payload = GIVEN["payloads"]["both"]
    fields = tuple((key, value) for key, value in payload.items() if isinstance(value, str))
    texts = SignedTexts(Payload("external_id", payload["external_id"], fields, fields))
    keys = Keys(SECRETS, (("a token", "whsec_12345678"),))
    for levels in (
        [[each.data for each in texts.level(n)] for n in range(3)],
        [[each.data for each in keys.level(n)] for n in range(3)],
    ):
        everything = [data for level in levels for data in level]
        assert len(everything) == len(set(everything))
        assert all(levels)


@pytest.mark.slow
def test_a_search_that_is_given_up_says_so_and_states_nothing() -> None:
    check = Check(call(email=EMAIL, user_hash="0" * 64), AppSecrets(SECRET))
    assert check.has_more
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 20

    found = check.explained(cancelled).calls[0].user
    assert (found.status, found.causes) == ("mismatch", ())
    assert found.searched is not None
    assert not found.searched.complete
    assert len(asked) == 21
    whole = check.explained().calls[0].user
    assert whole.searched is not None
    assert whole.searched.complete
    assert whole.tried > found.tried
