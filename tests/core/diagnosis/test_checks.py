"""Findings that need no proof: each has an example that yields it, and the right call yields none."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from paste import EMAIL, OTHER_SECRET, SECRET, SHOP, Js, call, finding_ids, only_call, sign

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.convot import IDENTITY_FIELDS
from convot_inspector.core.diagnosis.hash_shape import hash_shape
from convot_inspector.core.wording.findings import WORDS
from convot_inspector.core.wording.hash_shapes import HASH_SHAPES

if TYPE_CHECKING:
    from convot_inspector.core.model import Finding

RIGHT: dict[str, object] = {
    "external_id": SHOP,
    "email": EMAIL,
    "name": "John Smith",
    "user_hash": sign(SHOP),
    "shop": SHOP,
    "shop_hash": sign(SHOP),
    "custom_data": {"plan": "pro", "trial": False},
}
WRONG = sign("something else")
TOKEN = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ."
    "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"  # the example of jwt.io
)

# id → (call, target, detail): texts with this as their only finding
EXAMPLES: dict[str, list[tuple[str, str, str]]] = {
    "secret-exposed": [
        (call(**RIGHT, company=SECRET), "call", ""),
        (call(**RIGHT, company=SECRET.upper()), "call", ""),
        (call(**RIGHT, company=f"key={SECRET};"), "call", ""),
        (call(**RIGHT) + f"// {SECRET}", "call", ""),
        (call(**RIGHT, company=Js('"' + "".join(f"\\x{ord(c):02x}" for c in SECRET) + '"')), "call", ""),
        (call(**RIGHT | {"custom_data": {"a": {"b": SECRET}}}), "call", ""),
        (call(**RIGHT, **{f'"\\u00{ord(SECRET[0]):02x}{SECRET[1:]}"': 1}), "call", ""),
    ],
    "hash-is-placeholder": [
        (call(email=EMAIL, user_hash="<hash computed on your server>"), "user", "user_hash"),
        (call(**RIGHT | {"shop_hash": "YOUR_SHOP_HASH"}), "shop", "shop_hash"),
    ],
    "hash-is-value": [
        (call(email=EMAIL, user_hash=EMAIL), "user", "user_hash"),
        (call(**RIGHT | {"shop_hash": SHOP}), "shop", "shop_hash"),
    ],
    "hash-not-hex": [
        (call(email=EMAIL, user_hash="not a hash"), "user", "user_hash"),
        (call(email=EMAIL, user_hash=sign(EMAIL)[:-1] + "g"), "user", "user_hash"),
        (call(**RIGHT | {"shop_hash": "sha256=" + sign(SHOP)}), "shop", "shop_hash"),
    ],
    "hash-upper-case": [
        (call(email=EMAIL, user_hash=sign(EMAIL).upper()), "user", "user_hash"),
        (call(**RIGHT | {"shop_hash": sign(SHOP)[:63] + "A"}), "shop", "shop_hash"),
    ],
    "hash-wrong-length": [
        (call(email=EMAIL, user_hash=sign(EMAIL)[:32]), "user", "user_hash"),
        (call(email=EMAIL, user_hash=sign(EMAIL) * 2), "user", "user_hash"),
        (call(**RIGHT | {"shop_hash": sign(SHOP)[1:]}), "shop", "shop_hash"),
    ],
    "hash-is-jwt": [
        (call(email=EMAIL, user_hash=TOKEN), "user", "user_hash"),
        (call(email=Js('""'), external_id="1", user_hash=f" {TOKEN}\n"), "user", "user_hash"),
        (call(**RIGHT | {"shop_hash": TOKEN}), "shop", "shop_hash"),
        (call(email=EMAIL, user_hash=TOKEN.rpartition(".")[0] + "."), "user", "user_hash"),
    ],
    "value-is-hash": [
        (call(email=sign(EMAIL), user_hash=sign(sign(EMAIL))), "user", "email"),
        (call(external_id=WRONG.upper()), "user", "external_id"),
        (call(email=WRONG, user_hash=WRONG), "user", "email"),
    ],
    "field-renamed": [
        (call(email=EMAIL, userHash=WRONG), "user", "userHash"),
        (call(email=EMAIL, **{'"user-hash"': WRONG}), "user", "user-hash"),
        (call(email=EMAIL, user_hash=sign(EMAIL), externalId="1"), "user", "externalId"),
        (call(external_id="1", user_hash=sign("1"), Email=EMAIL), "user", "Email"),
        (call(email=EMAIL, user_hash=sign(EMAIL), shopDomain=SHOP), "shop", "shopDomain"),
    ],
    "field-nested": [
        (call(email=EMAIL, custom_data={"user_hash": WRONG}), "user", "custom_data.user_hash"),
        (call(email=EMAIL, user={"userHash": WRONG}), "user", "user.userHash"),
        (call(email=EMAIL, user_hash=sign(EMAIL), user={"external_id": "1"}), "user", "user.external_id"),
        (call(email=EMAIL, user_hash=sign(EMAIL), custom_data={"shop": SHOP}), "shop", "custom_data.shop"),
    ],
    "value-look-alike": [
        (call(email="p\u0430ypal@example.com"), "user", "email"),
        (call(external_id="user\uff11"), "user", "external_id"),
        (call(**RIGHT | {"shop": (s := f"j\u03bfhns{SHOP[5:]}"), "shop_hash": sign(s)}), "shop", "shop"),
    ],
    "value-unclear": [(f"email: {EMAIL}.\nuser_hash: {WRONG}", "user", "email")],
    "reading-proven": [(f"email: <{EMAIL}>\nuser_hash: {sign(EMAIL)}", "user", "email")],
    "value-is-expression": [
        (call(email=Js("user.email"), user_hash=WRONG), "user", "email"),
        (call(email=EMAIL, user_hash=Js("user.hash")), "user", "user_hash"),
        (call(**RIGHT | {"shop": Js("shop")}), "shop", "shop"),
        (call(**RIGHT | {"shop_hash": Js("`${hash}`")}), "shop", "shop_hash"),
    ],
    "template-not-rendered": [
        (call(email="{{ user.email }}", user_hash=WRONG), "user", "email"),
        (call(email=EMAIL, user_hash="<%= hash %>"), "user", "user_hash"),
        (call(**RIGHT | {"shop_hash": "{{ h }}"}), "shop", "shop_hash"),
    ],
    "value-redacted": [
        (call(email="j***@example.com", user_hash=WRONG), "user", "email"),
        (call(email="<email>", user_hash=WRONG), "user", "email"),
        (call(email=EMAIL, user_hash="3f9c…"), "user", "user_hash"),
        (call(**RIGHT | {"shop": "[redacted]"}), "shop", "shop"),
    ],
    "email-obfuscated": [(call(email="[email protected]", user_hash=WRONG), "user", "email")],
    "external-id-empty": [
        (call(external_id="", email=EMAIL, user_hash=sign(EMAIL)), "user", "external_id"),
        (call(external_id=None, email=EMAIL, user_hash=sign(EMAIL)), "user", "external_id"),
        (call(external_id=Js("undefined"), email=EMAIL, user_hash=sign(EMAIL)), "user", "external_id"),
    ],
    "not-identify": [
        (f"convot.identify({{email: '{EMAIL}', user_hash: '{sign(EMAIL)}'}})", "call", "convot.identify"),
        (f"Convot.boot({{email: '{EMAIL}', user_hash: '{sign(EMAIL)}'}})", "call", "Convot.boot"),
        (f"Convot('identify', {{email: '{EMAIL}', user_hash: '{sign(EMAIL)}'}})", "call", "Convot"),
    ],
    "identify-arguments": [
        (f"Convot.identify('{EMAIL}', {{email: '{EMAIL}', user_hash: '{sign(EMAIL)}'}})", "call", ""),
    ],
    "settings-object": [
        (f"window.Convot = {{user: {{email: '{EMAIL}', user_hash: '{sign(EMAIL)}'}}}}", "call", "window.Convot"),
    ],
    "not-run": [
        (f"const s = `Convot.identify({{email: '{EMAIL}', user_hash: '{sign(EMAIL)}'}})`;", "call", ""),
        (f"<script src='a.js'>Convot.identify({{email: '{EMAIL}', user_hash: '{sign(EMAIL)}'}})</script>", "call", ""),
    ],
    "push-call": [
        ("Convot.push(['set', 'user:email', ['a@example.com']]);", "call", ""),
        ("window.Convot?.push(['set', 'user:nickname', 'A']);Convot.push(['set', 'user:email', 'a@b.c'])", "call", ""),
    ],
    "external-id-number": [(call(external_id=12345, user_hash=sign("12345")), "user", "external_id")],
    "number-rounded": [
        (call(email=9007199254740993, user_hash=sign("9007199254740992")), "user", "email"),
        (call(email=Js("0x20000000000001")), "user", "email"),
    ],
    "value-has-whitespace": [
        (call(email=f" {EMAIL}", user_hash=sign(f" {EMAIL}")), "user", "email"),
        (call(email=f"{EMAIL}\n", user_hash=sign(f"{EMAIL}\n")), "user", "email"),
        (call(email=f"{EMAIL}\u00a0", user_hash=sign(f"{EMAIL}\u00a0")), "user", "email"),
    ],
    "value-has-invisible": [
        (call(email="jo\u200bhn@example.com", user_hash=sign("jo\u200bhn@example.com")), "user", "email"),
        (call(email=f"\ufeff{EMAIL}", user_hash=sign(f"\ufeff{EMAIL}")), "user", "email"),
        (call(email="jo\u00adhn@example.com"), "user", "email"),
        (call(email="john\u00a0smith@example.com"), "user", "email"),
        (call(email="\u202ejohn@example.com"), "user", "email"),
    ],
    "shop-not-myshopify": [
        (call(**RIGHT | {"shop": "johns-store.com", "shop_hash": sign("johns-store.com")}), "shop", "shop"),
    ],
    "shop-unsigned": [
        (call(email=EMAIL, user_hash=sign(EMAIL), shop=SHOP), "shop", ""),
        (call(**RIGHT | {"shop_hash": ""}), "shop", ""),
        (call(**RIGHT | {"shop_hash": None}), "shop", ""),
    ],
    "shop-hash-without-shop": [
        (call(email=EMAIL, user_hash=sign(EMAIL), shop_hash=sign(SHOP)), "shop", ""),
        (call(**RIGHT | {"shop": ""}), "shop", ""),
    ],
    "nothing-to-sign": [
        (call(name="John"), "user", ""),
        (call(user_hash=WRONG), "user", ""),
        (call(email="", user_hash=WRONG), "user", ""),
    ],
    "smart-quotes": [
        (f"Convot.identify({{email: “{EMAIL}”, user_hash: “{sign(EMAIL)}”}});", "call", ""),
        (f'Convot.identify({{‘email’: "{EMAIL}", "user_hash": "{sign(EMAIL)}"}});', "call", ""),
    ],
    "duplicate-field": [
        (call(**RIGHT).replace("{", '{email: "a",', 1), "user", "email"),
        (call(**RIGHT).replace("{", '{shop: "a",', 1), "shop", "shop"),
        (call(**RIGHT).replace("{", '{name: "a",', 1), "call", "name"),
    ],
}
ROWS = [(id_, *row) for id_, rows in EXAMPLES.items() for row in rows]


@pytest.mark.parametrize(
    ("id_", "text", "target", "detail"), ROWS, ids=[f"{row[0]} {at}" for at, row in enumerate(ROWS)]
)
def test_text_has_exactly_the_expected_finding(id_: str, text: str, target: str, detail: str) -> None:
    found = only_call(text).findings
    assert [(row.id, row.target, row.detail) for row in found] == [(id_, target, detail)]


@pytest.mark.parametrize("name", ["user_hash", "shop_hash"])
@pytest.mark.parametrize("sent", [SECRET, SECRET.upper()])
def test_secret_in_place_of_a_hash_is_reported(sent: str, name: str) -> None:
    found = only_call(call(**RIGHT | {name: sent})).findings
    assert [(row.id, row.target, row.detail) for row in found][:2] == [
        ("secret-exposed", "call", ""),
        ("hash-is-secret", name.removesuffix("_hash"), name),
    ]


KEYS = [
    # key, its spelling in the text, the detail of secret-exposed
    ("whsec_abcdefgh12345678", "// key: {}", "the whsec_… token"),
    ("ab" * 32, "// {}", "a text of 64 hex digits"),
    ("ab" * 32, "identity_secret: '{}'", ""),
    ("ab" * 32, "CONVOT_IDENTITY_SECRET={}", ""),
    (SECRET, "CONVOT_IDENTITY_SECRET={}", ""),
]


@pytest.mark.parametrize(("key", "how", "detail"), KEYS)
def test_text_proven_to_be_the_key_is_reported_as_exposed_and_masked(key: str, how: str, detail: str) -> None:
    text = call(email=EMAIL, user_hash=sign(EMAIL, key).upper(), token=how.format(key)) + "// " + how.format(key)
    inspection = inspect_text(text, AppSecrets(SECRET))
    (found,) = inspection.calls
    assert [(row.id, row.detail) for row in found.findings if row.id == "secret-exposed"] == [
        ("secret-exposed", detail)
    ]
    assert found.findings[0].id == "secret-exposed"
    assert key not in repr(inspection) + json.dumps(inspection.to_dict("none"))


@pytest.mark.parametrize("key", ["app_abcdef123456", "3f2504e0-4f89-11d3-9a0c-0305e82c3301"])
def test_public_text_used_as_the_key_is_not_masked(key: str) -> None:
    inspection = inspect_text(call(external_id=key, user_hash=sign(key, key)), AppSecrets(SECRET))
    assert [row.id for row in inspection.calls[0].findings] == ["key-other-credential"]
    assert key in json.dumps(inspection.to_dict("none"))


def test_text_named_identity_secret_is_reported_as_exposed_without_proof() -> None:
    text = f'const identity_secret = "{"ab" * 32}";\n' + call(**RIGHT)
    assert finding_ids(text) == ["secret-exposed"]


@pytest.mark.parametrize("malformed", [SECRET[:-1], SECRET + "\n", f'"{SECRET}"', "app_123", "", "x"])
def test_malformed_secret_is_reported(malformed: str) -> None:
    assert finding_ids(call(**RIGHT), malformed) == ["secret-format"]


def test_every_finding_that_has_words_has_an_example() -> None:
    across = {"calls-disagree", "unsigned-before-signed"}  # in test_several_calls
    with_others = {"hash-computed-in-browser", "call-broken"}  # in test_more_signs, test_true_words
    assert set(WORDS) == {*EXAMPLES, *across, *with_others, "hash-is-secret", "secret-format"}


@pytest.mark.parametrize(
    "fields",
    [
        RIGHT,
        {"email": EMAIL, "user_hash": sign(EMAIL)},
        {"email": EMAIL, "name": "John", "user_hash": sign(EMAIL)},
        {"external_id": "u1", "user_hash": sign("u1")},
        {"email": EMAIL, "user_hash": sign(EMAIL), "shop": SHOP, "shop_hash": sign(SHOP)},
        {"external_id": "0", "user_hash": sign("0")},
        {"email": "jörg@exämple.com", "user_hash": sign("jörg@exämple.com")},
        {"external_id": "👩", "user_hash": sign("👩")},
    ],
    ids=["everything", "email", "name", "external_id", "email and shop", "zero as text", "accents", "emoji"],
)
def test_the_right_call_has_no_finding(fields: dict[str, object]) -> None:
    assert finding_ids(call(**fields)) == []
    assert finding_ids(call(**fields), None) == []


def test_wrong_hash_alone_gives_no_finding() -> None:
    assert finding_ids(call(email=EMAIL, user_hash=WRONG)) == []


@pytest.mark.parametrize(
    "secrets",
    [AppSecrets(SECRET, previous=(OTHER_SECRET,)), AppSecrets(None, others={"Staging": OTHER_SECRET})],
    ids=["previous", "of another app"],
)
@pytest.mark.slow
def test_secrets_of_other_apps_in_the_text_are_reported(secrets: AppSecrets) -> None:
    (found,) = inspect_text(call(email=EMAIL, user_hash=OTHER_SECRET), secrets).calls
    assert [row.id for row in found.findings][:2] == ["secret-exposed", "hash-is-secret"]


@pytest.mark.parametrize(
    "source", ["9007199254740992", "9007199254740991", "1e21", "0.1", "1e400", "010", "123456789012345680000"]
)
def test_a_number_that_is_sent_as_written_is_not_called_rounded(source: str) -> None:
    assert "number-rounded" not in finding_ids(call(external_id=Js(source)))


@pytest.mark.parametrize(
    "source", ["9007199254740993", "-9007199254740993", "0x20000000000001", "9_007_199_254_740_993"]
)
def test_a_number_that_is_not_sent_as_written_is_called_rounded(source: str) -> None:
    assert finding_ids(call(external_id=Js(source))) == ["external-id-number", "number-rounded"]


def test_findings_contain_no_pasted_value() -> None:
    for _, text, _, _ in ROWS:
        for row in only_call(text).findings:
            shape = hash_shape(text_of(row, text)) if row.id in FORMS else ""
            words = HASH_SHAPES.get(shape) or WORDS[row.id]
            assert is_filled(words.title, row.title, row)
            assert is_filled(words.because, row.because, row)
            assert is_filled(words.fix, row.fix, row)
            assert (row.owner, row.link) == (words.owner, words.link)
            assert row.severity == words.severity or row.id in ("field-renamed", "field-nested")


FORMS = ("hash-not-hex", "hash-wrong-length", "hash-upper-case")


def text_of(row: Finding, text: str) -> str:
    return only_call(text).call.fields[row.detail].value


FIELDS = "|".join((*IDENTITY_FIELDS, "the value"))


def is_filled(template: str, text: str, row: Finding) -> bool:
    """Return whether a text is its template filled with the detail, names of fields and, if it has one, a fact."""
    pattern = re.escape(template)
    for place, stands_for in (
        ("{detail}", re.escape(row.detail)), ("{hash}", "user_hash|shop_hash"), ("{value}", FIELDS), ("{fact}", ".+")
    ):  # fmt: skip
        pattern = pattern.replace(re.escape(place), f"(?:{stands_for})")
    return re.fullmatch(pattern, text) is not None and EMAIL not in text and SHOP not in text
