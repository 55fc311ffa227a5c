"""Findings with near misses: each is reported for its cause, and not for similar calls."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import unicodedata

import pytest
from paste import EMAIL, OTHER_SECRET, SECRET, SHOP, Js, call, finding_ids, inspect, only_call, sign

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.characters.look_alikes import LOOK_ALIKES, look_alikes
from convot_inspector.core.diagnosis.web_token import web_token
from convot_inspector.core.reports.text_report import to_text

WRONG = sign("something else")


def found_in(text: str, id_: str, secret: str | None = SECRET) -> list[tuple[str, str]]:
    """Return the detail and severity of every finding of that id in the only call."""
    return [(row.detail, row.severity) for row in only_call(text, secret).findings if row.id == id_]


# --- a hash where the value belongs -----------------------------------------------------------------------------------

BASE64 = base64.b64encode(bytes.fromhex(WRONG)).decode()


def test_value_that_is_the_other_hash_is_reported() -> None:
    text = call(external_id=BASE64, user_hash=sign(BASE64), shop=SHOP, shop_hash=BASE64)
    assert found_in(text, "value-is-hash") == [("external_id", "warning")]
    text = call(email=EMAIL, user_hash=BASE64, shop=BASE64, shop_hash=WRONG)
    assert found_in(text, "value-is-hash") == [("shop", "warning")]


@pytest.mark.parametrize(
    "value",
    [
        "7d444840-9dc0-11d1-b245-5ffdce74fad2",
        "7d4448409dc011d1b2455ffdce74fad2",
        "507f1f77bcf86cd799439011",
        WRONG[:40],
        WRONG[:-1],
        WRONG + "0",
        WRONG[:-1] + "g",
        WRONG + WRONG,
        f"user_{WRONG}",
        SECRET,
        SECRET.upper(),
    ],
)
def test_external_id_that_looks_like_a_hash_gives_no_finding(value: str) -> None:
    assert "value-is-hash" not in finding_ids(call(external_id=value, user_hash=sign(value)))


def test_hash_in_an_unsigned_field_gives_no_finding() -> None:
    assert finding_ids(call(external_id="1", email=WRONG, name=WRONG, user_hash=sign("1"))) == []


# --- tokens -----------------------------------------------------------------------------------------------------------


def part(data: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(data).encode()).decode().rstrip("=")


def token(claims: object, secret: str = SECRET, algorithm: str = "HS256") -> str:
    """Return a JSON Web Token according to RFC 7515."""
    signed = f"{part({'alg': algorithm, 'typ': 'JWT'})}.{part(claims)}"
    digest = {"HS384": hashlib.sha384, "HS512": hashlib.sha512}.get(algorithm, hashlib.sha256)
    signature = hmac.new(secret.encode(), signed.encode(), digest).digest()
    return f"{signed}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"


def facts(sent: str, secrets: AppSecrets | None = None, **fields: object) -> str:
    """Return the facts of the finding about a token in user_hash."""
    (found,) = inspect_text(call(**(fields or {"email": EMAIL}), user_hash=sent), secrets or AppSecrets(SECRET)).calls
    assert found.user.status == "mismatch"
    (row,) = [row for row in found.findings if row.id == "hash-is-jwt"]
    assert "hash-not-hex" not in [row.id for row in found.findings]
    assert row.severity == "error"
    return row.because


@pytest.mark.parametrize("algorithm", ["HS256", "HS384", "HS512"])
def test_the_signature_of_a_token_is_checked(algorithm: str) -> None:
    right = token({"email": EMAIL}, algorithm=algorithm)
    assert "verifies with this app's secret" in facts(right)
    assert "verifies with a previous secret" in facts(right, AppSecrets(OTHER_SECRET, previous=(SECRET,)))
    assert "another app" in facts(right, AppSecrets(None, others={"Staging": SECRET}))
    assert "None of the secrets stored here verifies" in facts(right, AppSecrets(OTHER_SECRET))
    assert "None of the secrets stored here verifies" in facts(right[:-3] + ("AAA" if right[-3:] != "AAA" else "BBB"))
    assert "None of the secrets stored here verifies" in facts(right.rpartition(".")[0] + ".")
    head, _, rest = right.partition(".")
    assert "None of the secrets stored here verifies" in facts(
        f"{head}.{part({'email': 'other'})}.{rest.partition('.')[2]}"
    )
    assert "cannot be checked" in facts(right, AppSecrets())
    assert "cannot be checked" in facts(right, AppSecrets(SECRET[:-1]))


@pytest.mark.parametrize("algorithm", ["none", "None", "RS256", "ES256", "hs256", "HS1", "", "A" * 1000])
def test_other_signatures_cannot_be_checked(algorithm: str) -> None:
    assert "cannot be checked" in facts(token({"email": EMAIL}, algorithm=algorithm))


def test_a_signed_token_is_never_a_right_hash() -> None:
    found = only_call(call(email=EMAIL, user_hash=token({"email": EMAIL})))
    assert (found.user.status, found.enforcement.on.session) == ("mismatch", "rejected")


def test_token_claims_are_listed_without_their_values() -> None:
    claims = {"sub": "u-1", "email": EMAIL, "exp": 1516239022, "role": "very-secret-role"}
    said = facts(token(claims), external_id="u-1", email=EMAIL)
    assert "Its claims: sub, email, exp, role; sub is this call's external_id, email is this call's email." in said
    for value in ("u-1", EMAIL, "1516239022", "very-secret-role"):
        assert value not in said
    assert "Its claims: sub, email." in facts(token({"sub": "u-2", "email": "a"}), external_id="u-1", email=EMAIL)
    assert "Its claims: user_id; user_id is this call's external_id." in facts(token({"user_id": 12}), external_id=12)
    assert "Its claims: user_id." in facts(token({"user_id": True}), external_id="true")


def test_a_token_without_claims_says_so() -> None:
    assert facts(token({})).endswith("It has no claims.")
    contents: list[object] = [[], "text", 5, None]
    for content in contents:
        assert facts(token(content)).endswith("Its content is not a JSON object.")


def test_hostile_token_claims_are_shortened_and_printable() -> None:
    said = facts(token({f"{at}\x1b[31m\n\u202e\ud800{'x' * 100}": 1 for at in range(50)}))
    assert said.isprintable()
    assert "and 42 more." in said
    assert "x" * 40 not in said
    assert len(said) < 800
    assert "{detail}" in facts(token({"{detail}": 1}))


def test_a_secret_in_a_token_is_not_shown() -> None:
    for name in (SECRET, SECRET.upper(), f"aaaaaaaa{SECRET}"):
        (found,) = inspect_text(call(email=EMAIL, user_hash=token({name: name})), AppSecrets(SECRET)).calls
        shown = repr(found) + to_text(inspect(call(email=EMAIL, user_hash=token({name: name}))), "none")
        assert SECRET[:16] not in shown.lower()
    assert SECRET not in repr(web_token(token({SECRET: 1})))


@pytest.mark.parametrize(
    "text",
    [
        "a.b.c",
        "www.example.com",
        f"{part({'typ': 'JWT'})}.{part({})}.AAAA",
        f"{part(['alg'])}.{part({})}.AAAA",
        f"{part({'alg': 'HS256'})}.{part({})}",
        f"{part({'alg': 'HS256'})}..AAAA",
        f"{part({'alg': 'HS256'})}.{part({})}.AAAA.AAAA",
        f"{part({'alg': 'HS256'})}.{part({})}.AA+A",
        f"{part({'alg': 'HS256'})}.{part({})}.{'A' * 10_000}",
        base64.urlsafe_b64encode(b"[" * 5000).decode().rstrip("=") + ".AAAA.AAAA",
        base64.urlsafe_b64encode(b"\xff\xfe").decode().rstrip("=") + ".AAAA.AAAA",
        WRONG,
        "",
    ],
)
def test_other_texts_are_not_tokens(text: str) -> None:
    assert web_token(text) is None
    assert "hash-is-jwt" not in finding_ids(call(email=EMAIL, user_hash=text))


def test_deeply_nested_claims_do_not_raise() -> None:
    deep = base64.urlsafe_b64encode(b'{"a":' * 1200 + b"1" + b"}" * 1200).decode().rstrip("=")
    assert "hash-is-jwt" in finding_ids(call(email=EMAIL, user_hash=f"{part({'alg': 'HS256'})}.{deep}.AAAA"))


# --- other names ------------------------------------------------------------------------------------------------------

RENAMED = {
    "external_id": ["externalId", "externalID", "ExternalId", "external-id", "user_id", "userId", "userID"],
    "user_hash": ["userHash", "userhash", "user-hash", "USER_HASH", "identifier_hash", "identity_hash",
                  "verification_hash", "email_hash", "emailHash", "hmac_hash"],
    "shop_hash": ["shopHash", "shop-hash"],
    "shop": ["shop_domain", "shopDomain", "myshopify_domain", "Shop"],
    "email": ["userEmail", "user_email", "Email", "e-mail", "EMAIL"],
}  # fmt: skip
VAGUE = {
    "external_id": ["id", "uid"],
    "user_hash": ["hash", "hmac", "signature"],
    "shop": ["shop_url", "store"],
    "email": ["mail"],
}
# The other fields of the call, so that one field is missing.
BESIDE: dict[str, dict[str, object]] = {
    "external_id": {"email": EMAIL, "user_hash": WRONG},
    "user_hash": {"email": EMAIL},
    "shop_hash": {"email": EMAIL, "user_hash": sign(EMAIL), "shop": SHOP},
    "shop": {"email": EMAIL, "user_hash": WRONG, "shop_hash": WRONG},
    "email": {"user_hash": WRONG},
}
NAMES = [(right, name, "error") for right, names in RENAMED.items() for name in names]
NAMES += [(right, name, "warning") for right, names in VAGUE.items() for name in names]


@pytest.mark.parametrize(("right", "name", "severity"), NAMES)
def test_field_under_another_name_is_reported(right: str, name: str, severity: str) -> None:
    found = only_call(call(**BESIDE[right], **{json.dumps(name): "u-1"}))
    (row,) = [row for row in found.findings if row.id == "field-renamed"]
    assert (row.detail, row.severity) == (name, severity)
    assert row.target == ("shop" if right.startswith("shop") else "user")
    assert f"Convot reads {right}," in row.because
    assert right in row.fix


@pytest.mark.parametrize(("right", "name", "severity"), NAMES)
def test_other_name_beside_the_right_field_gives_no_finding(right: str, name: str, severity: str) -> None:
    fields = BESIDE[right] | {right: "sent"}
    assert found_in(call(**fields, **{json.dumps(name): "u-1"}), "field-renamed") == []
    assert severity


@pytest.mark.parametrize("empty", ["", None, Js("undefined"), {"a": 1}, True])
def test_unsent_or_non_text_field_is_not_reported_as_renamed(empty: object) -> None:
    assert found_in(call(email=EMAIL, user_hash=WRONG, externalId=empty), "field-renamed") == []


def test_renamed_field_is_less_severe_where_the_user_verifies() -> None:
    right: dict[str, object] = {"email": EMAIL, "user_hash": sign(EMAIL)}
    assert found_in(call(**right, userId="1"), "field-renamed") == [("userId", "warning")]
    assert found_in(call(**right, id="1"), "field-renamed") == [("id", "note")]
    assert found_in(call(**right, user={"external_id": "1"}), "field-nested") == [("user.external_id", "warning")]
    assert found_in(call(**right, shop=SHOP, shopHash=WRONG), "field-renamed") == [("shopHash", "error")]


def test_closest_of_several_names_is_reported() -> None:
    assert found_in(call(email=EMAIL, hash=WRONG, userHash=WRONG), "field-renamed") == [("userHash", "error")]
    assert found_in(call(id=1, userId=1, user_id=1, email=EMAIL), "field-renamed") == [("userId", "error")]


def test_renamed_field_with_an_expression_as_value_is_reported() -> None:
    assert found_in(call(email=EMAIL, userHash=Js("user.hash")), "field-renamed") == [("userHash", "error")]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"id": 17, "user_id": 5, "email": EMAIL, "user_hash": WRONG}),
        json.dumps({"email": EMAIL, "hash": WRONG, "signature": "John", "store": "x"}),
        f"id,uid,email,user_hash\n1,2,{EMAIL},{WRONG}\n",
    ],
)
def test_in_data_a_different_word_is_not_reported_as_renamed(text: str) -> None:
    assert found_in(text, "field-renamed") == []


@pytest.mark.parametrize("name", ["userHash", "user-hash"])
def test_in_data_another_spelling_is_reported_as_renamed(name: str) -> None:
    assert found_in(json.dumps({"email": EMAIL, name: WRONG}), "field-renamed") == [(name, "error")]


@pytest.mark.parametrize(
    "name", ["emails", "user_hash_2", "ids", "external", "shopper", "company_id", "x" * 5000, "name"]
)
def test_unrelated_fields_are_not_reported_as_renamed(name: str) -> None:
    assert found_in(call(external_id="1", **{json.dumps(name): "x"}), "field-renamed") == []


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"email": EMAIL, "userHash": sign(EMAIL)}, "userHash"),
        ({"email": EMAIL, "custom_data": {"user_hash": sign(EMAIL)}}, "custom_data.user_hash"),
    ],
)
def test_proven_cause_is_reported_once(fields: dict[str, object], where: str) -> None:
    (found,) = inspect_text(call(**fields), AppSecrets(SECRET)).calls
    assert [(row.id, row.detail) for row in found.findings] == [("hash-in-other-field", where)]


# --- inside another object --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"custom_data": {"email": EMAIL}}, [("custom_data.email", "error")]),
        ({"user": {"externalId": "1"}}, [("user.externalId", "error")]),
        ({"user": {"id": "1"}}, [("user.id", "warning")]),
        ({"email": EMAIL, "user": {"hash": WRONG}}, [("user.hash", "warning")]),
        ({"email": EMAIL, "custom_data": {"shop": SHOP}}, [("custom_data.shop", "warning")]),
        ({"email": EMAIL, "shop": SHOP, "custom_data": {"shop_hash": WRONG}}, [("custom_data.shop_hash", "error")]),
        (
            {"user": {"email": EMAIL, "user_hash": WRONG}},
            [("user.email", "error"), ("user.user_hash", "error")],
        ),
        ({"email": EMAIL, "custom_data": {"email": "other"}}, []),
        ({"email": EMAIL, "custom_data": {"id": 5, "user_id": 5, "hash": "x", "store": "x", "signature": "x"}}, []),
        ({"email": EMAIL, "company": {"email": EMAIL, "shop": SHOP, "external_id": 1}}, []),
        ({"email": EMAIL, "custom_data": {"company": {"external_id": 1}}}, []),
        ({"email": EMAIL, "user": {"name": "John"}}, []),
        ({"email": EMAIL, "custom_data": {"external_id": ""}}, []),
    ],
)
def test_field_inside_another_object_is_reported_as_nested(
    fields: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    assert found_in(call(**fields), "field-nested") == expected
    assert found_in(call(**fields), "field-renamed") == []


# --- look-alikes ------------------------------------------------------------------------------------------------------


def test_every_look_alike_is_of_another_script_and_looks_like_ascii() -> None:
    for character, plain in LOOK_ALIKES.items():
        assert not character.isascii()
        assert plain.isascii()
        assert len(character) == len(plain) == 1
        assert not unicodedata.name(character).startswith("LATIN")


@pytest.mark.parametrize(
    ("value", "places"),
    [
        ("p\u0430ypal@example.com", (1,)),
        ("john@ex\u0430mple.com", (7,)),
        ("\u0410lice", (0,)),
        ("\u0430\u0435x", (0, 1)),
        ("j\u03bfhn", (1,)),
        ("j\u0585hn", (1,)),
        ("j\uff4fhn", (1,)),
        ("john\uff20example.com", (4,)),
        ("john@example\uff0ecom", (12,)),
        ("j\U0001d428hn", (1,)),
        ("\u210eello", (0,)),
        ("j\u00f6rg\u0430", (4,)),
        ("jo\u0301hn\u0430", (5,)),
    ],
)
def test_look_alikes_in_latin_words(value: str, places: tuple[int, ...]) -> None:
    assert look_alikes(value) == places


@pytest.mark.parametrize(
    "value",
    [
        "",
        EMAIL,
        "мария@example.com",
        "мама@почта.рф",
        "сара-john",
        "сара_john",
        "сара john",
        "ο Γιώργος",
        "αβγ@example.com",
        "Ωmega",
        "5 µm",
        "µTorrent",
        "jörg@exämple.com",
        "Łukasz",
        "ıstanbul",
        "straße",
        "東京Tower",
        "Tシャツ",
        "iPhoneケース",
        "ＡＢＣ商事",
        "VШивка",
        "XЖолдинг",
        "кВт·ч",
        "Δx",
        "ｊｏｈｎ",
        "e\u0301ric",
        "ﬁne",
        "김John",
        "👩",
        "№5",
        "K²",
    ],
)
def test_texts_without_look_alikes_give_no_finding(value: str) -> None:
    assert look_alikes(value) == ()
    if value:
        assert finding_ids(call(external_id=value, user_hash=sign(value))) == []


def test_look_alike_finding_names_the_letter_and_its_position() -> None:
    (row,) = only_call(call(email="p\u0430ypal@example.com")).findings
    assert (row.id, row.severity, row.detail) == ("value-look-alike", "warning", "email")
    assert row.because.startswith("Character 2, “\u0430”, is not “a” but U+0430, CYRILLIC SMALL LETTER A. ")
    assert "paypal" not in row.because
    assert "ypal" not in row.because


def test_many_look_alikes_are_counted() -> None:
    (row,) = only_call(call(email="a" + "\u0430" * 9_000)).findings
    assert row.because.count("U+0430") == 3
    assert "There are 8997 more." in row.because


@pytest.mark.parametrize("name", ["name", "company"])
def test_look_alikes_in_unsigned_fields_give_no_finding(name: str) -> None:
    assert finding_ids(call(email=EMAIL, user_hash=sign(EMAIL), **{name: "p\u0430ypal"})) == []


# --- calls of others --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        f"Intercom('boot', {{app_id: 'x', email: '{EMAIL}', user_hash: '{WRONG}'}});\n",
        "$crisp.push(['set', 'user:email', ['a@example.com']]);\n",
        "Tawk_API.visitor = {name: 'x', email: 'a@example.com', hash: 'x'};\n",
        "analytics.identify('1', {email: 'a@example.com'});\n",
    ],
)
def test_call_of_another_product_beside_convot_is_not_reported(other: str) -> None:
    right = call(email=EMAIL, user_hash=sign(EMAIL))
    for text in (other + right, right + other, f"<script>{other}{right}</script>"):
        found = only_call(text)
        assert (found.user.status, found.findings) == ("verified", ())


# --- code that makes the hash -----------------------------------------------------------------------------------------

# Certain in a page, conditional where it may be server code, absent for similar code.
ID = "hash-computed-in-browser"
CRYPTOJS = "CryptoJS.HmacSHA256(user.email, secret).toString()"
NODE = 'crypto.createHmac("sha256", secret).update(user.email).digest("hex")'
CALL = call(email=Js("user.email"), user_hash=Js("hash"))
WITH_SUBTLE = """
async function hmac(secret, message) {
  const key = await crypto.subtle.importKey("raw", enc.encode(secret), alg, false, ["sign"]);
  const signature = await crypto.subtle.sign("HMAC", key, enc.encode(message));
  return [...new Uint8Array(signature)].map((b) => b.toString(16).padStart(2, "0")).join("");
}
"""
IN_STEPS = """
const signature = await crypto.subtle.sign("HMAC", key, data);
const hash = [...new Uint8Array(signature)]
  .map((b) => b.toString(16).padStart(2, "0")).join("");
"""
CHAINED = """
crypto.subtle.sign("HMAC", key, data)
  .then(signature => {
    Convot.identify({email: user.email, user_hash: hex(signature)});
  });
"""


def seen(text: str) -> list[tuple[str, str]]:
    """Return the detail and severity of the finding in every call of a text."""
    return [(row.detail, row.severity) for found in inspect(text).calls for row in found.findings if row.id == ID]


def page(code: str) -> str:
    return f"<!doctype html>\n<p>Hello</p>\n<script>\n{code}</script>\n</body>"


@pytest.mark.parametrize(
    "expression",
    [
        CRYPTOJS,
        "CryptoJS.SHA256(user.email).toString()",
        "CryptoJS.enc.Hex.stringify(CryptoJS.HmacSHA256(a, b))",
        "await crypto.subtle.sign('HMAC', key, data).then(hex)",
        "new jsSHA('SHA-256', 'TEXT', {hmacKey: x}).update(e).getHash('HEX')",
        "sha256.hmac(secret, user.email)",
        "HmacSHA256(user.email, secret).toString()",
    ],
)
def test_call_that_computes_its_own_hash_is_reported(expression: str) -> None:
    assert seen(call(email=EMAIL, user_hash=Js(expression))) == [("user_hash", "error")]
    assert seen(call(email=EMAIL, shop=SHOP, shop_hash=Js(expression))) == [("shop_hash", "error")]
    assert seen(call(email=EMAIL, userHash=Js(expression))) == [("userHash", "error")]
    assert seen(page(call(email=EMAIL, user_hash=Js(expression)))) == [("user_hash", "error")]


@pytest.mark.parametrize("expression", [NODE, 'require("crypto").createHmac("sha256", process.env.S).update(e)'])
def test_hash_computed_by_possible_server_code_is_a_warning(expression: str) -> None:
    (row,) = [row for row in only_call(call(email=EMAIL, user_hash=Js(expression))).findings if row.id == ID]
    assert (row.severity, row.target) == ("warning", "user")
    assert "If that code runs in the page" in row.because
    (row,) = [row for row in only_call(page(call(email=EMAIL, user_hash=Js(expression)))).findings if row.id == ID]
    assert row.severity == "error"
    assert "If that" not in row.because
    assert "rotate" in row.fix


@pytest.mark.parametrize(
    "code",
    [
        f"const hash = {CRYPTOJS};\n{CALL}",
        f"let hash\nhash = {CRYPTOJS}\n{CALL}",
        f"const raw = {CRYPTOJS};\nconst hash = raw.toLowerCase();\n{CALL}",
        WITH_SUBTLE + call(email=Js("user.email"), user_hash=Js("await hmac(secret, user.email)")),
        WITH_SUBTLE + "const hash = await hmac(secret, user.email);\n" + CALL,
        WITH_SUBTLE.replace("async function hmac(secret, message)", "const hmac = async (secret, message) =>")
        + call(email=Js("user.email"), user_hash=Js("await hmac(secret, user.email)")),
        IN_STEPS + CALL,
        CHAINED,
        f"const hash = {NODE};\n{CALL}",
    ],
)
def test_code_beside_the_call_that_computes_the_hash_is_reported(code: str) -> None:
    assert seen(page(code)) == [("user_hash", "error")]
    assert seen(code) == [("user_hash", "warning")]


NOT_MADE = {
    "a hash": f"const other = {CRYPTOJS};\n" + call(email=EMAIL, user_hash=sign(EMAIL)),
    "another name": f"const other = {CRYPTOJS};\n{CALL}",
    "a member of that name": f"const hash = {CRYPTOJS};\n" + call(email=EMAIL, user_hash=Js("user.hash")),
    "a member in quotes": f"const hash = {CRYPTOJS};\n" + call(email=EMAIL, user_hash=Js("user['hash']")),
    "another object's": f"other.hash = {CRYPTOJS};\n{CALL}",
    "commented out": f"// const hash = {CRYPTOJS};\nconst hash = window.hash;\n{CALL}",
    "commented out in a block": f"/* const hash = {CRYPTOJS}; */\nconst hash = window.hash;\n{CALL}",
    "in a remark": f"const hash = window.hash; // not hash = {CRYPTOJS}\n{CALL}",
    "compared": f"if (hash == {CRYPTOJS}) check();\n{CALL}",
    "a digest": "const hash = await crypto.subtle.digest('SHA-256', data);\n" + CALL,
    "another function": WITH_SUBTLE + "function get() { return x; }\n" + call(email=EMAIL, user_hash=Js("get()")),
    "a function before": f"function get() {{ return x; }}\nrun({CRYPTOJS});\n"
    + call(email=EMAIL, user_hash=Js("get()")),
    "far away": f"const hash = {CRYPTOJS};\n" + "// filler, long\n" * 2_000 + CALL,
    "fetched": "const {hash} = await (await fetch('/hash')).json();\n" + CALL,
    "in another field": call(email=EMAIL, user_hash=Js("hash"), token=Js(CRYPTOJS)),
    "in custom data": call(email=EMAIL, custom_data=Js(f"{{user_hash: {CRYPTOJS}}}")),
    "a hashed value": call(external_id=Js("CryptoJS.SHA256(user.email)"), user_hash=Js("hash")),
    "in a text": call(email=EMAIL, user_hash="CryptoJS.HmacSHA256(a, b)"),
    "a library's name": call(email=EMAIL, user_hash=Js("user.cryptoHash")),
}


@pytest.mark.parametrize("code", NOT_MADE.values(), ids=NOT_MADE.keys())
def test_code_that_does_not_compute_the_hash_gives_no_finding(code: str) -> None:
    assert seen(code) == []
    assert seen(page(code)) == []


@pytest.mark.parametrize(
    "start", ['const crypto = require("crypto");', 'import crypto from "node:crypto";', "const s = process.env.SECRET;"]
)
def test_server_code_beside_page_code_gives_no_finding(start: str) -> None:
    assert seen(f"{start}\nconst hash = {NODE};\nres.json({{hash}});\n\n{CALL}") == []


@pytest.mark.parametrize(
    "template",
    ['const hash = "<%= CryptoJS.HmacSHA256(a, b) %>" + x;', "const hash = x + '{{ CryptoJS.HmacSHA256(a) }}';"],
)
def test_code_in_a_server_template_gives_no_finding(template: str) -> None:
    assert seen(page(f"{template}\n{CALL}")) == []


def test_hash_computed_in_an_event_handler_is_a_warning() -> None:
    button = f"<button onclick='Convot.identify({{email: x, user_hash: {NODE}}})'>Chat</button>"
    assert seen(f"<script>x()</script>{button}") == [("user_hash", "warning")]


def test_code_in_another_script_element_gives_no_finding() -> None:
    assert seen(f"<script>const hash = {CRYPTOJS};</script><script>{CALL}</script>") == []


def test_no_secret_in_the_code_is_shown() -> None:
    found = only_call(call(email=EMAIL, user_hash=Js(f'CryptoJS.HmacSHA256(email, "{SECRET}")')))
    assert [row.id for row in found.findings][:2] == ["secret-exposed", ID]
    assert SECRET not in repr(found)


def test_a_long_expression_is_bounded() -> None:
    hostile = "f(" + "CryptoJS.x," * 100 + "1)"
    assert ID in finding_ids(call(email=EMAIL, user_hash=Js(hostile)))
