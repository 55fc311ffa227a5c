"""The headline: green only for verified, red only for checked and wrong, grey for what cannot be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from call_fields import DOMAIN, SHOPS, USER
from paste import EMAIL, OTHER_SECRET, SECRET, SHOP, Js, call, only_call, sign

from convot_inspector.core.diagnosis.diagnose import diagnose
from convot_inspector.core.reports.headline import headline

if TYPE_CHECKING:
    from convot_inspector.core.model import CallInspection
    from convot_inspector.core.reports.headline import Headline


def headline_of(call_: CallInspection) -> Headline:
    return headline(diagnose(call_))


USER_TONES = {
    "verified": "right",
    "mismatch": "wrong",
    "missing": "warning",
    "no-value": "wrong",
    "absent": "warning",
    "not-checked": "unknown",
}


@pytest.mark.parametrize("shop", SHOPS)
@pytest.mark.parametrize("user", USER)
def test_the_tone_follows_from_both_hashes(user: str, shop: str) -> None:
    expected = USER_TONES[user]
    if user == "verified" and shop not in ("verified", "absent"):
        expected = "warning"
    assert headline_of(only_call(call(**USER[user], **SHOPS[shop]))).tone == expected


@pytest.mark.parametrize("shop", SHOPS)
@pytest.mark.parametrize("user", [*USER, *DOMAIN])
@pytest.mark.parametrize("secret", [None, "malformed", SECRET])
def test_green_is_verified_and_red_is_checked_and_wrong(secret: str | None, user: str, shop: str) -> None:
    found = only_call(call(**USER[user], **SHOPS[shop]), secret)
    tone = headline_of(found).tone
    assert (tone != "right") or found.user.status == "verified"
    assert (tone != "wrong") or found.user.status in ("mismatch", "no-value")
    assert (found.user.status != "not-checked") or tone == "unknown"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (call(email=EMAIL, user_hash=sign(EMAIL)), None),
        (call(email=EMAIL, user_hash=sign(EMAIL)), "malformed"),
        (call(email=Js("user.email"), user_hash=sign(EMAIL)), SECRET),
        (call(email=EMAIL, user_hash=Js("hash")), SECRET),
        (call(email="{{ email }}", user_hash="{{ hash }}"), SECRET),
        (call(email="[email protected]", user_hash=sign(EMAIL)), SECRET),
        (call(email=EMAIL, user_hash="<hash>"), SECRET),
        (call(email="j***@example.com", user_hash=sign(EMAIL)), SECRET),
        (call(email=Js(r'"\ud800"'), user_hash=sign(EMAIL)), SECRET),
        (call(external_id=True, user_hash=sign(EMAIL)), SECRET),
        (call(external_id=Js("{}"), user_hash=sign(EMAIL)), SECRET),
        ("Convot.identify({...user})", SECRET),
    ],
)
def test_unchecked_hash_has_the_unknown_tone(text: str, secret: str | None) -> None:
    found = only_call(text, secret)
    assert (found.user.status, headline_of(found).tone) == ("not-checked", "unknown")


@pytest.mark.parametrize("name", ["company", "user_hash"])
def test_a_secret_in_the_text_is_red_whatever_else_is_right(name: str) -> None:
    right: dict[str, object] = {"email": EMAIL, "user_hash": sign(EMAIL)}
    found = only_call(call(**right | {name: SECRET}))
    assert (headline_of(found).tone, headline_of(found).owner) == ("wrong", "merchant")


def test_verified_call_with_a_remark_keeps_the_right_tone() -> None:
    email = f"{EMAIL} "
    found = only_call(call(email=email, user_hash=sign(email)))
    assert headline_of(found).tone == "right"
    assert headline_of(found).owner == "developer"
    assert headline_of(only_call(call(email=EMAIL, user_hash=sign(EMAIL)))).owner is None


def test_note_changes_no_headline() -> None:
    plain = headline_of(only_call(call(external_id="5", user_hash=sign("5"))))
    assert headline_of(only_call(call(external_id=5, user_hash=sign("5")))) == plain


def test_a_hash_that_no_secret_could_make_right_reads_differently() -> None:
    wrong = headline_of(only_call(call(email=EMAIL, user_hash=sign(EMAIL, OTHER_SECRET))))
    malformed = headline_of(only_call(call(email=EMAIL, user_hash="x"), None))
    assert (wrong.tone, malformed.tone) == ("wrong", "wrong")
    assert wrong.text != malformed.text


def test_the_worst_comes_first() -> None:
    texts = [USER["verified"], USER["not-checked"], USER["missing"], USER["mismatch"]]
    order = [headline_of(only_call(call(**fields))).badness for fields in texts]
    assert order == sorted(order, reverse=True)
    assert len(set(order)) == 4


def test_every_headline_is_plain_text() -> None:
    for user in USER.values():
        for shop in SHOPS.values():
            found = headline_of(only_call(call(**user, **shop)))
            assert found.title
            assert found.text.endswith(".")
            assert SHOP not in found.text + found.title
            assert EMAIL not in found.text + found.title
