"""Damage by chat, mail and editors: the text reads as before, or the affected values are not judged."""

from __future__ import annotations

import json

import pytest
from damaged import BODIES, WRAPPED
from fast import every_eighth
from hypothesis import example, given
from hypothesis import strategies as st
from paste import EMAIL, SHOP, call, inspect, only_call, sign
from payloads import PAYLOAD, fewer_examples
from soundness import assert_sound, line_and_column

HASH = sign(EMAIL)
BOTH = "o'\"b@x.c"


def assert_placed(text: str) -> None:
    for inspected in inspect(text).calls:
        for field in inspected.call.fields.values():
            assert (field.line, field.column) == line_and_column(text, field.start)


@pytest.mark.parametrize("wrapping", WRAPPED)
@pytest.mark.parametrize("body", BODIES)
def test_wrapped_call_reads_as_without_the_wrapping(body: str, wrapping: str) -> None:
    text = WRAPPED[wrapping](BODIES[body])
    inspection = inspect(text)
    assert_sound(text, inspection)
    assert inspection.problems == ()
    (found,) = inspection.calls
    assert (found.user.status, found.shop.status) == ("verified", "verified")
    plain = only_call(BODIES[body]).call.fields
    assert {name: (field.kind, field.value) for name, field in found.call.fields.items()} == {
        name: (field.kind, field.value) for name, field in plain.items()
    }
    for name, field in found.call.fields.items():
        assert text[field.start : field.end] == BODIES[body][plain[name].start : plain[name].end]
    assert_placed(text)


@pytest.mark.parametrize("wrapping", every_eighth(WRAPPED))
@fewer_examples
@given(payload=PAYLOAD)
@example(payload={"email": EMAIL, "name": "\\0"})
def test_any_wrapped_call_reads_as_without_the_wrapping(wrapping: str, payload: dict[str, object]) -> None:
    body = f"Convot.identify({json.dumps(payload | {'user_hash': HASH}, indent=1)});"
    text = WRAPPED[wrapping](body)
    plain, found = only_call(body), only_call(text)
    assert found.user.status == plain.user.status
    for name, field in plain.call.fields.items():
        other = found.call.fields[name]
        assert (other.kind, other.line, other.column) == (field.kind, *line_and_column(text, other.start))
        if "\n" not in body[field.start : field.end]:
            assert (other.value, text[other.start : other.end]) == (field.value, body[field.start : field.end])


@given(st.lists(st.sampled_from(["> ", ">", "1 ", "2 ", "3| ", "4:", "```", "~~~", "\n", "\r\n", " ", "{", "email"])))
def test_random_wrapping_gives_a_sound_result(pieces: list[str]) -> None:
    for text in ("".join(pieces), "".join(pieces) + call(email=EMAIL)):
        assert_sound(text, inspect(text))


def test_several_fences_give_all_their_calls_in_order() -> None:
    one, two = json.dumps({"email": "a@b.c", "user_hash": sign("a@b.c")}), call(email=EMAIL, user_hash=HASH)
    found = inspect(f"First\n```json\n{one}\n```\nthen\n~~~js\n{two}~~~\nand\n```\nputs 1\n```\n")
    assert [(row.user.status, row.call.line) for row in found.calls] == [("verified", 3), ("verified", 7)]
    assert found.problems == ()


def test_template_in_a_quoted_call_is_recognised() -> None:
    found = only_call(f"> Convot.identify({{\n>   email: “{EMAIL}”,\n>   user_hash: <%= hash %>\n> }});")
    assert {name: field.kind for name, field in found.call.fields.items()} == {"email": "text", "user_hash": "template"}


# text, field, its value, or its kind if the value is not known
VALUES = {
    "Slack's link": (f'Convot.identify({{email: "<mailto:{EMAIL}|{EMAIL}>", user_hash: "{HASH}"}})', EMAIL),
    "Slack's link in JSON": (f'{{"email": "<mailto:{EMAIL}|{EMAIL}>", "user_hash": "{HASH}"}}', EMAIL),
    "Slack's link in lines": (f"email: <mailto:{EMAIL}|{EMAIL}>\nuser_hash: {HASH}", EMAIL),
    "Markdown's link": (f'Convot.identify({{email: "[{EMAIL}](mailto:{EMAIL})", user_hash: "{HASH}"}})', EMAIL),
    "Markdown's link, escaped": (
        f'Convot.identify({{email: "[j+x@b.c](mailto:j%2Bx@b.c)", user_hash: "{sign("j+x@b.c")}"}})', "j+x@b.c"),
    "HTML's link": (
        f"Convot.identify({{email: '<a href=\"mailto:{EMAIL}\">{EMAIL}</a>', user_hash: '{HASH}'}})", EMAIL),
    "a link to another": (
        f'Convot.identify({{email: "<mailto:x{EMAIL}|{EMAIL}>", user_hash: "{HASH}"}})', "obfuscated"),
    "Markdown's link to another": (f'{{"email": "[{EMAIL}](mailto:a@b.c)", "user_hash": "{HASH}"}}', "obfuscated"),
    "a link with more": (f'{{"email": "John [{EMAIL}](mailto:{EMAIL})", "user_hash": "{HASH}"}}', "obfuscated"),
    "a link without text": (f'Convot.identify({{email: "<mailto:{EMAIL}>", user_hash: "{HASH}"}})', "obfuscated"),
    "curled": (f"Convot.identify({{email: “{EMAIL}”, user_hash: “{HASH}”}});", EMAIL),
    "curled names": (f"Convot.identify({{“email”: “{EMAIL}”, ‘user_hash’: ‘{HASH}’}});", EMAIL),
    "curled names alone": (f"Convot.identify({{‘email’: '{EMAIL}', ‘user_hash’: '{HASH}'}});", EMAIL),
    "curled the other way": (f"Convot.identify({{email: ”{EMAIL}”, user_hash: ’{HASH}’}});", EMAIL),
    "curled in German": (f"Convot.identify({{email: „{EMAIL}“, user_hash: ‚{HASH}‘}});", EMAIL),
    "curled in French": (f"Convot.identify({{email: «{EMAIL}», user_hash: «{HASH}»}});", EMAIL),
    "curled JSON": (f"{{ “email”: “{EMAIL}”, “user_hash”: “{HASH}” }}", EMAIL),
    "curled object": (f"{{ email: “{EMAIL}”, user_hash: “{HASH}” }}", EMAIL),
    "curled lines": (f"email: “{EMAIL}”\nuser_hash: “{HASH}”", EMAIL),
    "curled around a straight one": (
        f"Convot.identify({{email: “o'\"b@x.c”, user_hash: “{sign(BOTH)}”}});", BOTH),
    "curled in a mail": (f"> Convot.identify({{\n>  email: “{EMAIL}”,\n>  user_hash: “{HASH}”}});", EMAIL),
    "curled beside prose": (
        f"It’s “new”, don’t ask.\nConvot.identify({{email: ‘{EMAIL}’, user_hash: “{HASH}”}})", EMAIL),
    "curled apostrophe": (f"Convot.identify({{email: ‘o’b@x.c’, user_hash: ‘{HASH}’}})", "obfuscated"),
    "curled dash": (f"Convot.identify({{email: “a–b@x.c”, user_hash: “{HASH}”}})", "obfuscated"),
    "fixed spaces": (f'Convot.identify({{\n\u00a0\u00a0email:\u00a0"{EMAIL}",\n\u00a0user_hash: "{HASH}"\n}})', EMAIL),
    "fixed spaces in JSON": (f'{{\n\u00a0\u00a0"email":\u00a0"{EMAIL}",\n\u00a0"user_hash": "{HASH}"\n}}', EMAIL),
    "thin spaces": (f'Convot.identify({{\n\u202f\u2003email: "{EMAIL}",\n\u3000user_hash: "{HASH}"\n}})', EMAIL),
    "fixed spaces in a value too": (
        f'Convot.identify({{\n\u00a0email:\u00a0"a\u00a0b",\n\u00a0user_hash: "{HASH}"\n}})', "obfuscated"),
    "left out": (f'Convot.identify({{ email: "{EMAIL}", user_hash: "{HASH}", … }})', EMAIL),
}  # fmt: skip


KINDS = {"expression", "template", "placeholder", "redacted", "obfuscated"}


@pytest.mark.parametrize("name", VALUES)
def test_a_changed_value_is_what_was_sent_or_not_judged(name: str) -> None:
    text, expected = VALUES[name]
    found = only_call(text)
    email = found.call.fields["email"]
    assert expected in (email.value, email.kind) or email.value == EMAIL
    assert found.user.status == ("verified" if email.known and name != "left out" else "not-checked")
    assert_placed(text)
    other = text.replace(HASH, sign("somebody else"))
    if expected in KINDS:
        assert only_call(other).user.status == "not-checked"


@pytest.mark.parametrize(
    "shop", [f"<https://{SHOP}|{SHOP}>", f"<http://{SHOP}/|{SHOP}>", f"[{SHOP}](https://{SHOP})", f"[{SHOP}](<http://{SHOP}/>)"]
)  # fmt: skip
def test_a_shop_that_became_a_link_is_the_shop(shop: str) -> None:
    found = only_call(call(email=EMAIL, user_hash=HASH, shop=shop, shop_hash=sign(SHOP)))
    assert (found.call.fields["shop"].value, found.shop.status) == (SHOP, "verified")


@pytest.mark.parametrize("email", ["“a@b.c”", "a’b@c.d", "a…b@c.d", "a–b@c.d", "a\u00a0b@c.d", "[a](b)", "<a|b@c.d>"])
def test_text_in_straight_quotes_is_taken_as_sent(email: str) -> None:
    found = only_call(call(email=email, user_hash=sign(email)) if email else "")
    assert (found.call.fields["email"].value, found.user.status) == (email, "verified")
    text = f'Convot.identify({{email: "{email}", user_hash: “{sign(email)}”}})'
    assert (only_call(text).call.fields["email"].value, only_call(text).user.status) == (email, "verified")


WHOLE = {
    "a call": call(email=EMAIL, user_hash=HASH, name="x").rstrip(";\n"),
    "JSON": json.dumps({"email": EMAIL, "user_hash": HASH, "name": "x"}, indent=2),
    "an object": f"{{\n  email: '{EMAIL}',\n  user_hash: '{HASH}',\n  name: 'x'\n}}",
}


@pytest.mark.parametrize("wrapping", ["", "mail", "numbers, bar", "fence that is not closed"])
@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("at", ["end", "start"])
@pytest.mark.slow
def test_a_call_that_is_cut_is_not_judged_but_by_its_hash(at: str, name: str, wrapping: str) -> None:
    """The missing part may contain the external_id, so nothing is certainly wrong."""
    whole = WHOLE[name]
    for cut in range(1 if at == "end" else whole.index("{") + 1, len(whole)):
        body = whole[:cut] if at == "end" else whole[cut:]
        text = WRAPPED[wrapping](body) if wrapping else body
        inspection = inspect(text)
        assert_sound(text, inspection)
        assert not [row for row in inspection.calls if row.user.status == "mismatch"]
        wrong = inspect(text.replace(HASH, sign("somebody else")))
        assert not [row for row in wrong.calls if row.user.status in ("verified", "mismatch")]


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("lines", [2, 3])
def test_call_without_its_end_is_reported_as_cut(name: str, lines: int) -> None:
    text = "\n".join(WHOLE[name].split("\n")[:lines])
    assert [(problem.id, problem.line) for problem in inspect(text).problems] == [("unterminated", lines)] or [
        problem.id for problem in inspect(text).problems
    ] == ["unterminated"]


@pytest.mark.parametrize("name", WHOLE)
def test_call_without_its_beginning_is_reported_as_cut(name: str) -> None:
    text = WHOLE[name].partition("\n")[2]
    assert [(problem.id, problem.line) for problem in inspect(text).problems] == [("unterminated", 1)]
