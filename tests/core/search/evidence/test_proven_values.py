"""A value is known if its notation fixes it or a hash in the text proves it; red is never a guess."""

from __future__ import annotations

import hashlib
import hmac
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paste import EMAIL, SECRET, SHOP, inspect, only_call, sign

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.inspection import Check

OTHER = hashlib.sha256(b"another secret").hexdigest()
HASH = sign(EMAIL)
IRISH = "o'n@b.cc"
NOISE = "0123456789abcdef" * 4

# text, name of the signed field, its value
RIGHT = {
    "a sentence": (f"My email is {EMAIL}, the hash is {HASH}.", "email", EMAIL),
    "a printout": (f"User(id=4711, email={EMAIL}, userHash={HASH})", "email", EMAIL),
    "elements": (f"<email>{EMAIL}</email><user_hash>{HASH}</user_hash>", "email", EMAIL),
    "the sentence's full stop": (f"email: {EMAIL}.\nuser_hash: {HASH}.", "email", EMAIL),
    "a comma and a blank of the value": (f"{sign('Doe, John')} belongs to 'Doe, John'!", "external_id", "Doe, John"),
    "escapes of JSON in a log": (
        f'body {{\\"e\\":\\"o\\\\u0027n@b.cc\\",\\"h\\":\\"{sign(IRISH)}\\"}} end',
        "email",
        IRISH,
    ),
    "percent-encoding": (f"GET /x?e=john%2Bx%40b.cc&h={sign('john+x@b.cc')}", "email", "john+x@b.cc"),
    "quoted-printable": (f"email=3Da=40b.cc&h=3D{sign('a@b.cc')[:30]}=\n{sign('a@b.cc')[30:]}", "email", "a@b.cc"),
    "a hash on two lines": (f"> {EMAIL}\n> {HASH[:40]}\n> {HASH[40:]}", "email", EMAIL),
    "an id with its name": (f"Kunde\nexternal_id 4711\n{sign('4711')}", "external_id", "4711"),
    "PHP's serialize": (f'a:2:{{s:5:"email";s:{len(EMAIL)}:"{EMAIL}";s:1:"h";s:64:"{HASH}";}}', "email", EMAIL),
}


@pytest.mark.parametrize(("text", "name", "value"), RIGHT.values(), ids=RIGHT.keys())
def test_hash_proves_the_value_and_its_position(text: str, name: str, value: str) -> None:
    found = only_call(text)
    field = found.call.fields[name]
    assert (found.user.status, field.value, found.signed) == ("verified", value, field)
    assert "reading-proven" in {finding.id for finding in found.findings}
    assert field.line == text[: field.start].count("\n") + 1


@pytest.mark.parametrize(("text", "name", "value"), RIGHT.values(), ids=RIGHT.keys())
def test_wrong_hash_beside_a_value_in_prose_is_not_checked(text: str, name: str, value: str) -> None:
    for part, other in ((sign(value), NOISE), (sign(value)[:40], NOISE[:40]), (sign(value)[:30], NOISE[:30])):
        text = text.replace(part, other)
    assert name
    assert {found.user.status for found in inspect(text).calls} <= {"not-checked"}


def test_without_a_secret_nothing_is_proven() -> None:
    assert inspect(f"My email is {EMAIL}, the hash is {HASH}.", None).calls == ()


def test_mistake_over_a_value_in_prose_is_found() -> None:
    text = f"My email is {EMAIL}, the hash is {sign(EMAIL.upper())}."
    (found,) = inspect_text(text, AppSecrets(SECRET)).calls
    assert (found.user.status, found.user.causes) == ("mismatch", ("value-case",))


def test_rotated_secret_proves_a_value() -> None:
    text = f"My email is {EMAIL}, the hash is {sign(EMAIL, OTHER)}."
    (found,) = inspect_text(text, AppSecrets(SECRET, (OTHER,))).calls
    assert (found.user.status, found.user.causes) == ("mismatch", ("key-previous",))


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256"])
def test_gravatar_hash_is_not_an_identity_hash(algorithm: str) -> None:
    digest = hashlib.new(algorithm, EMAIL.encode()).hexdigest()
    inspection = inspect_text(f"{EMAIL} has the picture https://gravatar.com/avatar/{digest}", AppSecrets(SECRET))
    assert inspection.calls == ()


def test_hash_of_a_domain_beside_another_hash_is_the_shop_hash() -> None:
    found = only_call(f"{EMAIL} {HASH}\n{SHOP} {sign(SHOP)}")
    assert (found.user.status, found.shop.status) == ("verified", "verified")
    alone = only_call(f"{SHOP} {sign(SHOP)}")
    assert (alone.user.status, alone.call.fields["external_id"].value) == ("verified", SHOP)


def test_named_external_id_is_the_signed_value() -> None:
    text = f"Instance of User {{externalId: user_7, email: {EMAIL}, userHash: {HASH}}}"
    (found,) = inspect_text(text, AppSecrets(SECRET)).calls
    assert (found.user.status, found.user.causes) == ("mismatch", ("wrong-field",))
    mentioned = only_call(f"{EMAIL} wrote in ticket 4711: my hash is {HASH}")
    assert mentioned.user.status == "verified"


def test_each_proven_hash_is_a_call() -> None:
    people = [f"p{number}@example.com" for number in range(5)]
    inspection = inspect("\n".join(f"{person} -> {sign(person)}" for person in people))
    assert [found.call.fields["email"].value for found in inspection.calls] == people


def test_a_call_whose_notation_fixes_its_values_stays_as_it_is() -> None:
    text = f'Convot.identify({{email: "{EMAIL}\\n", user_hash: "{HASH}"}})'
    (found,) = inspect_text(text, AppSecrets(SECRET)).calls
    assert (found.user.status, found.user.causes) == ("mismatch", ("value-whitespace",))


def test_a_value_that_code_changes_afterwards_is_not_proven() -> None:
    text = f"let p = {{email: '{EMAIL}', user_hash: '{HASH}'}};\np.email = 'x';\nConvot.identify(p);"
    assert [(found.user.status, found.call.fields["email"].value) for found in inspect(text).calls] == [
        ("mismatch", "x")
    ]
    perhaps = text.replace("p.email", "if (q) p.email")
    assert inspect(perhaps).calls == ()


def test_proof_reveals_no_secret() -> None:
    text = f"{EMAIL} {HASH} secret {SECRET}"
    inspection = inspect_text(text, AppSecrets(SECRET))
    assert SECRET not in str(inspection.to_dict("none"))
    assert "secret-exposed" in {finding.id for found in inspection.calls for finding in found.findings}


@given(st.text(max_size=60))
def test_any_value_between_brackets_is_found(value: str) -> None:
    value = " ".join(value.split())
    try:
        digest = hmac.digest(SECRET.encode(), value.encode(), "sha256").hex()
    except UnicodeEncodeError:
        return
    found = inspect(f"[{value}] {digest}").calls
    assert {each.user.status for each in found} <= {"verified"}


@pytest.mark.slow
def test_a_large_text_with_five_hashes_is_bounded() -> None:
    prose = "The quick, brown fox (id 17) jumps over: the lazy dog. user@example.org; 'done'\n" * 12_500
    lines = prose.splitlines(keepends=True)
    for number in range(5):
        person = f"p{number}@example.com"
        lines[2_000 * number + 100] += f"{person} {sign(person)}\n"
    start = time.process_time()
    calls = Check("".join(lines), AppSecrets(SECRET)).verdict().calls
    assert time.process_time() - start < 10  # detects a hang; it takes about half a second
    assert [found.user.status for found in calls] == ["verified"] * 5
