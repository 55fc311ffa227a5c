"""Groups of mistakes in writing a hash, and the ids that they give; a right call never has a cause."""

from __future__ import annotations

import hashlib
import hmac
import itertools
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from paste import EMAIL, OTHER_SECRET, SECRET, SHOP, call, sign

from convot_inspector import AppSecrets, inspect_text
from convot_inspector.core.fingerprint import fingerprint
from convot_inspector.core.inspection import Check

if TYPE_CHECKING:
    from collections.abc import Callable

    from convot_inspector.core.model import CallInspection

SECRETS = AppSecrets(SECRET, (OTHER_SECRET,), {"Staging": "ab12" * 16})


def inspected(text: str, secrets: AppSecrets = SECRETS) -> CallInspection:
    return inspect_text(text, secrets).calls[0]


def inspected_soon(text: str) -> CallInspection:
    """Return the call after a search of about 100,000 candidates: all single mistakes and frequent pairs."""
    asked = itertools.count()
    return Check(text, SECRETS).explained(lambda: next(asked) > 500).calls[0]


def digest(value: str) -> bytes:
    return hmac.digest(SECRET.encode(), value.encode(), "sha256")


def value_where(holds: Callable[[bytes], bool]) -> str:
    """Return a value whose hash has a property."""
    return next(value for number in range(10_000) if holds(digest(value := f"visitor-{number}")))


SEPARATORS = ("-", ":", " ", ",", "_", ".", ", ")


@pytest.mark.parametrize("mark", SEPARATORS)
@pytest.mark.parametrize("first", ["two letters", "a letter and a digit", "two digits", "a zero"])
def test_marks_between_all_bytes_are_separators_whatever_the_first_byte_is(mark: str, first: str) -> None:
    starts = {
        "two letters": lambda text: text[:2].isalpha(),
        "a letter and a digit": lambda text: text[0].isalpha() and text[1].isdigit(),
        "two digits": lambda text: text[:2].isdigit() and text[0] != "0",
        "a zero": lambda text: text[0] == "0",
    }
    value = value_where(lambda data: starts[first](data.hex()))
    sent = mark.join(f"{byte:02x}" for byte in digest(value))
    found = inspected(call(external_id=value, user_hash=sent)).user
    assert (found.status, found.causes) == ("mismatch", ("digest-separated",))
    found = inspected(call(external_id=value, user_hash=sent.upper())).user
    assert (found.status, found.causes) == ("mismatch", ("digest-upper-case", "digest-separated"))


DISPLAYS: dict[str, tuple[str, ...]] = {
    'Some("{}")': ("digest-repr",),
    'Optional("{}")': ("digest-repr",),
    "Just '{}'": ("digest-repr",),
    '{{:ok, "{}"}}': ("digest-repr",),
    "b'{}'": ("digest-repr",),
    '""{}""': ("digest-repr",),
    "b'{}'\n": ("digest-repr", "digest-whitespace"),
    'Some("{}")\n': ("digest-repr", "digest-whitespace"),
    "'{} '": ("digest-whitespace", "digest-repr"),
}


@pytest.mark.parametrize("display", DISPLAYS)
def test_a_display_form_is_no_prefix_and_is_named_once(display: str) -> None:
    sent = display.format(sign(EMAIL))
    assert inspected(call(email=EMAIL, user_hash=sent)).user.causes == DISPLAYS[display]
    upper = display.format(sign(EMAIL).upper())
    assert inspected(call(email=EMAIL, user_hash=upper)).user.causes == ("digest-upper-case", *DISPLAYS[display])


@pytest.mark.parametrize("display", ["b'{}'", '"{}"', 'Some("{}")'])
@pytest.mark.parametrize("mark", SEPARATORS)
def test_separated_bytes_in_a_display_form_are_both(display: str, mark: str) -> None:
    sent = display.format(mark.join(f"{byte:02x}" for byte in digest(EMAIL)))
    assert inspected(call(email=EMAIL, user_hash=sent)).user.causes == ("digest-separated", "digest-repr")


@pytest.mark.parametrize("number", range(12))
def test_numbers_with_a_sign_lose_digits_in_either_letter_case(number: int) -> None:
    value = f"visitor-{number}"
    data = digest(value)
    printed = [
        "".join(f"{byte:02x}" if byte < 128 else f"ffffff{byte:x}" for byte in data),
        "".join(f"{byte:x}" if byte < 128 else f"ffffff{byte:x}" for byte in data),
        "".join(f"{byte if byte < 128 else byte - 256:02x}" for byte in data),
    ]
    if data[0] > 127:
        printed.append(f"{int.from_bytes(data, signed=True):x}")
    for sent in printed:
        assert inspected(call(external_id=value, user_hash=sent)).user.causes == ("digest-zeros-lost",)
        causes = inspected(call(external_id=value, user_hash=sent.upper())).user.causes
        assert causes == ("digest-upper-case", "digest-zeros-lost")


@pytest.mark.slow
def test_raw_bytes_with_replacement_characters_prove_only_what_is_left_of_them() -> None:
    for number in range(20):
        value = f"visitor-{number}"
        sent = digest(value).decode("utf-8", "replace")
        left = len(sent.replace("\ufffd", "").encode())
        causes = inspected_soon(call(external_id=value, user_hash=sent)).user.causes
        assert causes == (("digest-raw",) if left >= 8 else ())
        changed = sent.replace(sent.replace("\ufffd", "")[0], "\x01", 1)
        assert inspected_soon(call(external_id=value, user_hash=changed)).user.causes == ()
    assert inspected(call(external_id=value, user_hash=changed)).user.causes == ()  # nor after the whole search


@pytest.mark.slow
def test_a_number_that_the_paste_does_not_show_is_a_literal() -> None:
    numbers = ("2", "999", "48213", "1000000")
    # Without a key, a number proves nothing: any counter has such a digest.
    unexplained = (sign("1000001"), hashlib.sha256(b"48213").hexdigest())
    text = "".join(call(email=EMAIL, user_hash=sent) for sent in (*map(sign, numbers), *unexplained))
    found = inspect_text(text, SECRETS).calls
    for number, each in zip(numbers, found, strict=False):
        assert each.user.causes == ("value-literal",)
        assert [finding.detail for finding in each.findings if finding.id == "value-literal"] == [number]
    assert [each.user.causes for each in found[len(numbers) :]] == [()] * len(unexplained)


def test_a_text_of_the_paste_outside_of_the_call_is_another_field() -> None:
    page = '<body data-user="u-77"><a href="mailto:jane@example.org">Jane Roe</a><script>const plan = "gold plus";'
    for signed, detail in (
        ("u-77", "data-user at line 1"),
        ("Jane Roe", "a text at line 1"),
        ("gold plus", "plan at line 1"),
    ):
        found = inspected(f"{page}\n{call(email=EMAIL, user_hash=sign(signed))}</script>")
        assert found.user.causes == ("wrong-field",)
        assert [each.detail for each in found.findings if each.id == "wrong-field"] == [detail]
    found = inspected_soon(f"{page}\n{call(email=EMAIL, user_hash=sign('nothing of it'))}</script>")
    assert found.user.causes == ()


def test_the_users_hash_is_no_shop_hash_under_another_name() -> None:
    for sent in (sign(SHOP), sign(SHOP).upper(), sign(SHOP, OTHER_SECRET)):
        found = inspected_soon(call(external_id=SHOP, shop=SHOP, user_hash=sent))
        assert (found.shop.status, found.shop.causes) == ("missing", ())
        found = inspected_soon(call(external_id="u1", shop=SHOP, user_hash=sent))
        assert (found.user.causes[0], found.shop.causes) == ("wrong-field", ())
        found = inspected_soon(call(external_id="u1", shop=SHOP, user_hash=sent, shop_hash="0" * 64))
        assert (found.user.causes[0], found.shop.causes) == ("wrong-field", ())


HALVES = st.text(st.sampled_from("ab1:,é\ufffd\ud83d\ude00\u200b"), max_size=12)


@settings(max_examples=20)
@given(HALVES, HALVES, HALVES, st.booleans())
@example("u1", "abcdefghijklmnopqrstu\ufffd\ud83d", "", False)
@example("u1", "abcdefghijklmnopqrstu\ufffd\ud83d", "", True)
@example("\ud83d", "a" * 20 + "\ufffd\ud83d", "\ud83d", True)
def test_half_of_a_surrogate_pair_raises_nowhere(value: str, sent: str, other: str, escaped: bool) -> None:
    payload = {"external_id": value, "email": other, "user_hash": sent * 3, "shop": other, "shop_hash": sent, "x": sent}
    written = json.dumps(payload, ensure_ascii=escaped)
    secrets = AppSecrets(SECRET, ("\ud83d" + other,), {"App": "\ude00"})
    for text in (written, f"Convot.identify({written});"):
        asked = itertools.count()
        inspection = Check(text, secrets).explained(lambda: next(asked) > 300)  # noqa: B023  called at once
        inspection.to_dict()
    assert fingerprint("\ud83d") != fingerprint("\ude00")


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_right_call_has_no_cause(value: str, name: str, around: str) -> None:
    payload = {"external_id": value, "email": EMAIL, "name": name, "shop": SHOP}
    text = call(**payload, user_hash=sign(value), shop_hash=sign(SHOP))
    for found in inspect_text(f"/* {json.dumps(around).replace('*', '')} */\n{text}", SECRETS).calls:
        assert (found.user.causes, found.user.alternatives, found.shop.causes) == ((), (), ())
        assert found.user.status in ("verified", "not-checked")
