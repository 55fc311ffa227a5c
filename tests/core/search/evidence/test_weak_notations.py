"""Texts whose notation fixes no value: what the hash proves, and what it leaves open."""

from __future__ import annotations

import hashlib
import hmac

import pytest
from paste import EMAIL, SECRET, SHOP, inspect, only_call, sign

from convot_inspector import AppSecrets
from convot_inspector.core.diagnosis.diagnose import diagnose
from convot_inspector.core.inspection import Check

RIGHT = sign(EMAIL)
ID = "kiln 42"


def explained(text: str) -> tuple[str, tuple[str, ...]]:
    """The status and the causes of the only user hash, after the search."""
    (found,) = Check(text, AppSecrets(SECRET)).explained().calls
    return found.user.status, found.user.causes


@pytest.mark.parametrize(
    "text",
    [
        f'[("email", "{EMAIL}"), ("user_hash", "{{hash}}")]',
        f'{{email,<<"{EMAIL}">>}},{{user_hash,<<"{{hash}}">>}}',
        f'run("identify({{\\"email\\": \\"{EMAIL}\\", \\"user_hash\\": \\"{{hash}}\\"}})")',
    ],
)
def test_quotes_around_a_value_are_not_part_of_it(text: str) -> None:
    signed_with_quotes = sign(f'"{EMAIL}"')
    assert explained(text.replace("{hash}", RIGHT)) == ("verified", ())
    assert explained(text.replace("{hash}", signed_with_quotes)) == ("mismatch", ("value-quoted",))


@pytest.mark.parametrize("length", [32, 40])
def test_a_right_shop_hash_beside_a_cut_user_hash_is_not_the_user_s(length: int) -> None:
    row = f"{ID} │ {RIGHT[:length]} │ {SHOP} │ {sign(SHOP)}"
    found = inspect(f"external_id │ user_hash │ shop │ shop_hash\n{row}\n").calls
    assert [call.user.status for call in found] != ["verified"]
    assert any(call.shop.status == "verified" for call in found)


def test_hash_belongs_to_the_field_name_before_it() -> None:
    address = "ann@north-shop.example"
    found = only_call(f"map[email:{address} user_hash:{sign(address)}]")
    assert (found.user.status, found.shop.status) == ("verified", "absent")


@pytest.mark.parametrize("hash_of", [ID, EMAIL])
def test_external_id_on_an_unread_line_is_the_signed_value(hash_of: str) -> None:
    """The line reader knows neither "ic|" nor what follows it; the email's hash alone says nothing then."""
    text = f"ic| external_id: '{ID}'\n    email: '{EMAIL}'\n    user_hash: '{sign(hash_of)}'\n"
    status = only_call(text).user.status
    assert status == "verified" if hash_of == ID else status != "verified"


@pytest.mark.parametrize(
    "text",
    [
        f'["external_id=\\"{ID}\\" email={EMAIL} user_hash={RIGHT}"]',
        f'#{{{{external_id => <<"{ID}">>,email => <<"{EMAIL}">>,user_hash => <<"{RIGHT}">>}}}}',
        f"<p><b>external_id:</b> {ID}</p>\n<p><b>email:</b> {EMAIL}</p>\n<p><b>user_hash:</b> {RIGHT}</p>",
    ],
)
def test_an_email_s_hash_is_not_right_beside_an_external_id(text: str) -> None:
    assert "verified" not in [call.user.status for call in inspect(text).calls]


def test_name_in_a_list_of_names_has_no_value() -> None:
    text = f"INSERT INTO users (email, external_id, user_hash, name) VALUES ('{EMAIL}', '{ID}', '{sign(ID)}', 'Ann');"
    assert only_call(text).user.status == "verified"


def test_grouped_digits_of_a_longer_digest_are_one_digest() -> None:
    digest = hmac.new(SECRET.encode(), EMAIL.encode(), "sha512").hexdigest()
    groups = " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
    assert explained(f"email: {EMAIL}\nuser_hash: {groups}\n") == ("mismatch", ("wrong-algorithm",))


def test_hash_continued_on_the_next_line_verifies() -> None:
    text = f'0000: {{"email": "{EMAIL}", "user_hash": "{RIGHT[:49]}\n0040: {RIGHT[49:]}"}}\n'
    assert [call.user.status for call in inspect(text).calls] == ["verified"]


def test_character_references_between_tags_are_decoded() -> None:
    escaped = "&lt;kiln&gt;"
    text = f"<p><b>external_id:</b> {escaped}</p>\n<p><b>user_hash:</b> {{}}</p>\n"
    assert explained(text.format(sign("<kiln>"))) == ("verified", ())
    assert explained(text.format(sign(escaped))) == ("mismatch", ("value-escaped",))


def test_ambiguous_value_gives_the_several_readings_conclusion() -> None:
    unknown = hashlib.sha256(b"nothing").hexdigest()
    found = only_call(f"external_id: kiln, north\nemail: {EMAIL}\nuser_hash: {unknown}\n")
    assert found.user.status == "not-checked"
    assert diagnose(found).conclusion == "several-readings"


def test_braces_of_a_uuid_are_part_of_the_value() -> None:
    made = "{1bac1dfc-dfe7-40cd-bfd3-1eddd008b57b}"
    text = f"com.acme.User@1b6d3586[externalId={made},email=<null>,userHash={sign(made, SECRET + chr(10))}]"
    assert explained(text) == ("mismatch", ("key-whitespace",))


@pytest.mark.parametrize("word", ["null", "undefined", "None", "true"])
def test_a_word_for_no_value_is_never_proven_to_be_the_visitor(word: str) -> None:
    pushed = f'5:["$", "div", {word}, {{"user": {{"email": "{EMAIL}", "user_hash": "{sign(word)}"}}}}]'
    for text in (pushed, f"self.__next_f.push([1,{pushed!r}])", f"it printed {word} and {sign(word)} for {EMAIL}"):
        assert "verified" not in {found.user.status for found in inspect(text).calls}
